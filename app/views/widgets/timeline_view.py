"""The timeline of a card: newest first, one list view, days that stick to the top (section 4, Timeline item).

The model answers `Role.ENTRY` with a DayHeading or a TimelineEntry, `Role.ID`, and `AccessibleTextRole` with the
entry in words.
"""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.qtbase.theme import theme
from app.qtmodels.roles import DayHeading, Role, TimelineEntry
from app.views.widgets.timeline_delegate import DAY_HEIGHT, TimelineDelegate, draw_day


class TimelineView(QListView):
    """Signals carry the index; the owner opens files and plays recordings."""

    play_asked = Signal(QModelIndex)
    link_clicked = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)
    """Right click or the menu key, and the place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = TimelineDelegate(self)
        self._player: QWidget | None = None
        self._player_id = -1
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        theme().changed.connect(self.doItemsLayout)

    def show_player(self, entry_id: int, player: QWidget | None) -> None:
        """Put the real player over the painted one of an entry; None takes it away. The view becomes its parent."""
        if self._player is not None and self._player is not player:
            self._player.deleteLater()
        self._player = player
        self._player_id = entry_id
        if player is not None:
            player.setParent(self.viewport())
            self._place_player()

    def player_rect(self, index: QModelIndex) -> QRect:
        """Where the player of an entry stands in the viewport; empty where it has none."""
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, TimelineEntry) or not entry.recording:
            return QRect()
        rect = self.visualRect(index)
        return self._delegate.places(entry, rect.width()).player.translated(rect.topLeft())

    def link_rect(self, index: QModelIndex) -> QRect:
        """Where the link of an entry stands in the viewport; empty where it has none."""
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, TimelineEntry) or not entry.link:
            return QRect()
        rect = self.visualRect(index)
        return self._delegate.places(entry, rect.width()).link.translated(rect.topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        hot = index.isValid() and (self.link_rect(index).contains(place) or self.player_rect(index).contains(place))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.link_rect(index).contains(place):
            self.link_clicked.emit(index)
        elif self.player_rect(index).contains(place):
            self.play_asked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        entry = index.data(Role.ENTRY) if index.isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(entry, TimelineEntry):
            if entry.recording:
                self.play_asked.emit(index)
            elif entry.link:
                self.link_clicked.emit(index)
        elif event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_player()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update(0, 0, self.viewport().width(), 2 * DAY_HEIGHT)
        self._place_player()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_player()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_focus()
        self._paint_sticky_day()

    def _paint_focus(self) -> None:
        by_keyboard = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self.hasFocus() and by_keyboard and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().colors.accent, 2))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(2, 1, -2, -2))

    def _paint_sticky_day(self) -> None:
        """The day of the topmost entry stays in sight, pushed up by the next day's heading."""
        top = self.indexAt(QPoint(4, 1))
        if not top.isValid() or self.verticalScrollBar().value() == 0:
            return
        heading = self._heading_above(top.row())
        if heading is None:
            return
        below = self.indexAt(QPoint(4, DAY_HEIGHT))
        push = 0
        if below.isValid() and below != top and isinstance(below.data(Role.ENTRY), DayHeading):
            push = min(self.visualRect(below).top() - DAY_HEIGHT, 0)
        rect = QRect(0, push, self.viewport().width(), DAY_HEIGHT)
        painter = QPainter(self.viewport())
        painter.fillRect(rect, theme().colors.surface)
        draw_day(painter, rect, heading.text)

    def _heading_above(self, row: int) -> DayHeading | None:
        model = self.model()
        for number in range(row, -1, -1):
            thing = model.index(number, 0).data(Role.ENTRY)
            if isinstance(thing, DayHeading):
                return thing
        return None

    def _place_player(self) -> None:
        if self._player is None or self.model() is None:
            return
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            if index.data(Role.ID) == self._player_id:
                self._player.setGeometry(self.player_rect(index))
                self._player.show()
                return
        self._player.hide()

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid() and isinstance(index.data(Role.ENTRY), TimelineEntry):
            self.menu_asked.emit(index, self.viewport().mapToGlobal(place))
