"""What waits for a plan, beside the calendar: cards that are dragged onto a day, or planned by Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_S, GAP_XS, RADIUS_PANEL
from app.qtbase.theme import theme
from app.services.records.calendar import CalendarItem, Waiting
from app.views.calendar.painting import draw_gap, draw_ring
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.painting import draw_text, fill_round, line_height
from app.views.widgets.tags import Counter, draw_tag

Key = Qt.Key
Name = Callable[[int], tuple[str, str]]
"""A stage's name and tone."""


class TrayCard(QAbstractButton):
    """One client; a click or Enter plans, a drag says when."""

    taken_up = Signal()
    carried = Signal(QPoint)
    """At a place on the screen."""
    let_go = Signal()
    given_up = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, item: CalendarItem, stage: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._stage = stage
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = QCoreApplication.translate("Calendar", "{client}, {stage}, without activities: plan one")
        self.setAccessibleName(words.format(client=item.client_name, stage=stage[0]))
        self.setToolTip(item.client_name)

    def sizeHint(self) -> QSize:
        return QSize(120, line_height("name") + theme().metrics.tag + 2 * GAP_S + GAP_XS)

    # the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        far = QApplication.startDragDistance()
        if not self._dragging and self._pressed is not None and (place - self._pressed).manhattanLength() >= far:
            self._dragging = True
            self.setDown(False)
            self.taken_up.emit()
        if self._dragging:
            self.carried.emit(event.globalPosition().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._dragging
        self._pressed, self._dragging = None, False
        if dragged:
            self.setDown(False)
            self.carried.emit(event.globalPosition().toPoint())
            self.let_go.emit()
            self.update()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Escape and self._dragging:
            self._pressed, self._dragging = None, False
            self.given_up.emit()
            self.update()
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._dragging:
            draw_gap(painter, self.rect())
            draw_text(painter, self.rect().adjusted(GAP_S, 0, -GAP_S, 0), self.item.client_name, "caption", "text3")
            return
        paint_card(painter, self.rect(), self.item.client_name, hovered=self.underMouse())
        name, tone = self._stage
        place = QPoint(GAP_S, self.height() - GAP_S - theme().metrics.tag)
        draw_tag(painter, place, name, tone, room=self.width() - 2 * GAP_S)
        if self.hasFocus():
            draw_ring(painter, self.rect())


def paint_card(painter: QPainter, rect: QRect, name: str, *, hovered: bool = False) -> None:
    """Ground, edge and name."""
    colors = theme().colors
    fill_round(painter, QRectF(rect), RADIUS_PANEL, colors.hover if hovered else colors.surface, colors.line)
    line = QRect(rect.left() + GAP_S, rect.top() + GAP_S, rect.width() - 2 * GAP_S, line_height("name"))
    draw_text(painter, line, name, "name", "text")


class Tray(QWidget):
    """A heading with the count, and the newest of them."""

    planned = Signal(object, QRect)
    """A CalendarItem, and its card on the screen."""
    taken_up = Signal(object)
    carried = Signal(object, QPoint)
    let_go = Signal(object)
    given_up = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, name: Name, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.cards: list[TrayCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_XS + 2)
        head = QHBoxLayout()
        head.setSpacing(GAP_S)
        head.addWidget(IconLabel("none", "text2", parent=self))
        title = QLabel(QCoreApplication.translate("Calendar", "Without activities"), self)
        title.setProperty("role", "name")
        head.addWidget(title, 1)
        self.count = Counter(red=True, parent=self)
        head.addWidget(self.count)
        self._column.addLayout(head)
        self._hint = QLabel(QCoreApplication.translate("Calendar", "Drag onto a day"), self)
        self._more = QLabel(self)
        for label in (self._hint, self._more):
            label.setProperty("role", "caption")
            self._column.addWidget(label)
        self.hide()

    def show_waiting(self, waiting: Waiting) -> None:
        """Cards that stay keep the focus; a card in the hand stays until it is let go."""
        self.count.set_count(waiting.count)
        if [card.item for card in self.cards] != list(waiting.items):
            self._remake(waiting.items)
        rest = waiting.count - len(waiting.items)
        self._more.setText(
            QCoreApplication.translate("Calendar", "and {count} more").format(count=i18n.number(rest)) if rest else ""
        )
        self._more.setVisible(rest > 0)
        self.setVisible(waiting.count > 0)

    def _remake(self, items: Sequence[CalendarItem]) -> None:
        focused = next((card.item.id for card in self.cards if card.hasFocus()), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._make(item) for item in items]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(2 + place, card)
            card.show()
            if card.item.id == focused:
                card.setFocus()

    def _make(self, item: CalendarItem) -> TrayCard:
        card = TrayCard(item, self._name(item.stage_id or 0), self)
        card.clicked.connect(lambda: self.planned.emit(item, QRect(card.mapToGlobal(QPoint(0, 0)), card.size())))
        card.taken_up.connect(lambda: self.taken_up.emit(item))
        card.carried.connect(lambda place: self.carried.emit(item, place))
        card.let_go.connect(lambda: self.let_go.emit(item))
        card.given_up.connect(self.given_up)
        card.menu_wanted.connect(lambda place: self.menu_wanted.emit(item, place))
        return card
