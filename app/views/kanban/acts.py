"""What a card is asked for: open, plan, call, write, comment, complete; by menu, by key, by the buttons over it."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.qtbase.shortcuts import Command, Shortcuts
from app.qtmodels.board import BoardModel
from app.services.records.activities import ClientRef
from app.views.kanban.columns import Columns
from app.views.kanban.menus import Act, add_acts, fill_stages, show_menu
from app.views.kanban.pane import ColumnPane
from app.views.navigator import ViewContext
from app.views.records.spec import PHONE, SectionSpec

NEIGHBOURS = 1_000
"""Ids around a card that its window is given to walk through."""


class CardActs(QObject):
    """Everything goes through the navigator; what it changes arrives as `Changes`."""

    stage_chosen = Signal(tuple, int)
    """Cards and the stage they go to."""

    def __init__(
        self, context: ViewContext, spec: SectionSpec, board: BoardModel, columns: Columns, view: QWidget
    ) -> None:
        super().__init__(view)
        self._navigator = context.navigator
        self._registry = context.services.workplace.registry
        self._spec = spec
        self._board = board
        self._columns = columns
        self._view = view

    def bind_keys(self, scope: QWidget) -> None:
        """The letters of a list (design language, section 6), and F for folding."""
        keys = Shortcuts(scope)
        for letter, act in (
            ("J", lambda: self._step(1)),
            ("K", lambda: self._step(-1)),
            ("C", lambda: self._at_cursor("call")),
            ("D", lambda: self._at_cursor("plan")),
            ("E", lambda: self._at_cursor("complete")),
            ("M", lambda: self._at_cursor("comment")),
            ("S", self._stage_menu),
            ("F", self._fold),
        ):
            keys.add(Command(f"card.{letter}", "", letter, repeats=letter in "JK"), act)

    def add(self, stage_id: int | None = None) -> None:
        """A new record; of another stage than the first it is asked for what that one needs."""
        if self._spec.section == "lead":
            self._navigator.new_lead(stage_id=stage_id)
        else:
            self._navigator.new_deal(stage_id=stage_id)

    def open(self, pane: ColumnPane, index: QModelIndex) -> None:
        """The card's window; it walks through the column."""
        start = max(0, index.row() - NEIGHBOURS // 2)
        neighbours = pane.column.ids[start : start + NEIGHBOURS].tolist()
        self._navigator.open_card(self._spec.section, pane.column.id_at(index.row()), neighbours)

    def plan(self, pane: ColumnPane, index: QModelIndex) -> None:
        """The one form of activities, at the card."""
        self._navigator.plan_activity(self._ref(pane, index), pane.cards.card_rect(index))

    def quick(self, action: str, pane: ColumnPane, index: QModelIndex) -> None:
        """A button over the card, or the key or the menu's line that does the same."""
        if not index.isValid():
            return
        ref = self._ref(pane, index)
        match action:
            case "plan":
                self.plan(pane, index)
            case "complete":
                self._navigator.complete_next_activity(ref)
            case "comment":
                self._navigator.comment(ref)
            case "call":
                self._call(ref)
            case _:
                channel = next((one for one in self._spec.messages if one == action), None)
                if channel is not None:
                    self._navigator.message(ref, channel)

    def _call(self, ref: ClientRef) -> None:
        phone = self._board.value(ref.id, PHONE)
        if isinstance(phone, str) and phone:
            self._navigator.call(phone, ref)
        else:
            self._navigator.notify(QCoreApplication.translate("Records", "There is no phone to call"))

    def _ref(self, pane: ColumnPane, index: QModelIndex) -> ClientRef:
        return ClientRef(self._spec.section, pane.column.id_at(index.row()))

    # keys

    def _cursor(self) -> tuple[ColumnPane, QModelIndex] | None:
        pane = self._columns.current
        index = pane.cards.currentIndex() if pane is not None else QModelIndex()
        return (pane, index) if pane is not None and index.isValid() else None

    def _at_cursor(self, action: str) -> None:
        cursor = self._cursor()
        if cursor is not None:
            self.quick(action, *cursor)

    def _step(self, rows: int) -> None:
        pane = self._columns.current
        if pane is not None and pane.column.rowCount():
            row = min(max(pane.cards.currentIndex().row() + rows, 0), pane.column.rowCount() - 1)
            self._columns.go_to(pane, row)

    def _fold(self) -> None:
        pane = self._columns.current
        if pane is not None:
            self._columns.fold(pane, True)

    # menus

    def show_menu(self, pane: ColumnPane, index: QModelIndex, place: QPoint) -> QMenu:
        """Everything that can be done with a card."""
        menu = QMenu(self._view)
        add_acts(menu, self._menu_acts(pane, index))
        menu.addSeparator()
        stages = menu.addMenu(QCoreApplication.translate("Board", "Change the stage"))
        self._fill_stages(stages, pane, index)
        show_menu(menu, place)
        return menu

    def _menu_acts(self, pane: ColumnPane, index: QModelIndex) -> tuple[Act, ...]:
        def act(icon: str, words: str, keys: str, action: str) -> Act:
            return Act(icon, words, keys, lambda: self.quick(action, pane, index))

        whatsapp = QCoreApplication.translate("Records", "Write by WhatsApp")
        return (
            Act("open", QCoreApplication.translate("Board", "Open the card"), "", lambda: self.open(pane, index)),
            act("plus", QCoreApplication.translate("Records", "Plan an activity"), "D", "plan"),
            act("check", QCoreApplication.translate("Board", "Complete the activity"), "E", "complete"),
            act("call", QCoreApplication.translate("Records", "Call"), "C", "call"),
            act("whatsapp", whatsapp, "", "whatsapp"),
            act("comment", QCoreApplication.translate("Board", "Comment"), "M", "comment"),
        )

    def _fill_stages(self, menu: QMenu, pane: ColumnPane, index: QModelIndex) -> None:
        card = pane.column.id_at(index.row())
        cards = tuple(self._board.selected) if self._board.is_selected(card) else (card,)
        stages = self._registry.stages(self._spec.section)
        fill_stages(menu, stages, pane.stage.id, lambda stage: self.stage_chosen.emit(cards, stage))

    def _stage_menu(self) -> None:
        """S: the stages alone, the closing ones among them: what the mouse drops cards on."""
        cursor = self._cursor()
        if cursor is None:
            return
        menu = QMenu(self._view)
        self._fill_stages(menu, *cursor)
        rect: QRect = cursor[0].cards.card_rect(cursor[1])
        show_menu(menu, rect.bottomLeft())
