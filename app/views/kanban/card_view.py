"""What the hand does with the cards of a column: select, take up and carry, and the keys that do the same."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QWidget

from app.qtbase.theme import theme
from app.qtmodels.board import BoardModel
from app.qtmodels.board_column import BoardColumn
from app.qtmodels.roles import BoardCard, Role, State
from app.views.kanban.card import PADDING, CardShape, strip_rect
from app.views.kanban.card_list import CardList
from app.views.widgets.buttons import IconButton
from app.views.widgets.table_view import QuickAction

Key = Qt.Key
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
_CURSOR = {
    Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}
_SIDES = {Key.Key_Left: -1, Key.Key_Right: 1}
_UP_AND_DOWN = {Key.Key_Up: -1, Key.Key_Down: 1}


class CardView(CardList):
    """Says what is wanted of a card; the board does it."""

    opened = Signal(QModelIndex)
    """Enter or double click."""
    plan_wanted = Signal(QModelIndex)
    """The strip of a card without an activity was pressed."""
    quick_action = Signal(str, QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)
    """The card and a place on the screen."""
    taken_up = Signal(QModelIndex, QPoint)
    """A drag begins: the card, and the place in it that the pointer holds."""
    carried = Signal(QPoint)
    """The drag goes on, at a place on the screen."""
    let_go = Signal()
    given_up = Signal()
    """Esc, or a button that was let go unseen."""
    side_wanted = Signal(int)
    """The cursor goes to the neighbouring column."""
    stage_wanted = Signal(int)
    """The card goes to the previous or next stage."""
    place_wanted = Signal(int)
    """The card goes up or down in its column."""
    entered = Signal()
    """The cursor is in this column now."""

    def __init__(
        self, board: BoardModel, column: BoardColumn, shape: CardShape, actions: Sequence[QuickAction], *,
        going_on: bool, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(column, shape, going_on=going_on, parent=parent)
        self._board = board
        self._pressed: tuple[QModelIndex, QPoint] | None = None
        self._dragging = False
        self._first = -1
        """Where a range selected with Shift begins."""
        self._quick = _QuickRow(actions, self)
        board.selection_changed.connect(self.viewport().update)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not index.isValid():
            self._board.select(())
            return
        self.setCurrentIndex(index)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = index, event.position().toPoint()
            self._select_by(event.modifiers(), index)

    def _select_by(self, keys: Qt.KeyboardModifier, index: QModelIndex) -> None:
        card = self.column.id_at(index.row())
        if keys & Shift and self._first >= 0:
            self._board.select_rows(self.column, self._first, index.row())
            return
        self._first = index.row()
        if keys & Control:
            self._board.toggle(card)
        elif not self._board.is_selected(card):
            self._board.select(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._dragging and not event.buttons() & Qt.MouseButton.LeftButton:
            self.stop_dragging()
            self.given_up.emit()
        elif self._dragging:
            self.carried.emit(event.globalPosition().toPoint())
        elif self._pressed is not None:
            index, start = self._pressed
            if (place - start).manhattanLength() >= QApplication.startDragDistance():
                self._dragging = True
                self._quick.hide()
                self.taken_up.emit(index, start - self.visualRect(index).topLeft())
                self.carried.emit(event.globalPosition().toPoint())
        else:
            self._hover(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed, dragged = self._pressed, self._dragging
        self.stop_dragging()
        if dragged:
            self.carried.emit(event.globalPosition().toPoint())
            self.let_go.emit()
        elif pressed is not None and not event.modifiers() & (Control | Shift):
            self._board.select(())
            place = event.position().toPoint()
            if self._on_plan(place) and self.indexAt(place) == pressed[0]:
                self.plan_wanted.emit(pressed[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(index)

    def stop_dragging(self) -> None:
        """Forget the pressed card."""
        self._pressed, self._dragging = None, False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.menu_wanted.emit(index, event.globalPos() if by_mouse else self.card_rect(index).center())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._quick.hide()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._quick.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._quick.hide()

    def card_rect(self, index: QModelIndex) -> QRect:
        """Where a card stands on the screen."""
        rect = self.visualRect(index)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _hover(self, place: QPoint) -> None:
        index = self.indexAt(place)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self._on_plan(place) else Qt.CursorShape.ArrowCursor
        )
        if index.isValid():
            self._quick.show_over(index, self.visualRect(index))
            self.viewport().setToolTip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
        else:
            self._quick.hide()
            self.viewport().setToolTip("")

    def _on_plan(self, place: QPoint) -> bool:
        """Whether a card's "No activity · plan one" is there."""
        index = self.indexAt(place)
        card = index.data(Role.CARD) if index.isValid() else None
        waits = isinstance(card, BoardCard) and card.state is State.NONE
        return waits and strip_rect(self.visualRect(index)).contains(place)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Key(event.key()), event.modifiers()
        if key == Key.Key_Escape and (self._dragging or self._board.selected):
            self._escape()
        elif key in _SIDES and not keys & (Shift | Alt):
            (self.stage_wanted if keys & Control else self.side_wanted).emit(_SIDES[key])
        elif key in _UP_AND_DOWN and keys & Alt:
            self.place_wanted.emit(_UP_AND_DOWN[key])
        elif key in _CURSOR:
            self._go(self.moveCursor(_CURSOR[key], keys), keys)
        elif not self.currentIndex().isValid():
            event.ignore()
        elif key in (Key.Key_Return, Key.Key_Enter) and not keys & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(self.currentIndex())
        elif key == Key.Key_Space:
            self._board.toggle(self.column.id_at(self.currentIndex().row()))
        else:
            event.ignore()  # letters are commands here, never a search through cards that are not read yet

    def _escape(self) -> None:
        if self._dragging:
            self.stop_dragging()
            self.given_up.emit()
        else:
            self._board.select(())

    def _go(self, index: QModelIndex, keys: Qt.KeyboardModifier) -> None:
        if not index.isValid():
            return
        if keys & Shift:
            if self._first < 0 or not self._board.selected:
                self._first = self.currentIndex().row()
            self._board.select_rows(self.column, self._first, index.row())
        else:
            self._first = index.row()
        self.go_to(index)

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor on a card, in view."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        handled = super().viewportEvent(event)
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        return handled


