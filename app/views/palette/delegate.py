"""Paints the palette's rows: clients 48 high, actions 34, headings between."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.qtbase.metrics import CURRENT_ROW_BAR, RADIUS_CONTROL, RADIUS_TAG
from app.qtbase.theme import FontRole, theme
from app.views.palette.matches import Span
from app.views.palette.rows import ActionRow, ClientRow, HeadingRow, Index, RowRole
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.list_delegates import two_lines
from app.views.widgets.painting import draw_icon_at, draw_text, fill_round, text_width
from app.views.widgets.tags import draw_tag, tag_width

CLIENT_HEIGHT, ACTION_HEIGHT, HEADING_HEIGHT = 48, 34, 28
_EDGE, _BOX, _GAP = 16, 28, 10
LEAST_TAG = 90


class PaletteDelegate(QStyledItemDelegate):
    """One delegate for all rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(RowRole.ROW)
        height = {ClientRow: CLIENT_HEIGHT, HeadingRow: HEADING_HEIGHT}.get(type(row), ACTION_HEIGHT)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colors.sel)
            painter.fillRect(QRect(rect.left(), rect.top(), CURRENT_ROW_BAR, rect.height()), theme().colors.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().colors.hover)
        row = index.data(RowRole.ROW)
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if isinstance(row, HeadingRow):
            _draw_heading(painter, inner, row)
        elif isinstance(row, ClientRow):
            _draw_client(painter, inner, row)
        elif isinstance(row, ActionRow):
            _draw_action(painter, inner, row)
        painter.restore()


def _draw_heading(painter: QPainter, rect: QRect, row: HeadingRow) -> None:
    width = draw_text(painter, rect, row.text, "caption_strong", "text2")
    if row.count:
        draw_text(painter, rect.adjusted(width + 6, 0, 0, 0), row.count, "caption_strong", "text2")


def _draw_box(painter: QPainter, rect: QRect, icon: str, role: str = "text2") -> QRect:
    """The icon in its box; answers the room right of it."""
    middle = rect.center().y() + 1
    box = QRect(rect.left(), middle - _BOX // 2, _BOX, _BOX)
    fill_round(painter, QRectF(box), RADIUS_CONTROL, theme().colors.sunken)
    side = theme().metrics.icon
    draw_icon_at(painter, icon, role, box.left() + (_BOX - side) // 2, middle, side)
    return rect.adjusted(_BOX + _GAP, 0, 0, 0)


def _draw_client(painter: QPainter, rect: QRect, row: ClientRow) -> None:
    room = _draw_box(painter, rect, row.icon)
    side, middle = 20, rect.center().y() + 1
    right = rect.right()
    if row.responsible:
        place = QRect(right - side, middle - side // 2, side, side)
        draw_avatar(painter, place, row.responsible, row.hit.responsible_id)
        right -= side + _GAP
    if row.tag:
        icon = "ban" if row.failed else None
        told = text_width(row.name, "name") + 8 + text_width(row.phone, "name") + _GAP  # a phone is never cut
        width = min(tag_width(row.tag, icon is not None), max(right - room.left() - told, LEAST_TAG))
        right -= width
        draw_tag(painter, QPoint(right, middle), row.tag, row.tone, icon=icon, room=width)
    upper, lower = two_lines(room.adjusted(0, 0, right - room.right() - _GAP, 0), "name")
    width = _draw_matched(painter, upper, row.name, "name", row.name_match)
    if row.phone:
        _draw_matched(painter, upper.adjusted(width + 8, 0, 0, 0), row.phone, "body", row.phone_match)
    draw_text(painter, lower, row.second, "caption", "text3")


def _draw_matched(painter: QPainter, rect: QRect, text: str, font: FontRole, match: Span | None) -> int:
    """The words, what was searched bold on the warn tint; what has no room is elided and stays plain."""
    if match is None:
        return draw_text(painter, rect, text, font, "text")
    before, found, after = text[: match[0]], text[match[0] : match[1]], text[match[1] :]
    left, width = text_width(before, font), text_width(found, "name")
    whole = left + width + text_width(after, font)
    if whole > rect.width():
        return draw_text(painter, rect, text, font, "text")
    back = QRectF(rect.left() + left - 1, rect.top() - 1, width + 2, rect.height() + 2)
    fill_round(painter, back, RADIUS_TAG, theme().colors.warnt)
    draw_text(painter, rect, before, font, "text")
    draw_text(painter, rect.adjusted(left, 0, 0, 0), found, "name", "warn")
    draw_text(painter, rect.adjusted(left + width, 0, 0, 0), after, font, "text")
    return whole


def _draw_action(painter: QPainter, rect: QRect, row: ActionRow) -> None:
    room = _draw_box(painter, rect, row.icon)
    if row.keys:
        _draw_keys(painter, rect, row.keys)
    width = draw_text(painter, room, row.text, "body", "text")
    if row.detail:
        draw_text(painter, room.adjusted(width + 6, 0, 0, 0), f"· {row.detail}", "body", "text3")


def _draw_keys(painter: QPainter, rect: QRect, keys: str) -> None:
    width = text_width(keys, "small") + 12
    place = QRect(rect.right() - width, rect.center().y() - 8, width, 18)
    fill_round(painter, QRectF(place), RADIUS_TAG, theme().colors.surface, theme().colors.line2)
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colors.text3)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), keys)
