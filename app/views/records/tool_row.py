"""The row above a list: add, views, the filter field, the counters that filter, the gear. Their order never changes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.qtbase.metrics import GAP_M
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.services.records.lists import Counters
from app.views.navigator import Section
from app.views.records.filter.field import ChipField
from app.views.records.view import LIST
from app.views.widgets.buttons import Button, IconButton, Segment, SegmentedSwitch
from app.views.widgets.narrow_row import give_way
from app.views.widgets.tags import CounterChip

URGENCIES = ("overdue", "today", "none")


class ToolRow(QFrame):
    """Says what was pressed."""

    add_wanted = Signal()
    urgency_changed = Signal()
    columns_wanted = Signal()
    view_changed = Signal(str)
    """The id of the view chosen in the switch."""

    def __init__(
        self, section: Section, *, chips: bool, views: Sequence[Segment] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "toolrow")
        theme().fix_height(self, "tool_row")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_M, 0)
        row.setSpacing(GAP_M - 2)
        self.add = Button(add_words(section), "primary", icon="plus", parent=self)
        self.add.setToolTip(native("Ins"))
        self.add.clicked.connect(self.add_wanted)
        row.addWidget(self.add)
        self.views = SegmentedSwitch(views, parent=self)
        self.views.setVisible(len(views) > 1)
        self.views.changed.connect(self.view_changed)
        row.addWidget(self.views)
        self.filter = ChipField(self)
        row.addWidget(self.filter, 1)
        self.chips: dict[str, CounterChip] = {}
        for urgency, chip in (_chips(self) if chips else {}).items():
            chip.clicked.connect(self.urgency_changed)
            self.chips[urgency] = chip
            row.addWidget(chip)
        self.gear = IconButton("gear", QCoreApplication.translate("Records", "Columns of the list"), parent=self)
        self.gear.clicked.connect(self.columns_wanted)
        row.addWidget(self.gear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        give_way(self.width(), self.views, self.chips.values())

    def show_view(self, code: str) -> None:
        """Which view is in front; the gear arranges that one."""
        self.views.set_value(code)
        columns = QCoreApplication.translate("Records", "Columns of the list")
        self.gear.set_name(columns if code == LIST else QCoreApplication.translate("Records", "Arrange the view"))

    def urgency(self) -> tuple[str, ...]:
        """The counters that are pressed."""
        return tuple(code for code in URGENCIES if code in self.chips and self.chips[code].isChecked())

    def show_urgency(self, pressed: tuple[str, ...]) -> None:
        for code, chip in self.chips.items():
            chip.setChecked(code in pressed)

    def show_counters(self, counters: Counters) -> None:
        for code, count in (("overdue", counters.overdue), ("today", counters.today), ("none", counters.none)):
            if code in self.chips:
                self.chips[code].set_count(count)


def add_words(section: Section) -> str:
    """The words of the add button."""
    match section:
        case "lead":
            return QCoreApplication.translate("Records", "Add a lead")
        case "deal":
            return QCoreApplication.translate("Records", "Add a deal")
        case "contact":
            return QCoreApplication.translate("Records", "Add a contact")


def _chips(parent: QWidget) -> dict[str, CounterChip]:
    return {
        "overdue": CounterChip(QCoreApplication.translate("Records", "Overdue"), "overdue", "danger", parent),
        "today": CounterChip(QCoreApplication.translate("Records", "For today"), "clock", "warn", parent),
        "none": CounterChip(QCoreApplication.translate("Records", "Without activities"), "none", "plain", parent),
    }
