"""What paints the cells of flat tables: one painter a kind of cell (design language, section 4, Tables).

Models answer `Role.CELL`; colours, fonts and icons come from the theme here. The row's ground is painted by `rows`.
"""

from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter

from app.qtbase.metrics import SEGMENT_HEIGHT
from app.qtbase.theme import FontRole, theme
from app.qtmodels.roles import (
    ActivityCell,
    Cell,
    CheckCell,
    Mark,
    MoneyCell,
    NameCell,
    PaidCell,
    PersonCell,
    PhoneCell,
    QueueCell,
    StageCell,
    State,
    TagCell,
    TextCell,
)
from app.views.widgets.avatar import draw_avatar
from app.views.widgets.list_delegates import two_lines
from app.views.widgets.marks import draw_check_box, draw_rank
from app.views.widgets.painting import (
    MARK_ROLES,
    STATE_ICONS,
    STATE_ROLES,
    draw_icon_at,
    draw_text,
    line_height,
    text_width,
)
from app.views.widgets.payments_bar import draw_payments_bar
from app.views.widgets.stage_scale import draw_stage_scale
from app.views.widgets.tags import counter_width, draw_counter, draw_tag, tag_width

C = TypeVar("C", bound=Cell)

PADDING = 8


class CellPainter(Generic[C]):
    """Paints what one kind of cell says; the same one for all cells of its kind."""

    kind: ClassVar[type[Any]]

    def draw(self, painter: QPainter, rect: QRect, cell: C, selected: bool) -> None:
        """Paint into `rect`, the cell without its padding and the row's line."""


class TextPainter(CellPainter[TextCell]):
    """TextCell: words in one line or two."""

    kind = TextCell

    def draw(self, painter: QPainter, rect: QRect, cell: TextCell, selected: bool) -> None:
        role = MARK_ROLES[cell.mark]
        first: FontRole = "name" if cell.mark is Mark.STRONG else "body"
        if cell.icon is not None:
            side = theme().metrics.icon_cell
            draw_icon_at(
                painter, cell.icon, role if role != "text" else "text2", rect.left(), rect.center().y() + 1, side
            )
            rect = rect.adjusted(side + 6, 0, 0, 0)
        if not cell.second:
            draw_text(painter, rect, cell.text, first, role, right=cell.right)
            return
        upper, lower = two_lines(rect)
        draw_text(painter, upper, cell.text, first, role, right=cell.right)
        draw_text(painter, lower, cell.second, "caption", "text3", right=cell.right)


class NamePainter(CellPainter[NameCell]):
    """NameCell: bold name over a grey line, red counter at the cell's right."""

    kind = NameCell

    def draw(self, painter: QPainter, rect: QRect, cell: NameCell, selected: bool) -> None:
        if cell.count:
            width = counter_width(cell.count)
            draw_counter(painter, QPoint(rect.right() - width, rect.center().y()), cell.count)
            rect = rect.adjusted(0, 0, -width - 6, 0)
        upper, lower = two_lines(rect, "name") if cell.second else (rect, rect)
        side = theme().metrics.icon_cell
        room = upper.adjusted(0, 0, -(side + 4) if cell.icon else 0, 0)
        width = draw_text(painter, room, cell.name, "name", "text")
        if cell.icon is not None:
            draw_icon_at(painter, cell.icon, "text3", upper.left() + width + 4, upper.center().y() + 1, side)
        if cell.second:
            draw_text(painter, lower, cell.second, "caption", "text3")


class StagePainter(CellPainter[StageCell]):
    """StageCell: the name over the scale."""

    kind = StageCell

    def draw(self, painter: QPainter, rect: QRect, cell: StageCell, selected: bool) -> None:
        words = line_height("body")
        top = rect.top() + (rect.height() - words - 4 - SEGMENT_HEIGHT) // 2
        line = QRect(rect.left(), top, rect.width(), words)
        if cell.failed:
            side = theme().metrics.icon_cell
            draw_icon_at(painter, "ban", "danger", line.left(), line.center().y() + 1, side)
            draw_text(painter, line.adjusted(side + 6, 0, 0, 0), cell.name, "body", "danger")
        else:
            draw_text(painter, line, cell.name, "body", "text")
        scale = QRect(rect.left(), top + words + 4, rect.width(), SEGMENT_HEIGHT)
        draw_stage_scale(painter, scale, cell.tone, cell.place, cell.count, failed=cell.failed, selected=selected)


