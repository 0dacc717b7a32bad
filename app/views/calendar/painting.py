"""How items are painted: blocks among the hours and lines of a day, by look and tone."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.qtbase.metrics import GAP_XS, RADIUS_CONTROL, RADIUS_TAG
from app.qtbase.theme import theme
from app.qtmodels.calendar_words import CalendarBlock
from app.views.widgets.avatar import person_tone
from app.views.widgets.painting import draw_icon_at, draw_text, fill_round, line_height, text_width

EDGE = 3
"""Width of the bar at the left of a block."""
_PADDING = 6


def block_colors(block: CalendarBlock) -> tuple[QColor, QColor, str]:
    """Ground, bar, and the role of words."""
    colors = theme().colors
    if block.look == "overdue":
        return colors.dangert, colors.dangerfill, "danger"
    if block.look == "done":
        return colors.surface2, colors.line2, "text3"
    tone = theme().tone(block.tone)
    return tone.tint, tone.segment, f"tone:{block.tone}"


def draw_block(painter: QPainter, rect: QRect, block: CalendarBlock, *, by_person: bool, current: bool) -> None:
    """An item of any size; `by_person` gives the bar the colour of whose it is."""
    ground, bar, role = block_colors(block)
    if by_person:
        bar = theme().tone(person_tone(block.person_id)).segment
    scale = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), _ground(rect.width(), rect.height(), ground.rgba(), bar.rgba(), scale))
    inner = rect.adjusted(EDGE + _PADDING, 0, -_PADDING, 0)
    mark = {"overdue": "overdue", "done": "check"}.get(block.look, "check" if block.confirmed else "")
    if mark and inner.width() > 60:
        side = theme().metrics.icon_cell
        middle = rect.top() + min(rect.height(), _line() + 4) // 2
        draw_icon_at(painter, mark, "text3" if block.look == "done" else role, inner.right() - side + 1, middle, side)
        inner.setRight(inner.right() - side - GAP_XS)
    if block.time and inner.width() < text_width(block.time, "caption_strong"):
        pass  # too narrow for words: the tool tip and the day have them
    elif rect.height() >= 2 * _line() + 6:
        _draw_lines(painter, inner, block, role)
    else:
        _draw_line(painter, inner, block, role)
    if current:
        draw_ring(painter, rect)


@lru_cache(maxsize=512)
def _ground(width: int, height: int, ground: int, bar: int, scale: float) -> QPixmap:
    """A block without words; many have the same size, and corners cost more than all else."""
    drawn = QPixmap(round(width * scale), round(height * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    whole = QRectF(0, 0, width, height)
    painter = QPainter(drawn)
    fill_round(painter, whole, RADIUS_TAG, QColor.fromRgba(ground))
    painter.setClipRect(QRect(0, 0, EDGE, height))
    fill_round(painter, whole, RADIUS_TAG, QColor.fromRgba(bar))
    painter.end()
    return drawn


def draw_ring(painter: QPainter, rect: QRect, *, dashed: bool = False) -> None:
    """The focus, inside the edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme().colors.accent, 2 if not dashed else 1)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
    painter.restore()


def draw_gap(painter: QPainter, rect: QRect) -> None:
    """The place that an item in the hand left: dashed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colors.ctl, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TAG, RADIUS_TAG)
    painter.restore()


def _line() -> int:
    return line_height("caption") + 1


def _draw_line(painter: QPainter, rect: QRect, block: CalendarBlock, role: str) -> None:
    """ "9:40 [icon] Рябова" in one line, at the top of what is higher."""
    line = QRect(rect.left(), rect.top(), rect.width(), min(rect.height(), _line() + 6))
    left = line.left()
    if block.time:
        left += draw_text(painter, line, block.time, "caption_strong", role) + GAP_XS
    side = theme().metrics.icon_cell
    if line.right() - left > 3 * side:
        draw_icon_at(painter, block.icon, role, left, line.center().y() + 1, side)
        left += side + GAP_XS
    rest = QRect(left, line.top(), line.right() - left + 1, line.height())
    if rest.width() > side or not block.time:
        draw_text(painter, rest, block.short, "caption", role)


def _draw_lines(painter: QPainter, rect: QRect, block: CalendarBlock, role: str) -> None:
    """Time and icon, whom it is about, what about."""
    height = _line()
    line = QRect(rect.left(), rect.top() + 3, rect.width(), height)
    width = draw_text(painter, line, block.time, "caption_strong", role)
    if rect.width() > width + 20:
        side = theme().metrics.icon_cell
        draw_icon_at(painter, block.icon, role, line.left() + width + GAP_XS, line.center().y() + 1, side)
    line.translate(0, height)
    draw_text(painter, line, block.title, "caption_strong", role)
    line.translate(0, height)
    if line.bottom() <= rect.bottom():
        draw_text(painter, line, block.second, "caption", role)


def chip_height() -> int:
    """Of an item in a line of its own: in the month, and above the hours."""
    return theme().metrics.tag + 1


def more_width(words: str) -> int:
    return text_width(words, "caption_strong")
