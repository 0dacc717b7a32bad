"""The page of the work queue's order: leads by stages with a place each, deals by what presses."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSpinBox, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.office import WorkOrder
from app.services.office.work_order import PLACES
from app.views.navigator import ViewContext
from app.views.settings.page import SettingsPage
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel
from app.views.widgets.tags import Tag

PLACE_WIDTH = 84
_REASON = Qt.ItemDataRole.UserRole


class OrderPage(SettingsPage):
    """Alt+Up and Alt+Down move a reason of the deals."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._stored = WorkOrder({}, ())
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.leads = Panel(QCoreApplication.translate("Settings", "Leads: by stage"), ruled=True, parent=self)
        self.deals = Panel(QCoreApplication.translate("Settings", "Deals: by what presses"), ruled=True, parent=self)
        row.addWidget(self.leads, 1)
        row.addWidget(self.deals, 1)
        self.content.addLayout(row)
        self.content.addStretch(1)
        self.places: dict[int, QSpinBox] = {}
        self._grid: QWidget | None = None
        for panel in (self.leads, self.deals):
            panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        hint = QLabel(
            QCoreApplication.translate(
                "Settings", "Place 1 is treated first. Stages at one place are worked through together, by due time."
            ),
            self.leads.body,
        )
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        self.leads.content.addWidget(hint)
        self.leads.content.addStretch(1)
        self._fill_deals()

    async def read(self) -> object:
        return self.context.services.office_order.stored()

    async def write(self, seen: object, wanted: object) -> None:
        assert isinstance(seen, WorkOrder)
        assert isinstance(wanted, WorkOrder)
        await self.context.services.office_order.save(seen, wanted)

    def fill(self, value: object) -> None:
        assert isinstance(value, WorkOrder)
        self._stored = value
        self._fill_leads(value)
        self._show_deals(value.deals)

    def value(self) -> object:
        leads = {stage_id: field.value() for stage_id, field in self.places.items()}
        return replace(self._stored, leads=leads, deals=self._chosen())

    def changes(self) -> int:
        seen = self.seen
        if not isinstance(seen, WorkOrder):
            return 0
        places = sum(seen.leads.get(stage_id) != field.value() for stage_id, field in self.places.items())
        return places + (self._chosen() != seen.deals)

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "Everybody's queue follows at once.")

    # leads

    def _fill_leads(self, order: WorkOrder) -> None:
        """One line a stage: its place; stages at one place are worked through together."""
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        body = self._grid = QWidget(self.leads.body)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_S)
        grid.setColumnStretch(2, 1)
        registry = self.context.services.workplace.registry
        self.places = {}
        for number, (stage_id, place) in enumerate(order.leads.items()):
            stage = registry.stage(stage_id)
            field = QSpinBox(body)
            field.setRange(1, max(PLACES, place))
            field.setValue(place)
            field.setFixedWidth(PLACE_WIDTH)
            field.setAccessibleName(
                QCoreApplication.translate("Settings", "Place of “{stage}”").format(stage=stage.name)
            )
            theme().fix_height(field, "control")
            field.valueChanged.connect(self.changed)
            grid.addWidget(field, number, 0)
            grid.addWidget(Tag(stage.name, stage.tone, parent=body), number, 1)
            self.places[stage_id] = field
        self.leads.content.insertWidget(1, body)
        body.show()

    # deals

    def _fill_deals(self) -> None:
        hint = QLabel(
            QCoreApplication.translate(
                "Settings", "The first that holds decides. What isn't ticked brings no deal forward; last comes "
                "the oldest contact."
            ),
            self.deals.body,
        )  # fmt: skip
        hint.setProperty("role", "caption")
        hint.setWordWrap(True)
        self.deals.content.addWidget(hint)
        self.list = QListWidget(self.deals.body)
        self.list.setAccessibleName(QCoreApplication.translate("Settings", "Deals: by what presses"))
        self.list.setProperty("framed", True)
        self.list.setMinimumHeight(theme().metrics.row_line * 7)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=step: self.shift(by))
        self.deals.content.addWidget(self.list)
        line = QHBoxLayout()
        line.setSpacing(GAP_S)
        up = Button(QCoreApplication.translate("Settings", "Up"), icon="arrow_up", small=True, parent=self.deals.body)
        down = Button(
            QCoreApplication.translate("Settings", "Down"), icon="arrow_down", small=True, parent=self.deals.body
        )
        usual = Button(
            QCoreApplication.translate("Settings", "As in the guide"), "link", small=True, parent=self.deals.body
        )
        up.clicked.connect(lambda: self.shift(-1))
        down.clicked.connect(lambda: self.shift(1))
        usual.clicked.connect(self._as_usual)
        for button in (up, down, usual):
            line.addWidget(button)
        line.addStretch(1)
        self.deals.content.addLayout(line)

    def shift(self, step: int) -> None:
        """Move the current reason up or down."""
        row = self.list.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.list.count():
            return
        self.list.insertItem(to, self.list.takeItem(row))
        self.list.setCurrentRow(to)
        self.changed.emit()

    def _as_usual(self) -> None:
        self._show_deals(self.context.services.office_order.usual_deals())
        self.changed.emit()

    def _show_deals(self, chosen: Sequence[str]) -> None:
        usual = self.context.services.office_order.usual_deals()
        self.list.blockSignals(True)
        self.list.clear()
        for reason in (*chosen, *(one for one in usual if one not in chosen)):
            item = QListWidgetItem(reason_words(reason), self.list)
            item.setData(_REASON, reason)
            item.setSizeHint(QSize(0, theme().metrics.row_line))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if reason in chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _chosen(self) -> tuple[str, ...]:
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(str(one.data(_REASON)) for one in items if one.checkState() is Qt.CheckState.Checked)


def reason_words(reason: str) -> str:
    """Why a deal comes forward."""
    match reason:
        case "overdue":
            return QCoreApplication.translate("Settings", "An overdue activity")
        case "deadline":
            return QCoreApplication.translate("Settings", "A hearing or deadline is near")
        case "payment":
            return QCoreApplication.translate("Settings", "An overdue payment")
        case "due":
            return QCoreApplication.translate("Settings", "Due today")
        case "no_activity":
            return QCoreApplication.translate("Settings", "Without activities")
        case "unprocessed":
            return QCoreApplication.translate("Settings", "Not processed: no recorded conversation")
    return reason
