"""Adding, changing and moving a lead; how soon another workstation hears of it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress

from app.core.changes import Changes
from app.core.kinds import Kind
from app.services.feed import Feed
from app.services.records.values import ContactPointValue, Values
from tests.benchmarks.figures import Figure, median, percentile
from tests.benchmarks.offices import BenchOffice, opened

SEEN_TIMES = 60


async def writing(office: BenchOffice) -> AsyncIterator[Figure]:
    """Each write is one operation with its history and change feed, committed."""
    services = office.services
    sources = services.workplace.registry.all.sources
    source = next(iter(sources))

    async def create() -> int:
        values: Values = {
            "last_name": "Замеров",
            "first_name": "Пётр",
            "source": source,
            "phones": (ContactPointValue("+7 000 123-45-67"),),
        }
        return await services.leads.create(values)

    lead_id = await create()
    number = 0

    async def change() -> None:
        nonlocal number
        number += 1
        card = await services.leads.card(lead_id)
        await services.leads.edit(lead_id, card.version, {"comment": f"замер {number}"})

    async def assign() -> None:
        await services.leads.assign(lead_id, services.workplace.actor.employee_id)

    yield Figure("lead added, committed", office.kind, office.leads, await median(create), target=3)
    yield Figure("card read, a field changed, committed", office.kind, office.leads, await median(change), target=6)
    yield Figure("responsible set, committed", office.kind, office.leads, await median(assign), target=3)


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
    yield Figure(
        "a change is seen at another workstation, p95",
        office.kind,
        office.leads,
        percentile(times, 0.95),
        target=150 if office.kind == "sqlite" else 50,
    )


async def _change_one(office: BenchOffice, words: str) -> None:
    leads = office.services.leads
    (newest,) = (await office.raw.fetch("SELECT max(id) FROM lead"))[0]
    lead_id = int(str(newest))
    card = await leads.card(lead_id)
    await leads.edit(lead_id, card.version, {"comment": f"замер слуха {words} {time.time()}"})
