"""The ways of cards between and within columns: dropped by mouse, sent by key or menu; what is told of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, QRect
from PySide6.QtGui import QPixmap

from app.core.errors import PrichalError
from app.core.kinds import StageKind
from app.qtbase.tasks import Tasks
from app.qtmodels.board import BoardModel
from app.services.records.office import StageRecord
from app.views.kanban.carrying import Carrying, Target
from app.views.kanban.columns import Columns
from app.views.kanban.moving import move_cards, needs_words, refusal
from app.views.kanban.pane import ColumnPane
from app.views.navigator import ViewContext
from app.views.records.spec import SectionSpec


class CardJourneys(QObject):
    """Cards hang where they were dropped until it is decided: then they stand there, or go back."""

    def __init__(
        self, context: ViewContext, spec: SectionSpec, board: BoardModel, columns: Columns, carrying: Carrying
    ) -> None:
        super().__init__(carrying)
        self._context = context
        self._section = spec.section
        self._registry = context.services.workplace.registry
        self._board = board
        self._columns = columns
        self._carrying = carrying
        self._asked: set[int] = set()
        """Stages whose needs were asked for during this drag."""
        self._tasks = Tasks(self, self._failed)
        carrying.set_row_in(self._row_in)
        carrying.dropped.connect(self._dropped)
        carrying.changed.connect(self._ask_needs)

    def closing_stages(self) -> tuple[StageRecord, ...]:
        """Stages of the closing zone; those that have a column on the board are dropped on there."""
        shown = {pane.stage.id for pane in self._columns.panes}
        stages = self._registry.stages(self._section)
        return tuple(one for one in stages if one.kind is not StageKind.WORKING and one.id not in shown)

    def doing(self) -> str:
        """ "Moving: Фомин Денис → Встреча назначена"; empty while nothing is carried."""
        carrying = self._carrying
        if not carrying.held:
            return ""
        count = len(carrying.cards)
        who = self._board.name(carrying.cards[0])
        if count > 1:
            who = QCoreApplication.translate("Board", "%n card(s)", None, count)
        if carrying.target is None or carrying.target.stage_id not in self._registry.all.stages:
            return QCoreApplication.translate("Board", "Moving: {who}").format(who=who)
        stage = self._registry.stage(carrying.target.stage_id).name
        return QCoreApplication.translate("Board", "Moving: {who} → {stage}").format(who=who, stage=stage)

    # by mouse

    def take_up(self, pane: ColumnPane, index: QModelIndex, picture: QPixmap, hold: QPoint, home: QRect) -> None:
        """All selected cards hang together where the card is one of them."""
        self._asked = {pane.stage.id}
        card = pane.column.id_at(index.row())
        chosen = [one for one in self._board.selected if one != card] if self._board.is_selected(card) else []
        self._carrying.take_up(pane, (card, *chosen), picture, hold, home)

    def _row_in(self, pane: ColumnPane, row: int) -> int:
        """By hand a card stands where it is dropped, else where the order puts it."""
        if self._board.order == "hand":
            return row
        cards = self._carrying.cards
        return self._board.landing_row(pane.column, cards[0]) if cards else row

    def _ask_needs(self) -> None:
        """Each column is asked once a drag, for the card at the pointer."""
        target, cards = self._carrying.target, self._carrying.cards
        if target is not None and target.row >= 0 and cards and target.stage_id not in self._asked:
            self._asked.add(target.stage_id)
            asking = self._show_needs(cards[0], target.stage_id)
            # a hint that can't be had is none; the drop itself will say what is wrong
            self._tasks.run(asking, on_error=lambda _error: None, quiet=True)

    async def _show_needs(self, card: int, stage_id: int) -> None:
        services = self._context.services
        service = services.leads if self._section == "lead" else services.deals
        words = needs_words(await service.needs(card, stage_id))
        if words and card in self._carrying.cards:
            self._carrying.show_needs(stage_id, words)

    def _dropped(self, target: Target) -> None:
        cards = self._carrying.cards
        others = [card for card in cards if not self._stands_on(card, target.stage_id)]
        if others:
            self._tasks.run(self._move(others, target.stage_id, max(0, target.row)))
        elif self._board.order == "hand":
            self._board.move_now(cards, target.stage_id, target.row)
            self._carrying.land()
            self._tasks.run(self._lay(target.stage_id, cards), quiet=True)
        else:
            self._carrying.go_back()

    # by key and menu

    def send(self, cards: Sequence[int], stage_id: int) -> None:
        """Cards go to a stage that was chosen in a menu."""
        self._tasks.run(self._move(list(cards), stage_id, None))

    def step_stage(self, sides: int) -> None:
        """The card at the cursor, or the selected ones with it, go to the neighbouring stage in progress."""
        pane = self._columns.current
        index = pane.cards.currentIndex() if pane is not None else QModelIndex()
        if pane is None or not index.isValid():
            return
        stages = [stage.id for stage in self._registry.open_stages(self._section)]
        if pane.stage.id not in stages:
            return
        place = stages.index(pane.stage.id) + sides
        if 0 <= place < len(stages):
            card = pane.column.id_at(index.row())
            cards = list(self._board.selected) if self._board.is_selected(card) else [card]
            self._tasks.run(self._move(cards, stages[place], None), latest="step")

    def step_place(self, rows: int) -> None:
        """The card at the cursor goes up or down in its column, where cards are laid by hand."""
        pane = self._columns.current
        if pane is None or not pane.cards.currentIndex().isValid():
            return
        if self._board.order != "hand":
            words = QCoreApplication.translate("Board", "Choose the order by hand (the gear) to lay cards yourself")
            self._context.navigator.notify(words)
            return
        row = pane.cards.currentIndex().row()
        card = pane.column.id_at(row)
        if 0 <= row + rows < pane.column.rowCount():
            self._board.move_now((card,), pane.stage.id, row + rows + (rows > 0))
            self._columns.go_to_card(card)
            self._tasks.run(self._lay(pane.stage.id, (card,)), latest="lay", quiet=True)

    # what becomes of them

    async def _move(self, cards: Sequence[int], stage_id: int, row: int | None) -> None:
        names = {card: self._board.name(card) for card in cards}
        cursor = cards[0]
        try:
            outcome = await move_cards(self._context, self._section, cards, stage_id)
        except PrichalError:
            self._carrying.go_back()
            raise
        if outcome.moved:
            self._stand(outcome.moved, stage_id, row)
            self._carrying.land()
            if self._board.order == "hand" and row is not None:
                await self._lay(stage_id, outcome.moved)
        else:
            self._carrying.go_back()
        if outcome.refused:
            refused = outcome.refused[0][0]
            self._context.navigator.report(refusal(names[refused], len(cards), outcome))
        if cursor in outcome.moved:
            self._columns.go_to_card(cursor)

    def _stand(self, cards: Sequence[int], stage_id: int, row: int | None) -> None:
        column = self._board.column(stage_id)
        if row is None and column is not None:
            row = 0 if self._board.order == "hand" else self._board.landing_row(column, cards[0])
        self._board.move_now(cards, stage_id, row or 0)

    async def _lay(self, stage_id: int, cards: Sequence[int]) -> None:
        """Keep the places of everything down to the last of these cards."""
        column = self._board.column(stage_id)
        if column is not None:
            last = max(column.row_of(card) for card in cards)
            first = column.ids[: last + 1].tolist()
            await self._context.services.boards.place(self._section, stage_id, first)

    def _stands_on(self, card: int, stage_id: int) -> bool:
        column = self._board.column(stage_id)
        return column is not None and column.row_of(card) >= 0

    def _failed(self, error: PrichalError) -> None:
        self._context.navigator.report(error)
