"""Whether everybody who reads all has heard of every acknowledged change of a lead."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from tests.load.journal import Line

GRACE_S = 6.0
"""Readers poll every 5 s even where a bell got lost."""


def missed(journals: dict[str, list[Line]]) -> Iterator[str]:
    """A program that followed from a write's begin until long after its end must have seen it, or reloaded all."""
    writes = [one for lines in journals.values() for one in _writes(lines)]
    for name, lines in journals.items():
        start = next((line for line in lines if line["e"] == "start"), None)
        if start is None or not start["all"]:
            continue
        seen, everything = _seen(lines)
        first, last = start["t"], lines[-1]["t"]
        for begun, ended, who, lead, told in writes:
            if begun < first or ended + GRACE_S > last or who == start["who"]:
                continue
            if not (_any_after(seen.get((who, lead), []), begun) or _any_after(everything, begun)):
                yield f"{name} never saw: {told}"


def _writes(lines: list[Line]) -> Iterator[tuple[float, float, int, int, str]]:
    who = next((line["who"] for line in lines if line["e"] == "start"), 0)
    begun = {line["act"]: line for line in lines if line["e"] == "begin"}
    for line in lines:
        if line["e"] == "end" and line["outcome"] == "done":
            begin = begun[line["act"]]
            lead = begin.get("lead", line.get("lead"))
            if begin["name"] in ("create", "edit", "comment", "delete", "convert") and lead is not None:
                yield begin["t"], line["t"], who, lead, f"{begin['name']} of {lead} by {who}"


def _seen(lines: list[Line]) -> tuple[dict[tuple[int, int], list[float]], list[float]]:
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    everything: list[float] = []
    for line in lines:
        if line["e"] == "seen" and line["kind"] == "lead":
            if not line["ids"]:
                everything.append(line["t"])
            for one in line["ids"]:
                found[line["who"], one].append(line["t"])
    return found, everything


def _any_after(moments: list[float], begun: float) -> bool:
    return bisect_left(moments, begun) < len(moments)
