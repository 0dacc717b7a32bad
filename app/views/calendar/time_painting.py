"""Paints hours, lanes and their heads; colours and sizes come from the theme alone."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from app.core.wallclock import clock_minutes
from app.qtbase import i18n
from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme
from app.services.records.calendar import CalendarDay
from app.views.calendar.geometry import Lane
from app.views.calendar.hand import Hand
from app.views.calendar.painting import draw_block, draw_gap, draw_ring
from app.views.calendar.time_layout import TimeLayout
from app.views.calendar.words import absence_words, count_words, day_note, span_words
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.painting import draw_line, draw_text, text_width

HEAD_AVATAR: Final = 22


def paint(surface: TimeLayout, painter: QPainter, clip: QRect) -> None:
    """The whole surface."""
    view, pinned = surface.viewport().rect(), surface.pinned_height()
    painter.fillRect(view, theme().colors.surface)
    if not surface.lanes:
        return
    painter.save()
    painter.setClipRect(view.adjusted(0, pinned, 0, 0) & clip)
    for number in range(len(surface.lanes)):
        _ground(surface, painter, number)
    _hours(surface, painter)
    _lines(surface, painter, pinned)
    for piece in surface.pieces:
        rect = surface.piece_rect(piece)
        if rect.intersects(clip) and not _is_held(surface, piece.row):
            _item(surface, painter, rect, piece.row)
        elif _is_held(surface, piece.row):
            draw_gap(painter, rect)
    _cursor(surface, painter)
    _now(surface, painter)
    _held(surface, painter)
    painter.restore()
    _heads(surface, painter)


def _ground(surface: TimeLayout, painter: QPainter, number: int) -> None:
    """Days off and the hours outside work are shaded; today is tinted; what the rules don't allow is sunken."""
    colors, lane, rect = theme().colors, surface.lanes[number], surface.lane_rect(number)
    day, hand = surface.day_of(lane), surface.hand
    if hand is not None and hand.limits is not None and not hand.limits.allow(lane.day):
        painter.fillRect(rect, colors.sunken)
        return
    if not day.working or _is_away(surface, lane):
        painter.fillRect(rect, colors.surface2)
        return
    if lane.day == surface.office.today() and len(surface.calendar.days) > 1:
        painter.fillRect(rect, colors.hover)
    offset = surface.pinned_height() - surface.verticalOffset()
    opens, closes = (surface.y_of(hour * 60) + offset for hour in surface.hours)
    painter.fillRect(QRect(rect.left(), 0, rect.width(), max(0, opens)), colors.surface2)
    painter.fillRect(QRect(rect.left(), closes, rect.width(), max(0, rect.bottom() - closes + 1)), colors.surface2)


def _is_away(surface: TimeLayout, lane: Lane) -> bool:
    registry = surface.office.registry
    return lane.person_id is not None and registry.employee(lane.person_id).is_away(lane.day)


def _hours(surface: TimeLayout, painter: QPainter) -> None:
    offset, width = surface.pinned_height() - surface.verticalOffset(), surface.viewport().width()
    gutter = surface.lane_rect(0).left()
    for hour in range(25):
        y = surface.y_of(hour * 60) + offset
        if hour < 24:
            draw_line(painter, QPointF(gutter, y), QPointF(width, y), theme().colors.line)
        words = QRect(0, y - 9, gutter - GAP_S, 18)
        if 0 < hour < 24:
            draw_text(painter, words, f"{hour}:00", "caption", "text3", right=True)


def _lines(surface: TimeLayout, painter: QPainter, top: int) -> None:
    for number in range(len(surface.lanes)):
        rect = surface.lane_rect(number)
        draw_line(painter, QPointF(rect.left(), top), QPointF(rect.left(), rect.bottom()), theme().colors.line)


def _item(surface: TimeLayout, painter: QPainter, rect: QRect, row: int) -> None:
    current = surface.cursor_slot is None and surface.currentIndex().row() == row and surface.hasFocus()
    block = surface.calendar.block(surface.calendar.items[row])
    draw_block(painter, rect, block, by_person=surface.by_person, current=current)


def _is_held(surface: TimeLayout, row: int) -> bool:
    hand = surface.hand
    return hand is not None and hand.item is not None and hand.item.key == surface.calendar.items[row].key


def _cursor(surface: TimeLayout, painter: QPainter) -> None:
    slot = surface.cursor_slot
    if slot is not None and slot.minute is not None and surface.hasFocus() and surface.hand is None:
        rect = surface.slot_rect(slot, 30)
        painter.fillRect(rect, theme().colors.sel)
        draw_ring(painter, rect)


def _now(surface: TimeLayout, painter: QPainter) -> None:
    """A red line through today, its dot at the left edge."""
    today, colors = surface.office.today(), theme().colors
    y = surface.y_of(clock_minutes(surface.office.now(), surface.office.zone))
    y += surface.pinned_height() - surface.verticalOffset()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, lane in enumerate(surface.lanes):
        if lane.day != today:
            continue
        rect = surface.lane_rect(number)
        painter.setPen(QPen(colors.dangerfill, 2))
        painter.drawLine(rect.left(), y, rect.right(), y)
        painter.setBrush(colors.dangerfill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPoint(rect.left(), y), 4, 4)
    painter.restore()


