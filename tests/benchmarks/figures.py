"""One measured line, the table of them, and the file for programs."""

import json
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RUNS: Final = 20
"""Each figure is the median of so many runs, after one that warms up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one piece of work costs, in milliseconds where the unit says no other."""

    work: str
    database: str
    leads: int
    ours: float
    """The median."""
    raw: float | None = None
    """The driver alone for the same rows."""
    target: float | None = None
    unit: str = "ms"
    p95: float | None = None
    cpu: float | None = None
    """The processor's time of this process: what is left of the median where others use the machine."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long something took, in milliseconds."""

    p50: float
    p95: float
    cpu: float


async def timed(work: Callable[[], Awaitable[object]], runs: int = RUNS) -> Timing:
    """Do the work once, and then so many times by the clock."""
    await work()
    times: list[float] = []
    busy: list[float] = []
    for _ in range(runs):
        started, began = time.perf_counter(), time.process_time()
        await work()
        times.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - began) * 1000)
    return Timing(statistics.median(times), percentile(times, 0.95), statistics.median(busy))


def percentile(times: Iterable[float], share: float) -> float:
    """The time that `share` of all don't exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


HEADINGS = ("work", "database", "leads", "ours", "p95", "cpu", "raw", "ours / raw", "target", "")


def table(figures: Iterable[Figure]) -> str:
    """A Markdown table, one line a figure."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "|---" * len(HEADINGS) + "|"]
    lines += ["| " + " | ".join(_cells(figure)) + " |" for figure in figures]
    return "\n".join(lines)


def write_json(figures: Iterable[Figure], path: Path) -> None:
    """One object a row: work, database, leads, ours_ms, p95_ms, raw_ms, ratio, target_ms; other units say so."""
    path.write_text("".join(f"{json.dumps(_row(one), ensure_ascii=False)}\n" for one in figures), encoding="utf-8")


def _row(figure: Figure) -> Mapping[str, object]:
    scale, unit = (1000, "ms") if figure.unit == "s" else (1, figure.unit.lower().replace(" ", "_"))
    sizes = {"ours": figure.ours, "p95": figure.p95, "cpu": figure.cpu, "raw": figure.raw, "target": figure.target}
    scaled = {f"{name}_{unit}": None if value is None else round(value * scale, 3) for name, value in sizes.items()}
    ratio = round(figure.ours / figure.raw, 2) if figure.raw else None
    return {"work": figure.work, "database": figure.database, "leads": figure.leads, **scaled, "ratio": ratio}


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = f"{figure.ours / figure.raw:.1f}" if figure.raw else ""
    verdict = "" if figure.target is None else "reached" if figure.ours <= figure.target else "MISSED"
    return (
        figure.work,
        figure.database,
        f"{figure.leads:,}",
        _number(figure.ours, figure.unit),
        _number(figure.p95, figure.unit),
        _number(figure.cpu, figure.unit),
        _number(figure.raw, figure.unit),
        ratio,
        "" if figure.target is None else f"≤ {figure.target:g} {figure.unit}",
        verdict,
    )


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.2g} {unit}"
