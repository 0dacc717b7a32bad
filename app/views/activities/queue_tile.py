"""A place of the work queue: its number, its words, how many wait."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.qtbase.metrics import FOCUS_EDGE, GAP_M, GAP_S, RADIUS_CONTROL, RADIUS_TAG
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_text, fill_round, text_width

HEIGHT = 38
_NUMBER = 20
_LEAST = 92


class QueueTile(QAbstractButton):
    """Pressed by click, Space or Enter: the next client of this place."""

    def __init__(self, number: int, words: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._tone = tone
        self._waiting = 0
        self._later = 0
        self._first = False
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_LEAST)
        theme().changed.connect(self.update)

    def show_waiting(self, waiting: int, later: int, details: str, *, first: bool) -> None:
        """How many wait now and come later today; `first` where the next client comes from here."""
        self._waiting, self._later, self._first = waiting, later, first
        self.setAccessibleName(f"{self._number}. {details}")
        self.setToolTip(details)
        self.update()

    @property
    def waiting(self) -> int:
        return self._waiting

    def sizeHint(self) -> QSize:
        return QSize(_NUMBER + text_width(self.text(), "control") + 4 * GAP_M, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme().colors
        frame = QRectF(self.rect())
        back = colors.tint if self._first else colors.hover if self.underMouse() else colors.surface
        fill_round(painter, frame, RADIUS_CONTROL, back, colors.accent if self._first else colors.line2)
        inner = self.rect().adjusted(GAP_S, 0, -GAP_M, 0)
        box = QRect(inner.left(), inner.center().y() - _NUMBER // 2 + 1, _NUMBER, _NUMBER)
        tone = theme().tone(self._tone)
        fill_round(painter, QRectF(box), RADIUS_TAG, tone.fill if self._waiting else tone.tint)
        painter.setFont(theme().font("small"))
        painter.setPen(colors.onfill if self._waiting else tone.text)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        count = str(self._waiting)
        role = "text" if self._waiting else "text3"
        draw_text(painter, inner, count, "name", role, right=True)
        words = QRect(box.right() + GAP_S, inner.top(), 0, inner.height())
        words.setRight(inner.right() - text_width(count, "name") - GAP_S)
        if self._later:
            later = f"+{self._later}"
            draw_text(painter, words, later, "caption", "text3", right=True)
            words.setRight(words.right() - text_width(later, "caption") - GAP_S)
        draw_text(painter, words, self.text(), "control", role)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.accent, FOCUS_EDGE))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