class _QuickRow(QFrame):
    """The buttons over the hovered card; each has a key and a menu twin, so they are no stop for Tab."""

    def __init__(self, actions: Sequence[QuickAction], cards: CardView) -> None:
        super().__init__(cards.viewport())
        self._cards = cards
        self._index = QModelIndex()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        for action in actions:
            button = IconButton(action.icon, action.name, role="text", edge=True, small=True, parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, chosen=action.id: self._cards.quick_action.emit(chosen, self._index))
            row.addWidget(button)
        self.hide()

    def show_over(self, index: QModelIndex, card: QRect) -> None:
        """Over the words at the right, above the strip, which stays in sight."""
        height = theme().metrics.control_small
        strip = strip_rect(card)
        room = self.sizeHint().width()
        place = QRect(card.right() + 1 - PADDING - room, strip.top() - height - 2, room, height)
        if index != self._index or place != self.geometry() or self.isHidden():
            self._index = QModelIndex(index)
            self.setGeometry(place)
            self.show()
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self._index.isValid() and self._index.data(Role.CHECKED)
        QPainter(self).fillRect(self.rect(), theme().colors.sel if chosen else theme().colors.surface)


def quick_actions(messages: Sequence[str]) -> tuple[QuickAction, ...]:
    """Call, one way to write, plan: what a card has room for."""
    names = {
        "whatsapp": QCoreApplication.translate("Records", "Write by WhatsApp"),
        "sms": QCoreApplication.translate("Records", "Write an SMS"),
        "letter": QCoreApplication.translate("Records", "Write a letter"),
    }
    return (
        QuickAction("call", "call", QCoreApplication.translate("Records", "Call")),
        *(QuickAction(channel, channel, names[channel]) for channel in messages[:1]),
        QuickAction("plan", "plus", QCoreApplication.translate("Records", "Plan an activity")),
    )
