"""Who asks, when and where: what "me", "today" and an amount mean in a filter."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.core.clock import day_bounds
from app.services.registry import Registry
from app.services.rights import Rights
from app.services.workplace import Workplace


class Unsuitable(Exception):
    """A condition that says nothing here; it is left out with a warning of this code."""

    def __init__(self, code: str = "value_unsuitable") -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class FilterContext:
    """The surroundings of one compilation."""

    registry: Registry
    rights: Rights
    now: datetime
    zone: ZoneInfo
    currency: str
    sqlite: bool

    @classmethod
    def of(cls, workplace: Workplace) -> "FilterContext":
        return cls(
            workplace.registry,
            workplace.rights,
            workplace.now(),
            workplace.zone,
            workplace.currency,
            workplace.database.is_sqlite,
        )

    @property
    def employee_id(self) -> int:
        return self.rights.employee_id

    @property
    def today(self) -> date:
        """The present day in the office's zone."""
        return self.now.astimezone(self.zone).date()

    @property
    def tomorrow_begins(self) -> datetime:
        """The office's next midnight, UTC."""
        return day_bounds(self.today, self.zone)[1]

    def begins(self, day: date) -> datetime:
        """A day's first moment in the office's zone, UTC."""
        return day_bounds(day, self.zone)[0]
