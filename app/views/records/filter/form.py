"""The right side of the panel: conditions that all hold, and groups of which any holds."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import UserError
from app.core.whens import parse_when
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.records.lists import AnyOf, Condition
from app.services.workplace import Workplace
from app.views.navigator import Section
from app.views.records.filter.fields import USUAL, PanelFields
from app.views.records.filter.grid import ConditionGrid, GroupFrame
from app.views.records.filter.picker import GROUP, FieldPicker
from app.views.widgets.buttons import Button

Part = Condition | AnyOf


class ConditionForm(QWidget):
    """All of it holds together; what is empty asks for nothing."""

    changed = Signal()

    def __init__(
        self, workplace: Workplace, section: Section, fields: PanelFields, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.fields = fields
        self.groups: list[GroupFrame] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_M, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(self._heading())
        page = QWidget()
        page.setProperty("role", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(GAP_L + 2, 0, GAP_L + 2, GAP_L)
        self._column.setSpacing(GAP_M)
        self.grid = ConditionGrid(fields, USUAL[section], self.read_day, page)
        self.grid.changed.connect(self.changed)
        self._column.addWidget(self.grid)
        self._column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.area, 1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP_L + 2, 0, GAP_L + 2, 0)
        row.setSpacing(GAP_S)
        title = QLabel(QCoreApplication.translate("Filter", "Conditions"), self)
        title.setProperty("role", "heading")
        row.addWidget(title)
        note = QLabel(QCoreApplication.translate("Filter", "all of them hold"), self)
        note.setProperty("tone", "muted")
        row.addWidget(note)
        row.addStretch(1)
        self.add_button = Button(
            QCoreApplication.translate("Filter", "Add a condition"), "link", icon="plus", parent=self
        )
        self.add_button.clicked.connect(self.pick)
        row.addWidget(self.add_button)
        return row

    # between the form and conditions

    def conditions(self) -> tuple[Part, ...]:
        """What is asked now."""
        groups = (frame.group() for frame in self.groups)
        return (*self.grid.conditions(), *(group for group in groups if group is not None))

    def show_conditions(self, parts: Sequence[Part]) -> None:
        """Fill the form in, without `changed`."""
        self.blockSignals(True)
        self.grid.show_conditions([one for one in parts if isinstance(one, Condition)])
        for frame in self.groups:
            self._take_away(frame)
        self.groups = []
        for part in parts:
            if isinstance(part, AnyOf):
                self._add_group().grid.show_conditions(part.conditions)
        self.blockSignals(False)

    def focus_first(self) -> None:
        """The cursor into the first condition."""
        if self.grid.boxes:
            self.grid.boxes[0].focus()

    # adding

    def pick(self) -> FieldPicker:
        """Choose the field of one more condition."""
        picker = FieldPicker(self.fields.offered, groups=True, parent=self)
        picker.picked.connect(self._add)
        picker.show_under(self.add_button)
        picker.search.setFocus()
        return picker

    def _add(self, code: str) -> None:
        if code == GROUP:
            frame = self._add_group()
            self.area.ensureWidgetVisible(frame)
            frame.pick()
        else:
            self.area.ensureWidgetVisible(self.grid.add(self.fields.by_code[code]))

    def _add_group(self) -> GroupFrame:
        frame = GroupFrame(self.fields, self.read_day, self)
        frame.changed.connect(self.changed)
        frame.removed.connect(lambda: self._remove_group(frame))
        self.groups.append(frame)
        self._column.insertWidget(len(self.groups), frame)
        frame.show()
        return frame

    def _remove_group(self, frame: GroupFrame) -> None:
        self.groups.remove(frame)
        self._take_away(frame)
        self.add_button.setFocus()
        self.changed.emit()

    def _take_away(self, frame: GroupFrame) -> None:
        self._column.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def read_day(self, text: str, ahead: bool) -> date | None:
        """A day as people type it: "20.11" typed in spring is last year's, save in a field that looks `ahead`."""
        now = self._workplace.now().astimezone(self._workplace.zone)
        try:
            day = parse_when(text, now, self._workplace.calendar).date
        except UserError:
            return None
        dated = any(char.isdigit() for char in text) and str(day.year) not in text
        return _in_year(day, day.year - 1) if dated and not ahead and day > now.date() else day


def _in_year(day: date, year: int) -> date:
    """The same day of a year; 29 February becomes the 28th where there is none."""
    return date(year, day.month, 28) if (day.month, day.day) == (2, 29) and year % 4 else day.replace(year=year)
