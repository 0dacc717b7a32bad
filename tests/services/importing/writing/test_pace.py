"""Batches that keep their transactions short, measured by a clock of the test's own."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from app.db.engine import Database
from app.services.importing.request import ImportRequest
from app.services.importing.writing.pace import LARGEST, LONGEST_S, Pace
from app.services.importing.writing.run import Importer
from app.services.workplace import Workplace
from tests.services.importing.making import samples
from tests.services.importing.running import imports_of, leads
from tests.support.office import make_office

COMPARED = ("origin_id", "title", "last_name", "phone", "email", "stage_id", "responsible_id", "comment", "custom")


def paced(seconds_a_lead: float, batches: int, pace: Pace) -> list[int]:
    """The sizes of batches on a machine where a lead takes so long."""
    sizes = []
    for _ in range(batches):
        sizes.append(pace.rows)
        pace.learn(sizes[-1] * seconds_a_lead, sizes[-1], 0)
    return sizes


def test_batches_shrink_where_transactions_are_slow() -> None:
    sizes = paced(0.003, 20, Pace())
    assert sizes[1] < sizes[0] / 2
    assert all(size * 0.003 < LONGEST_S for size in sizes[1:])


def test_batches_grow_step_by_step_where_transactions_are_quick() -> None:
    sizes = paced(0.000_01, 40, Pace())
    assert sizes[-1] == LARGEST
    assert all(later < 2 * sooner for sooner, later in pairwise(sizes))


def test_one_slow_batch_is_remembered_for_a_while() -> None:
    pace = Pace()
    usual = paced(0.000_5, 20, pace)[-1]
    assert paced(0.003, 1, pace) == [usual]
    after = paced(0.000_5, 20, pace)
    assert after[0] < usual / 2
    assert after[:4] == after[:1] * 4
    assert after[-1] == usual


def test_a_machine_that_grows_twice_as_slow_keeps_the_limit() -> None:
    pace = Pace()
    size = paced(0.001, 20, pace)[-1]
    assert size * 0.002 <= LONGEST_S


def test_batches_that_write_nothing_teach_nothing() -> None:
    pace = Pace()
    usual = pace.rows
    pace.learn(0.000_1, 0, 0)
    pace.learn(5.0, 1, 0)
    assert pace.rows == usual


def clock(seconds: float) -> Iterator[float]:
    """A clock that goes on by so much whenever it is looked at."""
    now = 0.0
    while True:
        yield now
        now += seconds


async def imported(workplace: Workplace, path: Path, seconds: float) -> tuple[list[int], list[tuple[object, ...]]]:
    """The sizes of the batches where each takes so long, and the leads they end in; these are then undone."""
    ticking = clock(seconds)
    importer = Importer(workplace, clock=lambda: next(ticking))
    operation_id = await importer.begin(ImportRequest(path))
    done = [0, *[progress.counts.rows async for progress in importer.proceed(operation_id, begun=True)]]
    found = [tuple(lead[column] for column in COMPARED) for lead in await leads(workplace.database)]
    await imports_of(workplace).undo(operation_id)
    return [later - sooner for sooner, later in pairwise(done)], found


async def test_the_same_leads_come_of_it_however_long_batches_take(database: Database) -> None:
    workplace = await make_office(database)
    path = samples() / "leads-export-cp1251.csv"
    large, quickly = await imported(workplace, path, 0.000_01)
    small, slowly = await imported(workplace, path, 2.0)
    assert len(large) <= 4
    assert len(small) > len(large)
    assert max(small[1:]) < large[0] / 2
    assert slowly == quickly
    assert len(slowly) == 291
