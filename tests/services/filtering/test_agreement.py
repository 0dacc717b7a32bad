"""The SQL of filters agrees with a plain reading of them: every kind of field, every operator."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.lists.service import Lists
from app.services.records.lists import AnyOf, Condition, Filter, FilterWarning, Sort
from app.services.workplace import Workplace
from tests.services.filtering.oracle import (
    AMOUNTS,
    COUNTS,
    DAYS,
    REQUIRED,
    TEXTS,
    WORKING,
    Known,
    holds,
)
from tests.services.filtering.world import COLUMNS, CUSTOM, TENTHS, World, make_world

DAY_FIELDS = ("created", "last_contact", "next_activity", "birth_date", "overdue_since", "own_date", "own_moment",
              "kept_moment")  # fmt: skip
NUMBER_FIELDS = {"total_debt": AMOUNTS, "creditor_count": COUNTS, "own_number": TENTHS, "own_whole": COUNTS,
                 "own_money": AMOUNTS, "kept_number": TENTHS}  # fmt: skip
PERIODS = (("today",), ("this_week",), ("this_month",), ("last_quarter",), ("last_days", 7), ("last_days", 1),
           ("next_days", 3), ("older_than", 1), ("later_than", 0))  # fmt: skip
STATES = ("overdue", "today", "planned", "none")
GONE = 10**9
"""An entry that no dictionary has: its condition holds for the others it names."""


def _days(code: str) -> st.SearchStrategy[Condition]:
    one = st.sampled_from(DAYS)
    return st.one_of(
        st.builds(lambda day, op: Condition(code, op, (day,)), one, st.sampled_from(["before", "after", "equals"])),
        st.builds(lambda a, b: Condition(code, "between", (a, b)), one, one | st.none()),
        st.builds(lambda period: Condition(code, "period", period), st.sampled_from(PERIODS)),
    )


def _numbers(code: str, values: tuple[Decimal, ...]) -> st.SearchStrategy[Condition]:
    one = st.sampled_from([*values, *(value + Decimal("0.005") for value in values)])
    return st.one_of(
        st.builds(lambda n, op: Condition(code, op, (n,)), one, st.sampled_from(["before", "after", "equals"])),
        st.builds(lambda a, b: Condition(code, "between", (a, b)), one | st.none(), one),
    )


def _texts(code: str) -> st.SearchStrategy[Condition]:
    cut = (text[a:b].strip() for text in TEXTS for a in (0, 1, 3) for b in (2, 4, 99))
    pieces = st.sampled_from([piece for piece in cut if piece])
    operators = st.sampled_from(["contains", "not_contains", "equals"])
    return st.builds(lambda text, op: Condition(code, op, (text,)), pieces, operators)


def _choices(code: str, ids: list[int]) -> st.SearchStrategy[Condition]:
    chosen = st.lists(st.sampled_from([*ids, GONE]), min_size=1, max_size=3, unique=True).map(tuple)
    operators = ["any_of", "none_of", *(["all_of"] if code == "own_several" else [])]
    return st.builds(lambda op, found: Condition(code, op, found), st.sampled_from(operators), chosen)


def conditions(kind: str, dictionaries: dict[str, list[int]]) -> st.SearchStrategy[Condition]:
    """Any condition on fields of a kind."""
    if kind == "days":
        return st.one_of(*map(_days, DAY_FIELDS))
    if kind == "numbers":
        return st.one_of(*(_numbers(code, values) for code, values in NUMBER_FIELDS.items()))
    if kind == "texts":
        return st.one_of(*map(_texts, ("comment", "city", "own_text")))
    if kind == "choices":
        states = st.lists(st.sampled_from(STATES), min_size=1, unique=True).map(tuple)
        either = st.sampled_from(["any_of", "none_of"])
        return st.one_of(
            *(_choices(code, ids) for code, ids in dictionaries.items()),
            _choices("ever_stage", dictionaries["stage"]),
            st.builds(lambda op, found: Condition("activity_state", op, found), either, states),
        )
    may_be_empty = sorted({*COLUMNS, *CUSTOM, "source", "own_one", "own_several"} - {"created"})
    answers = st.sampled_from(["mortgage", "own_yes_no", "fields_missing", "in_progress"])
    return st.one_of(
        st.builds(lambda code, answer: Condition(code, "equals", (answer,)), answers, st.booleans()),
        st.builds(Condition, st.sampled_from(may_be_empty), st.sampled_from(["empty", "filled"])),
    )


KINDS = ("days", "numbers", "texts", "choices", "answers")


async def agree(workplace: Workplace, world: World, kind: str, data: st.DataObject) -> None:
    kinds = KINDS if kind == "together" else (kind,)
    one = st.one_of(*(conditions(name, world.dictionaries) for name in kinds))
    group = st.lists(one, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some)))
    chosen = data.draw(st.lists(one | group, min_size=1, max_size=2))
    lists, asked = Lists(workplace), Filter(conditions=tuple(chosen))
    assert lists.warnings("lead", asked) == tuple(
        FilterWarning("value_gone", part.field, part.operator, (GONE,))
        for part in _single(chosen)
        if GONE in part.values
    )
    found = (await lists.ids("lead", asked, Sort("number"))).tolist()
    now = workplace.now()
    assert found == [lead.id for lead in world.known if all(_meets(lead, part, now) is not False for part in chosen)]


def _single(chosen: list[Condition | AnyOf]) -> list[Condition]:
    return [one for part in chosen for one in (part.conditions if isinstance(part, AnyOf) else (part,))]


def _meets(lead: Known, part: Condition | AnyOf, now: datetime) -> bool | None:
    """None where all that the part speaks of is gone: then it asks nothing."""
    if isinstance(part, AnyOf):
        answers = [_meets(lead, one, now) for one in part.conditions]
        said = [answer for answer in answers if answer is not None]
        return any(said) if said else None
    values = tuple(value for value in part.values if value != GONE)
    if part.values and not values:
        return None
    return holds(lead, part.field, part.operator, values, now)


def _say_stages(workplace: Workplace) -> None:
    """Requirements add up over working stages, those of their own stage only left out (SPEC)."""
    REQUIRED.clear()
    WORKING.clear()
    so_far: set[str] = set()
    for stage in workplace.registry.stages("lead"):
        working = stage.kind.value == "working"
        WORKING.update({stage.id} if working else ())
        own = {code for code in stage.required if "." not in code}
        REQUIRED[stage.id] = own | (so_far if stage.kind.value != "failure" else set())
        so_far |= own - set(stage.required_here_only) if working else set()


WORLD: dict[int, World] = {}
USUALLY, THOROUGHLY = 80, 340
"""Examples of each kind: in every run, and on top of them in a long one, together over 2,500 a database."""


@pytest.mark.parametrize("kind", [*KINDS, "together"])
@settings(max_examples=USUALLY, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_the_sql_of_a_filter_agrees_with_a_plain_reading(
    workplace: Workplace, kind: str, data: st.DataObject
) -> None:
    await agree(workplace, await _world(workplace), kind, data)


@pytest.mark.long
@pytest.mark.parametrize("kind", [*KINDS, "together"])
@settings(max_examples=THOROUGHLY, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_it_agrees_in_thousands_of_examples(workplace: Workplace, kind: str, data: st.DataObject) -> None:
    await agree(workplace, await _world(workplace), kind, data)


async def _world(workplace: Workplace) -> World:
    """Hypothesis calls a test many times with the same database."""
    if id(workplace) not in WORLD:
        WORLD.clear()
        WORLD[id(workplace)] = await make_world(workplace)
        _say_stages(workplace)
    return WORLD[id(workplace)]
