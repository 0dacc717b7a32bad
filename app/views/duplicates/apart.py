"""The pairs that colleagues said are no duplicates, and the way to take it back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.qtbase import i18n
from app.services.records.duplicates import ApartPair
from app.services.workplace import Workplace
from app.views.duplicates.words import ref_words
from app.views.widgets.buttons import Button
from app.views.widgets.list_dialog import ListDialog


class ApartDialog(ListDialog):
    """Enter, or the button, takes the selected pairs back."""

    taken_back = Signal(object)
    """A list of ApartPair."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        captions = (
            QCoreApplication.translate("Duplicates", "One"),
            QCoreApplication.translate("Duplicates", "Other"),
            QCoreApplication.translate("Duplicates", "Said"),
        )
        super().__init__(QCoreApplication.translate("Duplicates", "Not duplicates"), captions, (0, 1), parent)
        self._workplace = workplace
        self._pairs: tuple[ApartPair, ...] = ()
        self.choose_many()
        self.search = self.add_search(QCoreApplication.translate("Duplicates", "Name or number"))
        self.back = Button(QCoreApplication.translate("Duplicates", "May be one person"), icon="undo", parent=self)
        self.add_act(self.back)
        self.rows_chosen.connect(self._ask)

    def show_pairs(self, pairs: Sequence[ApartPair]) -> None:
        self._pairs = tuple(pairs)
        self.show_rows([self._words(pair) for pair in pairs])
        self.back.setEnabled(bool(self._pairs))
        self.tree.setFocus()

    def _words(self, pair: ApartPair) -> tuple[str, str, str]:
        people = self._workplace.registry.all.employees
        who = people[pair.employee_id].short_name if pair.employee_id is not None else ""
        said = i18n.stamp(pair.at, self._workplace.zone, self._workplace.today())
        return (
            f"{pair.one_name} · {ref_words(pair.one)}",
            f"{pair.other_name} · {ref_words(pair.other)}",
            " · ".join(part for part in (said, who) if part),
        )

    def _ask(self, rows: Sequence[int]) -> None:
        self.taken_back.emit([self._pairs[row] for row in rows])
