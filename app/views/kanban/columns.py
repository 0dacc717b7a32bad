"""The columns side by side: made, kept and taken away as the board's stages come and go; which are folded."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.qtbase.metrics import GAP_M, GAP_S
from app.qtmodels.board import BoardModel
from app.qtmodels.board_column import BoardColumn
from app.views.kanban.pane import ColumnPane

MakePane = Callable[[BoardColumn, QWidget], ColumnPane]


class Columns(QScrollArea):
    """Scrolls sideways where the columns don't fit; one column is the cursor's, and Tab stops there alone."""

    folds_changed = Signal(tuple)
    """The ids of the folded stages."""

    def __init__(self, board: BoardModel, make: MakePane, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self._make = make
        self.panes: tuple[ColumnPane, ...] = ()
        self.folded: frozenset[int] = frozenset()
        self._current: ColumnPane | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget(self)
        self._page.setProperty("role", "page")
        self._row = QHBoxLayout(self._page)
        self._row.setContentsMargins(GAP_M, GAP_S + 2, GAP_M, GAP_S)
        self._row.setSpacing(GAP_S)
        self.setWidget(self._page)

    def rebuild(self) -> None:
        """Follow the board's columns; those that stay keep their place, scroll and cursor."""
        known = {pane.column: pane for pane in self.panes}
        panes = []
        for column in self._board.columns:
            pane = known.pop(column, None) or self._new(column)
            panes.append(pane)
        for pane in known.values():
            self._row.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        for place, pane in enumerate(panes):
            self._row.insertWidget(place, pane, 0 if pane.is_folded() else 1)
        self.panes = tuple(panes)
        if self._current not in panes:
            self._current = None
        self._stop_tab_once()

    def _new(self, column: BoardColumn) -> ColumnPane:
        pane = self._make(column, self._page)
        pane.set_folded(pane.stage.id in self.folded)
        pane.fold_changed.connect(lambda on: self.fold(pane, on))
        pane.cards.entered.connect(lambda: self._enter(pane))
        pane.show()
        return pane

    # folding

    def set_folded(self, stages: Sequence[int]) -> None:
        """As the employee left it."""
        self.folded = frozenset(stages)
        for pane in self.panes:
            self._fold(pane, pane.stage.id in self.folded)

    def fold(self, pane: ColumnPane, on: bool) -> None:
        """Fold a column or unfold it, and tell."""
        self.folded = self.folded | {pane.stage.id} if on else self.folded - {pane.stage.id}
        self._fold(pane, on)
        self.folds_changed.emit(tuple(sorted(self.folded)))
        if on and pane is self._current:
            self.step(1)
        elif not on:
            pane.cards.setFocus()

    def _fold(self, pane: ColumnPane, on: bool) -> None:
        pane.set_folded(on)
        self._row.setStretchFactor(pane, 0 if on else 1)

    # the cursor

    @property
    def current(self) -> ColumnPane | None:
        """The column that the cursor is in."""
        if self._current is not None and not self._current.is_folded():
            return self._current
        open_panes = [pane for pane in self.panes if not pane.is_folded()]
        return next((pane for pane in open_panes if pane.column.rowCount()), next(iter(open_panes), None))

    def pane(self, stage_id: int) -> ColumnPane | None:
        """The column of a stage."""
        return next((pane for pane in self.panes if pane.stage.id == stage_id), None)

    def _enter(self, pane: ColumnPane) -> None:
        self._current = pane
        self._stop_tab_once()

    def _stop_tab_once(self) -> None:
        current = self.current
        for pane in self.panes:
            here = pane is current
            pane.cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def focus_cards(self) -> None:
        """Put the cursor where it was, or on the first card."""
        current = self.current
        if current is None:
            return
        if not current.cards.currentIndex().isValid() and current.column.rowCount():
            current.cards.setCurrentIndex(current.column.index(0))
        current.cards.setFocus()

    def step(self, sides: int) -> None:
        """To the neighbouring column that has cards, at the same height."""
        current = self.current
        if current is None:
            return
        steps = (
            self.panes[self.panes.index(current) + 1 :]
            if sides > 0
            else (self.panes[: self.panes.index(current)][::-1])
        )
        target = next((pane for pane in steps if pane.column.rowCount() and not pane.is_folded()), None)
        if target is None:
            return
        height = current.cards.visualRect(current.cards.currentIndex()).center().y()
        row = min(target.cards.row_at(max(height, 0)), target.column.rowCount() - 1)
        self.go_to(target, row)

    def go_to(self, pane: ColumnPane, row: int) -> None:
        """Put the cursor on a card."""
        pane.cards.setFocus()
        pane.cards.go_to(pane.column.index(row))
        self.ensureWidgetVisible(pane, GAP_M, 0)

    def go_to_card(self, card_id: int) -> None:
        """Put the cursor on a card, wherever it stands now."""
        column = self._board.column_of(card_id)
        pane = None if column is None else self.pane(column.stage_id)
        if column is not None and pane is not None and not pane.is_folded():
            self.go_to(pane, column.row_of(card_id))
