"""What becomes of an import's leads next: first calls spread over working days and people, or leads parked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Final

from app.core.errors import UserError
from app.core.kinds import ActivityKind, Kind, Right
from app.db.unit import WriteOrder
from app.services.activities.drafts import clean_draft
from app.services.activities.planner import Planner
from app.services.importing.first_calls.outlook import OutlookReader
from app.services.importing.first_calls.reading import require_import, waiting_by_responsible
from app.services.importing.first_calls.records import (
    Outlook,
    Parking,
    Planned,
    Progress,
    Spread,
    Unplanned,
    Withdrawn,
)
from app.services.importing.first_calls.spreading import Appointment, Caller, Dealer, working_days
from app.services.importing.first_calls.undo import PARK, SPREAD, Withdrawal
from app.services.importing.first_calls.writing import Activities, Writer
from app.services.records.activities import ActivityDraft
from app.services.rules import Place, Planning, RuleCode
from app.services.workplace import Workplace

PARKING_MINUTES: Final = 15
MOST_DAYS: Final = 250
"""Working days: about a year."""


def _silent(_progress: Progress) -> None:
    """For callers that don't show how far it has come."""


def _never() -> bool:
    return False


class FirstCalls:
    """Plans for the leads that an import added: those in progress that have nothing planned.

    As all of an import this passes by the rules about clients (SPEC, "What reproduces a state"): more leads than can be
    called in five working days may be spread over more, and nothing reminds, notifies or is sent. What is entered here
    by hand keeps its rules: the subject, and the length of a call. Each plan is one operation, which can be undone.
    """

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner
        self._outlook = OutlookReader(workplace, planner)

    async def outlook(self, import_id: str) -> Outlook:
        """What there is to be planned. Raises UserError: "not_allowed", "import_unknown"."""
        self._workplace.rights.require(Kind.LEAD, Right.IMPORT)
        return await self._outlook.read(import_id)

    async def unplanned(self) -> tuple[Unplanned, ...]:
        """The latest finished imports whose leads wait or are parked, the newest first; none without the right."""
        if not self._workplace.rights.allows(Kind.LEAD, Right.IMPORT, self._workplace.actor.employee_id):
            return ()
        return await self._outlook.unplanned()

    async def spread(
        self,
        import_id: str,
        spread: Spread,
        *,
        progress: Callable[[Progress], None] = _silent,
        stopped: Callable[[], bool] = _never,
    ) -> Planned:
        """Plan a call for each waiting lead, evenly over the working days and hours and by the shares of people.

        The absent get calls on the days only when they are there. Who calls becomes the lead's responsible; a lead
        stays with its own where that one is chosen and their share has room. `stopped` is asked between batches.

        Raises UserError: "not_allowed", "import_unknown", "first_calls_none", "first_calls_nobody" where none of the
        chosen is at work in these days, "responsible_left", "days_unsuitable", "subject_missing", "subject_is_kind".
        """
        workplace = self._workplace
        waiting = await self._waiting(import_id, list(spread.shares))
        days, hours = self._days(spread), self._outlook.hours()
        callers = self._callers(spread.shares, days)
        minutes = self._outlook.call_minutes()
        subject = self._subject(ActivityKind.CALL, spread.subject, minutes, days[0])
        dealer = Dealer(waiting, callers, hours, workplace.zone)
        what = Activities(import_id, ActivityKind.CALL, subject, minutes, dealer.deal)
        order = workplace.order(SPREAD, import_id=import_id, days=len(days))
        return await self._run(what, order, sum(waiting.values()), progress, stopped)

    async def park(
        self,
        import_id: str,
        parking: Parking,
        *,
        progress: Callable[[Progress], None] = _silent,
        stopped: Callable[[], bool] = _never,
    ) -> Planned:
        """Put the waiting leads aside until a day: each gets one activity of kind "other" on it, with its responsible.

        The guide leaves no lead without an activity and a date, and has no use for "Wait"; so a parked lead is one with
        a date, not one without: until that day it counts nowhere as overdue or without activities, and on it whoever
        is in charge is asked to go on. Undoing the parking lets the leads wait again, to be spread.

        Raises UserError: "not_allowed", "import_unknown", "first_calls_none", "past_time" for a day that isn't after
        today, "subject_missing", "subject_is_kind".
        """
        workplace = self._workplace
        waiting = await self._waiting(import_id, [])
        if parking.until <= workplace.today():
            raise UserError("past_time")
        calendar, day = workplace.calendar, parking.until
        day = day if calendar.is_working(day) else calendar.next_working_day(day)
        starts_at = self._moment(day, self._outlook.hours().start)
        subject = self._subject(ActivityKind.OTHER, parking.subject, PARKING_MINUTES, day)
        what = Activities(
            import_id, ActivityKind.OTHER, subject, PARKING_MINUTES, lambda who: Appointment(who, starts_at)
        )
        order = workplace.order(PARK, import_id=import_id, until=day.isoformat())
        return await self._run(what, order, sum(waiting.values()), progress, stopped)

    async def undo(self, operation_id: str, progress: Callable[[Progress], None] = _silent) -> Withdrawn:
        """Take a plan back: activities that nobody has touched go, leads return to whom they belonged.

        Raises UserError: "not_allowed", "import_unknown", "import_running", "first_calls_undone".
        """
        self._workplace.rights.require(Kind.LEAD, Right.IMPORT)
        return await Withdrawal(self._workplace, operation_id, progress).run()

    async def _waiting(self, import_id: str, people: Sequence[int]) -> Mapping[int, int]:
        """How many leads wait, by responsible, once all rights are there."""
        workplace = self._workplace
        workplace.rights.require(Kind.LEAD, Right.IMPORT)
        for employee_id in people:
            workplace.rights.require(Kind.ACTIVITY, Right.ADD, employee_id)
        async with workplace.database.read() as session:
            await require_import(session, import_id)
            for employee_id in people:
                await self._planner.require_at_work(session, employee_id)
            waiting = await waiting_by_responsible(session, workplace, import_id)
        if not waiting:
            raise UserError("first_calls_none")
        return waiting

    def _days(self, spread: Spread) -> tuple[date, ...]:
        workplace = self._workplace
        if not 1 <= spread.days <= MOST_DAYS:
            raise UserError("days_unsuitable", most=MOST_DAYS)
        first = max(spread.first_day, workplace.today())
        if first == workplace.today() and workplace.now() > self._moment(first, self._outlook.hours().start):
            first = workplace.calendar.next_working_day(first)  # what is left of today is no whole day
        return working_days(workplace.calendar, first, spread.days)

    def _callers(self, shares: Mapping[int, int], days: Sequence[date]) -> list[Caller]:
        """The chosen with their days; who is away all the time gets nothing."""
        found = []
        for employee_id, share in shares.items():
            one = self._workplace.registry.employee(employee_id)
            present = tuple(day for day in days if not one.is_away(day))
            if present and share > 0:
                found.append(Caller(employee_id, share, present))
        if not found:
            raise UserError("first_calls_nobody")
        return found

    def _subject(self, kind: ActivityKind, subject: str, minutes: int, day: date) -> str:
        """The subject, tidied. Raises UserError for one that the rules refuse."""
        workplace = self._workplace
        draft = ActivityDraft(kind, subject, self._moment(day, time(12)), minutes, None)
        clean = clean_draft(workplace.registry, draft)
        facts = Planning(kind, clean.subject, minutes, day, False, workplace.today(), workplace.calendar)
        findings = self._planner.rules.planning(facts, Place(Kind.LEAD), [RuleCode.SUBJECT, RuleCode.CALL_LENGTH])
        self._planner.rules.enforce(findings, None)
        return clean.subject

    def _moment(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=self._workplace.zone).astimezone(UTC)

    async def _run(
        self,
        what: Activities,
        order: WriteOrder,
        total: int,
        progress: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> Planned:
        return await Writer(self._workplace, what, order, total, progress, stopped).run()
