"""Small painted pieces of the wizard: the bar of its steps, a preset's stages as colours."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.metrics import SEGMENT_GAP, SEGMENT_HEIGHT
from app.qtbase.theme import theme

_SEGMENT_WIDTH, _TALL = 16, 6


class StepBar(QWidget):
    """As many segments as there are steps, filled to the current one."""

    def __init__(self, step: int, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._steps = steps
        self.setFixedHeight(SEGMENT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), theme().colors
        width = (self.width() - SEGMENT_GAP * (self._steps - 1)) / self._steps
        for number in range(self._steps):
            place = QRectF(number * (width + SEGMENT_GAP), 0, width, SEGMENT_HEIGHT)
            painter.fillRect(place, colors.fill if number < self._step else colors.track)


class StageColours(QWidget):
    """One segment a stage, each in its own tone."""

    def __init__(self, tones: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tones = tuple(tones)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(len(self._tones) * (_SEGMENT_WIDTH + SEGMENT_GAP), _TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, tone in enumerate(self._tones):
            place = QRectF(number * (_SEGMENT_WIDTH + SEGMENT_GAP), 0, _SEGMENT_WIDTH, _TALL)
            painter.fillRect(place, theme().tone(tone).segment)
