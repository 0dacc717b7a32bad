"""Writes lines of the timeline inside an open unit of work: code and parameters, never finished words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from app.core.kinds import CONTACT_TIMELINE_KINDS, TimelineKind
from app.db.unit import Unit
from app.models import TimelineItem

_LINES = TimelineItem.__table__
_ADD = insert(TimelineItem.__table__)  # type: ignore[arg-type]  # the table of an entity
_ADD_ONE = _ADD.returning(_LINES.c.id)


@dataclass(frozen=True, slots=True)
class Clients:
    """Whose timelines show a line."""

    lead_id: int | None = None
    deal_id: int | None = None
    contact_id: int | None = None


async def write_line(
    unit: Unit,
    kind: TimelineKind,
    clients: Clients,
    *,
    activity_id: int | None = None,
    body: str = "",
    at: datetime | None = None,
    counts_as_contact: bool | None = None,
    **params: object,
) -> int:
    """Add a line to the timelines of the clients named; returns its number.

    Whether it counts as the last contact follows from its kind unless said otherwise (an unanswered call doesn't).
    """
    contact = kind in CONTACT_TIMELINE_KINDS if counts_as_contact is None else counts_as_contact
    line_id: int | None = await unit.session.scalar(
        _ADD_ONE,
        {
            "at": at or unit.at, "kind": kind, "lead_id": clients.lead_id, "deal_id": clients.deal_id,
            "contact_id": clients.contact_id, "author_id": unit.order.actor_id, "body": body, "params": params,
            "is_contact": contact, "activity_id": activity_id,
        },
    )  # fmt: skip
    assert line_id is not None, "an insert returns its key"
    owners = (("lead", clients.lead_id), ("deal", clients.deal_id), ("contact", clients.contact_id))
    for section, record_id in owners:
        if record_id is not None:
            unit.touch(section, record_id)
    return line_id


async def write_lines(
    unit: Unit, kind: TimelineKind, lines: Sequence[tuple[Clients, dict[str, object]]], *, body: str = ""
) -> None:
    """The same line for many clients at once, each with its parameters; none of them counts as a contact."""
    if not lines:
        return
    await unit.session.execute(
        _ADD,
        [
            {
                "at": unit.at, "kind": kind, "lead_id": clients.lead_id, "deal_id": clients.deal_id,
                "contact_id": clients.contact_id, "author_id": unit.order.actor_id, "body": body, "params": params,
                "is_contact": False,
            }
            for clients, params in lines
        ],
    )  # fmt: skip
