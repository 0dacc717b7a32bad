"""Phones, emails and messengers: how typed ones are read, stored and looked up."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind
from app.core.text import clean_line
from app.models import ContactPoint
from app.services.clients.sections import POINT_FIELDS
from app.services.contact_points import parse_email, parse_phone
from app.services.records.values import ContactPointValue, FieldValue

CODES = {kind: code for code, kind in POINT_FIELDS.items()}


def clean_points(code: str, raw: FieldValue) -> tuple[ContactPointValue, ...]:
    """The points of a field as they will be stored: normal forms found anew, empty and repeated ones left out."""
    values = raw if isinstance(raw, tuple) else (raw,)
    found: dict[str, ContactPointValue] = {}
    for value in values:
        point = value if isinstance(value, ContactPointValue) else ContactPointValue(str(value or ""))
        text = clean_line(point.value)
        if text:
            normal = normal_form(POINT_FIELDS[code], text)
            found.setdefault(normal or text, ContactPointValue(text, normal, point.label))
    return tuple(found.values())


def points_in(value: FieldValue) -> tuple[ContactPointValue, ...]:
    """The points of a field's value; none where it holds none."""
    return tuple(one for one in value if isinstance(one, ContactPointValue)) if isinstance(value, tuple) else ()


def normal_form(kind: str, text: str) -> str | None:
    """E.164 of a valid phone, the folded form of a valid email, else None: kept as written, never matched."""
    if kind == ContactPointKind.PHONE:
        return parse_phone(text).e164
    if kind == ContactPointKind.EMAIL:
        return parse_email(text).normal
    return None


async def write_points(
    session: AsyncSession, owner: str, owner_id: int, code: str, points: Sequence[ContactPointValue]
) -> None:
    """Replace the points of one field, leaving alone what stays the same."""
    kind = POINT_FIELDS[code]
    rows = await session.execute(
        select(ContactPoint.id, ContactPoint.value, ContactPoint.label, ContactPoint.position).where(
            getattr(ContactPoint, owner) == owner_id, ContactPoint.point_kind == kind
        )
    )
    wanted = {(point.value, point.label, number) for number, point in enumerate(points)}
    present = {(row.value, row.label, row.position): row.id for row in rows}
    gone = [point_id for key, point_id in present.items() if key not in wanted]
    if gone:
        await session.execute(delete(ContactPoint).where(ContactPoint.id.in_(gone)))
    placed = enumerate(points)
    new = [(number, point) for number, point in placed if (point.value, point.label, number) not in present]
    await _insert_points(session, owner, owner_id, kind, new)


async def write_new_points(
    session: AsyncSession, owner: str, owner_id: int, code: str, points: Sequence[ContactPointValue]
) -> None:
    """The points of a record that is new and has none yet."""
    await _insert_points(session, owner, owner_id, POINT_FIELDS[code], list(enumerate(points)))


async def _insert_points(
    session: AsyncSession, owner: str, owner_id: int, kind: str, placed: Sequence[tuple[int, ContactPointValue]]
) -> None:
    if placed:
        rows = [
            {
                owner: owner_id, "point_kind": kind, "value": point.value, "normal": point.normal,
                "label": point.label, "position": number,
            }
            for number, point in placed
        ]  # fmt: skip
        await session.execute(insert(ContactPoint.__table__), rows)  # type: ignore[arg-type]  # an entity's table


def first_shown(points: Iterable[ContactPointValue]) -> str | None:
    """What a list shows: the first valid one, else the first as written."""
    listed = list(points)
    for point in listed:
        if point.normal:
            return point.normal
    return listed[0].value if listed else None
