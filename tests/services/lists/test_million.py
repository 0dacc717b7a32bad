"""An office of a million leads: its lists are read by indexes, and say what a plain reading of the tables says.

On PostgreSQL fewer leads show the same: the plans are those of a large table, and filling it is not what is tested.
"""

import re
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from app.core.kinds import Kind
from app.services.records.lists import Filter, Sort
from app.services.search.wording import wanted
from tests.benchmarks.offices import BenchOffice, make, opened
from tests.benchmarks.plans import Plans
from tests.benchmarks.searching import PHONE
from tests.support.databases import Cluster

LEADS: Final = {"sqlite": 1_000_000, "postgresql": 200_000}
ALL, NEWEST, PAGE = Filter(), Sort("created", descending=True), 100
COLUMNS = ("stage", "name", "phone", "activity", "responsible", "created", "source", "amount", "last_contact", "badge")
FREQUENT, RARE, ABSENT = "Анна", "Ржевская Пелагея", "ъъщщ"

WHOLE_TABLE: Final = re.compile(
    r"SCAN (lead|deal|contact|activity|timeline|contact_point|history)$"
    r"|(?<!\w)Seq Scan on (lead|deal|contact|activity|timeline|contact_point|history)\b"
)
"""What no plan of these works may hold; walking along an index until there is enough is another thing."""

Work = Callable[[], Awaitable[object]]


@pytest.fixture
def filled(database_kind: str, request: pytest.FixtureRequest) -> Iterator[tuple[str, int, str]]:
    """The kind, size and address of a demo office, gone afterwards."""
    leads = LEADS[database_kind]
    cluster: Cluster | None = None
    if database_kind == "postgresql":
        cluster = request.getfixturevalue("cluster")
    with tempfile.TemporaryDirectory(prefix="prichal-million-") as folder:
        url, _seconds = make(database_kind, leads, Path(folder), cluster)
        yield database_kind, leads, url
        if cluster is not None:
            cluster.drop(url.rpartition("/")[2])


@pytest.mark.long
@pytest.mark.timeout(3600)
async def test_an_office_of_a_million_is_read_by_indexes_and_read_right(filled: tuple[str, int, str]) -> None:
    kind, leads, url = filled
    async with opened(kind, leads, url) as office:
        await _nothing_is_read_whole(office)
        await _agrees_with_plain_sql(office)


async def _nothing_is_read_whole(office: BenchOffice) -> None:
    plans = Plans()
    for name, work in (await _works(office)).items():
        await plans.note(office.services.workplace.database, name, work)
    slow = [one for one in plans.noted if any(WHOLE_TABLE.search(step) for step in one.plan)]
    assert not slow, "\n".join(f"{one.work}:\n{one.statement}\n" + "\n".join(one.plan) for one in slow)


async def _works(office: BenchOffice) -> dict[str, Work]:
    """What stands in the window's way, and the statements behind every act."""
    lists, boards, search = office.services.lists, office.services.boards, office.services.search
    everything = await lists.ids("lead", ALL, NEWEST)
    middle = everything[len(everything) // 2 :][:PAGE]
    shown = await boards.columns("lead", Filter(preset="my_open"), "activity")
    cards = [int(one) for column in shown[:6] for one in column.ids[:20]]
    newest = Sort("number", descending=True)
    lead_id = int(everything[0])
    card = await office.services.leads.card(lead_id)
    phone = await _a_phone(office)
    words = {name: partial(lists.first_ids, "lead", Filter(text=text), newest) for name, text in
             (("frequent", FREQUENT), ("rare", RARE), ("absent", ABSENT))}  # fmt: skip
    return {
        "first page": partial(lists.first_ids, "lead", ALL, NEWEST, PAGE),
        "first page by name": partial(lists.first_ids, "lead", ALL, Sort("name"), PAGE),
        "first page by sum": partial(lists.first_ids, "lead", ALL, Sort("sum", descending=True), PAGE),
        "page in the middle": partial(lists.rows, "lead", middle, COLUMNS),
        "my open leads": partial(lists.ids, "lead", Filter(preset="my_open"), Sort("queue")),
        "counters": partial(lists.counters, "lead", "mine"),
        **words,
        "phone": partial(search.find, phone[-7:]),
        "global search": partial(search.find, RARE),
        "cards": partial(lists.rows, "lead", cards, COLUMNS),
        "card": partial(office.services.leads.card, lead_id),
        "edit": partial(office.services.leads.edit, lead_id, card.version, {"comment": "замер"}),
        "history of a card": partial(office.services.history.of_record, Kind.LEAD, lead_id),
    }


async def _agrees_with_plain_sql(office: BenchOffice) -> None:
    lists, boards = office.services.lists, office.services.boards
    alive = "FROM lead WHERE deleted_at IS NULL"
    (total,) = (await office.raw.fetch(f"SELECT count(*) {alive}"))[0]
    assert await lists.count("lead", ALL) == total
    everything = await lists.ids("lead", ALL, NEWEST)
    middle = int(str(total)) // 2
    page = await office.raw.fetch(f"SELECT id {alive} ORDER BY created_at DESC, id DESC LIMIT {PAGE} OFFSET {middle}")
    assert everything[middle : middle + PAGE].tolist() == [row[0] for row in page]
    stages = await office.raw.fetch(f"SELECT stage_id, count(*) {alive} GROUP BY stage_id")
    headers = await boards.headers("lead", ALL)
    assert {stage: count for stage, (count, _sums) in headers.items()} == {row[0]: row[1] for row in stages}
    (frequent,) = (
        await office.raw.fetch(f"SELECT count(*) {alive} AND norm LIKE '%{wanted(FREQUENT)[0].writings[0]}%'")
    )[0]
    assert await lists.count("lead", Filter(text=FREQUENT)) == frequent
    phone = await _a_phone(office)
    hits = await office.services.search.find(phone)
    owners = await office.raw.fetch(f"SELECT lead_id, contact_id FROM contact_point WHERE normal = '{phone}'")
    assert {row[0] for row in owners if row[0]} <= {hit.id for hit in hits if hit.section == "lead"}
    assert {row[1] for row in owners if row[1]} <= {hit.id for hit in hits if hit.section == "contact"}


async def _a_phone(office: BenchOffice) -> str:
    ((phone,),) = await office.raw.fetch(PHONE)
    return str(phone)
