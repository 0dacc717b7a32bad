"""Measures one piece of work beside the driver alone."""

from collections.abc import Awaitable, Callable

from tests.benchmarks.figures import RUNS, Figure, timed
from tests.benchmarks.offices import BenchOffice


async def measured(
    office: BenchOffice,
    work: str,
    ours: Callable[[], Awaitable[object]],
    raw: str | None = None,
    *,
    target: float | tuple[float, float] | None = None,
    runs: int = RUNS,
) -> Figure:
    """Ours, and the driver's query for the same rows; a pair of targets is SQLite's and PostgreSQL's."""
    if office.plans is not None:
        titled = f"{work}, {office.kind}, {office.leads:,} leads"
        await office.plans.note(office.services.workplace.database, titled, ours, raw)
    timing = await timed(ours, runs)
    alone = None if raw is None else (await timed(lambda: office.raw.fetch(raw), runs)).p50
    return Figure(
        work, office.kind, office.leads, timing.p50, alone, limit(office, target), p95=timing.p95, cpu=timing.cpu
    )


def limit(office: BenchOffice, target: float | tuple[float, float] | None) -> float | None:
    """The target for the office's database."""
    if isinstance(target, tuple):
        return target[office.kind == "postgresql"]
    return target
