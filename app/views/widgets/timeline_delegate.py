"""Paints the timeline's days and entries, and knows where the clickable places of an entry are."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from app.qtbase.metrics import NODE, RADIUS_CONTROL
from app.qtbase.theme import theme
from app.qtmodels.roles import DayHeading, Mark, Role, TimelineEntry
from app.views.widgets.list_delegates import Index
from app.views.widgets.painting import (
    MARK_ROLES,
    draw_icon_at,
    draw_line,
    draw_text,
    fill_round,
    line_height,
    text_width,
)
from app.views.widgets.tags import draw_tag

EDGE = 12
TIME_RIGHT = 64
"""Right end of the time, 52 wide behind the left edge."""
NODE_LEFT = TIME_RIGHT + 10
TEXT_LEFT = NODE_LEFT + NODE + 10
DAY_HEIGHT = 34
_TITLE = 26
"""Where the body begins under the entry's top."""
_AFTER = 9
PLAYER_HEIGHT = 34
PLAYER_WIDTH = 620

_NODES: dict[Mark, tuple[str, str, str]] = {
    Mark.LINK: ("tint", "tintline", "accent"),
    Mark.OK: ("okt", "okl", "ok"),
    Mark.DANGER: ("dangert", "dangerl", "danger"),
    Mark.WARN: ("warnt", "warnl", "warn"),
}
"""Fill, edge and icon of a node by its mark; any other is plain."""


@dataclass(frozen=True, slots=True)
class Places:
    """Parts of an entry under its title, relative to the entry's rectangle; empty where it has none."""

    body: QRect
    link: QRect
    player: QRect
    height: int


