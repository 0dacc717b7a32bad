"""The office's own days: off although the week says work, or worked although it says off."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.office import OwnDay
from app.services.workplace import Workplace
from app.views.field_forms import FieldWorld
from app.views.widgets.buttons import Button
from app.views.widgets.fields import Choice, DateEditor, OneOfEditor
from app.views.widgets.panel import Panel

OFF, WORKED = "off", "worked"
KIND_WIDTH: Final = 150
DAY_WIDTH: Final = 170


class OwnDays(Panel):
    """A list, and a line that adds to it; Del takes the current day out."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Settings", "The office's own days"), ruled=True, parent=parent)
        self._days: dict[date, OwnDay] = {}
        self.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        self._add_line(workplace)
        self._add_list()

    def _add_line(self, workplace: Workplace) -> None:
        """What adds a day."""
        line = QHBoxLayout()
        line.setSpacing(GAP_S)
        self.day = DateEditor(FieldWorld.of(workplace).parse_day, QCoreApplication.translate("Settings", "Day"))
        self.day.line.setAccessibleName(QCoreApplication.translate("Settings", "Day"))
        self.day.setFixedWidth(DAY_WIDTH)
        self.kind = OneOfEditor(
            [
                Choice(OFF, QCoreApplication.translate("Settings", "Off")),
                Choice(WORKED, QCoreApplication.translate("Settings", "Worked")),
            ]
        )
        self.kind.combo.setAccessibleName(QCoreApplication.translate("Settings", "Off or worked"))
        self.kind.set_value(OFF)
        self.kind.setFixedWidth(KIND_WIDTH)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(QCoreApplication.translate("Settings", "What for"))
        self.name.setAccessibleName(QCoreApplication.translate("Settings", "What for"))
        self.name.setMaxLength(200)
        theme().fix_height(self.name, "control")
        self.add = Button(QCoreApplication.translate("Settings", "Add"), icon="plus", parent=self)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.day.line.returnPressed.connect(self._add)
        line.addWidget(self.day)
        line.addWidget(self.kind)
        line.addWidget(self.name, 1)
        line.addWidget(self.add)
        self.content.addLayout(line)

    def _add_list(self) -> None:
        self.tree = QTreeWidget(self)
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(3)
        self.tree.setAccessibleName(QCoreApplication.translate("Settings", "The office's own days"))
        self.content.addWidget(self.tree, 1)
        self.remove = Button(
            QCoreApplication.translate("Settings", "Remove"), "link", icon="trash", small=True, parent=self
        )
        self.remove.clicked.connect(self.take_out)
        self.tree.itemSelectionChanged.connect(self._show_remove)
        bottom = QHBoxLayout()
        bottom.addWidget(self.remove)
        bottom.addStretch(1)
        self.content.addLayout(bottom)

    def fill(self, days: Sequence[OwnDay]) -> None:
        """Show the days, without `changed`."""
        self._days = {one.day: one for one in days}
        self._show()

    def value(self) -> tuple[OwnDay, ...]:
        return tuple(self._days[day] for day in sorted(self._days))

    def take_out(self) -> None:
        """Take the chosen day out."""
        item = self.tree.currentItem()
        if item is not None and item.isSelected():
            del self._days[item.data(0, Qt.ItemDataRole.UserRole)]
            self._show()
            self.changed.emit()

    def _add(self) -> None:
        day = self.day.value()
        if day is None:
            self.day.set_state("error")
            self.day.line.setFocus()
            return
        self.day.set_state("")
        self._days[day] = OwnDay(day, self.kind.value() == WORKED, self.name.text().strip())
        self.day.set_value(None)
        self.name.clear()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.tree.clear()
        off = QCoreApplication.translate("Settings", "off")
        worked = QCoreApplication.translate("Settings", "worked")
        for one in self.value():
            words = [i18n.day_with_weekday(one.day), worked if one.working else off, one.name]
            item = QTreeWidgetItem(self.tree, words)
            item.setData(0, Qt.ItemDataRole.UserRole, one.day)
        for column in range(2):
            self.tree.resizeColumnToContents(column)
        self._show_remove()

    def _show_remove(self) -> None:
        self.remove.setEnabled(bool(self.tree.selectedItems()))
