"""The SQL of filters agrees with a plain reading of them: every kind of field, every operator."""

import random
from datetime import datetime
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.fieldkinds import UNKNOWN, FieldRules, FieldType, slot_value, to_json
from app.core.text import normalise
from app.services.lists.service import Lists
from app.services.records.lists import AnyOf, Condition, Filter, Sort
from app.services.workplace import Workplace
from tests.services.filtering.oracle import AMOUNTS, COUNTS, DAYS, MOMENTS, NOW, TEXTS, Known, holds
from tests.services.lists.making import add_leads

COLUMNS = {
    "created": ("created_at", MOMENTS), "last_contact": ("last_contact_at", MOMENTS),
    "next_activity": ("next_activity_at", MOMENTS), "birth_date": ("birth_date", DAYS), "comment": ("comment", TEXTS),
}  # fmt: skip
CUSTOM: dict[str, tuple[Any, ...]] = {
    "total_debt": AMOUNTS, "creditor_count": COUNTS, "city": TEXTS, "mortgage": (True, False), "overdue_since": DAYS,
}  # fmt: skip
PERIODS = (("today",), ("this_week",), ("this_month",), ("last_days", 7), ("last_days", 1), ("older_than", 1))
LEADS = 90


def conditions(dictionaries: dict[str, list[int]]) -> st.SearchStrategy[Condition]:
    either = st.sampled_from(["any_of", "none_of"])

    def days(code: str) -> st.SearchStrategy[Condition]:
        one = st.sampled_from(DAYS)
        return st.one_of(
            st.builds(lambda day, op: Condition(code, op, (day,)), one, st.sampled_from(["before", "after", "equals"])),
            st.builds(lambda a, b: Condition(code, "between", (a, b)), one, one | st.none()),
            st.builds(lambda period: Condition(code, "period", period), st.sampled_from(PERIODS)),
        )

    def numbers(code: str, values: tuple[Decimal, ...]) -> st.SearchStrategy[Condition]:
        one = st.sampled_from([*values, *(value + Decimal("0.005") for value in values)])
        return st.one_of(
            st.builds(lambda n, op: Condition(code, op, (n,)), one, st.sampled_from(["before", "after", "equals"])),
            st.builds(lambda a, b: Condition(code, "between", (a, b)), one | st.none(), one),
        )

    def texts(code: str) -> st.SearchStrategy[Condition]:
        cut = (text[a:b].strip() for text in TEXTS for a in (0, 1, 3) for b in (2, 4, 99))
        pieces = st.sampled_from([piece for piece in cut if piece])
        return st.builds(lambda text, op: Condition(code, op, (text,)), pieces,
                         st.sampled_from(["contains", "equals"]))  # fmt: skip

    def choices(code: str, ids: list[int]) -> st.SearchStrategy[Condition]:
        chosen = st.lists(st.sampled_from([*ids, 10**9]), min_size=1, max_size=3).map(tuple)
        return st.builds(lambda op, found: Condition(code, op, found), either, chosen)

    may_be_empty = st.sampled_from([*sorted(set(COLUMNS) - {"created"}), *CUSTOM, "source"])
    emptiness = st.builds(Condition, may_be_empty, st.sampled_from(["empty", "filled"]))
    states = st.lists(st.sampled_from(["overdue", "today", "planned", "none"]), min_size=1, unique=True).map(tuple)
    return st.one_of(
        *(days(code) for code in ("created", "last_contact", "next_activity", "birth_date", "overdue_since")),
        numbers("total_debt", AMOUNTS), numbers("creditor_count", COUNTS), texts("comment"), texts("city"),
        *(choices(code, ids) for code, ids in dictionaries.items()),
        st.builds(lambda answer: Condition("mortgage", "equals", (answer,)), st.booleans()),
        st.builds(lambda op, found: Condition("activity_state", op, found), either, states),
        emptiness,
    )  # fmt: skip


async def fill(workplace: Workplace, dictionaries: dict[str, list[int]]) -> list[Known]:
    """Leads with everything in every state, the same in every run."""
    dice = random.Random(20251118)
    known = []
    for _ in range(LEADS):
        values: dict[str, Any] = {code: dice.choice([*values, None]) for code, (_, values) in COLUMNS.items()}
        values["created"] = values["created"] or NOW
        values |= {code: dice.choice([*choices, *choices, None, "?"]) for code, choices in CUSTOM.items()}
        values |= {code: dice.choice(ids) for code, ids in dictionaries.items()}
        if dice.random() < 0.2:
            values["source"] = None
        known.append(Known(values))
    added = await add_leads(workplace, *(_row(workplace, lead.values) for lead in known))
    for lead, number in zip(known, added, strict=True):
        lead.id = number
    return known


def _row(workplace: Workplace, values: dict[str, Any]) -> dict[str, Any]:
    row = {column: values[code] for code, (column, _) in COLUMNS.items()}
    row["comment"] = values["comment"] or ""
    row |= {"stage_id": values["stage"], "source_id": values["source"], "responsible_id": values["responsible"]}
    document: dict[str, object] = {}
    for code in CUSTOM:
        field = workplace.registry.field("lead", code)
        rules = FieldRules(unknown_allowed=True, scale=field.scale, currency="RUB")
        value = UNKNOWN if values[code] == "?" else values[code]
        stored = to_json(field.type, value, rules)
        if stored is not None:
            document[code] = stored
        if field.slot is not None:
            row[field.slot] = slot_value(field.type, value, rules)
        assert field.type is not FieldType.SEVERAL_OF
    texts = [one for one in (values["comment"], values["city"]) if one and one != "?"]
    return {**row, "custom": document, "own_norm": normalise(" ".join(texts)), "title": ""}


async def agree(
    workplace: Workplace, known: list[Known], dictionaries: dict[str, list[int]], data: st.DataObject
) -> None:
    one = conditions(dictionaries)
    chosen = data.draw(st.lists(one | st.lists(one, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some))),
                                min_size=1, max_size=2))  # fmt: skip
    lists = Lists(workplace)
    asked = Filter(conditions=tuple(chosen))
    assert lists.warnings("lead", asked) == ()
    found = (await lists.ids("lead", asked, Sort("number"))).tolist()
    assert found == [lead.id for lead in known if all(_meets(lead, part, workplace.now()) for part in chosen)]


def _meets(lead: Known, part: Condition | AnyOf, now: datetime) -> bool:
    if isinstance(part, AnyOf):
        return any(_meets(lead, one, now) for one in part.conditions)
    return holds(lead, part.field, part.operator, part.values, now)


WORLD: dict[int, tuple[list[Known], dict[str, list[int]]]] = {}


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_the_sql_of_a_filter_agrees_with_a_plain_reading(workplace: Workplace, data: st.DataObject) -> None:
    if id(workplace) not in WORLD:  # hypothesis calls this many times with the same database
        WORLD.clear()
        registry = workplace.registry
        dictionaries = {
            "stage": [stage.id for stage in registry.stages("lead")][:6],
            "source": list(registry.all.sources)[:4],
            "responsible": [one.id for one in registry.employees()],
        }
        WORLD[id(workplace)] = (await fill(workplace, dictionaries), dictionaries)
    known, dictionaries = WORLD[id(workplace)]
    await agree(workplace, known, dictionaries, data)
