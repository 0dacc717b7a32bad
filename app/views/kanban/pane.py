"""A column of the kanban: its head over its cards, or folded to a strip."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import StageKind
from app.qtbase import i18n
from app.qtbase.metrics import RADIUS_PANEL
from app.qtbase.theme import theme
from app.qtmodels.board import BoardModel
from app.qtmodels.board_column import BoardColumn
from app.services.records.office import StageRecord
from app.views.kanban.card import CardShape, draw_edge
from app.views.kanban.card_view import CardView
from app.views.kanban.head import ColumnHead, FoldedColumn
from app.views.widgets.table_view import QuickAction

LEAST_WIDTH, MOST_WIDTH = 190, 360


class ColumnPane(QFrame):
    """Stays as long as its stage is shown, whatever comes and goes beside it."""

    fold_changed = Signal(bool)
    add_wanted = Signal()

    def __init__(
        self, board: BoardModel, column: BoardColumn, stage: StageRecord, shape: CardShape,
        actions: Sequence[QuickAction], *, adds: bool, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.stage = stage
        self.column = column
        self._target = False
        going_on = stage.kind is StageKind.WORKING
        self.head = ColumnHead(stage, adds=adds, parent=self)
        self.cards = CardView(board, column, shape, actions, going_on=going_on, parent=self)
        self.cards.setAccessibleName(stage.name)
        self.folded = FoldedColumn(stage, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.cards, 1)
        box.addWidget(self.folded, 1)
        self.head.add_wanted.connect(self.add_wanted)
        self.head.fold_wanted.connect(lambda: self.fold_changed.emit(True))
        self.folded.unfold_wanted.connect(lambda: self.fold_changed.emit(False))
        for signal in (column.rowsInserted, column.rowsRemoved, column.dataChanged, column.layoutChanged):
            signal.connect(self.show_numbers)
        self.set_folded(False)
        self.show_numbers()

    def show_numbers(self) -> None:
        """Count and sums of the column as they are now."""
        sums = " + ".join(i18n.money_short(amount, currency) for currency, amount in self.column.sums)
        self.head.show_numbers(len(self.column.ids), sums)
        self.folded.show_numbers(len(self.column.ids))

    def is_folded(self) -> bool:
        return not self.folded.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Fold to a strip, or unfold."""
        self.folded.setVisible(folded)
        self.head.setVisible(not folded)
        self.cards.setVisible(not folded)
        if folded:
            self.setFixedWidth(self.folded.width())
        else:
            self.setMinimumWidth(LEAST_WIDTH)
            self.setMaximumWidth(MOST_WIDTH)
        policy = QSizePolicy.Policy.Fixed if folded else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Expanding)

    def screen_rect(self) -> QRect:
        """Where the column stands on the screen."""
        return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())

    def drop_row(self, place: QPoint) -> int:
        """The row that something dropped at a place of the screen would take; over the head it is the first."""
        inside = self.cards.viewport().mapFromGlobal(place)
        return 0 if self.is_folded() or inside.y() < 0 else self.cards.drop_row(inside.y())

    def show_target(self, on: bool, row: int = -1, needs: str | None = None) -> None:
        """A card hangs over the column and would stand at `row`; `needs` is what the stage still asks for."""
        self.head.show_target(on, needs)
        self.folded.show_target(on)
        self.cards.show_line(row if on else -1, self.stage.tone)
        if on != self._target:
            self._target = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, tone = theme().colors, theme().tone(self.stage.tone)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_PANEL, RADIUS_PANEL)
        painter.fillPath(shape, tone.tint if self._target else colors.sunken)
        if self._target:
            draw_edge(painter, self.rect(), tone.segment, 2)
