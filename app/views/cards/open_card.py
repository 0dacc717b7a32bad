"""One open card: its record, read anew whenever it changes, and what its parts share."""

from collections.abc import Coroutine
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes
from app.core.errors import PrichalError
from app.qtbase.tasks import Tasks
from app.services.container import Services
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.cards.reading import CardData, read_card
from app.views.cards.sections import LOOKS, ClientCards, cards_of
from app.views.navigator import Navigator, ViewContext

SETTLE_MS: Final = 60
"""Changes that come together are read once."""


def run_detached(context: ViewContext, work: Coroutine[object, object, object]) -> None:
    """Work that goes on when the card is closed: what was typed, an undo."""
    tasks = Tasks(context.changes, context.navigator.report)
    task = tasks.start(work, quiet=True)
    task.add_done_callback(lambda _done: tasks.deleteLater())


class OpenCard(QObject):
    """Parts of the window read `data` and listen to `changed`; they work through `run`."""

    changed = Signal()
    """`data` was read, for the first time or anew."""
    failed = Signal(object)
    """A `PrichalError` that no field can show."""
    gone = Signal(object)
    """The record can't be read: a `PrichalError`."""
    drafts_changed = Signal()
    """Something typed isn't saved, or is no more."""

    def __init__(self, context: ViewContext, ref: ClientRef, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.ref = ref
        self.look = LOOKS[ref.section]
        self.tasks = Tasks(self, self.failed.emit)
        self._data: CardData | None = None
        self._unsaved: set[str] = set()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.reload)
        context.changes.changed.connect(self._on_changes)

    @property
    def services(self) -> Services:
        return self.context.services

    @property
    def workplace(self) -> Workplace:
        return self.context.services.workplace

    @property
    def navigator(self) -> Navigator:
        return self.context.navigator

    @property
    def cards(self) -> ClientCards:
        """The service of the record's section."""
        return cards_of(self.services, self.ref.section)

    @property
    def data(self) -> CardData:
        """What was read last; asked for only after the first `changed`."""
        assert self._data is not None, "parts are made once the card was read"
        return self._data

    @property
    def is_read(self) -> bool:
        return self._data is not None

    def now(self) -> datetime:
        return self.workplace.now()

    def today(self) -> date:
        return self.workplace.today()

    def run(self, work: Coroutine[object, object, object]) -> None:
        """Start work of this card; its errors go to the banner."""
        self.tasks.run(work)

    def ask(self, work: Coroutine[object, object, object]) -> None:
        """The same for work that waits for an answer in a dialog: the card isn't busy meanwhile."""
        self.tasks.run(work, quiet=True)

    def reload(self) -> None:
        """Read everything anew."""
        self.tasks.run(self._read(), latest="read", on_error=self._unreadable, quiet=self.is_read)

    async def catch_up(self) -> None:
        """Read what has changed and wasn't read yet."""
        if self.is_read:
            self._settle.stop()
            await self._read()

    def set_unsaved(self, place: str, unsaved: bool) -> None:
        """Note that something typed at a place isn't saved yet."""
        if unsaved != (place in self._unsaved):
            (self._unsaved.add if unsaved else self._unsaved.discard)(place)
            self.drafts_changed.emit()

    @property
    def has_unsaved(self) -> bool:
        return bool(self._unsaved)

    def place(self, part: str) -> str:
        """Where the draft of a part is kept."""
        return f"{self.ref.section}:{self.ref.id}:{part}"

    async def _read(self) -> None:
        self._data = await read_card(self.services, self.ref)
        self.changed.emit()

    def _unreadable(self, error: PrichalError) -> None:
        if error.code in {"not_found", "not_allowed"}:
            self.gone.emit(error)
        else:
            self.failed.emit(error)

    def _on_changes(self, changes: Changes) -> None:
        if self._concerns(changes):
            self._settle.start()

    def _concerns(self, changes: Changes) -> bool:
        """What hangs on a client names the client, too; the records of the same person show here as well."""
        if self._data is None:
            return True
        related = {(self.ref.section, self.ref.id)}
        related |= {(link.section, link.record_id) for link in self._data.links}
        related |= {("activity", one.id) for one in self._data.planned}
        mine = {record_id for section, record_id in related if section == changes.kind}
        return bool(mine) and (not changes.ids or bool(mine & changes.ids))
