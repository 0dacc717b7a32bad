"""Pages, whole orders, counters, filters, the kanban's columns."""

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial

from app.core.kinds import Kind, Right, Scope
from app.services.container import open_services
from app.services.records.lists import Condition, Filter, IdVector, Sort
from tests.benchmarks.figures import Figure
from tests.benchmarks.measuring import measured
from tests.benchmarks.offices import BenchOffice

ALL = Filter()
NEWEST = Sort("created", descending=True)
COLUMNS = ("stage", "name", "phone", "activity", "responsible", "created", "source", "amount", "last_contact")
PAGE = 100
CARDS, COLUMNS_SHOWN = 20, 6
FEW = 30

ALIVE = "FROM lead WHERE deleted_at IS NULL"
PAGE_FIELDS = (
    "id, stage_id, title, last_name, first_name, middle_name, next_activity_at, responsible_id, created_at,"
    " source_id, sum_amount, currency, last_contact_at"
)
NEWEST_FIRST = f"{ALIVE} ORDER BY created_at DESC, id DESC"
SUMS = f"SELECT stage_id, currency, count(*), sum(sum_amount) {ALIVE} GROUP BY stage_id, currency"


async def pages(office: BenchOffice) -> AsyncIterator[Figure]:
    """Pages and id vectors; each beside what the driver alone needs for the same rows."""
    lists = office.services.lists

    async def ids() -> IdVector:
        return await lists.ids("lead", ALL, NEWEST)

    vector = await ids()
    middle = vector[len(vector) // 2 : len(vector) // 2 + PAGE].tolist()

    async def first() -> object:
        found = await lists.first_ids("lead", ALL, NEWEST, PAGE)
        return await lists.rows("lead", vector[:PAGE] if found is None else found, COLUMNS)

    query = f"SELECT {PAGE_FIELDS} {NEWEST_FIRST} LIMIT {PAGE}"
    yield await measured(office, "first page of 100", first, query, target=3)
    yield await _few(office)
    query = f"SELECT {PAGE_FIELDS} {ALIVE} AND id IN ({', '.join(map(str, middle))})"
    jump = partial(lists.rows, "lead", middle, COLUMNS)
    yield await measured(office, "jump to the middle: a page of 100", jump, query, target=3)
    yield await measured(office, "id vector of everything", ids, _vector_query(office), target=150)
    for column in ("name", "amount", "stage", "responsible"):
        sort = Sort(column)
        yield await measured(office, f"id vector by {column}", partial(lists.ids, "lead", ALL, sort))
    mine = Filter(preset="my_open")
    yield await measured(
        office, "id vector of my open leads, by the queue", lambda: lists.ids("lead", mine, Sort("queue"))
    )


async def _few(office: BenchOffice) -> Figure:
    """The first page for someone whose rights reach 30 leads spread over all."""
    (row,) = await office.raw.fetch(
        "SELECT min(id) FROM employee WHERE id NOT IN (SELECT responsible_id FROM lead WHERE responsible_id IS NOT NULL"
        f" GROUP BY responsible_id HAVING count(*) > {FEW})"
    )
    employee = int(str(row[0]))
    step = max(1, office.leads // FEW)
    await office.raw.write(
        f"UPDATE lead SET responsible_id = {employee} WHERE id % {step} = 1 AND responsible_id <> {employee}"
    )
    workplace = office.services.workplace
    cells = {**workplace.rights.cells, (Kind.LEAD.value, Right.READ.value): Scope.OWN}
    own = replace(workplace.rights, employee_id=employee, cells=cells, people=frozenset({employee}))
    lists = open_services(replace(workplace, rights=own)).lists

    async def first() -> object:
        return await lists.rows("lead", (await lists.ids("lead", ALL, NEWEST))[:PAGE], COLUMNS)

    query = f"SELECT {PAGE_FIELDS} {ALIVE} AND responsible_id = {employee} ORDER BY created_at DESC, id DESC"
    return await measured(office, f"first page in a scope of about {FEW}", first, query, target=5)


async def counting(office: BenchOffice) -> AsyncIterator[Figure]:
    """Counters and totals: what stands beside a list and never holds it up."""
    lists = office.services.lists
    yield await measured(office, "counters, mine", lambda: lists.counters("lead", "mine"), target=5)
    everybody = Filter(preset="all_open")
    yield await measured(office, "counters, the office's", lambda: lists.counters("lead", everybody), target=50)
    query = f"SELECT currency, count(*), sum(sum_amount) {ALIVE} GROUP BY currency"
    yield await measured(office, "count and sums of everything", lambda: lists.totals("lead", ALL), query)
    yield await measured(office, "work queue of deals: next and strip", lambda: _queue(office, "deal"))
    yield await measured(office, "work queue of leads: next and strip", lambda: _queue(office, "lead"))


async def _queue(office: BenchOffice, section: str) -> None:
    await office.services.queue.next(section)
    await office.services.queue.strip(section)


async def filters(office: BenchOffice) -> AsyncIterator[Figure]:
    """Filters that ask more than a column."""
    lists, registry = office.services.lists, office.services.workplace.registry
    stages = registry.open_stages("lead")
    asked = {
        "filter: was ever in the second stage": ("lead", Condition("ever_stage", "any_of", (stages[1].id,))),
        "filter: fields missing": ("lead", Condition("fields_missing", "equals", (True,))),
        "filter: contacts in progress": ("contact", Condition("in_progress", "equals", (True,))),
        "filter: overdue": ("lead", Condition("activity_state", "any_of", ("overdue",))),
    }
    for work, (section, condition) in asked.items():
        chosen = Filter(conditions=(condition,))
        yield await measured(office, work, partial(lists.ids, section, chosen, Sort("number")))
    yield await measured(office, "bin: its first page", lambda: office.services.bin.page("lead"), target=5)


async def kanban(office: BenchOffice) -> AsyncIterator[Figure]:
    """The header's counts and sums with every card's place, and the cards on the screen."""
    boards, lists = office.services.boards, office.services.lists
    for name, chosen in (("everything", ALL), ("in progress", Filter(preset="all_open"))):
        query = SUMS if chosen is ALL else None
        yield await measured(
            office, f"kanban header and order of all cards, {name}",
            partial(boards.columns, "lead", chosen, "activity"), query,
        )  # fmt: skip
    yield await measured(
        office, "kanban header: counts and sums", lambda: boards.headers("lead", ALL), SUMS, target=100
    )
    columns = await boards.columns("lead", Filter(preset="all_open"), "activity")
    shown = [int(one) for column in columns[:COLUMNS_SHOWN] for one in column.ids[:CARDS]]
    query = f"SELECT {PAGE_FIELDS} {ALIVE} AND id IN ({', '.join(map(str, shown))})"
    yield await measured(
        office, f"kanban: {COLUMNS_SHOWN} columns of {CARDS} cards", lambda: lists.rows("lead", shown, COLUMNS), query,
        target=5,
    )  # fmt: skip


def _vector_query(office: BenchOffice) -> str:
    if office.kind == "sqlite":
        return f"SELECT group_concat(id) FROM (SELECT id {NEWEST_FIRST})"
    return f"SELECT string_agg(int8send(id), ''::bytea) FROM (SELECT id {NEWEST_FIRST}) AS ordered"
