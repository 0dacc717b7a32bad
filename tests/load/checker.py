"""`python -m tests.load.checker FOLDER`: the clients' journals against the database in PRICHAL_LOAD_DATABASE.

Prints what was found as JSON; ends with 1 where an invariant is broken. It asks by plain SQL and knows no service.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.load.copies import wrong_copies
from tests.load.journal import Line, journals
from tests.load.plan import Plan
from tests.load.seen import missed
from tests.load.stored import Stored, document

WRITING = {
    "create": "lead.create", "edit": "lead.edit", "comment": "timeline.comment", "plan": "activity.plan",
    "complete": "activity.complete", "move": "lead.move", "convert": "lead.convert", "contest": "lead.convert",
    "assign": "lead.assign", "delete": "lead.delete",
}  # fmt: skip
"""Acts that are one operation, by its name."""
REFUSALS = {
    "contest": {"already_converted"}, "move": {"not_allowed", "not_found"}, "edit": {"not_found", "not_allowed"},
    "read": {"not_found", "not_allowed"}, "complete": {"activity_closed", "not_found", "not_allowed"},
}  # fmt: skip
"""What may be refused, as it stands in the rules of the run; anything else is a fault of it."""
EMPTY = (None, "")


@dataclass(slots=True)
class Deed:
    """An act with its operations and its end, if there was one."""

    client: str
    who: int
    begin: Line
    operations: list[Line] = field(default_factory=list)
    end: Line | None = None

    @property
    def name(self) -> str:
        return str(self.begin["name"])

    @property
    def outcome(self) -> str:
        return "killed" if self.end is None else str(self.end["outcome"])

    def __str__(self) -> str:
        told = {key: value for key, value in self.begin.items() if key not in ("t", "e", "name")}
        return f"{self.client} {self.name} {told} {self.outcome} {[one['id'] for one in self.operations]}"


@dataclass(slots=True)
class Change:
    """A line of the history."""

    id: int
    kind: str
    ref: int
    op: str
    actor: int
    changes: dict[str, Any]  # Any: old and new of any type


class Checker:
    """All that is known of a run."""

    def __init__(self, folder: Path, stored: Stored) -> None:
        self.plan = Plan.read(folder)
        self.stored = stored
        self.journals = dict(journals(folder))
        self.deeds = [deed for name, lines in self.journals.items() for deed in _deeds(name, lines)]
        self.operations: dict[str, tuple[str, int, str]] = {
            row[0]: (row[1], row[2], row[3]) for row in stored.rows("SELECT id, kind, actor_id, state FROM operation")
        }
        self.history: dict[str, list[Change]] = defaultdict(list)
        self.by_record: dict[tuple[str, int], list[Change]] = defaultdict(list)
        query = "SELECT id, operation_id, kind, ref, op, actor_id, changes FROM history ORDER BY id"
        for number, operation, kind, ref, op, actor, changes in stored.rows(query):
            change = Change(number, kind, ref, op, actor, document(changes))
            if operation is not None:
                self.history[operation].append(change)
            self.by_record[kind, ref].append(change)

    def faults(self) -> Iterator[str]:
        """Every broken invariant, a sentence each."""
        yield from self._unknown()
        for deed in self.deeds:
            yield from self._of_deed(deed)
        yield from self._lost_updates()
        yield from self._conversions()
        yield from wrong_copies(self.stored)
        yield from self._counters()
        yield from missed(self.journals)
        for name, lines in self.journals.items():
            yield from (f"{name} crashed: {line['trace']}" for line in lines if line["e"] == "crash")

    def _unknown(self) -> Iterator[str]:
        """Operations without a journal's line, history without its operation."""
        begun = {line["id"] for deed in self.deeds for line in deed.operations}
        people = {deed.who for deed in self.deeds}
        for number, (kind, actor, _) in self.operations.items():
            if actor in people and number not in begun:
                yield f"nobody began the operation {number} {kind}"
        for number in self.history:
            if number not in self.operations:
                yield f"history without its operation: {number}"

    def _of_deed(self, deed: Deed) -> Iterator[str]:
        there = [one["id"] for one in deed.operations if one["id"] in self.operations]
        match deed.outcome:
            case "fault":
                assert deed.end is not None
                yield f"a fault of the program: {deed}\n{deed.end['trace']}"
            case "done" if len(there) != len(deed.operations):
                yield f"acknowledged and not there: {deed}"
            case "done":
                yield from self._of_acknowledged(deed)
            case "conflict" | "refused" | "offline" if there:
                yield f"{deed.outcome} and there all the same: {deed}"
        if deed.outcome == "refused":
            assert deed.end is not None
            if deed.end["code"] not in REFUSALS.get(deed.name, {"not_found", "not_allowed"}):
                yield f"refused by {deed.end['code']}: {deed}"

    def _of_acknowledged(self, deed: Deed) -> Iterator[str]:
        """Its one operation by its own name and person, and the history of just what was done."""
        if deed.name not in WRITING:
            return
        if len(deed.operations) != 1:
            yield f"more than one operation: {deed}"
        number = deed.operations[0]["id"]
        if self.operations[number] != (WRITING[deed.name], deed.who, "done"):
            yield f"another operation: {deed} {self.operations[number]}"
        lines = self.history[number]
        if any(line.actor != deed.who for line in lines):
            yield f"history in somebody else's name: {deed}"
        if deed.name == "move" and not lines:
            return  # somebody else had put it there
        told = Counter((line.kind, line.ref, line.op) for line in lines)
        if any(count > 1 for (kind, _, op), count in told.items() if op == "create" and kind == "lead"):
            yield f"twice in the history: {deed}"
        if not self._tells(deed, lines):
            yield f"the history tells something else: {deed} {lines}"

    def _tells(self, deed: Deed, lines: list[Change]) -> bool:
        begin, end = deed.begin, deed.end
        assert end is not None
        of_lead = [one for one in lines if one.kind == "lead" and one.ref == begin.get("lead", end.get("lead"))]
        match deed.name:
            case "create":
                return [one.op for one in of_lead] == ["create"]
            case "edit":
                pair = of_lead[0].changes.get(begin["field"]) if len(of_lead) == 1 else None
                return pair is not None and _same(pair[0], begin["before"]) and pair[1] == begin["after"]
            case "move":
                return [one.changes["stage_id"][1] for one in of_lead if "stage_id" in one.changes] == [begin["stage"]]
            case "assign":
                heirs = [one.changes["responsible_id"][1] for one in of_lead if "responsible_id" in one.changes]
                return heirs in ([begin["heir"]], [])
            case "delete":
                return [one for one in of_lead if one.changes.get("deleted_at", [1, None])[1] is not None] == of_lead
            case "comment":
                bodies = [one.changes["body"][1] for one in lines if one.kind == "timeline" and one.op == "create"]
                return bodies == [begin["body"]]
            case "plan":
                return [(one.ref, one.op) for one in lines if one.kind == "activity"] == [(end["activity"], "create")]
            case "complete":
                states = [one.changes.get("state", [0, 0])[1] for one in lines if one.ref == begin["activity"]]
                return "done" in states
            case _:
                deals = [one.ref for one in lines if one.kind == "deal" and one.op == "create"]
                return deals == [end["deal"]]

    def _lost_updates(self) -> Iterator[str]:
        """Each line of a lead's history begins where the one before it ended, and the row holds what the last says."""
        fields = ("comment", "referrer", "title", "stage_id", "responsible_id")
        rows = self.stored.rows(f"SELECT id, {', '.join(fields)} FROM lead")
        for number, *values in rows:
            for name, value in zip(fields, values, strict=True):
                present: object = None
                for line in self.by_record["lead", number]:
                    if name in line.changes:
                        old, new = line.changes[name]
                        if not _same(old, present):
                            yield f"lead {number} {name}: {present!r} was overwritten unseen ({line})"
                        present = new
                if not _same(present, value):
                    yield f"lead {number} {name}: {value!r} is not what the history says last: {present!r}"

    def _conversions(self) -> Iterator[str]:
        twice = self.stored.rows(
            "SELECT lead_id, count(*) FROM deal WHERE lead_id IS NOT NULL GROUP BY lead_id HAVING count(*) > 1"
        )
        for lead, count in twice:
            yield f"lead {lead} became {count} deals"
        winners = [deed for deed in self.deeds if deed.name == "contest" and deed.outcome == "done"]
        deals = self.stored.rows(f"SELECT id FROM deal WHERE lead_id = {self.plan.contested}")
        if len(winners) > 1 or len(deals) != 1:
            yield f"the contested lead: {len(winners)} acknowledged, {len(deals)} deals"
        half = self.stored.number(
            "SELECT count(*) FROM deal WHERE lead_id IS NOT NULL AND ((SELECT count(*) FROM payment WHERE"
            " payment.deal_id = deal.id) <> 6 OR NOT EXISTS (SELECT 1 FROM lead JOIN stage ON stage.id = lead.stage_id"
            " WHERE lead.id = deal.lead_id AND lead.contact_id = deal.contact_id AND stage.code = 'converted'))"
        )
        if half:
            yield f"{half} conversions are half done"

    def _counters(self) -> Iterator[str]:
        """What each program showed at its end beside what plain SQL counts."""
        zone = ZoneInfo(json.loads(self.stored.rows("SELECT value FROM setting WHERE key = 'zone'")[0][0]))
        for name, lines in self.journals.items():
            for line in lines:
                if line["e"] == "counters":
                    counted = _count(self.stored, line, zone)
                    if counted != line["numbers"]:
                        yield f"{name} showed {line['section']} {line['numbers']}, there are {counted}"

    def counted(self) -> dict[str, object]:
        """What there was to be checked."""
        accepted = sum(deed.outcome == "done" and deed.name in WRITING for deed in self.deeds)
        return {
            "accepted writes": sum(len(deed.operations) for deed in self.deeds if deed.outcome == "done"),
            "of these single operations": accepted,
            "same-field conflicts": sum(deed.outcome == "conflict" for deed in self.deeds),
            "tries to convert one lead": sum(deed.name == "contest" for deed in self.deeds),
            "ended by a kill": sum(deed.outcome == "killed" for deed in self.deeds),
            "of these committed": sum(
                deed.outcome == "killed" and any(one["id"] in self.operations for one in deed.operations)
                for deed in self.deeds
            ),
            "lost connections": sum(line["e"] == "lost" for lines in self.journals.values() for line in lines),
            "windows stood still": sum(line["e"] == "stood" for lines in self.journals.values() for line in lines),
            "history lines": sum(map(len, self.by_record.values())),
        }  # fmt: skip