def _held(surface: TimeLayout, painter: QPainter) -> None:
    """What hangs at the pointer, where it would stand, with its new time."""
    hand = surface.hand
    if hand is None:
        return
    rect = surface.ghost_rect()
    if hand.item is not None:
        block = surface.calendar.block(hand.item)
        draw_block(painter, rect, block, by_person=surface.by_person, current=True)
        _say_limits(painter, rect, hand, surface)
    else:
        painter.fillRect(rect, theme().colors.sel)
        draw_ring(painter, rect)
    _say_time(painter, rect, hand)


def _say_time(painter: QPainter, rect: QRect, hand: Hand) -> None:
    slot = hand.target.slot
    if slot.minute is None or hand.let_go:
        return
    words = span_words(slot.minute, hand.target.minutes)
    _note(painter, QPoint(rect.left(), rect.top()), words, "accent")


def _note(painter: QPainter, place: QPoint, words: str, role: str) -> None:
    """A line over the held item, above its edge."""
    rect = QRect(place.x(), place.y() - 19, text_width(words, "caption_strong") + 12, 18)
    painter.fillRect(rect, theme().colors.surface)
    painter.setPen(theme().color(role))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    draw_text(painter, rect.adjusted(6, 0, -6, 0), words, "caption_strong", role)


def _say_limits(painter: QPainter, rect: QRect, hand: Hand, surface: TimeLayout) -> None:
    limits = hand.limits
    if limits is None or limits.allow(hand.target.slot.day) or hand.let_go:
        return
    if limits.latest is not None and hand.target.slot.day > limits.latest:
        day = f"{i18n.weekday_short(limits.latest)}, {i18n.day_short(limits.latest, surface.office.today())}"
        words = QCoreApplication.translate("Calendar", "last day: {day}").format(day=day)
    else:
        words = QCoreApplication.translate("Calendar", "in the past")
    _note(painter, QPoint(rect.left(), rect.bottom() + 20), words, "danger")


def _heads(surface: TimeLayout, painter: QPainter) -> None:
    colors, width = theme().colors, surface.viewport().width()
    head, pinned = surface.head_height(), surface.pinned_height()
    painter.fillRect(QRect(0, 0, width, pinned), colors.surface)
    for number, lane in enumerate(surface.lanes):
        rect = surface.lane_rect(number)
        day = surface.day_of(lane)
        if lane.day == surface.office.today() and lane.person_id is None:
            painter.fillRect(QRect(rect.left(), 0, rect.width(), pinned), colors.tint)
        elif not day.working:
            painter.fillRect(QRect(rect.left(), 0, rect.width(), pinned), colors.surface2)
        inner = QRect(rect.left() + GAP_S, 0, rect.width() - 2 * GAP_S, head)
        (_person_head if lane.person_id is not None else _day_head)(surface, painter, inner, lane, day)
        draw_line(painter, QPointF(rect.left(), 0), QPointF(rect.left(), pinned), colors.line)
    for row in surface.whole:
        (rect,) = surface.rects_of(row)
        if _is_held(surface, row):
            draw_gap(painter, rect)
        else:
            _item(surface, painter, rect, row)
    _held_whole(surface, painter)
    draw_line(painter, QPointF(0, pinned - 1), QPointF(width, pinned - 1), colors.line2)


def _held_whole(surface: TimeLayout, painter: QPainter) -> None:
    hand = surface.hand
    if hand is not None and hand.item is not None and hand.start.minute is None:
        block = surface.calendar.block(hand.item)
        draw_block(painter, surface.ghost_rect(), block, by_person=surface.by_person, current=True)


def _day_head(surface: TimeLayout, painter: QPainter, rect: QRect, lane: Lane, day: CalendarDay) -> None:
    role = "accent" if lane.day == surface.office.today() else "text"
    left = rect.left() + draw_text(painter, rect, i18n.weekday_short(lane.day), "control", role) + 6
    number = str(lane.day.day)
    left += draw_text(painter, QRect(left, rect.top(), rect.width(), rect.height()), number, "heading", role) + GAP_S
    words = count_words(day.count, surface.calendar.by) if day.count else ""
    room = rect.right() - left + 1
    if text_width(words, "caption") > room:
        words = i18n.number(day.count)
    note = day_note(day)
    if note:
        both = f"{note} · {words}" if words else note
        words = both if text_width(both, "caption") <= room else note
    draw_text(painter, QRect(left, rect.top(), room, rect.height()), words, "caption", "text3", right=True)


def _person_head(surface: TimeLayout, painter: QPainter, rect: QRect, lane: Lane, _day: CalendarDay) -> None:
    person = surface.office.registry.employee(lane.person_id or 0)
    middle = rect.center().y()
    disc = QRect(rect.left(), middle - HEAD_AVATAR // 2, HEAD_AVATAR, HEAD_AVATAR)
    draw_avatar(painter, disc, person.name, person.id)
    left = disc.right() + GAP_S
    left += draw_text(painter, QRect(left, rect.top(), rect.right() - left, rect.height()), person.short_name, "name",
                      "text") + GAP_S  # fmt: skip
    away = absence_words(person, lane.day, surface.office.today())
    draw_text(painter, QRect(left, rect.top(), rect.right() - left + 1, rect.height()), away, "caption", "warn",
              right=True)  # fmt: skip
