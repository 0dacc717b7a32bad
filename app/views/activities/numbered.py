"""The heading of a step: its number in a disc, and its name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme

_SIDE = 20


class NumberedHead(QWidget):
    """Put what stands at the right into `row`."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP_S)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "name")
        self.row.addWidget(_Disc(number, self))
        self.row.addWidget(self.title)
        self.row.addStretch(1)
        self.setMinimumHeight(theme().metrics.control_small)


class _Disc(QWidget):
    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colors.text)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colors.surface)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))
