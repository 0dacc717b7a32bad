"""A frame that floats over the window and closes on a click elsewhere."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.qtbase.metrics import RADIUS_POPUP
from app.qtbase.theme import theme
from app.views.widgets.painting import fill_round


class Popup(QFrame):
    """Qt.Popup with the popup edge; put things into `content`. The focus goes back where it was."""

    def __init__(self, parent: QWidget, *, margin: int = 1) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(margin, margin, margin, margin)
        self.content.setSpacing(0)
        self._before: QWidget | None = None

    def show_under(self, anchor: QWidget, offset: QPoint | None = None) -> None:
        """Show below a widget, above it where there is no room, inside its screen."""
        self.show_at(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()), offset or QPoint(0, 2))

    def show_at(self, place: QRect, offset: QPoint | None = None) -> None:
        """The same for a rectangle of the screen, such as a cell."""
        gap = offset or QPoint(0, 2)
        self.adjustSize()
        screen = QApplication.screenAt(place.center()) or QApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(place.left() + gap.x(), room.left()), room.right() - self.width())
        y = place.bottom() + 1 + gap.y()
        if y + self.height() > room.bottom():
            y = max(place.top() - gap.y() - self.height(), room.top())
        self.move(x, y)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet paints no translucent window; what the mask leaves of a corner takes the edge's colour."""
        colors = theme().colors
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.line2)
        fill_round(painter, QRectF(self.rect()), RADIUS_POPUP, colors.surface, colors.line2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a compositor translucent corners are black: cut them off."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_POPUP, RADIUS_POPUP)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def showEvent(self, event: QShowEvent) -> None:
        self._before = QApplication.focusWidget()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None
