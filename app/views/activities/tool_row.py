"""The tool row of My activities: add, filter field, chips that count and filter."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from app.core.kinds import Kind, Right
from app.qtbase.metrics import GAP_M
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.qtmodels.agenda_words import DONE
from app.services.records.office import EmployeeRecord
from app.services.workplace import Workplace
from app.views.widgets.buttons import Button, Segment, SegmentedSwitch
from app.views.widgets.filter_field import FilterField
from app.views.widgets.narrow_row import give_way
from app.views.widgets.tags import CounterChip

CHIP_GROUPS: Final = ("overdue", "today", DONE)
AGENDA, CALENDAR = "agenda", "calendar"


class ToolRow(QFrame):
    """Whose activities, which of them, with which words."""

    add_wanted = Signal()
    text_changed = Signal(str)
    groups_changed = Signal(object)
    """frozenset of group codes; empty: everything planned."""
    view_chosen = Signal(str)
    """"agenda" or "calendar"."""
    employee_chosen = Signal(object)
    """An employee's id; None: oneself."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._colleagues = colleagues(workplace)
        self._employee_id: int | None = None
        self.setProperty("role", "toolrow")
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_M - 2)
        add_words = QCoreApplication.translate("MyActivities", "Add an activity")
        self.add = Button(add_words, "primary", icon="plus", parent=self)
        self.add.setToolTip(native("Ins"))
        self.add.clicked.connect(self.add_wanted)
        self.views = SegmentedSwitch(_views(), parent=self)
        self.views.changed.connect(self.view_chosen)
        self.filter = FilterField(parent=self)
        self.filter.funnel.setVisible(bool(self._colleagues))
        self.filter.funnel.set_name(QCoreApplication.translate("MyActivities", "Whose activities"))
        self.filter.text_changed.connect(self.text_changed)
        self.filter.filter_asked.connect(self.choose_employee)
        self.filter.preset_dropped.connect(self._drop_preset)
        row.addWidget(self.add)
        row.addWidget(self.views)
        row.addWidget(self.filter, 1)
        self.chips = self._make_chips()
        for chip in self.chips.values():
            row.addWidget(chip)
        self._show_preset()

    def _make_chips(self) -> Mapping[str, CounterChip]:
        chips = {
            "overdue": CounterChip(QCoreApplication.translate("MyActivities", "Overdue"), "overdue", "danger", self),
            "today": CounterChip(QCoreApplication.translate("MyActivities", "For today"), "clock", "warn", self),
            DONE: CounterChip(QCoreApplication.translate("MyActivities", "Done today"), "check", "plain", self),
        }
        for chip in chips.values():
            chip.clicked.connect(lambda: self.groups_changed.emit(self.groups()))
        return chips

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        give_way(self.width(), self.views, self.chips.values())

    def groups(self) -> frozenset[str]:
        """The groups of the pressed chips."""
        return frozenset(code for code, chip in self.chips.items() if chip.isChecked())

    def press(self, groups: frozenset[str]) -> None:
        """Press these chips alone, without `groups_changed`."""
        for code, chip in self.chips.items():
            chip.setChecked(code in groups)

    def show_employee(self, employee_id: int | None) -> None:
        self._employee_id = employee_id
        self._show_preset()

    def choose_employee(self) -> None:
        """The menu of those whose activities may be read."""
        if not self._colleagues:
            return
        menu = QMenu(self)
        group = QActionGroup(menu)
        mine: list[tuple[int | None, str]] = [(None, QCoreApplication.translate("MyActivities", "My activities"))]
        for employee_id, words in (*mine, *((one.id, one.name) for one in self._colleagues)):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(employee_id == self._employee_id)
            action.triggered.connect(lambda _=False, chosen=employee_id: self.employee_chosen.emit(chosen))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.filter.mapToGlobal(QPoint(0, self.filter.height() + 2)))

    def _drop_preset(self) -> None:
        """From a colleague back to oneself; from oneself to the choice of colleagues."""
        if self._employee_id is not None:
            self.employee_chosen.emit(None)
        else:
            self.choose_employee()

    def _show_preset(self) -> None:
        name = QCoreApplication.translate("MyActivities", "My activities") if self._colleagues else ""
        if self._employee_id is not None:
            name = self._workplace.registry.employee(self._employee_id).short_name
        self.filter.set_preset(name)


def _views() -> tuple[Segment, ...]:
    return (
        Segment(AGENDA, QCoreApplication.translate("MyActivities", "List"), "list"),
        Segment(CALENDAR, QCoreApplication.translate("MyActivities", "Calendar"), "calendar"),
    )


def colleagues(workplace: Workplace) -> tuple[EmployeeRecord, ...]:
    """Others whose activities this employee may read."""
    me = workplace.actor.employee_id
    return tuple(
        one
        for one in workplace.registry.employees()
        if one.id != me and workplace.rights.allows(Kind.ACTIVITY, Right.READ, one.id)
    )
