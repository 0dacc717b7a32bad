"""Adding, changing and moving a lead; many at once; how soon another workstation hears of it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from itertools import pairwise
from typing import Final, TypeVar

from app.core.changes import Changes
from app.core.kinds import Kind, StageKind
from app.services.bulk import BulkReport, BulkStop
from app.services.feed import Feed
from app.services.records.lists import Filter, Sort
from app.services.records.values import ContactPointValue, Values
from app.services.undo import UndoReport
from tests.benchmarks.figures import Figure, percentile, timed
from tests.benchmarks.offices import BenchOffice, opened

SEEN_TIMES: Final = 60
MOST: Final = 10_000
"""Records of one act over many: its time a record is the same for 100,000."""
TRANSACTION_MS: Final = 300
"""No transaction keeps others waiting longer (DATA.md)."""

NEW: Final[Values] = {
    "last_name": "Замеров",
    "first_name": "Пётр",
    "phones": (ContactPointValue("+7 000 123-45-67"),),
}
Progress = Callable[[int, int], None]


async def writing(office: BenchOffice) -> AsyncIterator[Figure]:
    """Each write is one operation with its history and change feed, committed."""
    services = office.services
    source = next(iter(services.workplace.registry.all.sources))

    async def create() -> int:
        return await services.leads.create({**NEW, "source": source})

    lead_id = await create()
    card = await services.leads.card(lead_id)
    version, number = card.version, 0

    async def change() -> None:
        nonlocal number, version
        number += 1
        version = (await services.leads.edit(lead_id, version, {"comment": f"замер {number}"})).version

    async def raw_change() -> None:
        nonlocal number
        number += 1
        await office.raw.write(f"UPDATE lead SET comment = 'замер {number}' WHERE id = {lead_id}")

    async def assign() -> None:
        await services.leads.assign(lead_id, services.workplace.actor.employee_id)

    async def opened_card() -> None:
        await services.leads.card(lead_id)

    alone = (await timed(raw_change)).p50
    for work, ours, raw, target in (
        ("lead added, committed", create, None, 3),
        ("field changed, committed", change, alone, 3),
        ("responsible set, committed", assign, None, 3),
        ("card opened, noted in the history", opened_card, None, None),
    ):
        timing = await timed(ours)
        yield Figure(work, office.kind, office.leads, timing.p50, raw, target, p95=timing.p95, cpu=timing.cpu)


async def many(office: BenchOffice) -> AsyncIterator[Figure]:
    """Acts over many records and their undo: the time of one record, and the longest transaction."""
    services, registry = office.services, office.services.workplace.registry
    everything = await services.lists.ids("lead", Filter(), Sort("number"))
    ids = everything[:MOST].tolist()
    refused = next(stage for stage in registry.stages("lead") if stage.kind is StageKind.FAILURE)
    source = list(registry.all.sources)[-1]

    def move(progress: Progress) -> Awaitable[BulkReport]:
        return services.bulk.move("lead", ids, refused.id, {}, "замер", progress, BulkStop())

    def put(progress: Progress) -> Awaitable[BulkReport]:
        return services.bulk.set_values("lead", ids, {"source": source}, progress, BulkStop())

    for work, act in (("moved to a stage", move), ("given a value", put)):
        report, took, longest = await _by_pieces(act)
        yield _a_record(office, work, took, len(ids))
        yield _longest(office, work, longest)
        operation = report.operation_id

        def undo(progress: Progress, operation: str = operation) -> Awaitable[UndoReport]:
            return services.undo.undo(operation, progress)

        undone, took, longest = await _by_pieces(undo)
        yield _a_record(office, f"{work}, undone", took, max(1, report.done))
        yield _longest(office, f"{work}, undone", longest)
        assert undone.left_count == 0, "nobody else writes here"


R = TypeVar("R", BulkReport, UndoReport)


async def _by_pieces(act: Callable[[Progress], Awaitable[R]]) -> tuple[R, float, float]:
    """The report, the seconds of the whole, the milliseconds of the longest piece."""
    begun = time.perf_counter()
    heard = [begun]
    report = await act(lambda _done, _total: heard.append(time.perf_counter()))
    longest = max(later - earlier for earlier, later in pairwise(heard))
    return report, time.perf_counter() - begun, longest * 1000


def _a_record(office: BenchOffice, work: str, took_s: float, records: int) -> Figure:
    return Figure(f"many {work}, a record", office.kind, office.leads, took_s * 1000 / records, target=1)


def _longest(office: BenchOffice, work: str, longest_ms: float) -> Figure:
    return Figure(f"many {work}, longest transaction", office.kind, office.leads, longest_ms, target=TRANSACTION_MS)


async def seen_by_others(office: BenchOffice) -> AsyncIterator[Figure]:
    """From the commit at one workstation to the change being published at another."""
    async with opened(office.kind, office.leads, office.url) as other:
        heard = asyncio.Event()

        def note(changes: Changes) -> None:
            if changes.kind == Kind.LEAD:
                heard.set()

        other.services.workplace.database.listen(note)
        following = [  # as in every window: it also rings the bell for what its own workstation saves
            asyncio.create_task(Feed(one.services.workplace.database).run()) for one in (office, other)
        ]
        times: list[float] = []
        try:
            while not heard.is_set():  # until the other one listens
                await _change_one(office, "проба")
                with suppress(TimeoutError):
                    await asyncio.wait_for(heard.wait(), 0.3)
            heard.clear()
            for number in range(SEEN_TIMES):
                await _change_one(office, str(number))
                saved = time.perf_counter()
                await asyncio.wait_for(heard.wait(), 5)
                times.append((time.perf_counter() - saved) * 1000)
                heard.clear()
        finally:
            for feed in following:
                feed.cancel()
            await asyncio.gather(*following, return_exceptions=True)
    p95 = percentile(times, 0.95)
    target = 150 if office.kind == "sqlite" else 50
    yield Figure("a change is seen at another workstation, p95", office.kind, office.leads, p95, target=target, p95=p95)


async def _change_one(office: BenchOffice, words: str) -> None:
    leads = office.services.leads
    (newest,) = (await office.raw.fetch("SELECT max(id) FROM lead"))[0]
    lead_id = int(str(newest))
    card = await leads.card(lead_id)
    await leads.edit(lead_id, card.version, {"comment": f"замер слуха {words} {time.time()}"})
