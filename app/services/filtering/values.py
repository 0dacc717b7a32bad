"""Values of conditions as users, forms and saved documents give them, taken apart; `Unsuitable` for any other."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from app.core.text import normalise
from app.services.filtering.context import FilterContext, Unsuitable

DEPARTMENT = "department:"
"""Before a department's number, where it stands for its people."""

LARGEST = 2**63 - 1
"""What an integer column can be compared with."""


def ids(values: Sequence[object]) -> list[int]:
    """Numbers of dictionary entries."""
    return [_id(value) for value in values]


def _id(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise Unsuitable
    return value


def people(values: Sequence[object], context: FilterContext) -> list[int]:
    """Employees; "me" and "my_department" are whoever asks and their people, "department:3" those who work there."""
    found: set[int] = set()
    for value in values:
        if value == "me":
            found.add(context.employee_id)
        elif value == "my_department":
            found |= context.rights.people
        elif isinstance(value, str) and value.startswith(DEPARTMENT):
            found |= _people_of(value.removeprefix(DEPARTMENT), context)
        else:
            found.add(_id(value))
    return sorted(found)


def _people_of(department: str, context: FilterContext) -> set[int]:
    """Those of a department and of the ones below it."""
    registry = context.registry.all
    if not department.isdecimal() or int(department) not in registry.departments:
        raise Unsuitable
    within = {int(department)}
    while below := {one.id for one in registry.departments.values() if one.parent_id in within} - within:
        within |= below
    return {one.id for one in registry.employees.values() if one.department_id in within}


def number(value: object) -> Decimal:
    """A number as written in a form or a document."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise Unsuitable
    try:
        found = Decimal(str(value).replace(",", ".").replace("\u202f", "").replace(" ", ""))
    except InvalidOperation:
        raise Unsuitable from None
    if not found.is_finite() or found.copy_abs() > LARGEST:
        raise Unsuitable
    return found


def day(value: object, context: FilterContext) -> date:
    """A day; a moment stands for its day in the office's zone."""
    match value:
        case datetime():
            found = value.astimezone(context.zone).date() if value.tzinfo else value.date()
        case date():
            found = value
        case str():
            return day(_parsed(value), context)
        case _:
            raise Unsuitable
    if not date.min.year < found.year < date.max.year:  # its beginning in UTC may lie outside of the calendar
        raise Unsuitable
    return found


def _parsed(text: str) -> date:
    try:
        return datetime.fromisoformat(text) if len(text) > len("2025-11-18") else date.fromisoformat(text)
    except ValueError:
        raise Unsuitable from None


def text(values: Sequence[object]) -> str:
    """One text that is not empty."""
    if len(values) != 1 or not isinstance(values[0], str) or not values[0].strip():
        raise Unsuitable
    return values[0]


def phrase(values: Sequence[object]) -> str:
    """One text as the search compares it; a text of nothing but spaces says nothing."""
    found = normalise(text(values))
    if not found:
        raise Unsuitable
    return found


def one(values: Sequence[object]) -> object:
    """The only value."""
    if len(values) != 1:
        raise Unsuitable
    return values[0]


def two(values: Sequence[object]) -> tuple[object, object]:
    """Both ends of a range, of which one may be None."""
    if len(values) != 2 or (values[0] is None and values[1] is None):
        raise Unsuitable
    return values[0], values[1]
