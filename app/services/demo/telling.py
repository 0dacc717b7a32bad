"""Tells the stories of all leads, batch after batch; many of them in a process of its own while the parent writes."""

import asyncio
import gc
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from app.core.kinds import StageKind
from app.core.workdays import WorkCalendar
from app.services.demo.book import Batch, Book
from app.services.demo.deals import DealTeller
from app.services.demo.leads import LeadTeller
from app.services.demo.material import load_material
from app.services.demo.moments import Moments
from app.services.demo.planning import Planner
from app.services.demo.staff import Staff
from app.services.demo.values import ValueMaker
from app.services.demo.world import World
from app.services.registry import Dictionaries, Registry

BATCH: Final = 2_000
"""Leads whose rows are held in memory at a time."""

ALONE: Final = 4_000
"""Up to so many leads a second process costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """All that the stories depend on; it travels to the process that tells them."""

    leads: int
    seed: int
    now: datetime
    dictionaries: Dictionaries
    zone: ZoneInfo
    currency: str
    calendar: WorkCalendar
    language: str
    preset: str
    operation_id: str
    file_id: int
    staff: Staff
    numbers: dict[str, int]
    sqlite: bool


async def batches(assignment: Assignment) -> AsyncGenerator[Batch, None]:
    """The rows of all stories; the same ones whichever process tells them.

    Rows make no circles, and looking for some among so many takes as long as making them: that is left out meanwhile.
    """
    looked_for_circles = gc.isenabled()
    gc.disable()
    try:
        async with aclosing(_batches(assignment)) as told:
            async for batch in told:
                yield batch
    finally:
        if looked_for_circles:
            gc.enable()


async def _batches(assignment: Assignment) -> AsyncGenerator[Batch, None]:
    if assignment.leads <= ALONE:
        for batch in tell(assignment):
            yield batch
        return
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_tell_to, args=(sender, assignment), daemon=True)
    process.start()
    sender.close()
    coming = asyncio.ensure_future(asyncio.to_thread(receiver.recv))
    try:
        while (batch := await coming) is not None:
            coming = asyncio.ensure_future(asyncio.to_thread(receiver.recv))
            yield batch
    finally:
        process.terminate()
        await asyncio.gather(coming, return_exceptions=True)
        await asyncio.to_thread(process.join)
        receiver.close()


def tell(assignment: Assignment) -> Iterator[Batch]:
    """The rows of all stories, told here."""
    world = _world(assignment)
    planner, leads, deals = Planner(world, assignment.leads), LeadTeller(world), DealTeller(world)
    for number in range(assignment.leads):
        plan = planner.plan()
        told = leads.tell(number, plan)
        if plan.target.kind is StageKind.SUCCESS:
            deals.tell(told)
        leads.close(told)
        if (number + 1) % BATCH == 0:
            yield world.book.take()
    yield world.book.take()


def count(batch: Batch) -> Counter[str]:
    """How many rows a batch has for each table."""
    return Counter({table: len(rows) for table, rows in batch})


def _tell_to(sender: Connection, assignment: Assignment) -> None:
    gc.disable()
    for batch in tell(assignment):
        sender.send(batch)
    sender.send(None)


def _world(assignment: Assignment) -> World:
    rng = Random(assignment.seed)
    material = load_material(assignment.language, assignment.preset)
    moments = Moments(assignment.now, assignment.zone, assignment.calendar, rng)
    return World(
        registry=Registry(assignment.dictionaries),
        zone=assignment.zone,
        currency=assignment.currency,
        operation_id=assignment.operation_id,
        rng=rng,
        material=material,
        moments=moments,
        staff=assignment.staff,
        book=Book(assignment.numbers, sqlite=assignment.sqlite),
        file_id=assignment.file_id,
        values=ValueMaker(rng, material, moments.today),
    )
