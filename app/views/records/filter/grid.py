"""Conditions side by side, two in a row; groups of which any holds stand below, each in a frame of its own."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.services.records.lists import AnyOf, Condition, FilterField
from app.views.records.filter.box import BrokenBox, ConditionBox, ReadDay
from app.views.records.filter.fields import PanelFields
from app.views.records.filter.picker import FieldPicker
from app.views.widgets.buttons import Button, IconButton

Box = ConditionBox | BrokenBox


class ConditionGrid(QWidget):
    """Boxes of conditions; those of `usual` fields are always there and asked when they are filled."""

    changed = Signal()

    def __init__(
        self, fields: PanelFields, usual: Sequence[str], read_day: ReadDay, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._usual = [code for code in usual if code in fields.by_code]
        self._read_day = read_day
        self.boxes: list[Box] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_M)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for code in self._usual:
            self._insert(self._make(fields.by_code[code], removable=False))
        self._lay_out()

    def conditions(self) -> Iterator[Condition]:
        """What is asked, in the order of the boxes."""
        for box in self.boxes:
            asked = box.condition()
            if asked is not None:
                yield asked

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Fill the boxes in without `changed`; more boxes for what the usual ones don't ask."""
        for box in self.boxes[len(self._usual) :]:
            self._take_away(box)
        del self.boxes[len(self._usual) :]
        free: dict[str, ConditionBox] = {}
        for box in self.boxes:
            if isinstance(box, ConditionBox):
                box.clear()
                free[box.field.code] = box
        for condition in conditions:
            broken = self._fields.broken(condition)
            if broken is not None:
                self._insert(self._broken(condition, broken))
                continue
            box = free.pop(condition.field, None) or self._added(condition.field)
            box.show_condition(condition)
        self._lay_out()

    def add(self, field: FilterField) -> ConditionBox:
        """One more box, with the cursor in it."""
        box = self._added(field.code)
        self._lay_out()
        box.focus()
        return box

    def box(self, code: str) -> ConditionBox:
        """The first box of a field. Raises KeyError where there is none."""
        for box in self.boxes:
            if isinstance(box, ConditionBox) and box.field.code == code:
                return box
        raise KeyError(code)

    def _added(self, code: str) -> ConditionBox:
        box = self._make(self._fields.by_code[code], removable=True)
        self._insert(box)
        return box

    def _make(self, field: FilterField, *, removable: bool) -> ConditionBox:
        return ConditionBox(field, self._read_day, removable=removable, parent=self)

    def _broken(self, condition: Condition, code: str) -> BrokenBox:
        return BrokenBox(condition, code, self)

    def _insert(self, box: Box) -> None:
        box.changed.connect(self.changed)
        box.removed.connect(lambda: self._remove(box))
        self.boxes.append(box)

    def _remove(self, box: Box) -> None:
        place = self.boxes.index(box)
        self.boxes.remove(box)
        self._take_away(box)
        self._lay_out()
        if self.boxes:
            self.boxes[min(place, len(self.boxes) - 1)].focus()
        self.changed.emit()

    def _take_away(self, box: Box) -> None:
        self._grid.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _lay_out(self) -> None:
        row, column = 0, 0
        for box in self.boxes:
            if box.wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, 2 if box.wide else 1)
            box.show()
            column = 0 if box.wide or column else 1
            row += 0 if column else 1
        before: QWidget | None = None
        for box in self.boxes:
            if before is not None:
                QWidget.setTabOrder(before, box)
            before = box


class GroupFrame(QFrame):
    """Conditions of which at least one holds."""

    changed = Signal()
    removed = Signal()

    def __init__(self, fields: PanelFields, read_day: ReadDay, parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self.setProperty("role", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        column.setSpacing(GAP_S)
        head = QHBoxLayout()
        title = QLabel(QCoreApplication.translate("Filter", "Any of these holds"), self)
        title.setProperty("role", "label")
        head.addWidget(title)
        head.addStretch(1)
        self.add_button = Button(
            QCoreApplication.translate("Filter", "Or…"), "link", icon="plus", small=True, parent=self
        )
        self.add_button.setAccessibleName(QCoreApplication.translate("Filter", "Add a condition to the group"))
        self.add_button.clicked.connect(self.pick)
        head.addWidget(self.add_button)
        remove = IconButton("close", QCoreApplication.translate("Filter", "Remove the group"), small=True, parent=self)
        remove.clicked.connect(self.removed)
        head.addWidget(remove)
        column.addLayout(head)
        self.grid = ConditionGrid(fields, (), read_day, self)
        self.grid.changed.connect(self.changed)
        column.addWidget(self.grid)

    def group(self) -> AnyOf | None:
        """None while nothing is asked in it."""
        asked = tuple(self.grid.conditions())
        return AnyOf(asked) if asked else None

    def pick(self) -> FieldPicker:
        """Choose the field of one more condition."""
        picker = FieldPicker(self._fields.offered, groups=False, parent=self)
        picker.picked.connect(lambda code: self.grid.add(self._fields.by_code[code]))
        picker.show_under(self.add_button)
        picker.search.setFocus()
        return picker
