"""The stage scale: 4 px segments, one a stage, filled up to the current one (design language, section 4)."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.metrics import SEGMENT_GAP, SEGMENT_HEIGHT
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_picture, fill_round


def draw_stage_scale(
    painter: QPainter, rect: QRect, tone: str, place: int, count: int, *, failed: bool = False, selected: bool = False
) -> None:
    """Paint `count` segments over the width of `rect`, the first `place` of them filled; on a selected row the rest
    takes the stronger line colour. A failed stage fills all in red."""

    def draw(once: QPainter, whole: QRect) -> None:
        colors = theme().colors
        filled = colors.dangerfill if failed else theme().tone(tone).segment
        rest = colors.line2 if selected else colors.track
        draw_segments(once, whole, [filled if failed or number < place else rest for number in range(count)])

    key = ("scale", tone, place, count, failed, selected)
    draw_picture(painter, QRect(rect.left(), rect.top(), rect.width(), SEGMENT_HEIGHT), key, draw)


def draw_segments(painter: QPainter, rect: QRect, fills: list[QColor]) -> None:
    """Paint segments of equal width, one a colour."""
    if not fills:
        return
    width = (rect.width() - SEGMENT_GAP * (len(fills) - 1)) / len(fills)
    for number, fill in enumerate(fills):
        left = rect.left() + number * (width + SEGMENT_GAP)
        fill_round(painter, QRectF(left, rect.top(), width, SEGMENT_HEIGHT), 1, fill)


class StageScale(QWidget):
    """The scale as a widget: of a stage, or of the steps of a wizard (`tone` None is the accent)."""

    def __init__(self, count: int, place: int = 0, tone: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._place = place
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(SEGMENT_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(120, SEGMENT_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tone is not None:
            draw_stage_scale(painter, self.rect(), self._tone, self._place, self._count)
            return
        colors = theme().colors
        fills = [colors.fill if number < self._place else colors.track for number in range(self._count)]
        draw_segments(painter, self.rect(), fills)


class ToneSwatches(QWidget):
    """Small blocks of tones side by side: what stages a preset has."""

    def __init__(self, tones: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tones = tones
        self.setFixedSize(len(tones) * 19, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, tone in enumerate(self._tones):
            fill_round(painter, QRectF(number * 19, 0, 17, 6), 1, theme().tone(tone).fill)
