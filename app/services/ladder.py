"""The ladder of "no answer": attempts counted, when to try again, and when to close the client as unreachable."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import func, select

from app.core.kinds import StageKind, TimelineKind
from app.models import TimelineItem
from app.services.activities import Planner
from app.services.client_refs import Client, client_to_read
from app.services.records.activities import ClientRef
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace

UNREACHABLE: Final = "unreachable"
"""The failure stage of who never answered."""
HOURS: Final = (time(9), time(20))
"""Nobody is called earlier or later."""
CLOCKS: Final = (time(18), time(10), time(13))
"""The guide: another time of day; by the attempt's number."""


@dataclass(frozen=True, slots=True)
class LadderStep:
    """Where a client stands once the present call wasn't answered either."""

    attempts: int
    """With the present one, since somebody last spoke with the client."""
    most: int
    next_at: datetime
    close_stage_id: int | None = None
    """Offered after `most` attempts, where the office has such a stage."""


class NoAnswerLadder:
    """Its numbers are those of the rule `no_answer`, per section and stage."""

    def __init__(self, workplace: Workplace, planner: Planner) -> None:
        self._workplace = workplace
        self._planner = planner

    async def step(self, ref: ClientRef) -> LadderStep | None:
        """None where the rule is off or the client isn't in progress. Raises UserError: "not_found", "not_allowed"."""
        async with self._workplace.database.read() as session:
            client = await client_to_read(session, self._workplace.rights, ref)
            rule = self._planner.rules.setting(RuleCode.NO_ANSWER, self._planner.place(client))
            if rule.mode is Mode.OFF or not self._planner.in_progress(client):
                return None
            owner = TimelineItem.__table__.c[f"{ref.section}_id"]
            tried = select(func.count()).where(
                owner == ref.id,
                TimelineItem.kind == TimelineKind.CALL,
                TimelineItem.is_contact.is_(False),
                TimelineItem.deleted_at.is_(None),
            )
            if client.last_contact_at is not None:
                tried = tried.where(TimelineItem.at > client.last_contact_at)
            attempts = 1 + (await session.scalar(tried) or 0)
        hours = rule.numbers["first_hours" if attempts == 1 else "then_hours"]
        most = rule.numbers["attempts"]
        close = self._unreachable(ref.section) if attempts >= most else None
        return LadderStep(attempts, most, self._when(client, attempts, hours), close)

    def _when(self, client: Client, attempts: int, hours: int) -> datetime:
        """After the hours, on a working day, at another time of day, and not later than the rules allow."""
        workplace = self._workplace
        moment = (workplace.now() + timedelta(hours=hours)).astimezone(workplace.zone)
        day, clock = moment.date(), _half_hour(moment.time())
        if day != workplace.today():
            clock = CLOCKS[attempts % len(CLOCKS)]
        if not HOURS[0] <= clock <= HOURS[1] or (day == workplace.today() and clock <= _half_hour(self._now_clock())):
            day, clock = workplace.calendar.next_working_day(day), CLOCKS[attempts % len(CLOCKS)]
        if not workplace.calendar.is_working(day):
            day = workplace.calendar.next_working_day(day)
        rule = self._planner.rules.setting(RuleCode.CONTACT_INTERVAL, self._planner.place(client))
        since = self._planner.last_contact(client)
        if since is not None and rule.mode is not Mode.OFF:
            latest = workplace.calendar.latest_start(since, workplace.today(), rule.numbers["working_days"])
            day = max(min(day, latest), workplace.today())
        return datetime.combine(day, clock, tzinfo=workplace.zone).astimezone(workplace.now().tzinfo)

    def _now_clock(self) -> time:
        return self._workplace.now().astimezone(self._workplace.zone).time()

    def _unreachable(self, section: str) -> int | None:
        stages = self._workplace.registry.stages(section)
        return next((one.id for one in stages if one.code == UNREACHABLE and one.kind is StageKind.FAILURE), None)


def _half_hour(clock: time) -> time:
    """On the next half hour, the last one of the day at most."""
    minutes = min(-(-(clock.hour * 60 + clock.minute) // 30) * 30, 23 * 60 + 30)
    return time(minutes // 60, minutes % 60)
