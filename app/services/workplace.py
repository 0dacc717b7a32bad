"""Who works, on which database, at what time: what every service is given."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from app.core.clock import Clock
from app.core.workdays import WorkCalendar
from app.db.engine import Database
from app.db.unit import WriteOrder
from app.services.registry import Registry
from app.services.rights import Rights


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in employee."""

    employee_id: int
    name: str
    role_code: str
    department_id: int | None


@dataclass(slots=True)
class Workplace:
    """The running context of one signed-in employee on one database."""

    database: Database
    actor: Actor
    rights: Rights
    registry: Registry
    clock: Clock
    zone: ZoneInfo
    currency: str
    calendar: WorkCalendar
    language: str
    """The office's language: what the preset's texts were written in."""
    demo: bool = False
    """A demo or training database never sends, dials or notifies outside."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return self.clock.now()

    def today(self) -> date:
        """The present day in the office's zone."""
        return self.clock.now().astimezone(self.zone).date()

    def order(
        self, kind: str, *, operation_id: str | None = None, undoes: str | None = None, **params: object
    ) -> WriteOrder:
        """The order for a unit of work done by this employee now."""
        return WriteOrder(
            kind, self.actor.employee_id, self.now(), operation_id or uuid4().hex, params=params, undoes=undoes
        )
