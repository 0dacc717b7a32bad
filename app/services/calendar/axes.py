"""By which column a record stands on a day; each is answered by an index, so none is offered that isn't."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement

from app.core.errors import UserError
from app.core.fieldkinds import FieldType, day_number, microseconds
from app.core.kinds import ActivityState
from app.services.clients.sections import fields_of, slot_of
from app.services.filtering.context import FilterContext
from app.services.listed import ACTIVITIES, DEALS, LEADS, Listed
from app.services.records.calendar import MEETING, NEXT_ACTIVITY, STARTS, DateField

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SHOWN: Final = (ActivityState.PLANNED, ActivityState.DONE, ActivityState.MISSED)

CREATED, CONTRACT, NEXT_PAYMENT = "created", "contract_date", "next_payment"

_COLUMNS: Final[Mapping[str, Mapping[str, tuple[str, bool]]]] = {
    ACTIVITIES: {STARTS: ("starts_at", True)},
    LEADS: {
        NEXT_ACTIVITY: ("next_activity_at", True),
        MEETING: ("meeting_at", True),
        CREATED: ("created_at", True),
    },
    DEALS: {
        NEXT_ACTIVITY: ("next_activity_at", True),
        CONTRACT: ("contract_date", False),
        NEXT_PAYMENT: ("next_payment_on", False),
        CREATED: ("created_at", True),
    },
}
"""Column and whether it has a time of day."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A column that holds moments or days, and how its values are written and read."""

    field: DateField
    column: ColumnElement[Any]  # Any: a moment, a day, or a slot's number
    write: Callable[[date], Any]
    """The first value of a day."""
    read: Callable[[Any], datetime | date]
    helping: tuple[ColumnElement[bool], ...] = ()
    """Always true of what is found; leads the database to the index."""
    slot: str | None = None

    def within(self, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
        """On these days, both ends included."""
        return self.column >= self.write(first), self.column < self.write(last + timedelta(days=1))


def date_fields(section: Listed, context: FilterContext) -> tuple[DateField, ...]:
    """What a calendar of the section can go by, the usual one first."""
    named = {one.code: one.name for one in fields_of(context.registry, section.code)} if section.staged else {}
    builtin = (
        DateField(code, named.get(code, ""), timed) for code, (_, timed) in _COLUMNS.get(section.code, {}).items()
    )
    return (*builtin, *(field for field, _ in _own(section, context)))


def axis_for(section: Listed, code: str, context: FilterContext) -> Axis:
    """Raises UserError("field_unknown") for what the section doesn't go by."""
    column, timed = _COLUMNS.get(section.code, {}).get(code, ("", False))
    if column:
        helping = _helping(section, code, context)
        return Axis(
            DateField(code, "", timed), section.table.c[column], context.begins if timed else _same, _same, helping
        )
    for field, slot in _own(section, context):
        if field.code == code:
            if not field.timed:
                return Axis(field, section.table.c[slot], day_number, _day, slot=slot)
            return Axis(field, section.table.c[slot], lambda day: microseconds(context.begins(day)), _moment, slot=slot)
    raise UserError("field_unknown", field=code)


def _own(section: Listed, context: FilterContext) -> Iterator[tuple[DateField, str]]:
    """The office's own days and moments that a slot mirrors."""
    if not section.staged:
        return
    for record in fields_of(context.registry, section.code):
        if record.builtin or record.type not in (FieldType.DATE, FieldType.DATETIME):
            continue
        slot = slot_of(context.registry, section.code, record)
        if slot is not None:
            yield DateField(record.code, record.name, record.type is FieldType.DATETIME), slot


def _helping(section: Listed, code: str, context: FilterContext) -> tuple[ColumnElement[bool], ...]:
    """The indexes begin with the responsible and the stage or state: all of those, where the filter names none."""
    if section.code == ACTIVITIES:
        return (section.table.c.state.in_(_SHOWN),)
    if code != NEXT_ACTIVITY:
        return ()
    stages = sorted(one.id for one in context.registry.all.stages.values() if one.section == section.code)
    return (section.table.c.stage_id.in_(stages),)


def _same(value: Any) -> Any:  # Any: as the column holds it
    return value


def _day(number: int) -> date:
    return _EPOCH.date() + timedelta(days=number)


def _moment(number: int) -> datetime:
    return _EPOCH + timedelta(microseconds=number)
