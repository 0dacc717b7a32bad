"""Leads with everything in every state, the same in every run: what filters are asked about."""

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from app.core.fieldkinds import UNKNOWN, FieldRules, FieldType, slot_value, to_json
from app.core.text import normalise
from app.models import Field, FieldOption, Lead, OptionLink, TimelineItem
from app.services.workplace import Workplace
from tests.services.filtering.oracle import AMOUNTS, COUNTS, DAYS, MOMENTS, NOW, TEXTS, Known
from tests.services.lists.making import add_leads
from tests.support.employees import past_policies

COLUMNS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "created": ("created_at", MOMENTS), "last_contact": ("last_contact_at", MOMENTS),
    "next_activity": ("next_activity_at", MOMENTS), "birth_date": ("birth_date", DAYS),
    "comment": ("comment", TEXTS), "phones": ("phone", ("+79160000001",)),
}  # fmt: skip
TENTHS = tuple(one / 10 for one in COUNTS)
CUSTOM: dict[str, tuple[Any, ...]] = {
    "total_debt": AMOUNTS, "creditor_count": COUNTS, "city": TEXTS, "mortgage": (True, False), "overdue_since": DAYS,
    "own_text": TEXTS, "own_number": TENTHS, "own_whole": COUNTS, "own_money": AMOUNTS, "own_date": DAYS,
    "own_moment": MOMENTS, "own_yes_no": (True, False), "kept_moment": MOMENTS, "kept_number": TENTHS,
}  # fmt: skip
"""Fields of the preset, fields that no slot mirrors ("own_…") and two more kinds of slots ("kept_…")."""
ADDED = {
    "own_text": (FieldType.TEXT, None), "own_number": (FieldType.NUMBER, None), "own_whole": (FieldType.NUMBER, None),
    "own_money": (FieldType.MONEY, None), "own_date": (FieldType.DATE, None), "own_moment": (FieldType.DATETIME, None),
    "own_yes_no": (FieldType.YES_NO, None), "own_one": (FieldType.ONE_OF, None),
    "own_several": (FieldType.SEVERAL_OF, None), "kept_moment": (FieldType.DATETIME, "n15"),
    "kept_number": (FieldType.NUMBER, "n16"),
}  # fmt: skip
SCALES = {"own_number": 1, "kept_number": 1}
LEADS = 110


@dataclass
class World:
    """The leads, and the entries of dictionaries that conditions name."""

    known: list[Known]
    dictionaries: dict[str, list[int]]


async def make_world(workplace: Workplace) -> World:
    """Fill an office's database."""
    options = await _add_fields(workplace)
    registry = workplace.registry
    stages = [stage.id for stage in registry.stages("lead")]
    dictionaries = {
        "stage": [*stages[:6], stages[-1]],
        "source": list(registry.all.sources)[:4],
        "responsible": [one.id for one in registry.employees()],
        **options,
    }
    known = _known(dictionaries)
    added = await add_leads(workplace, *(_row(workplace, lead.values) for lead in known))
    for lead, number in zip(known, added, strict=True):
        lead.id = number
    await _add_links(workplace, known)
    return World(known, dictionaries)


async def _add_fields(workplace: Workplace) -> dict[str, list[int]]:
    async with past_policies(workplace.database).write(workplace.order("test.fields")) as unit:
        options: dict[str, list[int]] = {}
        for code, (kind, slot) in ADDED.items():
            row = {"section": "lead", "code": code, "name": code, "field_type": kind, "slot": slot,
                   "scale": SCALES.get(code, 0), "unknown_allowed": True}  # fmt: skip
            made = await unit.session.execute(insert(Field).values(**row).returning(Field.id))
            if kind in (FieldType.ONE_OF, FieldType.SEVERAL_OF):
                field_id = made.scalar_one()
                choices = [{"field_id": field_id, "name": name, "position": n} for n, name in enumerate("АБВ")]
                found = await unit.session.scalars(insert(FieldOption).returning(FieldOption.id), choices)
                options[code] = sorted(found)
        await workplace.registry.reload(unit.session)
    return options


def _known(dictionaries: dict[str, list[int]]) -> list[Known]:
    dice = random.Random(20251118)
    known = []
    for _ in range(LEADS):
        values: dict[str, Any] = {code: dice.choice([*values, None]) for code, (_, values) in COLUMNS.items()}
        values["created"] = values["created"] or NOW
        values |= {code: dice.choice([*choices, *choices, None, "?"]) for code, choices in CUSTOM.items()}
        values |= {code: dice.choice(ids) for code, ids in dictionaries.items()}
        values["own_several"] = tuple(sorted(dice.sample(dictionaries["own_several"], dice.randrange(4)))) or None
        values["passed"] = set(dice.sample(dictionaries["stage"], dice.choice([0, 0, 1, 2])))
        for code in ("source", "own_one"):
            if dice.random() < 0.2:
                values[code] = None
        known.append(Known(values))
    return known


def _row(workplace: Workplace, values: dict[str, Any]) -> dict[str, Any]:
    row = {column: values[code] for code, (column, _) in COLUMNS.items()}
    row["comment"] = values["comment"] or ""
    row |= {"stage_id": values["stage"], "source_id": values["source"], "responsible_id": values["responsible"]}
    document: dict[str, object] = {}
    for code in (*CUSTOM, "own_one", "own_several"):
        field = workplace.registry.field("lead", code)
        rules = FieldRules(unknown_allowed=True, scale=field.scale, currency="RUB")
        value = UNKNOWN if values[code] == "?" else values[code]
        stored = to_json(field.type, value, rules)
        if stored is not None:
            document[code] = stored
        if field.slot is not None:
            row[field.slot] = slot_value(field.type, value, rules)
    texts = [one for one in (values["comment"], values["city"], values["own_text"]) if one and one != "?"]
    return {**row, "custom": document, "own_norm": normalise(" ".join(texts)), "title": ""}


async def _add_links(workplace: Workplace, known: list[Known]) -> None:
    """Options in their table, of a deal with the lead's number too; ways through stages in the timeline."""
    field = workplace.registry.field("lead", "own_several")
    links: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    for lead in known:
        chosen = [("lead", one) for one in lead.values["own_several"] or ()]
        for section, option in (*chosen, ("deal", field.options[0].id)):
            links.append({"section": section, "field_id": field.id, "option_id": option, "record_id": lead.id})
        line = {"at": NOW - timedelta(days=1), "lead_id": lead.id}
        for number, stage in enumerate(sorted(lead.values["passed"])):
            params = {"before": stage, "after": 0} if number else {"before": 0, "after": stage}
            lines.append({**line, "kind": "converted" if number else "stage", "params": params})
        noise = {"before": lead.values["stage"] - 1, "after": lead.values["stage"] + 1}
        lines.append({**line, "kind": "comment", "params": noise})
    async with past_policies(workplace.database).write(workplace.order("test.links")) as unit:
        await unit.session.execute(insert(OptionLink), links)
        await unit.session.execute(insert(TimelineItem), lines)
        for lead in known:  # lines keep the last contact: what the world says of it stands
            kept = update(Lead).where(Lead.id == lead.id).values(last_contact_at=lead.values["last_contact"])
            await unit.session.execute(kept)
