"""The table of everybody: name, role, department, how they come in, when they did last."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.qtbase.theme import theme
from app.services.records.people import PersonRecord
from app.services.workplace import Workplace
from app.views.settings.person_words import sign_in_words, state_words

_NUMBER = Qt.ItemDataRole.UserRole
NAME, STATE = 0, 3
NARROWEST = 110
WIDTHS = 136, 140, 214, 124
"""Of role, department, state and last sign-in; the name takes the rest."""


class PeopleTable(QTableWidget):
    """Arrows choose, Enter or a double click corrects."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(0, 5, parent)
        self._workplace = workplace
        self._people: Sequence[PersonRecord] = ()
        self._roles: Mapping[str, str] = {}
        self.setAccessibleName(QCoreApplication.translate("People", "Employees"))
        self.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("People", "Employee"),
                QCoreApplication.translate("People", "Role"),
                QCoreApplication.translate("People", "Department"),
                QCoreApplication.translate("People", "State"),
                QCoreApplication.translate("People", "Last sign-in"),
            ]
        )
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFixedHeight(theme().metrics.row_line - 2)
        header.setMinimumSectionSize(NARROWEST)
        for column, width in enumerate(WIDTHS, 1):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(lambda *_: self.chosen.emit())
        self.cellDoubleClicked.connect(lambda *_: self.opened.emit())
        theme().changed.connect(self._show)

    def show_people(self, people: Sequence[PersonRecord], roles: Mapping[str, str]) -> None:
        """Fill the table; who was chosen stays chosen."""
        self._people, self._roles = people, roles
        self._show()

    def person(self) -> PersonRecord | None:
        """Who is chosen."""
        item = self.item(self.currentRow(), NAME)
        number = item.data(_NUMBER) if item is not None else None
        return next((one for one in self._people if one.id == number), None)

    def choose(self, employee_id: int) -> None:
        """Bring a person to the front."""
        for row, one in enumerate(self._people):
            if one.id == employee_id:
                self.setCurrentCell(row, NAME)

    def _show(self) -> None:
        before = self.person()
        self.blockSignals(True)
        self.setRowCount(len(self._people))
        for row, one in enumerate(self._people):
            self.setRowHeight(row, theme().metrics.row_line + 2)
            self._show_row(row, one)
        self.blockSignals(False)
        self.choose(before.id if before is not None else self._people[0].id if self._people else 0)
        self.chosen.emit()

    def _show_row(self, row: int, one: PersonRecord) -> None:
        state, role = state_words(one, self._workplace)
        role_name = self._roles.get(one.role_code, one.role_code)
        cells = (one.name, role_name, one.department, state, sign_in_words(one, self._workplace))
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column == NAME:
                item.setFont(theme().font("name"))
                item.setData(_NUMBER, one.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in cells if part))
            if column == STATE:
                item.setForeground(QBrush(getattr(theme().colors, role)))
            elif not one.active:
                item.setForeground(QBrush(theme().colors.text3))
            self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(560, 400)
