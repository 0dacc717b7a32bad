"""The steps of the wizard: done with a check, the present one filled, the next outlined."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase.icons import draw_icon
from app.qtbase.theme import theme
from app.views.widgets.painting import draw_text, text_width

HEIGHT, DISC, LINE = 44, 20, 64
GAP = 8


class StepRow(QWidget):
    """Paints the steps; the accessible name says where one stands."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._present = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_present(0)

    def set_present(self, number: int) -> None:
        """Which step is being worked on, from 0."""
        self._present = number
        self.setAccessibleName(f"{number + 1}/{len(self._names)}: {self._names[number]}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(self._names) * (DISC + LINE + 120), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 16.0
        middle = self.height() / 2
        for number, name in enumerate(self._names):
            disc = QRectF(left, middle - DISC / 2, DISC, DISC)
            self._disc(painter, disc, number)
            width = text_width(name, "control")
            place = QRectF(disc.right() + GAP, 0, width + 2, self.height()).toRect()
            draw_text(painter, place, name, "control", "accent" if number == self._present else "text2")
            left = place.right() + GAP
            if number + 1 < len(self._names):
                painter.setPen(QPen(theme().color("line"), 1))
                painter.drawLine(QPointF(left, middle), QPointF(left + LINE, middle))
                left += LINE + GAP

    def _disc(self, painter: QPainter, disc: QRectF, number: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if number < self._present:
            painter.setBrush(theme().color("okt"))
            painter.drawEllipse(disc)
            draw_icon(painter, "check", "ok", disc.adjusted(4, 4, -4, -4).toRect())
            return
        if number == self._present:
            painter.setBrush(theme().color("fill"))
        else:
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        role = "onfill" if number == self._present else "text2"
        words = str(number + 1)
        inset = round((DISC - text_width(words, "small")) / 2)
        draw_text(painter, disc.toRect().adjusted(inset, 0, 4, 0), words, "small", role)
