"""The list of the last operations: when, what, by whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n
from app.services.workplace import Workplace
from app.views.operations.words import operation_words
from app.views.widgets.buttons import Button
from app.views.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.undo import OperationRecord


class OperationsDialog(ListDialog):
    """Enter, or the button, undoes the current line."""

    undo_wanted = Signal(object)
    """OperationRecord"""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        captions = (
            QCoreApplication.translate("Operations", "When"),
            QCoreApplication.translate("Operations", "What"),
            QCoreApplication.translate("Operations", "Who"),
        )
        super().__init__(QCoreApplication.translate("Operations", "Last operations"), captions, (1,), parent)
        self._workplace = workplace
        self._operations: tuple[OperationRecord, ...] = ()
        self.undo = Button(QCoreApplication.translate("Operations", "Undo…"), icon="undo", parent=self)
        self.add_act(self.undo, QCoreApplication.translate("Operations", "What was changed since stays as it is"))
        self.rows_chosen.connect(self._ask)

    def show_operations(self, found: "Sequence[OperationRecord]") -> None:
        """Fill the list, the newest first."""
        self._operations = tuple(found)
        self.note.hide()
        zone, today, registry = self._workplace.zone, self._workplace.today(), self._workplace.registry
        self.show_rows(
            [(i18n.stamp(one.at, zone, today), operation_words(one, registry), one.actor_name) for one in found]
        )
        self.undo.setEnabled(bool(self._operations))
        self.tree.setFocus()

    def _ask(self, rows: Sequence[int]) -> None:
        self.undo_wanted.emit(self._operations[rows[0]])
