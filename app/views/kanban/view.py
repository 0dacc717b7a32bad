"""The kanban as a view of a section's page: columns, cards carried by hand or by keys, and what a card is asked for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QSize, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.kinds import StageKind
from app.qtbase.tasks import Tasks
from app.qtmodels.board import BoardModel
from app.qtmodels.board_column import BoardColumn
from app.qtmodels.board_words import BoardWriter
from app.qtmodels.record_words import RecordWriter
from app.qtmodels.roles import Role
from app.services.records.boards import CardOrder
from app.services.records.lists import Filter
from app.views.kanban.acts import CardActs
from app.views.kanban.card import CardShape, card_pixmap
from app.views.kanban.card_view import quick_actions
from app.views.kanban.carrying import Carrying
from app.views.kanban.closing import ClosingZone
from app.views.kanban.columns import Columns
from app.views.kanban.journeys import CardJourneys
from app.views.kanban.menus import options_menu, show_menu
from app.views.kanban.pane import ColumnPane
from app.views.navigator import ViewContext
from app.views.records.nothing import Nothing
from app.views.records.spec import SectionSpec
from app.views.records.view import RecordView

SETTLE_MS = 120
"""Changes come in bursts; the columns are asked for again once they pause."""
_ORDERS: tuple[CardOrder, ...] = ("activity", "date", "hand")


class KanbanView(RecordView):
    """Leads or deals in columns by their stage."""

    def __init__(self, context: ViewContext, spec: SectionSpec) -> None:
        super().__init__()
        self._context = context
        self._spec = spec
        self._services = context.services
        self._tasks = Tasks(self, context.navigator.report)
        self._order: CardOrder = "activity"
        self._chosen = Filter()
        self._stale = False
        """Something has changed while the view was not to be seen."""
        workplace, lists = context.services.workplace, context.services.lists
        cells = RecordWriter(workplace, spec.section, lists.columns(spec.section))
        writer = BoardWriter(workplace, spec.section, cells)
        self.board = BoardModel(context.services.boards, lists, workplace, spec.section, writer, self)
        self._shape = CardShape(typed=spec.section == "deal")
        self._quick = quick_actions(spec.messages)
        self._build()
        self._connect()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.columns = Columns(self.board, self._make_pane, self)
        box.addWidget(self.columns)
        self.zone = ClosingZone(self)
        self.carrying = Carrying(self, self.columns, self.zone)
        self.acts = CardActs(self._context, self._spec, self.board, self.columns, self)
        self.journeys = CardJourneys(self._context, self._spec, self.board, self.columns, self.carrying)
        self.nothing = Nothing(self._services.workplace, self._spec, self.columns, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)

    def _connect(self) -> None:
        board = self.board
        board.columns_changed.connect(self._rebuild)
        board.loaded.connect(self._loaded)
        board.failed.connect(self._context.navigator.report)
        board.busy_changed.connect(self.busy_changed)
        board.selection_changed.connect(self.selection_changed)
        self.carrying.changed.connect(self.status_changed)
        self.columns.folds_changed.connect(lambda _folded: self._keep())
        self.acts.stage_chosen.connect(self.journeys.send)
        self.acts.bind_keys(self)
        self.nothing.add_wanted.connect(self.acts.add)
        self.nothing.reset_wanted.connect(self.reset_wanted)
        self.nothing.import_wanted.connect(lambda: self._context.navigator.open_import(self._spec.section))
        self._context.changes.changed.connect(self._changed)
        self._settle.timeout.connect(self.refresh)

    def _make_pane(self, column: BoardColumn, parent: QWidget) -> ColumnPane:
        stage = self._services.workplace.registry.stage(column.stage_id)
        pane = ColumnPane(
            self.board, column, stage, self._shape, self._quick, adds=stage.kind is StageKind.WORKING, parent=parent
        )
        cards = pane.cards
        pane.add_wanted.connect(lambda: self.acts.add(self._beyond_first(stage.id)))
        cards.opened.connect(lambda index: self.acts.open(pane, index))
        cards.plan_wanted.connect(lambda index: self.acts.plan(pane, index))
        cards.quick_action.connect(lambda action, index: self.acts.quick(action, pane, index))
        cards.menu_wanted.connect(lambda index, place: self.acts.show_menu(pane, index, place))
        cards.taken_up.connect(lambda index, hold: self._take_up(pane, index, hold))
        cards.carried.connect(self.carrying.move)
        cards.let_go.connect(self.carrying.let_go)
        cards.given_up.connect(self.carrying.give_up)
        cards.side_wanted.connect(self.columns.step)
        cards.stage_wanted.connect(self.journeys.step_stage)
        cards.place_wanted.connect(self.journeys.step_place)
        return pane

    def _beyond_first(self, stage_id: int) -> int | None:
        """The stage to go on to; new records begin on the first by themselves."""
        first = next(iter(self._services.workplace.registry.open_stages(self._spec.section)), None)
        return None if first is not None and first.id == stage_id else stage_id

    # the page's side

    def restore(self, stored: dict[str, object]) -> None:
        kept = stored.get(self._key)
        if not isinstance(kept, Mapping):
            return
        order, folded = kept.get("order"), kept.get("folded")
        self._order = next((one for one in _ORDERS if one == order), self._order)
        if isinstance(folded, list):
            self.columns.set_folded([stage for stage in folded if isinstance(stage, int)])

    def show_filter(self, chosen: Filter) -> None:
        self._stale = False
        self._chosen = chosen
        self.board.show_result(chosen, self._order)

    def refresh(self) -> None:
        self._stale = False
        self._settle.stop()
        self.board.reload()

    def words_changed(self) -> None:
        self.board.words_changed()

    def selected_ids(self) -> Sequence[int]:
        return tuple(self.board.selected)

    def doing(self) -> str:
        return self.journeys.doing()

    def hints(self) -> tuple[str, ...]:
        if self.carrying.held:
            return (QCoreApplication.translate("Board", "Esc — cancel the move"),)
        neighbour = QCoreApplication.translate("Board", "Ctrl+← → — neighbouring stage")
        return neighbour, QCoreApplication.translate("Records", "Enter — open")

    def open_options(self, anchor: QWidget) -> None:
        unfold = self._unfold_all if self.columns.folded else None
        menu = options_menu(self, self._order, self._choose_order, unfold)
        show_menu(menu, anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))

    def _choose_order(self, order: CardOrder) -> None:
        self._order = order
        self._keep()
        self.board.show_result(self._chosen, order)

    def _unfold_all(self) -> None:
        self.columns.set_folded(())
        self._keep()

    @property
    def _key(self) -> str:
        return f"board.{self._spec.section}"

    def _keep(self) -> None:
        value = {"order": self._order, "folded": sorted(self.columns.folded)}
        self._tasks.run(self._services.preferences.set(self._key, value), latest="keep", quiet=True)

    # what changes

    def _changed(self, changes: Changes) -> None:
        if changes.kind == self._spec.section:
            self.board.cards_changed(changes.ids)
        elif changes.kind not in ("activity", "payment", "employee", "settings"):
            return
        self._stale = True
        if self.isVisible():
            self._settle.start()

    def _rebuild(self) -> None:
        self.columns.rebuild()
        self.carrying.set_panes(self.columns.panes)

    def _loaded(self) -> None:
        for pane in self.columns.panes:
            pane.show_numbers()
        self.loaded.emit()
        if self.board.count():
            self.nothing.put_away()
            if self.columns.current is not None and self.hasFocus():
                self.columns.focus_cards()
        else:
            self._tasks.run(self._show_nothing(), latest="nothing", quiet=True)

    async def _show_nothing(self) -> None:
        """Whether there is nobody at all, or nobody by this filter."""
        lists, section = self._services.lists, self._spec.section
        plain = self._chosen in (Filter(), Filter(preset=lists.default_preset(section)))
        if plain and not await lists.count(section, Filter()):
            self.nothing.show_none(steps=False)
        else:
            self.nothing.show_filtered()
        if not self.board.count() and self.isVisible():
            self.nothing.cover(self)

    # by hand

    def _take_up(self, pane: ColumnPane, index: QModelIndex, hold: QPoint) -> None:
        card = self.board.card(pane.stage.id, index.row(), int(index.data(Role.ID)))
        rect = pane.cards.card_rect(index)
        size = QSize(min(rect.width(), 320), rect.height())
        picture = card_pixmap(pane.cards.cards, card, size, self.devicePixelRatioF())
        self.zone.show_stages(self.journeys.closing_stages())
        self.journeys.take_up(pane, index, picture, hold, rect)

    def show_carrying(self, source: int, target: int) -> None:
        """Hold the first card of a column over another one, as the mouse would: for pictures of the window."""
        first, over = self.columns.panes[source], self.columns.panes[target]
        index = first.column.index(0)
        self._take_up(first, index, QPoint(60, 20))
        self.carrying.move(over.screen_rect().topLeft() + QPoint(over.width() // 2, over.height() // 3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.nothing.isVisible():
            self.nothing.state.button.setFocus(event.reason())
        else:
            self.columns.focus_cards()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zone.lie_at_foot()
