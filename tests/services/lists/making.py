"""Rows for lists, written past the services so that a test says every column it speaks of."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert

from app.core.text import display_name, normalise, sort_key
from app.models import Activity, Base, Contact, Deal, Lead, TimelineItem
from app.services.workplace import Workplace
from tests.support.employees import past_policies

_DEFAULTS: dict[type[Base], dict[str, object]] = {
    Lead: {"currency": "RUB"},
    Deal: {"currency": "RUB"},
    Contact: {},
}


async def add(workplace: Workplace, entity: type[Base], *rows: dict[str, Any]) -> list[int]:  # Any: columns
    """Insert rows of one table; returns their ids."""
    added = []
    async with past_policies(workplace.database).write(workplace.order("test.add")) as unit:
        for row in rows:
            statement = insert(entity).values(**row).returning(entity.__table__.c.id)
            added.append((await unit.session.execute(statement)).scalar_one())
        unit.touch(entity.__tablename__, *added)
    return added


async def add_leads(workplace: Workplace, *rows: dict[str, Any]) -> list[int]:
    """Leads by what differs; `stage` by its code, `phone` by its digits too."""
    return await add(workplace, Lead, *(_client(workplace, Lead, "lead", row) for row in rows))


async def add_deals(workplace: Workplace, *rows: dict[str, Any]) -> list[int]:
    """Deals likewise; each needs its `contact_id`."""
    return await add(workplace, Deal, *(_client(workplace, Deal, "deal", row) for row in rows))


async def add_contacts(workplace: Workplace, *rows: dict[str, Any]) -> list[int]:
    """Contacts likewise."""
    return await add(workplace, Contact, *(_client(workplace, Contact, "contact", row) for row in rows))


async def plan(workplace: Workplace, starts_at: datetime, **columns: Any) -> int:
    """A planned activity."""
    row = {
        "kind": "call", "subject": "Перезвонить", "starts_at": starts_at, "minutes": 15, "state": "planned",
        "responsible_id": workplace.actor.employee_id, "created_at": workplace.now(), **columns,
    }  # fmt: skip
    return (await add(workplace, Activity, row))[0]


async def line(workplace: Workplace, body: str, **columns: Any) -> int:
    """A comment in the timeline that counts as a contact."""
    row = {"at": workplace.now(), "kind": "comment", "body": body, "is_contact": True, **columns}
    return (await add(workplace, TimelineItem, row))[0]


def _client(workplace: Workplace, entity: type[Base], section: str, row: dict[str, Any]) -> dict[str, Any]:
    row = dict(row)
    name = display_name(row.get("last_name", ""), row.get("first_name", ""), row.get("middle_name", ""))
    shown = name or row.get("title", "")
    phone = row.get("phone") or ""
    found = {
        **_DEFAULTS[entity],
        "responsible_id": workplace.actor.employee_id,
        "sort_key": sort_key(shown),
        "person_norm": normalise(" ".join(filter(None, (name, phone.lstrip("+"), row.get("email"))))),
        "own_norm": normalise(" ".join(filter(None, (row.get("title"), row.get("comment"))))),
        "created_at": workplace.now() - timedelta(days=1),
        "updated_at": workplace.now(),
        "custom": {},
    }
    if section != "contact":
        stage = row.pop("stage", "new" if section == "lead" else "signed")
        found["stage_id"] = workplace.registry.stage_by_code(section, stage).id
        found["stage_since"] = workplace.now()
    return {**found, **row}
