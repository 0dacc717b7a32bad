"""Asks what becomes of the imported leads: calls spread over working days, or a day until which they are parked."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.qtbase import i18n
from app.qtbase.metrics import GAP_L, GAP_M
from app.qtbase.theme import restyle
from app.services.importing.first_calls.records import Outlook, Parking, Spread
from app.services.importing.first_calls.spreading import quotas
from app.views.imports.first_calls.callers import CallersList
from app.views.widgets.choice_card import ChoiceCard, ChoiceGroup
from app.views.widgets.fields import DateEditor, FieldFrame, NumberEditor, TextEditor

SPREAD, PARK = range(2)
MOST_DAYS: Final = 250
PARKED_FOR: Final = timedelta(days=30)

ReadDay = Callable[[str], date | None]


class FirstCallsPanel(QFrame):
    """Both choices; the chosen one shows what it needs. `changed` comes with everything that is entered."""

    changed = Signal()

    def __init__(self, read_day: ReadDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._outlook: Outlook | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP_M)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        column.addWidget(self.heading)
        self.spread_card = ChoiceCard(
            QCoreApplication.translate("Imports", "Spread first calls"),
            QCoreApplication.translate("Imports", "Each lead gets a call; who calls becomes responsible for it"),
            icon="call", parent=self,
        )  # fmt: skip
        self.park_card = ChoiceCard(
            QCoreApplication.translate("Imports", "Park the leads"),
            QCoreApplication.translate(
                "Imports", "They rest with a date: until then they are neither overdue nor without activities"
            ),
            icon="clock", parent=self,
        )  # fmt: skip
        self._fill_spread(read_day)
        self._fill_park(read_day)
        column.addWidget(self.spread_card)
        column.addWidget(self.park_card)
        self._group = ChoiceGroup((self.spread_card, self.park_card), self)
        self._group.changed.connect(self.changed)
        self.spread_card.set_on(True)

    def show_outlook(self, outlook: Outlook) -> None:
        """Fill everything in, so that Enter plans."""
        self._outlook = outlook
        count = outlook.waiting
        words = QCoreApplication.translate("Imports", "%n lead(s) without a first call", None, count)
        self.heading.setText(words.replace(str(count), i18n.number(count)))
        self.first_day.set_value(outlook.first_day)
        self.subject.set_value(
            next(iter(outlook.subjects), QCoreApplication.translate("Imports", "First call to a new lead"))
        )
        self.until.set_value(outlook.first_day + PARKED_FOR)
        self.park_subject.set_value(QCoreApplication.translate("Imports", "Look through the imported leads"))
        self.callers.show_callers(outlook.callers, outlook.waiting)
        self.days.set_value(self._fitting_days(outlook, outlook.hours.calls(outlook.minutes) // 2))
        self._say_load()

    def choice(self) -> int:
        return self._group.value()

    def spread(self) -> Spread | None:
        """What is to be spread; None where something is still missing, which then says so."""
        first, days, subject = self.first_day.value(), self._number_of_days(), self.subject.value()
        shares = self.callers.shares()
        missing = QCoreApplication.translate("Imports", "Fill this in")
        if not isinstance(first, date):
            _refuse(self.first_day, missing)
        elif days is None:
            _refuse(self.days, QCoreApplication.translate("Imports", "1 to {most}").format(most=MOST_DAYS))
        elif not subject:
            _refuse(self.subject, missing)
        elif not shares:
            self.callers.focus()
        else:
            return Spread(first, days, shares, str(subject))
        return None

    def parking(self) -> Parking | None:
        """Until when to park; None where something is still missing, which then says so."""
        until, subject = self.until.value(), self.park_subject.value()
        missing = QCoreApplication.translate("Imports", "Fill this in")
        if not isinstance(until, date):
            _refuse(self.until, missing)
        elif not subject:
            _refuse(self.park_subject, missing)
        else:
            return Parking(until, str(subject))
        return None

    def _fill_spread(self, read_day: ReadDay) -> None:
        details = self.spread_card.details
        self.first_day = FieldFrame(QCoreApplication.translate("Imports", "First day"), DateEditor(read_day))
        self.days = FieldFrame(QCoreApplication.translate("Imports", "Working days"), NumberEditor())
        self.subject = FieldFrame(QCoreApplication.translate("Imports", "Subject of the calls"), TextEditor())
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.first_day.setFixedWidth(164)
        self.days.setFixedWidth(110)
        for field in (self.first_day, self.days):
            row.addWidget(field)
        row.addWidget(self.subject, 1)
        details.addLayout(row)
        caption = QLabel(QCoreApplication.translate("Imports", "Who calls"))
        caption.setProperty("role", "label")
        details.addWidget(caption)
        self.callers = CallersList(self)
        caption.setBuddy(self.callers)
        details.addWidget(self.callers)
        self.load, self.room = QLabel(self), QLabel(self)
        for label in (self.load, self.room):
            label.setProperty("role", "caption")
            details.addWidget(label)
        restyle(self.room, tone="warn")
        self.callers.changed.connect(self._say_load)
        for field in (self.first_day, self.days):
            field.changed.connect(self._say_load)

    def _fill_park(self, read_day: ReadDay) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        self.until = FieldFrame(QCoreApplication.translate("Imports", "Until"), DateEditor(read_day))
        self.until.setFixedWidth(164)
        self.park_subject = FieldFrame(QCoreApplication.translate("Imports", "What to do then"), TextEditor())
        row.addWidget(self.until)
        row.addWidget(self.park_subject, 1)
        self.park_card.details.addLayout(row)

    def _number_of_days(self) -> int | None:
        days = self.days.value()
        return int(days) if isinstance(days, Decimal | int) and 1 <= days <= MOST_DAYS and days == int(days) else None

    def _fitting_days(self, outlook: Outlook, calls_a_day: int) -> int:
        """Over how many days the chosen people have no more than so many calls a day."""
        shares = self.callers.shares()
        most = max(quotas(outlook.waiting, shares).values()) if shares else outlook.waiting
        return max(1, min(MOST_DAYS, -(-most // max(1, calls_a_day))))

    def _say_load(self) -> None:
        """How many calls a person gets a day, and whether the day has room for them."""
        self.changed.emit()
        outlook, days, shares = self._outlook, self._number_of_days(), self.callers.shares()
        self.room.hide()
        if outlook is None or days is None or not shares:
            self.load.setText("" if shares else QCoreApplication.translate("Imports", "Choose who calls."))
            restyle(self.load, tone="" if shares else "danger")
            return
        a_day = -(-max(quotas(outlook.waiting, shares).values()) // days)
        words = QCoreApplication.translate(
            "Imports", "Up to %n call(s) a person and day, within working hours.", None, a_day
        )
        self.load.setText(words.replace(str(a_day), i18n.number(a_day)))
        restyle(self.load, tone="")
        room = outlook.hours.calls(outlook.minutes)
        if a_day > room:
            more = QCoreApplication.translate(
                "Imports", "A day has room for {room}: it takes %n working day(s), or more people.", None,
                self._fitting_days(outlook, room),
            )  # fmt: skip
            self.room.setText(more.format(room=i18n.number(room)))
            self.room.show()


def _refuse(field: FieldFrame, words: str) -> None:
    field.set_error(words)
    field.focus()
