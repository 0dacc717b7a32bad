"""What windows are given in tests: real services on a real database, and a navigator that notes what was asked."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.core.kinds import ActivityKind
from app.qtbase.changes import ChangeBridge
from app.services.container import open_services
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.records.values import Values
from app.services.workplace import Workplace
from app.views.navigator import Beginning, Channel, Tab, ViewContext


class NotingNavigator:
    """In place of the shell: nothing opens, `asked` holds each call by name."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.stage_move: Callable[[ClientRef, int], Awaitable[bool]] | None = None
        """What `moved_to_stage` does after noting; without it everything counts as moved."""
        self.reported: list[Exception] = []

    def open_card(self, section: str, record_id: int, neighbours: Sequence[int] = ()) -> None:
        self.asked.append(("open_card", section, record_id))

    def new_lead(self, prefill: Values | None = None, stage_id: int | None = None) -> None:
        self.asked.append(("new_lead", prefill) if stage_id is None else ("new_lead", prefill, stage_id))

    def new_deal(self, contact_id: int | None = None, stage_id: int | None = None) -> None:
        self.asked.append(("new_deal", contact_id) if stage_id is None else ("new_deal", contact_id, stage_id))

    def new_contact(self, prefill: Values | None = None) -> None:
        self.asked.append(("new_contact", prefill))

    def plan_activity(
        self, ref: ClientRef | None, anchor: QRect | None = None, kind: ActivityKind | None = None,
        begin: Beginning | None = None,
    ) -> None:  # fmt: skip
        self.asked.append(("plan_activity", ref, kind, *(() if begin is None else (begin,))))

    def change_activity(self, activity_id: int, anchor: QRect | None = None) -> None:
        self.asked.append(("change_activity", activity_id))

    def complete_activity(self, activity_id: int) -> None:
        self.asked.append(("complete_activity", activity_id))

    def complete_next_activity(self, ref: ClientRef) -> None:
        self.asked.append(("complete_next_activity", ref))

    def log_call(self, ref: ClientRef) -> None:
        self.asked.append(("log_call", ref))

    def next_client(self, section: str | None = None, rank: int | None = None) -> None:
        self.asked.append(("next_client", section, rank))

    def move_stage(self, ref: ClientRef, stage_id: int) -> None:
        self.asked.append(("move_stage", ref, stage_id))

    async def moved_to_stage(self, ref: ClientRef, stage_id: int) -> bool:
        self.asked.append(("moved_to_stage", ref, stage_id))
        return True if self.stage_move is None else await self.stage_move(ref, stage_id)

    def convert(self, lead_id: int) -> None:
        self.asked.append(("convert", lead_id))

    def comment(self, ref: ClientRef) -> None:
        self.asked.append(("comment", ref))

    def call(self, phone: str, ref: ClientRef | None = None) -> None:
        self.asked.append(("call", phone, ref))

    def message(self, ref: ClientRef, channel: Channel, text: str = "") -> None:
        self.asked.append(("message", ref, channel, text))

    def show_list(self, tab: Tab, chosen: Filter | None = None) -> None:
        self.asked.append(("show_list", tab, chosen))

    def open_profile(self, employee_id: int | None = None) -> None:
        self.asked.append(("open_profile", employee_id))

    def open_settings(self, page: str = "") -> None:
        self.asked.append(("open_settings", page))

    def open_palette(self, text: str = "") -> None:
        self.asked.append(("open_palette", text))

    def open_import(self, section: str = "lead") -> None:
        self.asked.append(("open_import", section))

    def undo_last(self) -> None:
        self.asked.append(("undo_last",))

    def find_duplicates(self, refs: Sequence[ClientRef] = ()) -> None:
        self.asked.append(("find_duplicates", tuple(refs)))

    def report(self, error: Exception) -> None:
        self.reported.append(error)

    def notify(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self.asked.append(("notify", words))


def view_context(workplace: Workplace) -> tuple[ViewContext, NotingNavigator]:
    """Real services, a noting navigator, changes bridged from the database."""
    navigator = NotingNavigator()
    changes = ChangeBridge()
    workplace.database.listen(changes.publish)
    return ViewContext(open_services(workplace), navigator, changes), navigator


def open_dialog(kind: type[QDialog]) -> QDialog | None:
    """The dialog of a kind that is on the screen now, if there is one."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def type_text(widget: QWidget, text: str) -> None:
    """Type as a keyboard does, any letter: QTest knows Latin ones only."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)
