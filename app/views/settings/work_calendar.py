"""The page of the working calendar: weekdays, hours, the office's own days; the country's days are shown beside."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QTimeEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.theme import theme
from app.services.office import CalendarSettings
from app.services.ports import CalendarDay
from app.views.navigator import ViewContext
from app.views.settings.own_days import OwnDays
from app.views.settings.page import SettingsPage
from app.views.widgets.buttons import IconButton
from app.views.widgets.panel import Panel

TIME_WIDTH: Final = 90


class CalendarPage(SettingsPage):
    """Days that differ from the week: the office's own above the country's."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, scrolls=False, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        left = QVBoxLayout()
        left.setSpacing(GAP_M)
        left.addWidget(self._make_week())
        today = context.services.workplace.today()
        self.own = OwnDays(context.services.workplace, self)
        self.own.changed.connect(self.changed)
        left.addWidget(self.own, 1)
        row.addLayout(left, 3)
        self._year = today.year
        row.addWidget(self._make_country(), 2)
        self.content.addLayout(row, 1)

    def _make_week(self) -> Panel:
        panel = Panel(QCoreApplication.translate("Settings", "The working week"), ruled=True, parent=self)
        panel.content.setContentsMargins(GAP_M, GAP_M, GAP_M, GAP_M)
        days = QHBoxLayout()
        days.setSpacing(GAP_L)
        locale = QLocale(i18n.current())
        self.weekdays: list[QCheckBox] = []
        for weekday in range(7):
            box = QCheckBox(locale.standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat), panel)
            box.setAccessibleName(locale.standaloneDayName(weekday + 1))
            box.toggled.connect(self.changed)
            days.addWidget(box)
            self.weekdays.append(box)
        days.addStretch(1)
        panel.content.addLayout(days)
        hours = QHBoxLayout()
        hours.setSpacing(GAP_S)
        self.start = self._make_time(panel, QCoreApplication.translate("Settings", "Work begins"))
        self.end = self._make_time(panel, QCoreApplication.translate("Settings", "Work ends"))
        for widget in (
            QLabel(QCoreApplication.translate("Settings", "Hours"), panel), self.start, QLabel("–", panel), self.end,
        ):  # fmt: skip
            hours.addWidget(widget)
        hours.addStretch(1)
        panel.content.addLayout(hours)
        return panel

    def _make_time(self, parent: QWidget, name: str) -> QTimeEdit:
        field = QTimeEdit(parent)
        field.setDisplayFormat("HH:mm")
        field.setFixedWidth(TIME_WIDTH)
        field.setAccessibleName(name)
        theme().fix_height(field, "control")
        field.timeChanged.connect(self.changed)
        return field

    def _make_country(self) -> Panel:
        """The country's days of a year; they come by themselves and can't be changed here."""
        panel = Panel(QCoreApplication.translate("Settings", "Days of the country"), ruled=True, parent=self)
        line = QHBoxLayout()
        line.setSpacing(GAP_S)
        before = IconButton("left", QCoreApplication.translate("Settings", "The year before"), small=True, parent=panel)
        after = IconButton("right", QCoreApplication.translate("Settings", "The next year"), small=True, parent=panel)
        before.clicked.connect(lambda: self._go(-1))
        after.clicked.connect(lambda: self._go(1))
        self.year = QLabel(panel)
        self.year.setProperty("role", "name")
        for widget in (before, self.year, after):
            line.addWidget(widget)
        line.addStretch(1)
        panel.content.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_M)
        panel.content.addLayout(line)
        self.country = QTreeWidget(panel)
        self.country.setRootIsDecorated(False)
        self.country.setHeaderHidden(True)
        self.country.setColumnCount(2)
        self.country.setAccessibleName(QCoreApplication.translate("Settings", "Days of the country"))
        panel.content.addWidget(self.country, 1)
        return panel

    async def read(self) -> object:
        await self._read_country()
        return await self.context.services.office_calendar.stored()

    async def write(self, seen: object, wanted: object) -> None:
        assert isinstance(seen, CalendarSettings)
        assert isinstance(wanted, CalendarSettings)
        await self.context.services.office_calendar.save(seen, wanted)

    def fill(self, value: object) -> None:
        assert isinstance(value, CalendarSettings)
        for box in (*self.weekdays, self.start, self.end):
            box.blockSignals(True)
        for weekday, box in enumerate(self.weekdays):
            box.setChecked(weekday in value.week)
        self.start.setTime(QTime(value.start.hour, value.start.minute))
        self.end.setTime(QTime(value.end.hour, value.end.minute))
        for box in (*self.weekdays, self.start, self.end):
            box.blockSignals(False)
        self.own.fill(value.own_days)

    def value(self) -> object:
        return CalendarSettings(
            week=frozenset(number for number, box in enumerate(self.weekdays) if box.isChecked()),
            start=_time(self.start.time()),
            end=_time(self.end.time()),
            own_days=self.own.value(),
        )

    def changes(self) -> int:
        seen, now = self.seen, self.value()
        if not isinstance(seen, CalendarSettings) or not isinstance(now, CalendarSettings):
            return 0
        days = len(set(seen.own_days) ^ set(now.own_days))
        return (seen.week != now.week) + ((seen.start, seen.end) != (now.start, now.end)) + days

    def touches(self) -> str:
        return QCoreApplication.translate("Settings", "The latest days of all clients are counted anew.")

    def _go(self, step: int) -> None:
        self._year += step
        self.tasks.run(self._read_country(), latest="country")

    async def _read_country(self) -> None:
        self._show_country(await self.context.services.office_calendar.country_days(self._year))

    def _show_country(self, days: Sequence[CalendarDay]) -> None:
        self.year.setText(str(self._year))
        self.country.clear()
        for one in days:
            working = QCoreApplication.translate("Settings", "worked")
            item = QTreeWidgetItem(self.country, [i18n.day_with_weekday(one.day), working if one.working else one.name])
            item.setToolTip(1, one.name)
        if not days:
            none = QCoreApplication.translate("Settings", "Nothing is known of this year")
            _ = QTreeWidgetItem(self.country, [none])
        self.country.resizeColumnToContents(0)


def _time(shown: QTime) -> time:
    return time(shown.hour(), shown.minute())