class ActivityPainter(CellPainter[ActivityCell]):
    """ActivityCell: kind and subject over state and words; without an activity a link."""

    kind = ActivityCell

    def draw(self, painter: QPainter, rect: QRect, cell: ActivityCell, selected: bool) -> None:
        upper, lower = two_lines(rect)
        side = theme().metrics.icon_cell
        indent = side + 6
        first, second = upper.adjusted(indent, 0, 0, 0), lower.adjusted(indent, 0, 0, 0)
        upper_middle, lower_middle = upper.center().y() + 1, lower.center().y() + 1
        if cell.state is State.NONE:
            draw_icon_at(painter, "none", "text3", rect.left(), upper_middle, side)
            draw_text(painter, first, cell.subject, "body", "text3")
            draw_text(painter, second, cell.when, "caption_strong", "accent")
            return
        role = STATE_ROLES[cell.state]
        draw_icon_at(painter, cell.icon or "other", "text2", rect.left(), upper_middle, side)
        draw_text(painter, first, cell.subject, "body", "text")
        draw_icon_at(painter, STATE_ICONS[cell.state], role, rect.left(), lower_middle, side)
        pressing = cell.state in (State.OVERDUE, State.TODAY)
        draw_text(painter, second, cell.when, "caption_strong" if pressing else "caption", role)

    @staticmethod
    def link_rect(rect: QRect, cell: ActivityCell) -> QRect:
        """Where the link of a cell without an activity can be clicked, for the cell's whole rectangle; else empty."""
        if cell.state is not State.NONE:
            return QRect()
        _, lower = two_lines(rect.adjusted(PADDING, 0, -PADDING, -1))
        left = lower.left() + theme().metrics.icon_cell + 6
        return QRect(left - 4, lower.top() - 6, text_width(cell.when, "caption_strong") + 8, lower.height() + 12)


class MoneyPainter(CellPainter[MoneyCell]):
    """MoneyCell: right aligned, never elided."""

    kind = MoneyCell

    def draw(self, painter: QPainter, rect: QRect, cell: MoneyCell, selected: bool) -> None:
        role = "text3" if cell.missing else MARK_ROLES[cell.mark]
        draw_text(painter, rect, cell.text, "name" if cell.strong else "body", role, right=True, elide=False)


class PhonePainter(CellPainter[PhoneCell]):
    """PhoneCell: never elided."""

    kind = PhoneCell

    def draw(self, painter: QPainter, rect: QRect, cell: PhoneCell, selected: bool) -> None:
        draw_text(painter, rect, cell.text, "body", "text", elide=False)


class QueuePainter(CellPainter[QueueCell]):
    """QueueCell: a small box with the place in the order of work."""

    kind = QueueCell

    def draw(self, painter: QPainter, rect: QRect, cell: QueueCell, selected: bool) -> None:
        if cell.rank:
            draw_rank(painter, QPoint(rect.left(), rect.center().y() + 1), cell.rank)


class PersonPainter(CellPainter[PersonCell]):
    """PersonCell: disc and name."""

    kind = PersonCell

    def draw(self, painter: QPainter, rect: QRect, cell: PersonCell, selected: bool) -> None:
        if not cell.name:
            return
        side = theme().metrics.tag
        draw_avatar(painter, QRect(rect.left(), rect.center().y() + 1 - side // 2, side, side), cell.name, cell.id)
        rest = rect.adjusted(side + 6, 0, 0, 0)
        if not cell.second:
            draw_text(painter, rest, cell.name, "body", "text")
            return
        upper, lower = two_lines(rest)
        draw_text(painter, upper, cell.name, "body", "text")
        draw_text(painter, lower, cell.second, "caption", "text3")


class TagPainter(CellPainter[TagCell]):
    """TagCell: tags side by side, as many as fit, then "+2"."""

    kind = TagCell

    def draw(self, painter: QPainter, rect: QRect, cell: TagCell, selected: bool) -> None:
        left, middle = rect.left(), rect.center().y() + 1
        for number, (words, tone) in enumerate(cell.tags):
            room = rect.right() - left
            if number and tag_width(words) > room:
                draw_text(
                    painter,
                    QRect(left, rect.top(), room, rect.height()),
                    f"+{len(cell.tags) - number}",
                    "caption",
                    "text3",
                )
                return
            left += draw_tag(painter, QPoint(left, middle), words, tone, room=room) + 4


class PaidPainter(CellPainter[PaidCell]):
    """PaidCell: the bar of a price, its share at the right, the words under it; all bars are of one length."""

    kind = PaidCell

    def draw(self, painter: QPainter, rect: QRect, cell: PaidCell, selected: bool) -> None:
        upper, lower = two_lines(rect, "caption")
        room = text_width("100\u202f%", "caption") + PADDING
        bar = QRect(upper.left(), upper.center().y() - 2, max(upper.width() - room, 0), 6)
        draw_payments_bar(painter, bar, cell.received, cell.overdue)
        draw_text(painter, upper, cell.percent, "caption", "text2", right=True)
        draw_text(painter, lower, cell.text, "caption", "text2")


class CheckPainter(CellPainter[CheckCell]):
    """CheckCell: the row's check box; the view toggles it on click and Space."""

    kind = CheckCell

    def draw(self, painter: QPainter, rect: QRect, cell: CheckCell, selected: bool) -> None:
        draw_check_box(painter, QPointF(rect.left() + 12, rect.center().y() + 1), cell.checked)


PAINTERS: dict[type[Cell], CellPainter[Any]] = {
    painter.kind: painter()
    for painter in (
        TextPainter, NamePainter, StagePainter, ActivityPainter, MoneyPainter, PhonePainter, QueuePainter,
        PersonPainter, TagPainter, PaidPainter, CheckPainter,
    )
}  # fmt: skip
"""The painter of each kind of cell."""
