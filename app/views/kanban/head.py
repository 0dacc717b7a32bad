"""The head of a column: the stage's edge, its name, count and sum; what it needs while a card hangs over it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_CONTROL, GAP_S, RADIUS_PANEL
from app.qtbase.theme import theme
from app.services.records.office import StageRecord
from app.views.widgets.buttons import IconButton
from app.views.widgets.painting import draw_icon_at, draw_line, draw_text, fill_round, line_height, text_width

EDGE = 4
TARGET_EDGE = 2
"""Of the column that a card hangs over, going on around its cards."""
PADDING = 10


class ColumnHead(QWidget):
    """Painted; its buttons are the only widgets in it."""

    add_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self, stage: StageRecord, *, adds: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._count = 0
        self._sums = ""
        self._needs: str | None = None
        self._target = False
        self.fold = IconButton("left", QCoreApplication.translate("Board", "Fold the column"), small=True, parent=self)
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fold.clicked.connect(self.fold_wanted)
        self.fold.hide()
        self.add: IconButton | None = None
        if adds:
            self.add = IconButton("plus", QCoreApplication.translate("Board", "Add here"), small=True, parent=self)
            self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.add.clicked.connect(self.add_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(self, count: int, sums: str) -> None:
        """How many cards, and what they sum to."""
        self._count, self._sums = count, sums
        words = [self._stage.name, i18n.number(count), sums]
        self.setAccessibleName(", ".join(part for part in words if part))
        self.setToolTip("\n".join(part for part in (self._stage.name, sums, self._stage.hint) if part))
        self.update()

    def show_target(self, on: bool, needs: str | None) -> None:
        """A card hangs over the column: what the stage still needs of it; None while that is not known."""
        if (on, needs) != (self._target, self._needs):
            self._target, self._needs = on, needs
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        height = EDGE + 4 + theme().metrics.tag + line_height("caption") + GAP_S + 2
        return QSize(190, height + (line_height("caption") + GAP_S if self._needs else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = theme().metrics.control_small
        left = self.width() - 4
        for button in (self.add, self.fold):
            if button is not None:
                left -= side
                button.setGeometry(left, EDGE + theme().metrics.tag, side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.fold.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.fold.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fold_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone, colors = theme().tone(self._stage.tone), theme().colors
        paint_top(painter, self.rect(), self._stage.tone, tinted=self._target)
        inner = self.rect().adjusted(PADDING, EDGE + 4, -PADDING, 0)
        name = QRect(inner.left(), inner.top(), inner.width(), theme().metrics.tag)
        count = i18n.number(self._count)
        pill = max(theme().metrics.counter, text_width(count, "small") + 10)
        draw_text(painter, name.adjusted(0, 0, -pill - GAP_CONTROL, 0), self._stage.name, "name", "text")
        if self._target:
            for x in (0, self.width() - TARGET_EDGE):
                painter.fillRect(x, EDGE, TARGET_EDGE, self.height() - EDGE, tone.segment)
        self._paint_count(painter, QRect(name.right() + 1 - pill, name.top(), pill, name.height()), count)
        sums = QRect(inner.left(), name.bottom() + 1, inner.width(), line_height("caption") + 2)
        room = (2 if self.fold.isVisible() else 1) * theme().metrics.control_small if self.add or self._target else 0
        draw_text(painter, sums.adjusted(0, 0, -room, 0), self._sums, "caption", "text2")
        if self._needs:
            side = theme().metrics.icon_cell
            line = sums.translated(0, sums.height() + 4)
            role = f"tone:{self._stage.tone}"
            draw_icon_at(painter, "info", role, line.left(), line.center().y() + 1, side)
            draw_text(painter, line.adjusted(side + GAP_CONTROL, 0, 0, 0), self._needs, "caption_strong", tone.text)
        bottom = self.height() - 0.5
        edge = tone.fill if self._target else colors.line
        draw_line(painter, QRectF(0, bottom, 1, 1).topLeft(), QRectF(self.width(), bottom, 1, 1).topLeft(), edge)

    def _paint_count(self, painter: QPainter, rect: QRect, words: str) -> None:
        height = theme().metrics.counter
        pill = QRect(rect.left(), rect.center().y() + 1 - height // 2, rect.width(), height)
        fill_round(painter, QRectF(pill), height / 2, theme().colors.track)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colors.text2)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)


def paint_top(painter: QPainter, rect: QRect, tone: str, *, tinted: bool) -> None:
    """The ground of a column's head with the stage's edge at its top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect).adjusted(0, 0, 0, RADIUS_PANEL), RADIUS_PANEL, RADIUS_PANEL)
    painter.setClipRect(rect)
    painter.fillPath(shape, theme().tone(tone).tint if tinted else theme().colors.surface)
    painter.setClipRect(QRect(rect.topLeft(), QSize(rect.width(), EDGE)))
    painter.fillPath(shape, theme().tone(tone).fill)
    painter.restore()


class FoldedColumn(QWidget):
    """A column folded to a strip: name and count stand upright; a click unfolds it."""

    unfold_wanted = Signal()

    def __init__(self, stage: StageRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = stage
        self._count = 0
        self._target = False
        self.setFixedWidth(theme().metrics.control + GAP_S)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_numbers(self, count: int) -> None:
        self._count = count
        words = QCoreApplication.translate("Board", "{stage}, {count}, folded")
        self.setAccessibleName(words.format(stage=self._stage.name, count=i18n.number(count)))
        self.setToolTip(QCoreApplication.translate("Board", "Unfold {stage}").format(stage=self._stage.name))
        self.update()

    def show_target(self, on: bool) -> None:
        self._target = on
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.unfold_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.unfold_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tinted = self._target or self.hasFocus()
        paint_top(painter, self.rect(), self._stage.tone, tinted=tinted)
        painter.translate(self.width(), EDGE + GAP_S)
        painter.rotate(90)
        room = QRect(QPoint(0, 0), QSize(self.height() - EDGE - 2 * GAP_S, self.width()))
        width = draw_text(painter, room, self._stage.name, "name", "text")
        draw_text(painter, room.adjusted(width + GAP_S, 0, 0, 0), i18n.number(self._count), "caption", "text2")
