"""Bars of how many activities were overdue at the end of each working day."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_S, GAP_XS
from app.qtbase.theme import theme
from app.views.widgets.painting import fill_round

_LINE: Final = 18
_WIDEST: Final = 34
_LEAST_HEIGHT: Final = 150


class LateChart(QWidget):
    """The values stand on the bars."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: Sequence[tuple[date, int]] = ()
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def show_days(self, days: Sequence[tuple[date, int]]) -> None:
        self._days = days
        told = ", ".join(f"{i18n.day_and_month(day)}: {count}" for day, count in days)
        name = QCoreApplication.translate("Reports", "Overdue at the end of the working day")
        self.setAccessibleName(f"{name}. {told}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        painter, colors = QPainter(self), theme().colors
        painter.setFont(theme().font("caption"))
        area = self.rect().adjusted(GAP_S, _LINE, -GAP_S, -_LINE - GAP_XS)
        step = area.width() / len(self._days)
        most = max(1, *(count for _day, count in self._days))
        every = max(1, -(-len(self._days) * 40 // max(area.width(), 1)))
        for number, (day, count) in enumerate(self._days):
            width = min(step * 0.7, _WIDEST)
            height = area.height() * count / most
            left = area.left() + step * number + (step - width) / 2
            bar = QRectF(left, area.bottom() - height, width, height)
            if count:
                fill_round(painter, bar, 2, colors.fill)
            slot = QRect(int(area.left() + step * number), int(bar.top()) - _LINE, int(step), _LINE)
            painter.setPen(colors.text)
            painter.drawText(slot, int(Qt.AlignmentFlag.AlignCenter), str(count))
            if number % every == 0:
                below = QRect(int(slot.center().x() - 24), area.bottom() + GAP_XS, 48, _LINE)
                painter.setPen(colors.text3)
                painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"{day:%d.%m}")
