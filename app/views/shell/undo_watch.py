"""Offers to take back what was just done: after each single act of this window a line with "Undo"."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from app.core.changes import Changes
from app.qtbase import i18n
from app.qtbase.tasks import Tasks
from app.views.navigator import ViewContext
from app.views.operations.words import operation_words
from app.views.widgets.undo_line import undo_line

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.undo import OperationRecord

OFFERED: Final = frozenset(
    {
        "lead.move", "deal.move", "lead.edit", "deal.edit", "contact.edit", "lead.assign", "deal.assign",
        "contact.assign", "lead.delete", "deal.delete", "contact.delete", "lead.convert", "lead.move_meeting",
        "activity.delete", "activity.cancel", "activity.move", "activity.change",
    }
)  # fmt: skip
"""Single acts; those on many, imports and merges tell by themselves."""
SETTLE_MS: Final = 120
"""One act says several changes; several cards moved together are taken back together."""
MOST: Final = 50


class UndoWatch(QObject):
    """Listens to what this program writes; the line comes in the window in front."""

    def __init__(self, context: ViewContext, front: Callable[[], QMainWindow | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._front = front
        self._tasks = Tasks(self, context.navigator.report)
        self._seen: dict[str, set[int]] = {}
        """Records by the act's name, since the line was shown last."""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(lambda: self._tasks.run(self._show(), latest="show", quiet=True))
        context.changes.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        workplace = self._context.services.workplace
        if changes.what not in OFFERED or changes.origin != workplace.database.origin:
            return
        if changes.kind == changes.what.partition(".")[0]:
            self._seen.setdefault(changes.what, set()).update(changes.ids)
            self._settle.start()

    async def _show(self) -> None:
        seen, self._seen = self._seen, {}
        services = self._context.services
        found: list[OperationRecord] = []
        for kind, refs in seen.items():
            mine = await services.undo.newest(kind, min(len(refs), MOST))
            found += [one for one in mine if one.record_id in refs]
        window = self._front()
        line = undo_line(window) if found and window is not None else None
        if line is not None:
            line.tell(self._words(found), lambda: self._tasks.run(self._undo(found)))

    def _words(self, found: "list[OperationRecord]") -> str:
        words = operation_words(found[0], self._context.services.workplace.registry)
        if len(found) == 1:
            return words
        more = QCoreApplication.translate("UndoLine", "{what} and %n more", None, len(found) - 1)
        return more.format(what=words)

    async def _undo(self, found: "list[OperationRecord]") -> None:
        left = 0
        for one in found:
            left += (await self._context.services.undo.undo(one.id)).left_count
        words = QCoreApplication.translate("UndoLine", "Undone: {what}").format(what=self._words(found))
        if left:
            kept = QCoreApplication.translate("UndoLine", "changed since and left: {count}")
            words = f"{words} · {kept.format(count=i18n.number(left))}"
        self._context.navigator.notify(words)