def _count(stored: Stored, line: Line, zone: ZoneInfo) -> list[int]:
    now = datetime.fromisoformat(line["at"])
    local = now.astimezone(zone)
    tomorrow = (local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)).astimezone(now.tzinfo)
    at, end = stored.moment(now.isoformat()), stored.moment(tomorrow.isoformat())
    found = stored.rows(
        f"SELECT coalesce(sum(CASE WHEN next_activity_at < {at} THEN 1 ELSE 0 END), 0),"
        f" coalesce(sum(CASE WHEN next_activity_at >= {at} AND next_activity_at < {end} THEN 1 ELSE 0 END), 0),"
        f" coalesce(sum(CASE WHEN next_activity_at IS NULL THEN 1 ELSE 0 END), 0)"
        f" FROM {line['section']} AS c JOIN stage ON stage.id = c.stage_id"
        f" WHERE stage.stage_kind = 'working' AND c.deleted_at IS NULL AND c.responsible_id = {line['who']}"
    )
    return [int(one) for one in found[0]]


def _deeds(client: str, lines: list[Line]) -> list[Deed]:
    who = next((line["who"] for line in lines if line["e"] == "start"), 0)
    found: dict[int, Deed] = {}
    for line in lines:
        match line["e"]:
            case "begin":
                found[line["act"]] = Deed(client, who, line)
            case "op" if line["act"]:
                found[line["act"]].operations.append(line)
            case "end":
                found[line["act"]].end = line
    return list(found.values())


def _same(one: object, other: object) -> bool:
    return one == other or (one in EMPTY and other in EMPTY)


def main() -> int:
    """What was found, as JSON; 1 where an invariant is broken."""
    checker = Checker(Path(sys.argv[1]), Stored(os.environ["PRICHAL_LOAD_DATABASE"]))
    faults = list(checker.faults())
    print(json.dumps({**checker.counted(), "faults": len(faults), "broken": faults[:40]}, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
