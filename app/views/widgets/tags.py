"""Tags, counters and the chips that filter: painters for delegates and twins as widgets."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, RADIUS_TAG
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_icon_at, draw_picture, draw_text, fill_round, text_width

_STATUS_TINTS = {
    "danger": ("dangert", "danger"),
    "warn": ("warnt", "warn"),
    "ok": ("okt", "ok"),
    "info": ("tint", "accent"),
}
TAG_PADDING = 6


def _tag_colors(tone: str, filled: bool) -> tuple[QColor, QColor]:
    """Background and words of a tone: of a stage ("blue") or of a state ("danger", "warn", "ok", "info")."""
    colors = theme()
    if tone in _STATUS_TINTS:
        back, words = _STATUS_TINTS[tone]
        return colors.color(back), colors.color(words)
    of_stage = colors.tone(tone)
    return (of_stage.fill, colors.colors.onfill) if filled else (of_stage.tint, of_stage.text)


def tag_width(text: str, icon: bool = False) -> int:
    return text_width(text, "caption_strong") + 2 * TAG_PADDING + (theme().metrics.icon_cell + 4 if icon else 0)


def draw_tag(
    painter: QPainter, place: QPoint, text: str, tone: str, *, filled: bool = False, icon: str | None = None,
    room: int = 10_000,
) -> int:  # fmt: skip
    """Paint a tag with its left edge at `place`, centred on its height, no wider than `room`; returns its width."""
    width = min(tag_width(text, icon is not None), room)
    height = theme().metrics.tag
    back, words = _tag_colors(tone, filled)
    rect = QRect(place.x(), place.y() - height // 2, width, height)
    draw_picture(
        painter, rect, ("tag", back.rgb()), lambda once, whole: fill_round(once, QRectF(whole), RADIUS_TAG, back)
    )
    inner = rect.adjusted(TAG_PADDING, 0, -TAG_PADDING, 0)
    if icon is not None:
        side = theme().metrics.icon_cell
        role = _STATUS_TINTS[tone][1] if tone in _STATUS_TINTS else f"tone:{tone}"
        draw_icon_at(painter, icon, role, inner.left(), place.y(), side)
        inner.setLeft(inner.left() + side + 4)
    draw_text(painter, inner, text, "caption_strong", words)
    return width


def counter_width(count: int) -> int:
    return max(theme().metrics.counter, text_width(str(count), "small") + 10)


def draw_counter(painter: QPainter, place: QPoint, count: int, *, red: bool = True) -> int:
    """Paint a pill with a number, its left edge at `place`, centred on its height; a zero is not drawn."""
    if count == 0:
        return 0
    width, height = counter_width(count), theme().metrics.counter
    rect = QRect(place.x(), place.y() - height // 2, width, height)
    draw_picture(painter, rect, ("counter", count, red), lambda once, whole: _draw_pill(once, whole, count, red=red))
    return width


def _draw_pill(painter: QPainter, rect: QRect, count: int, *, red: bool) -> None:
    colors = theme().colors
    fill_round(painter, QRectF(rect), rect.height() / 2, colors.dangerfill if red else colors.track)
    painter.setFont(theme().font("small"))
    painter.setPen(colors.onfill if red else colors.text2)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(count))


class Tag(QWidget):
    """A tag as a widget."""

    def __init__(
        self, text: str, tone: str = "grey", *, filled: bool = False, icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self._filled = filled
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tag_width(self._text, self._icon is not None), theme().metrics.tag)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QPoint(0, self.height() // 2)
        draw_tag(QPainter(self), place, self._text, self._tone, filled=self._filled, icon=self._icon, room=self.width())


class Counter(QWidget):
    """A pill with a number: red for what presses, grey for mere amounts. A zero takes no room."""

    def __init__(self, count: int = 0, *, red: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._red = red
        self._count = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        self.setAccessibleName(str(count))
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(counter_width(self._count), theme().metrics.counter)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_counter(QPainter(self), QPoint(0, self.height() // 2), self._count, red=self._red)


_CHIP_ROLES = {
    "danger": ("danger", "dangerl", "dangert", "danger"),
    "warn": ("warn", "warnl", "warnt", "warn"),
    "plain": ("text2", "line2", "tint", "accent"),
}
"""Words, edge, fill while pressed, edge while pressed."""


class CounterChip(QAbstractButton):
    """A toggle that filters and counts: "Просрочено 5". Pressed it is tinted with an edge of 2 px (section 3)."""

    def __init__(self, text: str, icon: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._icon = icon
        self._tone = tone
        self._brief = False
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().fix_height(self, "chip")
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()} {i18n.number(count)}")
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        return self._count

    def set_brief(self, brief: bool) -> None:
        """Icon and number alone, for a narrow window; the words are in the tool tip."""
        if brief != self._brief:
            self._brief = brief
            self.setToolTip(self.text() if brief else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = text_width(i18n.number(self._count), "name")
        words += -GAP_CONTROL if self._brief else text_width(self.text(), "control")
        return QSize(words + theme().metrics.icon_cell + 2 * GAP_CONTROL + 24, theme().metrics.chip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, edge, tint, strong_edge = _CHIP_ROLES[self._tone if self._count else "plain"]  # nobody presses
        colors = theme()
        strong = self.isChecked() or self.hasFocus()
        width = 2 if strong else 1
        fill = colors.color(tint if self.isChecked() else "hover" if self.underMouse() else "surface")
        painter.setBrush(fill)
        focus_edge = "accent" if self.hasFocus() else strong_edge
        painter.setPen(QPen(colors.color(focus_edge if strong else edge), width))
        outline = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
        self._draw_words(painter, words)

    def _draw_words(self, painter: QPainter, role: str) -> None:
        middle, side, left = self.height() // 2, theme().metrics.icon_cell, 11
        role = role if self.isEnabled() else "text3"
        draw_icon_at(painter, self._icon, role, left, middle, side)
        left += side + GAP_CONTROL
        rest = QRect(left, 0, self.width() - left, self.height())
        if not self._brief:
            left += draw_text(painter, rest, self.text(), "control", role, elide=False) + GAP_CONTROL
        number_role = role if self._count and self._tone != "plain" else "text"
        rest = QRect(left, 0, self.width() - left, self.height())
        draw_text(painter, rest, i18n.number(self._count), "name", number_role, elide=False)