class TimelineDelegate(QStyledItemDelegate):
    """Heights are kept by what decides them: the entry, the width and the type size."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._places: dict[tuple[TimelineEntry, int], Places] = {}
        theme().changed.connect(self._places.clear)

    def places(self, entry: TimelineEntry, width: int) -> Places:
        """Where the parts of an entry stand in a row of this width."""
        key = (entry, width)
        found = self._places.get(key)
        if found is None:
            if len(self._places) > 4000:
                self._places.clear()
            found = self._places[key] = _measure(entry, width)
        return found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        thing = index.data(Role.ENTRY)
        if isinstance(thing, TimelineEntry):
            return QSize(width, self.places(thing, width).height)
        return QSize(width, DAY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        thing = index.data(Role.ENTRY)
        if isinstance(thing, DayHeading):
            draw_day(painter, option.rect, thing.text)
        elif isinstance(thing, TimelineEntry):
            self._draw_entry(painter, option.rect, thing)
        painter.restore()

    def _draw_entry(self, painter: QPainter, rect: QRect, entry: TimelineEntry) -> None:
        places = self.places(entry, rect.width())
        top, colors = rect.top(), theme().colors
        middle = top + NODE // 2
        time = QRect(rect.left() + EDGE, top, TIME_RIGHT - EDGE, NODE)
        draw_text(painter, time, entry.time, "body", "text3", right=True, elide=False)
        node = QRect(rect.left() + NODE_LEFT, top, NODE, NODE)
        line = QRect(node.center().x(), node.bottom() + 1, 2, rect.bottom() - node.bottom())
        painter.fillRect(line, colors.line)
        _draw_node(painter, node, entry)
        title = QRect(rect.left() + TEXT_LEFT, top, rect.width() - TEXT_LEFT - EDGE, NODE)
        _draw_title(painter, title, middle, entry)
        origin = rect.topLeft()
        if entry.body:
            painter.setFont(theme().font("body"))
            painter.setPen(colors.text2 if entry.body.startswith("«") else colors.text)
            body = places.body.translated(origin)
            if entry.names:
                lay_out(entry, body.width()).draw(painter, QPointF(body.topLeft()))
            else:
                painter.drawText(body, int(Qt.TextFlag.TextWordWrap), entry.body)
        if entry.link:
            link = places.link.translated(origin)
            draw_icon_at(painter, "file", "accent", link.left(), link.center().y() + 1, 14)
            draw_text(painter, link.adjusted(20, 0, 0, 0), entry.link, "control", "accent")
        if entry.recording:
            _draw_player(painter, places.player.translated(origin), entry.recording)


def draw_day(painter: QPainter, rect: QRect, words: str) -> None:
    """Paint the heading of a day with its line to the right edge."""
    inner = rect.adjusted(EDGE, 0, -EDGE, 0)
    width = draw_text(painter, inner, words, "caption_strong", "text2")
    middle = rect.center().y() + 0.5
    start = QPointF(inner.left() + width + 10, middle)
    draw_line(painter, start, QPointF(inner.right(), middle), theme().colors.line)


def _measure(entry: TimelineEntry, width: int) -> Places:
    room = max(width - TEXT_LEFT - EDGE, 60)
    top = _TITLE
    body = link = player = QRect()
    if entry.body:
        height = _body_height(entry, room)
        body = QRect(TEXT_LEFT, top, room, height + 2)
        top += height + 3
    if entry.link:
        height = line_height("control") + 3
        link = QRect(TEXT_LEFT, top, min(text_width(entry.link, "control") + 20, room), height)
        top += height
    if entry.recording:
        player = QRect(TEXT_LEFT, top + 3, min(PLAYER_WIDTH, room), PLAYER_HEIGHT)
        top += PLAYER_HEIGHT + 4
    return Places(body, link, player, max(top, NODE) + _AFTER)


def _body_height(entry: TimelineEntry, room: int) -> int:
    if entry.names:
        return ceil(lay_out(entry, room).boundingRect().height())
    fonts = theme().font_metrics("body")
    return fonts.boundingRect(QRect(0, 0, room, 100_000), int(Qt.TextFlag.TextWordWrap), entry.body).height()


def lay_out(entry: TimelineEntry, room: int) -> QTextLayout:
    """The body in lines of a width, the names in it in the colour of what leads somewhere."""
    layout = QTextLayout(entry.body.replace("\n", "\u2028"), theme().font("body"))
    layout.setFormats([_name_format(entry.body, place) for name in entry.names for place in _found(entry.body, name)])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _found(body: str, name: str) -> Iterator[tuple[int, int]]:
    at = body.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = body.find(name, at + len(name))


def _name_format(body: str, place: tuple[int, int]) -> QTextLayout.FormatRange:
    """Qt counts in halves of UTF-16: an emoji before a name is two of them."""
    start, end = (len(body[:at].encode("utf-16-le")) // 2 for at in place)
    look = QTextCharFormat()
    look.setForeground(theme().colors.accent)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, look
    return found


def _draw_node(painter: QPainter, node: QRect, entry: TimelineEntry) -> None:
    colors = theme()
    fill, edge, icon = _NODES.get(entry.mark, ("surface", "line2", "text2"))
    ground, rim, role = colors.color(fill), colors.color(edge), icon
    if entry.tone is not None:
        tone = colors.tone(entry.tone)
        ground, rim, role = tone.tint, tone.text, f"tone:{entry.tone}"
    fill_round(painter, QRectF(node), NODE / 2, ground, rim)
    side = theme().metrics.icon_cell
    draw_icon_at(painter, entry.icon, role, node.left() + (NODE - side) // 2, node.top() + NODE // 2, side)


def _draw_title(painter: QPainter, rect: QRect, middle: int, entry: TimelineEntry) -> None:
    left = rect.left() + draw_text(painter, rect, entry.title, "name", "text") + 8
    for number, (words, tone) in enumerate(entry.tags):
        if number == 1 and entry.arrow:
            draw_icon_at(painter, "arrow_right", "text2", left + 3, middle, 14)
            left += 24
        left += draw_tag(painter, QPoint(left, middle), words, tone, room=max(rect.right() - left, 0)) + 8
    if entry.amount:
        left += draw_text(painter, _from(rect, left), entry.amount, "name", "ok", elide=False) + 8
    if entry.status:
        role = MARK_ROLES[entry.status_mark]
        mark = {Mark.OK: "check", Mark.DANGER: "alert", Mark.WARN: "clock"}.get(entry.status_mark)
        if mark is not None:
            draw_icon_at(painter, mark, role, left, middle, 14)
            left += 18
        left += draw_text(painter, _from(rect, left), entry.status, "caption_strong", role) + 8
    left += draw_text(painter, _from(rect, left), entry.author, "caption", "text3") + 8
    if entry.pinned:
        draw_icon_at(painter, "pinned", "text3", left, middle, 14)


def _from(rect: QRect, left: int) -> QRect:
    return QRect(left, rect.top(), rect.right() - left, rect.height())


def _draw_player(painter: QPainter, rect: QRect, length: str) -> None:
    """The player at rest; the view puts a real one over it while it is in use."""
    colors = theme().colors
    fill_round(painter, QRectF(rect), RADIUS_CONTROL, colors.surface2, colors.line)
    button = QRect(rect.left() + 6, rect.top() + 4, 26, 26)
    fill_round(painter, QRectF(button), 13, colors.fill)
    draw_icon_at(painter, "play", "onfill", button.left() + 8, button.center().y() + 1, 11)
    draw_text(painter, QRect(rect.left() + 42, rect.top(), 40, rect.height()), "0:00", "body", "text")
    width = text_width(length, "body")
    draw_text(painter, rect.adjusted(0, 0, -12, 0), length, "body", "text3", right=True)
    track = QRectF(rect.left() + 80, rect.center().y() - 1, max(rect.width() - 80 - width - 24, 0), 4)
    fill_round(painter, track, 2, QColor(colors.line2))
