"""How long acts took, and how soon others saw what was written."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.load.journal import Line, journals

LATE_S = 3.0
"""Beside a lost connection or a kill; what comes later is counted apart, not measured."""


def report(folder: Path, took: float, events: list[str]) -> dict[str, object]:
    """Percentiles in milliseconds."""
    spans: dict[str, list[float]] = defaultdict(list)
    outcomes: dict[str, int] = defaultdict(int)
    every = dict(journals(folder))
    for lines in every.values():
        for name, outcome, span in _acts(lines):
            outcomes[f"{name} {outcome}"] += 1
            if outcome == "done":
                spans[name].append(span)
    return {
        "seconds": round(took, 1),
        "events": events,
        "outcomes": dict(sorted(outcomes.items())),
        "acts, ms (n, p50, p95, p99, longest)": {name: _shares(found) for name, found in sorted(spans.items())},
        "seen by others, ms (n, p50, p95, p99, longest)": _shares(list(seen_after(every))),
    }


def _acts(lines: list[Line]) -> Iterable[tuple[str, str, float]]:
    begun: dict[int, Line] = {}
    for line in lines:
        if line["e"] == "begin":
            begun[line["act"]] = line
        elif line["e"] == "end":
            first = begun[line["act"]]
            code = f" {line['code']}" if "code" in line else ""
            yield first["name"], line["outcome"] + code, line["t"] - first["t"]


def seen_after(every: dict[str, list[Line]]) -> Iterable[float]:
    """Seconds from each acknowledged edit or comment of a lead to its being seen by each other who reads all.

    What is seen between the act's begin and its end was seen at once. Where the same person writes the same lead
    again at once, one line may tell of both.
    """
    writes = sorted(
        (begin["t"], line["t"], name, begin["lead"], who)
        for name, lines in every.items()
        for who, begin, line in _written(lines)
    )
    for name, lines in every.items():
        if not any(line["e"] == "start" and line["all"] for line in lines):
            continue
        seen: dict[tuple[int, int], list[float]] = defaultdict(list)
        for line in lines:
            if line["e"] == "seen" and line["kind"] == "lead":
                for one in line["ids"]:
                    seen[line["who"], one].append(line["t"])
        for begun, ended, writer, lead, who in writes:
            if writer != name:
                moments = seen.get((who, lead), [])
                place = bisect_left(moments, begun)
                if place < len(moments) and moments[place] - ended < LATE_S:
                    yield max(0.0, moments[place] - ended)


def _written(lines: list[Line]) -> Iterable[tuple[int, Line, Line]]:
    who = next((line["who"] for line in lines if line["e"] == "start"), None)
    begun = {line["act"]: line for line in lines if line["e"] == "begin"}
    for line in lines:
        if line["e"] == "end" and line["outcome"] == "done" and who is not None:
            begin = begun[line["act"]]
            if begin["name"] in ("edit", "comment", "move"):
                yield who, begin, line


def _shares(found: list[float]) -> str:
    if not found:
        return "none"
    ordered = sorted(found)
    at = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 for share in (0.5, 0.95, 0.99))
    return f"{len(ordered)}  " + "  ".join(f"{one:.1f}" for one in (*at, ordered[-1] * 1000))
