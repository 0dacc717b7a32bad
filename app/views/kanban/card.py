"""A card of the kanban: its sizes, and how it is painted. No card is a widget."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.qtbase.metrics import GAP_CONTROL, RADIUS_CONTROL, RADIUS_PANEL
from app.qtbase.theme import FontRole, theme
from app.qtmodels.board_words import strip_icon
from app.qtmodels.roles import BoardCard, Role, State
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.list_delegates import Index
from app.views.widgets.painting import draw_icon_at, draw_text, fill_round, line_height, text_width
from app.views.widgets.payments_bar import draw_payments_bar
from app.views.widgets.tags import counter_width, draw_counter

PADDING = 10
GAP = 8
"""Between cards, and between a card and the column's edge."""
BAR_HEIGHT = 4
_AIR = 3
"""Under each line of words."""

_STRIPS: dict[State, tuple[str, str]] = {
    State.OVERDUE: ("dangert", "danger"),
    State.TODAY: ("warnt", "warn"),
    State.LATER: ("surface2", "text2"),
}
"""Ground and words of the activity strip; without an activity it is a dashed edge."""


@dataclass(frozen=True, slots=True)
class CardShape:
    """Heights of a section's cards; which of them a card has is known before it is read."""

    typed: bool
    """Deals say their type on a line of its own, above the price."""

    def height(self, *, planned: bool, going_on: bool) -> int:
        """Of a card with an activity, of one that waits for a plan, of one that is closed."""
        height = 2 * PADDING + self.upper()
        if planned:
            height += self.subject()
        return height + (strip_height() + GAP_CONTROL if planned or going_on else 0)

    def upper(self) -> int:
        """Name and amount, and the type where there is one."""
        lines = theme().metrics.tag + _line()
        return lines + (line_height("caption") + _AIR if self.typed else 0)

    @staticmethod
    def subject() -> int:
        return _line() + _AIR


def _line() -> int:
    return line_height("body") + _AIR


def strip_height() -> int:
    return theme().metrics.control_small - 2


def strip_rect(card: QRect) -> QRect:
    """Where the activity strip stands."""
    height = strip_height()
    return QRect(card.left() + PADDING, card.bottom() + 1 - PADDING - height, card.width() - 2 * PADDING, height)


class CardDelegate(QStyledItemDelegate):
    """Paints `Role.CARD`; a card not read yet is an empty one."""

    def __init__(self, shape: CardShape, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._shape = shape

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(index.data(Role.CHECKED))
        current = QStyle.StateFlag.State_HasFocus in option.state
        card = index.data(Role.CARD)
        self.draw(painter, option.rect, card if isinstance(card, BoardCard) else None, chosen=chosen, strong=current)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return option.rect.size()

    def draw(
        self, painter: QPainter, rect: QRect, card: BoardCard | None, *, chosen: bool = False, strong: bool = False
    ) -> None:
        """The whole card; `strong` gives it the accent's edge."""
        draw_ground(painter, rect, chosen=chosen, strong=strong)
        if card is None:
            return
        inner = rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        head = QRect(inner.left(), inner.top(), inner.width(), theme().metrics.tag)
        _draw_head(painter, head, card)
        top = head.bottom() + 1
        if self._shape.typed:
            line = QRect(inner.left(), top, inner.width(), line_height("caption"))
            draw_text(painter, line, card.plain, "caption", "text3")
            top = line.bottom() + 1 + _AIR
        line = QRect(inner.left(), top, inner.width(), line_height("body"))
        _draw_amount(painter, line, card, typed=self._shape.typed)
        if card.subject:
            _draw_subject(painter, line.translated(0, self._shape.subject()), card)
        if card.strip:
            draw_strip(painter, strip_rect(rect), card)


def draw_ground(painter: QPainter, rect: QRect, *, chosen: bool, strong: bool) -> None:
    """The card's empty face."""
    colors = theme().colors
    fill_round(painter, QRectF(rect), RADIUS_PANEL, colors.sel if chosen else colors.surface, colors.line)
    if chosen or strong:
        draw_edge(painter, rect, colors.accent, 2 if strong else 1)


def draw_edge(painter: QPainter, rect: QRect, color: QColor, width: int, *, dashed: bool = False) -> None:
    """A rounded outline inside a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, width)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), RADIUS_PANEL - half, RADIUS_PANEL - half)
    painter.restore()


def _draw_head(painter: QPainter, rect: QRect, card: BoardCard) -> None:
    side = theme().metrics.tag
    right = rect.right() + 1
    if card.person:
        right -= side
        draw_avatar(painter, QRect(right, rect.top(), side, side), card.person, card.person_id)
        right -= GAP_CONTROL
    if card.count:
        right -= counter_width(card.count)
        draw_counter(painter, QPoint(right, rect.center().y() + 1), card.count)
        right -= GAP_CONTROL
    draw_text(painter, rect.adjusted(0, 0, right - rect.right() - 1, 0), card.name, "name", "text")


def _draw_amount(painter: QPainter, line: QRect, card: BoardCard, *, typed: bool) -> None:
    left = line.left() + draw_text(painter, line, card.strong, "control", "text")
    if not typed:
        if card.plain:
            draw_text(painter, line.adjusted(left - line.left(), 0, 0, 0), f"  ·  {card.plain}", "caption", "text3")
        return
    if card.paid is None:
        return
    words = text_width(card.paid.text, "caption")
    draw_text(painter, line, card.paid.text, "caption", "text3", right=True, elide=False)
    room = QRect(left + GAP, 0, line.right() - words - GAP - left - GAP, BAR_HEIGHT)
    if room.width() >= 4 * BAR_HEIGHT:
        room.moveTop(line.center().y() - BAR_HEIGHT // 2 + 1)
        draw_payments_bar(painter, room, card.paid.received, card.paid.overdue)


def _draw_subject(painter: QPainter, line: QRect, card: BoardCard) -> None:
    side = theme().metrics.icon_cell
    draw_icon_at(painter, card.subject_icon or "other", "text3", line.left(), line.center().y() + 1, side)
    draw_text(painter, line.adjusted(side + GAP_CONTROL, 0, 0, 0), card.subject, "body", "text2")


def draw_strip(painter: QPainter, rect: QRect, card: BoardCard) -> None:
    """How pressing the next activity is; or that there is none, as something to press."""
    side, colors = theme().metrics.icon_cell, theme()
    ground, role = _STRIPS.get(card.state, ("", "text2"))
    if ground:
        fill_round(painter, QRectF(rect), RADIUS_CONTROL, colors.color(ground))
    else:
        draw_edge(painter, rect, colors.colors.ctl, 1, dashed=True)
    draw_icon_at(painter, strip_icon(card), role, rect.left() + 7, rect.center().y() + 1, side)
    words = rect.adjusted(7 + side + GAP_CONTROL, 0, -6, 0)
    pressing = card.state in (State.OVERDUE, State.TODAY)
    font: FontRole = "caption_strong" if pressing else "caption"
    whole = text_width(card.strip, font) <= words.width() or card.state is not State.TODAY
    draw_text(painter, words, card.strip if whole else card.strip.partition(" · ")[0], font, role)


def card_pixmap(delegate: CardDelegate, card: BoardCard | None, size: QSize, ratio: float) -> QPixmap:
    """A card as it hangs at the pointer."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    delegate.draw(painter, QRect(QPoint(0, 0), size), card, strong=True)
    painter.end()
    return pixmap
