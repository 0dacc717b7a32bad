"""A small month beside the calendar: goes to any day by one click; keys do it in the calendar itself."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.workdays import WorkCalendar
from app.qtbase.metrics import RADIUS_CONTROL
from app.qtbase.theme import theme
from app.views.calendar.words import month_words, weekday_names
from app.views.widgets.buttons import IconButton
from app.views.widgets.painting import fill_round

WEEK: Final = 7
WEEKS: Final = 6


class MiniMonth(QWidget):
    """Head with the month's name, days below."""

    picked = Signal(object)
    """A day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.title = QLabel(self)
        self.title.setProperty("role", "name")
        row.addWidget(self.title, 1)
        names = (
            ("left", QCoreApplication.translate("Calendar", "Month before"), -1),
            ("right", QCoreApplication.translate("Calendar", "Month after"), 1),
        )
        for icon, name, by in names:
            button = IconButton(icon, name, small=True, parent=self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go through the months in the calendar
            button.clicked.connect(lambda _=False, by=by: self._turn(by))
            row.addWidget(button)
        column.addLayout(row)
        self.days = _Days(self)
        self.days.picked.connect(self.picked)
        column.addWidget(self.days)

    def show_span(self, first: date, last: date, middle: date, today: date, calendar: WorkCalendar) -> None:
        """Mark what the calendar shows, and turn to its month."""
        self.days.first, self.days.last, self.days.today = first, last, today
        self.days.calendar = calendar
        self._show(middle.replace(day=1))

    def _turn(self, by: int) -> None:
        number = self.days.month.year * 12 + self.days.month.month - 1 + by
        self._show(date(number // 12, number % 12 + 1, 1))

    def _show(self, month: date) -> None:
        self.days.month = month
        self.title.setText(month_words(month))
        self.days.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show(self.days.month)


class _Days(QWidget):
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.month = self.first = self.last = self.today = date(2000, 1, 1)
        self.calendar = WorkCalendar()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(190, (WEEKS + 1) * (theme().metrics.control_small - 1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _begin(self) -> date:
        return self.month - timedelta(days=self.month.weekday())

    def _cell(self, number: int, line: int) -> QRect:
        height = self.height() // (WEEKS + 1)
        left, right = self.width() * number // WEEK, self.width() * (number + 1) // WEEK
        return QRect(left, line * height, right - left, height)

    def day_at(self, place: QPoint) -> date | None:
        line = place.y() // max(1, self.height() // (WEEKS + 1)) - 1
        column = place.x() * WEEK // max(1, self.width())
        inside = 0 <= line < WEEKS and 0 <= column < WEEK
        return self._begin() + timedelta(days=line * WEEK + column) if inside else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colors.text3)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for number, name in enumerate(weekday_names(short=True)):
            painter.drawText(self._cell(number, 0), middle, name[:2])
        for place in range(WEEKS * WEEK):
            day = self._begin() + timedelta(days=place)
            cell = self._cell(place % WEEK, place // WEEK + 1)
            if self.first <= day <= self.last:
                painter.fillRect(cell, theme().colors.tint)
            if day == self.today:
                side = QRectF(cell).adjusted(1, 1, -1, -1)
                fill_round(painter, side, RADIUS_CONTROL, theme().colors.fill)
            painter.setFont(theme().font("name" if day == self.today else "body"))
            painter.setPen(self._pen(day))
            painter.drawText(cell, middle, str(day.day))

    def _pen(self, day: date) -> QColor:
        colors = theme().colors
        if day == self.today:
            return colors.onfill
        inside = day.month == self.month.month and self.calendar.is_working(day)
        return colors.text if inside else colors.text3
