"""Activities for tests: the service with the real stages behind it, and drafts that keep every rule."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.models import Rule
from app.services.activities import Activities, Planner
from app.services.clients.moving import StageMoves
from app.services.records.activities import ActivityDraft, ActivityRecord, ClientRef
from app.services.rules import Mode, RuleCode
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.clients.making import deals_of, leads_of, new_lead
from tests.support.employees import past_policies
from tests.support.office import MANAGER, make_office, sit_down

MOSCOW = ZoneInfo("Europe/Moscow")


@dataclass(frozen=True, slots=True)
class Desk:
    """A manager at work with one lead."""

    workplace: Workplace
    activities: Activities
    timeline: Timeline
    ref: ClientRef

    async def record(self, activity_id: int) -> ActivityRecord:
        return await self.activities.get(activity_id)

    async def plan(self, **changed: object) -> ActivityRecord:
        """An activity planned for the lead, a call tomorrow at 15:00 unless told otherwise."""
        return await self.record(await self.activities.plan(self.draft(**changed)))

    def draft(self, **changed: object) -> ActivityDraft:
        filled: dict[str, object] = {
            "kind": ActivityKind.CALL,
            "subject": "Узнать решение",
            "starts_at": moscow(19, 15),
            "minutes": 15,
            "client": self.ref,
        }
        return ActivityDraft(**{**filled, **changed})  # type: ignore[arg-type]  # a test's own names


def moscow(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2025 as Moscow's clocks show it; the tests' now is 18 November, 11:45."""
    return datetime(2025, month, day, hour, minute, tzinfo=MOSCOW)


def activities_of(workplace: Workplace) -> Activities:
    return Activities(workplace, Planner(workplace), StageMoves(leads_of(workplace), deals_of(workplace)))


async def desk(database: Database, login: str = MANAGER) -> Desk:
    """An office, its manager's lead, and whoever signs in as `login` in front of it."""
    manager = await make_office(database, login=MANAGER)
    lead_id = await leads_of(manager).create(new_lead(manager))
    workplace = manager if login == MANAGER else await sit_down(database, manager.clock, login)
    return Desk(workplace, activities_of(workplace), Timeline(workplace), ClientRef("lead", lead_id))


async def beside(one: Desk, login: str) -> Desk:
    """A colleague in front of the same lead."""
    workplace = await sit_down(one.workplace.database, one.workplace.clock, login)
    return Desk(workplace, activities_of(workplace), Timeline(workplace), one.ref)


async def set_rule(workplace: Workplace, code: RuleCode, mode: Mode, *, role: str = "manager", **numbers: int) -> None:
    """Let the office keep a rule in another mode for a role."""
    async with past_policies(workplace.database).write(workplace.order("settings.rule")) as unit:
        await unit.session.execute(insert(Rule).values(code=code, role_code=role, mode=mode, numbers=numbers))
        await workplace.registry.reload(unit.session)


def days(number: int) -> timedelta:
    return timedelta(days=number)
