"""What the activity form shows beforehand: the latest day, the load of the days, likely times, subjects."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import day_bounds
from app.core.kinds import ActivityKind, ActivityState
from app.core.text import sort_key
from app.models import Activity
from app.services.activities.base import ActivityBase
from app.services.activities.rows import of_living_clients
from app.services.client_refs import Client, client_to_read
from app.services.records.activities import ClientRef, DayLoad, PlanningHelp
from app.services.rules import Mode, Place, RuleCode
from app.services.rules.checks import KIND_NAMES

STRIP_DAYS: Final = 9
LIKELY: Final = 4
MORNING: Final = time(10)
EVENING: Final = time(18)
OTHER_TIMES: Final = (time(15), time(12), EVENING, time(11), time(16))
RECENT_SUBJECTS: Final = 3
MOST_SUBJECTS: Final = 10

_LENGTHS: Final = {
    ActivityKind.CALL: RuleCode.CALL_LENGTH,
    ActivityKind.MEETING: RuleCode.MEETING_LENGTH,
}


class PlanningForecast(ActivityBase):
    """What helps to plan."""

    async def planning_help(
        self,
        ref: ClientRef | None,
        kind: ActivityKind,
        today: date | None = None,
        *,
        responsible_id: int | None = None,
        except_id: int | None = None,
        after_contact: bool = False,
    ) -> PlanningHelp:
        """Limits, load and subjects for the form; `today` is the first day of the strip.

        `except_id` is the activity being changed; `after_contact` counts from today, as after the call that is being
        completed. Raises UserError: "not_found", "not_allowed".
        """
        workplace = self._workplace
        first = today or workplace.today()
        async with workplace.database.read() as session:
            client = await client_to_read(session, workplace.rights, ref) if ref else None
            place = self._planner.place(client)
            latest = await self._latest(session, client, place, except_id, after_contact=after_contact)
            load = await self._load(session, first, responsible_id or workplace.actor.employee_id, except_id)
            recent = await self._recent_subjects(session, kind)
        rule = self._planner.rules.setting(RuleCode.CONTACT_INTERVAL, place)
        longest = self._longest(kind, place)
        minutes = self._planner.default_minutes(kind)
        return PlanningHelp(
            latest_day=latest,
            last_contact=self._planner.last_contact(client, after_contact=after_contact),
            strip=self._strip(first, load, latest if rule.mode is Mode.BLOCK else None),
            subjects=self._subjects(recent, kind),
            max_minutes=longest,
            default_minutes=minutes if longest is None else min(minutes, longest),
            default_reminders=self._planner.default_reminders(kind),
            working_days=rule.numbers["working_days"] if latest is not None else None,
        )

    async def likely_times(
        self, ref: ClientRef | None, kind: ActivityKind, *, after_contact: bool = False
    ) -> tuple[datetime, ...]:
        """Four times for one click: this evening, tomorrow at ten, tomorrow and the day after at this time of day.

        Soonest first. Only working days, and only what the five working days allow; a meeting ends within the
        office's hours.
        """
        workplace = self._workplace
        async with workplace.database.read() as session:
            client = await client_to_read(session, workplace.rights, ref) if ref else None
            place = self._planner.place(client)
            latest = await self._latest(session, client, place, None, after_contact=after_contact)
        found: dict[datetime, None] = {}
        for moment in self._candidates(kind):
            if len(found) == LIKELY:
                break
            if moment > workplace.now() and (latest is None or self._planner.day(moment) <= latest):
                found[moment] = None
        return tuple(sorted(found))

    async def _latest(
        self, session: AsyncSession, client: Client | None, place: Place, except_id: int | None, *, after_contact: bool
    ) -> date | None:
        """The last day for the client's earliest activity; None where an earlier one is planned or the rule is off."""
        rule = self._planner.rules.setting(RuleCode.CONTACT_INTERVAL, place)
        since = self._planner.last_contact(client, after_contact=after_contact)
        if since is None or rule.mode not in (Mode.BLOCK, Mode.WARN):
            return None
        workplace = self._workplace
        latest = workplace.calendar.latest_start(since, workplace.today(), rule.numbers["working_days"])
        other = await self._planner.earliest_other(session, client, except_id)
        return None if other is not None and other <= latest else latest

    def _strip(self, first: date, load: Counter[date], latest: date | None) -> tuple[DayLoad, ...]:
        """Nine days from the first; those past or after the latest one are not allowed."""
        days = [first + timedelta(days=number) for number in range(STRIP_DAYS)]
        today, calendar = self._workplace.today(), self._workplace.calendar
        return tuple(
            DayLoad(day, load[day], calendar.is_working(day), today <= day and (latest is None or day <= latest))
            for day in days
        )

    async def _load(
        self, session: AsyncSession, first: date, employee_id: int, except_id: int | None
    ) -> Counter[date]:
        """How many activities an employee has planned on each day of the strip."""
        zone = self._workplace.zone
        start, end = day_bounds(first, zone)[0], day_bounds(first + timedelta(days=STRIP_DAYS - 1), zone)[1]
        moments = await session.scalars(
            select(Activity.starts_at).where(
                Activity.responsible_id == employee_id,
                Activity.state == ActivityState.PLANNED,
                Activity.starts_at >= start,
                Activity.starts_at < end,
                Activity.deleted_at.is_(None),
                Activity.id != (except_id or 0),
                of_living_clients(),
            )
        )
        return Counter(self._planner.day(moment) for moment in moments)

    async def _recent_subjects(self, session: AsyncSession, kind: ActivityKind) -> list[str]:
        """What this employee wrote lately for the kind, the newest first."""
        return list(
            await session.scalars(
                select(Activity.subject)
                .where(
                    Activity.responsible_id == self._workplace.actor.employee_id,
                    Activity.created_by == self._workplace.actor.employee_id,
                    Activity.kind == kind,
                    Activity.import_id.is_(None),
                    Activity.deleted_at.is_(None),
                )
                .order_by(Activity.id.desc())
                .limit(20)
            )
        )

    def _subjects(self, recent: list[str], kind: ActivityKind) -> tuple[str, ...]:
        """The last few subjects, then the office's own, each once; none that the rules would refuse."""
        results = {sort_key(one.name) for one in self._workplace.registry.all.call_results}
        refused = KIND_NAMES | results
        fresh = [subject for subject in dict.fromkeys(recent) if sort_key(subject) not in refused]
        presets = self._workplace.registry.all.subjects.get(kind, ())
        found: dict[str, str] = {}
        for subject in (*fresh[:RECENT_SUBJECTS], *presets):
            found.setdefault(sort_key(subject), subject)
        return tuple(found.values())[:MOST_SUBJECTS]

    def _longest(self, kind: ActivityKind, place: Place) -> int | None:
        """The rule's limit for a kind; None where it is free."""
        code = _LENGTHS.get(kind)
        rule = self._planner.rules.setting(code, place) if code else None
        return rule.numbers["minutes"] if rule and rule.mode in (Mode.BLOCK, Mode.WARN) else None

    def _candidates(self, kind: ActivityKind) -> Iterator[datetime]:
        """Times in the order in which they are worth offering."""
        workplace = self._workplace
        calendar, today = workplace.calendar, workplace.today()
        following = calendar.next_working_day(today)
        after = calendar.next_working_day(following)
        evening, same = self._within_office(EVENING, kind), self._within_office(self._this_time(), kind)
        if calendar.is_working(today):
            yield self._moment(today, evening)
        yield self._moment(following, MORNING)
        yield self._moment(following, same)
        yield self._moment(after, same)
        days = (following, after, calendar.next_working_day(after))
        for day in (today, *days) if calendar.is_working(today) else days:
            for clock in OTHER_TIMES:
                yield self._moment(day, self._within_office(clock, kind))
        # The last allowed day is nearly over: whatever half hours it still has.
        soon = workplace.now().replace(minute=workplace.now().minute // 30 * 30, second=0, microsecond=0)
        yield from (soon + timedelta(minutes=30 * number) for number in range(1, LIKELY + 1))

    def _this_time(self) -> time:
        """The present time of day on the next half hour, within a day's hours."""
        local = self._workplace.now().astimezone(self._workplace.zone)
        minutes = min(max(-(-(local.hour * 60 + local.minute) // 30) * 30, 9 * 60), 19 * 60)
        return time(minutes // 60, minutes % 60)

    def _within_office(self, clock: time, kind: ActivityKind) -> time:
        """A meeting is held at the office, so it ends with the working day at the latest."""
        if kind is not ActivityKind.MEETING:
            return clock
        workday = self._workplace.registry.setting("workday")
        closing = workday.get("end") if isinstance(workday, dict) else None
        end = time.fromisoformat(closing) if isinstance(closing, str) else time(19)
        last = max(end.hour * 60 + end.minute - self._planner.default_minutes(kind), 0)
        return min(clock, time(last // 60, last % 60))

    def _moment(self, day: date, clock: time) -> datetime:
        """The moment at which the office's clocks show this."""
        return datetime.combine(day, clock, tzinfo=self._workplace.zone).astimezone(self._workplace.now().tzinfo)
