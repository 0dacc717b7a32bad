"""The stage bar of a card: chevrons, past ones tinted with a check, the current one filled (section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.qtbase.metrics import RADIUS_CONTROL, STAGE_GAP, STAGE_POINT
from app.qtbase.theme import FontRole, theme
from app.views.widgets.painting import draw_icon_at, draw_text, text_width
from app.views.widgets.tabbing import tab_here

_CHECK_ROOM = 20
_AIR = 26


@dataclass(frozen=True, slots=True)
class BarStage:
    """A stage as the bar shows it."""

    id: int
    name: str
    tone: str


class StageBar(QWidget):
    """Working stages as chevrons. Click, or arrows and Enter, ask for a move; the owner decides."""

    stage_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[BarStage, ...] = ()
        self._place = -1
        self._end_tone: str | None = None
        self._preview = -1
        self._rects: list[QRectF] = []
        self._buttons: list[_StageButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("StageBar", "Stage"))
        theme().fix_height(self, "stage_bar")

    def set_stages(self, stages: Sequence[BarStage], current_id: int | None, end_tone: str | None = None) -> None:
        """Show stages with `current_id` filled. A finished record has no current one and an `end_tone`
        ("success", "failure") that tints all."""
        for button in self._buttons:
            button.deleteLater()
        self._stages = tuple(stages)
        self._end_tone = end_tone
        self._preview = -1
        ids = [stage.id for stage in stages]
        self._place = ids.index(current_id) if current_id in ids else -1
        self._buttons = [_StageButton(number, stage, self) for number, stage in enumerate(stages)]
        for button in self._buttons:
            button.show()
        self._name_buttons()
        tab_here(self, self._buttons)
        self._lay_out()

    def preview(self, number: int) -> None:
        """Show how it would look with this stage current; -1 ends it."""
        if self._preview != number:
            self._preview = number
            self.update()

    def press(self, number: int) -> None:
        self.stage_clicked.emit(self._stages[number].id)

    def focus_stage(self, number: int) -> None:
        if 0 <= number < len(self._buttons):
            self._buttons[number].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._wish(stage) for stage in self._stages)), theme().metrics.stage_bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(60 * len(self._stages), theme().metrics.stage_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._rects)):
            self._draw(painter, number)

    def _draw(self, painter: QPainter, number: int) -> None:
        place = self._place if self._preview < 0 else self._preview
        fill, words, font, checked = self._look(number, place)
        path = _chevron(self._rects[number], first=number == 0)
        painter.fillPath(path, fill)
        if self._buttons[number].hasFocus():
            painter.save()
            painter.setClipPath(path)
            painter.strokePath(path, QPen(theme().colors.baracc if number == place else theme().colors.accent, 4))
            painter.restore()
        inner = self._rects[number].adjusted(STAGE_POINT + 4, 0, -STAGE_POINT - 2, 0).toRect()
        self._draw_words(painter, inner, self._stages[number].name, font, words, checked)

    def _draw_words(
        self, painter: QPainter, inner: QRect, name: str, font: FontRole, color: QColor, checked: str
    ) -> None:
        check = _CHECK_ROOM if checked and inner.width() >= text_width(name, font) + _CHECK_ROOM else 0
        width = min(text_width(name, font) + check, inner.width())
        left = inner.left() + (inner.width() - width) // 2
        if check:
            draw_icon_at(painter, "check", checked, left, inner.center().y() + 1, theme().metrics.icon_cell)
        draw_text(painter, QRect(left + check, inner.top(), width - check + 1, inner.height()), name, font, color)

    def _look(self, number: int, place: int) -> tuple[QColor, QColor, FontRole, str]:
        """Fill, colour of the words, font and the role of the check mark (empty for none)."""
        colors = theme().colors
        if self._end_tone is not None and self._preview < 0:
            tone = theme().tone(self._end_tone)
            return tone.tint, tone.text, "control", f"tone:{self._end_tone}" if self._end_tone == "success" else ""
        name = self._stages[place].tone if place >= 0 else "grey"
        tone = theme().tone(name)
        if number < place:
            return tone.tint, tone.text, "control", f"tone:{name}"
        if number == place:
            return tone.fill, colors.onfill, "name", ""
        return colors.track, colors.text2, "control", ""

    def _wish(self, stage: BarStage) -> float:
        return text_width(stage.name, "name") + _CHECK_ROOM + 2 * STAGE_POINT + _AIR

    def _need(self, stage: BarStage) -> float:
        """The name without air and check mark."""
        return text_width(stage.name, "name") + 2 * STAGE_POINT + 8

    def _widths(self, room: float) -> list[float]:
        """By the length of names: too little room takes the air first, then letters of the longest names alone."""
        wishes = [self._wish(stage) for stage in self._stages]
        if sum(wishes) <= room:
            return [wish + (room - sum(wishes)) / len(wishes) for wish in wishes]
        needs = [self._need(stage) for stage in self._stages]
        if sum(needs) <= room:
            share = (room - sum(needs)) / (sum(wishes) - sum(needs))
            return [need + (wish - need) * share for need, wish in zip(needs, wishes, strict=True)]
        widest, left = 0.0, room
        for number, need in enumerate(sorted(needs)):
            widest = left / (len(needs) - number)
            if need > widest:
                break
            left -= need
        return [min(need, widest) for need in needs]

    def _lay_out(self) -> None:
        """Chevrons side by side, each point in the notch of the next."""
        self._rects = []
        if not self._stages:
            return
        overlap = (STAGE_POINT - STAGE_GAP) * (len(self._stages) - 1)
        left = 0.0
        for number, width in enumerate(self._widths(self.width() + overlap)):
            self._rects.append(QRectF(left, 0, width, self.height()))
            body = QRectF(left + STAGE_POINT / 2, 0, width - STAGE_POINT, self.height())
            self._buttons[number].setGeometry(body.toRect())
            left += width - STAGE_POINT + STAGE_GAP
        self.update()

    def _name_buttons(self) -> None:
        done = QCoreApplication.translate("StageBar", "{stage}, passed")
        here = QCoreApplication.translate("StageBar", "{stage}, current stage")
        for number, (stage, button) in enumerate(zip(self._stages, self._buttons, strict=True)):
            pattern = done if number < self._place else here if number == self._place else "{stage}"
            button.setAccessibleName(pattern.format(stage=stage.name))
            tab_stop = number == max(self._place, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab_stop else Qt.FocusPolicy.ClickFocus)


class _StageButton(QAbstractButton):
    """The reachable, nameable half of a chevron; the bar paints."""

    def __init__(self, number: int, stage: BarStage, bar: StageBar) -> None:
        super().__init__(bar)
        self._number = number
        self._bar = bar
        self.setText(stage.name)
        self.setToolTip(stage.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: bar.press(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar has painted it."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._bar.preview(self._number)

    def leaveEvent(self, event: QEvent) -> None:
        self._bar.preview(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self._bar.focus_stage(self._number - 1)
        elif event.key() == Qt.Key.Key_Right:
            self._bar.focus_stage(self._number + 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._bar.update()
        return super().event(event)


def _chevron(rect: QRectF, *, first: bool) -> QPainterPath:
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    middle = rect.center().y()
    path = QPainterPath()
    if first:
        radius = RADIUS_CONTROL
        path.moveTo(left + radius, top)
        path.lineTo(right - STAGE_POINT, top)
        path.lineTo(right, middle)
        path.lineTo(right - STAGE_POINT, bottom)
        path.lineTo(left + radius, bottom)
        path.quadTo(QPointF(left, bottom), QPointF(left, bottom - radius))
        path.lineTo(left, top + radius)
        path.quadTo(QPointF(left, top), QPointF(left + radius, top))
    else:
        path.moveTo(left, top)
        path.lineTo(right - STAGE_POINT, top)
        path.lineTo(right, middle)
        path.lineTo(right - STAGE_POINT, bottom)
        path.lineTo(left, bottom)
        path.lineTo(left + STAGE_POINT, middle)
    path.closeSubpath()
    return path
