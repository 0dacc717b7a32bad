"""The activity that reminds of a planned payment: made with it, moved with it, gone once the money is there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from sqlalchemy import ColumnElement, select, update

from app.core.kinds import ActivityKind, ActivityState, Kind
from app.core.money import exponent
from app.core.text import clean_line
from app.db.unit import Unit
from app.models import Activity, Employee
from app.services.activities import Planner
from app.services.client_refs import Client
from app.services.records.activities import ActivityDraft
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace

AT: Final = time(10)
"""When the office's clocks remind on the day."""

_SUBJECTS: Final = {
    "ru": "Платёж № {number} по графику, {amount}",
    "en": "Scheduled payment no. {number}, {amount}",
}
"""By the office's language."""


@dataclass(frozen=True, slots=True)
class Due:
    """A planned payment to be reminded of."""

    number: int
    on: date
    amount: Decimal
    currency: str

    def subject(self, language: str) -> str:
        """The subject of the activity, by which it is found again: a deal has each number once."""
        decimals = "" if self.amount == self.amount.to_integral_value() else "." + "0" * exponent(self.currency)
        pattern = f"#,##0{decimals} ¤"
        from babel.numbers import format_currency  # here: nothing else at the start of the window has need of Babel

        amount = format_currency(self.amount, self.currency, pattern, locale=language, currency_digits=False)
        words = _SUBJECTS.get(language, _SUBJECTS["en"])
        # As every subject is kept: with plain spaces, or it would not be found again.
        return clean_line(words.format(number=self.number, amount=amount))


class PaymentReminders:
    """Keeps the reminding activities of deals."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner

    def days_before(self, client: Client) -> int | None:
        """How many days before a payment the office reminds; None where that rule is off."""
        rule = self._planner.rules.setting(RuleCode.PAYMENT_REMINDER, self._planner.place(client))
        return None if rule.mode is Mode.OFF else rule.numbers["days_before"]

    async def plan(self, unit: Unit, client: Client, due: Due, days_before: int | None) -> None:
        """Remind the deal's responsible; a payment whose day is past already shows as overdue."""
        if days_before is None or due.on < self._workplace.today():
            return
        language = self._workplace.language
        await self._planner.plan_freely_in(
            unit,
            ActivityDraft(
                kind=ActivityKind.CALL,
                subject=due.subject(language),
                starts_at=self._moment(due.on, days_before),
                minutes=self._planner.default_minutes(ActivityKind.CALL),
                client=client.ref,
                responsible_id=await self._at_work(unit, client.responsible_id),
                reminders=self._planner.default_reminders(ActivityKind.CALL),
            ),
        )

    async def cancel(self, unit: Unit, client: Client, due: Due) -> None:
        """The reminder is not needed any more; one that somebody reworded is theirs and stays."""
        cancelled = await unit.session.scalars(
            update(Activity)
            .where(*_of(client, due))
            .values(state=ActivityState.CANCELLED, version=Activity.version + 1)
            .returning(Activity.id)
        )
        ids = list(cancelled)
        if ids:
            unit.touch(Kind.ACTIVITY, *ids)

    def _moment(self, on: date, days_before: int) -> datetime:
        """In the morning of the day, of the working day before it where that is off, or soon where that is past."""
        day = on - timedelta(days=days_before)
        calendar = self._workplace.calendar
        if not calendar.is_working(day):
            day = calendar.add_working_days(day, -1)
        moment = datetime.combine(day, AT, tzinfo=self._workplace.zone).astimezone(UTC)
        now = self._workplace.now()
        soon = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + timedelta(minutes=30)
        return max(moment, soon)

    async def _at_work(self, unit: Unit, employee_id: int) -> int:
        active = await unit.session.scalar(select(Employee.active).where(Employee.id == employee_id))
        return employee_id if active else self._workplace.actor.employee_id


def _of(client: Client, due: Due) -> tuple[ColumnElement[bool], ...]:
    """The planned activities that remind of a payment, in whichever language the office spoke then."""
    return (
        Activity.deal_id == client.ref.id,
        Activity.state == ActivityState.PLANNED,
        Activity.deleted_at.is_(None),
        Activity.subject.in_([due.subject(language) for language in _SUBJECTS]),
    )
