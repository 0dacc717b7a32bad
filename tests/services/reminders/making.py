"""Two workstations of one manager, and a colleague's, on one database with one clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.clock import FixedClock
from app.db.engine import Database
from app.db.opening import open_database
from app.services.records.activities import ActivityRecord
from app.services.reminders import Reminders
from tests.services.activities.making import Desk, desk
from tests.support.office import MANAGER, sit_down


@dataclass(frozen=True, slots=True)
class Station:
    """One workstation: its own `Database`, the employee's reminders."""

    database: Database
    reminders: Reminders


@dataclass(frozen=True, slots=True)
class Office:
    """A desk with a lead, the clock that everybody sees, and more workstations."""

    desk: Desk
    clock: FixedClock
    station: Station

    async def plan(self, starts_at: datetime, **changed: object) -> ActivityRecord:
        return await self.desk.plan(starts_at=starts_at, **changed)

    async def another(self, url: str, login: str = MANAGER) -> Station:
        """One more workstation; the test closes its database."""
        database = await open_database(url)
        return Station(database, Reminders(await sit_down(database, self.clock, login)))

    def pass_time(self, span: timedelta) -> None:
        self.clock.move_to(self.clock.now() + span)


async def office(database: Database) -> Office:
    """A manager at work."""
    one = await desk(database)
    clock = one.workplace.clock
    assert isinstance(clock, FixedClock)
    return Office(one, clock, Station(database, Reminders(one.workplace)))
