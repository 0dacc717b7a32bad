"""Editors of dates: typed in words or digits, or picked in a calendar. Understanding words is handed in."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from app.qtbase import i18n, icons
from app.qtbase.metrics import GAP_S
from app.qtbase.theme import theme
from app.views.widgets.fields.base import LineEditor
from app.views.widgets.popup import Popup


class CalendarPopup(Popup):
    """A month to pick a day from."""

    picked = Signal(object)
    """datetime.date"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, margin=GAP_S)
        self.calendar = QCalendarWidget(self)
        self.calendar.setMinimumSize(264, 244)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setAccessibleName(QCoreApplication.translate("Fields", "Calendar"))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        self.content.addWidget(self.calendar)

    def show_day(self, day: date | None) -> None:
        """Open at a day; days off are grey, not red: red means overdue here."""
        grey = QTextCharFormat()
        grey.setForeground(theme().colors.text3)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, grey)
        self.calendar.setHeaderTextFormat(grey)
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def _pick(self, chosen: QDate) -> None:
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
        self.close()


class _Calendared(LineEditor):
    """A line with a calendar at its right end; Alt+Down opens it."""

    def __init__(self, placeholder: str, parent: QWidget | None) -> None:
        super().__init__(placeholder, parent)
        words = QCoreApplication.translate("Fields", "Open the calendar")
        action = QAction(icons.icon("calendar", "text2"), words, self)
        action.triggered.connect(self.open_calendar)
        self.line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._calendar: CalendarPopup | None = None

    def open_calendar(self) -> None:
        """Show the month under the field."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.show_day(self._day())
        self._calendar.show_under(self.line, QPoint(0, 4))
        self._calendar.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def problem(self) -> str | None:
        if self.text() and self._day() is None:
            return QCoreApplication.translate("Fields", "This date can't be read")
        return None

    def _day(self) -> date | None:
        return None

    def _picked(self, day: date) -> None:
        """A day was picked in the calendar."""


class DateEditor(_Calendared):
    """A day; `parse` reads what people type ("завтра", "20.11") and answers None where it can't."""

    def __init__(
        self, parse: Callable[[str], date | None], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, parent)
        self._parse = parse
        self._value: date | None = None

    def value(self) -> date | None:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value if isinstance(value, date) else None
        self.line.setText("" if self._value is None else i18n.day_with_weekday(self._value))

    def focus_left(self) -> None:
        if self._value is not None:
            self.line.setText(i18n.day_with_weekday(self._value))
        super().focus_left()

    def typed(self) -> None:
        self._value = self._parse(self.text()) if self.text() else None

    def _day(self) -> date | None:
        return self._value

    def _picked(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit()


class DateTimeEditor(_Calendared):
    """A moment on the office's clock; `parse` reads what people type ("завтра 15") and answers None where it can't.

    `write` makes the tidy writing; `at` is the time of day that a day picked in the calendar gets.
    """

    def __init__(
        self,
        parse: Callable[[str], datetime | None],
        write: Callable[[datetime], str],
        placeholder: str = "",
        *,
        at: time = time(10, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, parent)
        self._parse = parse
        self._write = write
        self._at = at
        self._value: datetime | None = None

    def value(self) -> datetime | None:
        return self._value

    def set_value(self, value: object) -> None:
        self._value = value if isinstance(value, datetime) else None
        self.line.setText("" if self._value is None else self._write(self._value))

    def typed(self) -> None:
        self._value = self._parse(self.text()) if self.text() else None

    def _day(self) -> date | None:
        return None if self._value is None else self._value.date()

    def _picked(self, day: date) -> None:
        kept = self._at if self._value is None else self._value.timetz()
        zone = None if self._value is None else self._value.tzinfo
        moment = datetime.combine(day, kept, tzinfo=zone)
        self.set_value(self._parse(moment.strftime("%d.%m.%Y %H:%M")) or moment)
        self.changed.emit()
