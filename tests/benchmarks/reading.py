"""Pages, whole orders, counters and searches of the list of leads."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from app.services.records.lists import Filter, IdVector, Sort
from tests.benchmarks.figures import Figure, median
from tests.benchmarks.offices import BenchOffice

ALL = Filter()
NEWEST = Sort("created", descending=True)
COLUMNS = ("stage", "name", "phone", "activity", "responsible", "created", "source", "amount", "last_contact")
PAGE = 100

ALIVE = "FROM lead WHERE deleted_at IS NULL"
PAGE_FIELDS = (
    "id, stage_id, title, last_name, first_name, middle_name, next_activity_at, responsible_id, created_at,"
    " source_id, sum_amount, currency, last_contact_at"
)


async def reading(office: BenchOffice) -> AsyncIterator[Figure]:
    """Lists and searches; each beside what the driver alone needs for the same rows."""
    lists = office.services.lists

    async def ids() -> IdVector:
        return await lists.ids("lead", ALL, NEWEST)

    vector = await ids()
    middle = vector[len(vector) // 2 : len(vector) // 2 + PAGE].tolist()
    newest = f"{ALIVE} ORDER BY created_at DESC, id DESC"

    async def first() -> object:
        found = await lists.first_ids("lead", ALL, NEWEST, PAGE)
        return await lists.rows("lead", vector[:PAGE] if found is None else found, COLUMNS)

    yield await _beside(office, "first page of 100", first, f"SELECT {PAGE_FIELDS} {newest} LIMIT {PAGE}", target=3)
    yield await _beside(
        office,
        "page in the middle",
        lambda: lists.rows("lead", middle, COLUMNS),
        f"SELECT {PAGE_FIELDS} {ALIVE} AND id IN ({', '.join(map(str, middle))})",
        target=3,
    )
    yield await _beside(office, "id vector of everything", ids, _vector_query(office, newest), target=150)
    for column in ("name", "amount", "stage", "responsible"):
        sort = Sort(column)
        took = await median(lambda sort=sort: lists.ids("lead", ALL, sort), 5)
        yield Figure(f"id vector by {column}", office.kind, office.leads, took)
    mine = await median(lambda: lists.ids("lead", Filter(preset="my_open"), Sort("queue")), 5)
    yield Figure("id vector of my open leads, by the queue", office.kind, office.leads, mine)
    for name, chosen in (("mine", "mine"), ("the office's", Filter(preset="all_open"))):
        took = await median(lambda chosen=chosen: lists.counters("lead", chosen), 5)
        yield Figure(f"counters, {name}", office.kind, office.leads, took)
    yield await _beside(
        office,
        "count and sums of everything",
        lambda: lists.totals("lead", ALL),
        f"SELECT currency, count(*), sum(sum_amount) {ALIVE} GROUP BY currency",
        runs=5,
    )


async def searching(office: BenchOffice) -> AsyncIterator[Figure]:
    """Words as they are typed: absent, rare and frequent ones; pieces of phones."""
    lists, search = office.services.lists, office.services.search
    loose = office.kind == "postgresql"
    words = {"absent": "ъъщщ", "rare": "Ржевская Пелагея", "frequent": "Анна"}
    for name, word in words.items():
        chosen = Filter(text=word)

        async def rows(chosen: Filter = chosen) -> object:
            found = await lists.ids("lead", chosen, NEWEST)
            return await lists.rows("lead", found[:PAGE], COLUMNS)

        yield Figure(f"list by a name, {name}", office.kind, office.leads, await median(rows, 7))
        took = await median(lambda word=word: search.find(word), 7)
        yield Figure(
            f"global search by a name, {name}",
            office.kind,
            office.leads,
            took,
            target=(30 if loose else 5) if name == "frequent" else 5,
        )
    frequent = Filter(text=words["frequent"])
    yield Figure(
        "exact count of a frequent name",
        office.kind,
        office.leads,
        await median(lambda: lists.count("lead", frequent), 7),
        target=150 if loose else 30,
    )
    (phone,) = (
        await office.raw.fetch(
            "SELECT normal FROM contact_point WHERE point_kind = 'phone' AND normal IS NOT NULL ORDER BY id LIMIT 1"
        )
    )[0]
    for digits in (3, 4, 7):
        piece = str(phone)[-digits:]
        took = await median(lambda piece=piece: search.find(piece), 7)
        yield Figure(f"phone by {digits} digits", office.kind, office.leads, took, target=15 if loose else 5)


def _vector_query(office: BenchOffice, newest: str) -> str:
    if office.kind == "sqlite":
        return f"SELECT group_concat(id) FROM (SELECT id {newest})"
    return f"SELECT string_agg(int8send(id), ''::bytea) FROM (SELECT id {newest}) AS ordered"


async def _beside(
    office: BenchOffice,
    work: str,
    ours: Callable[[], Awaitable[object]],
    query: str,
    *,
    target: float | None = None,
    runs: int = 15,
) -> Figure:
    async def raw() -> Sequence[object]:
        return await office.raw.fetch(query)

    return Figure(work, office.kind, office.leads, await median(ours, runs), await median(raw, runs), target)
