"""One measured line, and the table of them."""

import statistics
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

RUNS = 15
"""Each figure is the median of so many runs, after one that warms up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one piece of work costs, in milliseconds where the unit says no other."""

    work: str
    database: str
    leads: int
    ours: float
    raw: float | None = None
    """The driver alone for the same rows."""
    target: float | None = None
    unit: str = "ms"


async def median(work: Callable[[], Awaitable[object]], runs: int = RUNS) -> float:
    """Milliseconds of one run."""
    await work()
    times: list[float] = []
    for _ in range(runs):
        started = time.perf_counter()
        await work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def percentile(times: Iterable[float], share: float) -> float:
    """The time that `share` of all don't exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


HEADINGS = ("work", "database", "leads", "ours", "raw", "ours / raw", "target", "")


def table(figures: Iterable[Figure]) -> str:
    """A Markdown table, one line a figure."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|---" * len(HEADINGS) + "|"]
    lines += ["| " + " | ".join(_cells(figure)) + " |" for figure in figures]
    return "\n".join(lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = f"{figure.ours / figure.raw:.1f}" if figure.raw else ""
    verdict = "" if figure.target is None else "reached" if figure.ours <= figure.target else "MISSED"
    return (
        figure.work,
        figure.database,
        f"{figure.leads:,}",
        _number(figure.ours, figure.unit),
        _number(figure.raw, figure.unit),
        ratio,
        "" if figure.target is None else f"≤ {figure.target:g} {figure.unit}",
        verdict,
    )


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.2g} {unit}"
