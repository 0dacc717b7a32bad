"""Windows of their own at the edge of the screen: they never take the focus, and stay until they are answered."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, RADIUS_POPUP
from app.qtbase.theme import restyle, theme
from app.views.widgets.buttons import IconButton
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.painting import fill_round

WIDTH = 428
EDGE = 4
"""The coloured upper edge."""


class ScreenPopup(QFrame):
    """Heading with an icon and a cross, `body`, and a foot; the edge at the top says how urgent it is."""

    closed = Signal()
    """The cross, or Esc."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification)  # keeps it out of task bars
        self.setProperty("role", "reminder")
        self._tone = "warn"
        self.first: QWidget | None = None
        """What the keyboard begins with."""
        self.setFixedWidth(WIDTH)
        # where the system activates it by itself no button has the keyboard: a stray Space presses nothing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, EDGE, 1, 1)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(GAP_L - 2, GAP_M - 2, GAP_L - 2, GAP_M)
        self.body.setSpacing(GAP_S - 2)
        column.addLayout(self.body)
        self._icon = IconLabel(icon, "warn", parent=self)
        self._heading = QLabel(self)
        self._heading.setProperty("strong", True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.cross = IconButton(
            "close", QCoreApplication.translate("Reminders", "Close: don't remind of it again"), small=True, parent=self
        )
        self.cross.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        row.addWidget(self._icon)
        row.addWidget(self._heading, 1)
        row.addWidget(self.cross)
        self.body.addLayout(row)

    def say(self, heading: str, tone: str) -> None:
        """The heading, in "warn" or "danger", or "accent" for what presses less."""
        self._heading.setText(heading)
        self._tone = tone
        self._icon.set_icon(self._icon.icon, tone)
        restyle(self._heading, tone=tone)
        self.update()

    def heading(self) -> str:
        return self._heading.text()

    def add_foot(self) -> QHBoxLayout:
        """A row below a line, on the second surface."""
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L - 2, GAP_S, GAP_L - 2, GAP_S)
        row.setSpacing(GAP_S)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(foot)
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme().colors
        painter = QPainter(self)
        edge = colors.dangerfill if self._tone == "danger" else theme().color(self._tone)
        upper = QRect(0, 0, self.width(), EDGE)
        # what the mask leaves of the corners is never see-through: without a compositor that is black
        painter.fillRect(self.rect(), colors.line2)
        painter.fillRect(upper, edge)
        fill_round(painter, QRectF(self.rect()), RADIUS_POPUP, colors.surface, colors.line2)
        painter.setClipRect(upper)
        fill_round(painter, QRectF(self.rect()), RADIUS_POPUP, edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without a compositor translucent corners are black: cut them off."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_POPUP, RADIUS_POPUP)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def put(self, corner: QPoint) -> None:
        """Stand with the lower right corner there."""
        self.move(corner.x() - self.width() + 1, corner.y() - self.height() + 1)
