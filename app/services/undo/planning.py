"""What each record would get back, and what it keeps: the history's lines beside the rows as they are now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind, Right
from app.core.text import display_name
from app.models import Activity, Attachment, ContactPoint, History, TimelineItem
from app.services.clients.sections import PERSON_COLUMNS, POINT_FIELDS, SECTIONS
from app.services.undo.conversion import names_before
from app.services.undo.reading import CLIENTS, POINT, THINGS, Target, read_lines
from app.services.undo.records import LeftItem, LeftReason
from app.services.undo.walking import CUSTOM, Line, Row, Walked, stored, walk
from app.services.workplace import Workplace

TABLES: Final[dict[str, Any]] = {  # Any: tables of entities
    **{name: section.entity.__table__ for name, section in SECTIONS.items()},
    Kind.ACTIVITY: Activity.__table__,
    Kind.TIMELINE: TimelineItem.__table__,
    Kind.FILE: Attachment.__table__,
}
_CODES = {kind: code for code, kind in POINT_FIELDS.items()}

Point = tuple[str, str, str]
"""Kind, value and label: numbers of erased rows are given anew, so they say nothing."""
_LAST_PLACE: Final = 99
"""Of phones removed before the history kept their place."""
Placed = tuple[str, str, str, int]
"""A point and its place among the others."""


@dataclass(slots=True)
class Plan:
    """What is to be done with one record."""

    target: Target
    row: Row
    wanted: dict[str, Any] = field(default_factory=dict)
    """Columns and members of the document. Any: as columns hold."""
    to_bin: bool = False
    points: dict[str, list[Point]] = field(default_factory=dict)
    """By field code: all phones, emails or messengers that it shall have."""
    left: list[LeftItem] = field(default_factory=list)

    @property
    def name(self) -> str:
        return name_of(self.target.kind, self.row)

    @property
    def does_something(self) -> bool:
        return bool(self.wanted or self.points or self.to_bin)

    def leave(self, code: str, reason: LeftReason) -> None:
        self.left.append(LeftItem(self.target.kind, self.target.id, self.name, code, reason))


@dataclass(frozen=True, slots=True)
class Undone:
    """The operation that is undone."""

    id: str
    own: bool
    """Done by the employee who undoes it."""
    whole: bool = False
    """A conversion: what it made goes to the bin whatever became of it; its own check stands before."""
    merge: bool = False
    """Leads may have been attached to a contact: their own names are older than the operation."""


def name_of(kind: str, row: Row) -> str:
    """A client's name as shown; nothing for other things."""
    if kind not in CLIENTS:
        return ""
    return display_name(row["last_name"], row["first_name"], row["middle_name"]) or str(row["title"])


class Planner:
    """Plans the undoing of one operation, some records at a time."""

    def __init__(self, workplace: Workplace, undone: Undone) -> None:
        self._workplace = workplace
        self._undone = undone

    async def plan(self, session: AsyncSession, targets: Sequence[Target], *, lock: bool) -> list[Plan]:
        """Plans in the order of the targets; a record that is there no more is left."""
        sqlite = self._workplace.database.is_sqlite
        lines = await read_lines(session, self._undone.id, targets, sqlite=sqlite)
        rows = await _read_rows(session, targets, lock=lock)
        points = await _read_points(session, [one for one in targets if _points_of(lines[one])])
        created = [one for one in targets if any(_is_creation(one, line) for line in lines[one])]
        busy = set() if self._undone.whole else await _worked_on(session, created, self._undone.id)
        found = []
        for target in targets:
            plan = Plan(target, rows.get(target, {}))
            if target in rows:
                named = await self._own_name(session, target, rows[target])
                self._fill(plan, lines[target], points[target], named, is_busy=target in busy)
            else:
                plan.left.append(LeftItem(target.kind, target.id, "", "", LeftReason.GONE))
            found.append(plan)
        return found

    async def _own_name(self, session: AsyncSession, target: Target, row: Row) -> Row:
        """The name that a lead had before it was converted, where the contact has another."""
        if not (self._undone.whole or self._undone.merge) or target.kind != Kind.LEAD:
            return {}
        before = await names_before(session, target.id, self._undone.id)
        table = TABLES[target.kind]
        read = {key: stored(table, key, value) for key, value in before.items()}
        return {key: value for key, value in read.items() if value != row[key]}

    def _fill(
        self, plan: Plan, lines: Sequence[Line], points: Sequence[Placed], named: Row, *, is_busy: bool
    ) -> None:
        own = [line for line in lines if line.kind == plan.target.kind]
        walked = walk(TABLES[plan.target.kind], plan.row, own)
        if walked.created:
            self._fill_bin(plan, walked, is_busy=is_busy)
        else:
            detached = not self._undone.merge or ("contact_id" in walked.wanted and not walked.wanted["contact_id"])
            plan.wanted = {**walked.wanted, **(named if detached else {})}
            for key in walked.left:
                plan.leave(_code(plan.target.kind, key), LeftReason.CHANGED)
            self._leave_lost_fields(plan)
            _plan_points(plan, _points_of(lines), points)
            _leave_contacts_own(plan)
        if plan.does_something and not self._allowed(plan):
            plan.wanted, plan.points, plan.to_bin = {}, {}, False
            plan.leave("", LeftReason.NOT_ALLOWED)

    def _fill_bin(self, plan: Plan, walked: Walked, *, is_busy: bool) -> None:
        if plan.row["deleted_at"] is not None:
            return
        if self._undone.whole or not (walked.left or is_busy):
            plan.to_bin = True
            if plan.target.kind == Kind.DEAL and plan.row["lead_id"] is not None:
                plan.wanted = {"lead_id": None}  # or the lead could never be converted again
        else:
            plan.leave("", LeftReason.CHANGED)

    def _leave_lost_fields(self, plan: Plan) -> None:
        """A custom field that was deleted since has nowhere to go back to."""
        registry = self._workplace.registry
        for key in [key for key in plan.wanted if key.startswith(CUSTOM)]:
            code = key.removeprefix(CUSTOM)
            if not any(registry.has_field(section, code) for section in (plan.target.kind, Kind.LEAD)):
                del plan.wanted[key]
                plan.leave(code, LeftReason.GONE)

    def _allowed(self, plan: Plan) -> bool:
        """One's own acts while the record is, or comes back, within one's rights; others' by rights over it now."""
        if self._undone.whole or plan.target.kind not in CLIENTS:
            return True
        kind = Kind(plan.target.kind)
        owners = (plan.row["responsible_id"], plan.row.get("lead_responsible_id"), plan.wanted.get("responsible_id"))
        binning = plan.to_bin or ("deleted_at" in plan.wanted and not self._undone.own)
        return self._workplace.rights.allows(kind, Right.DELETE if binning else Right.CHANGE, *owners)


def _is_creation(target: Target, line: Line) -> bool:
    return line.kind == target.kind and line.op == HistoryOp.CREATE


def _points_of(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.kind == POINT]


def _code(kind: str, key: str) -> str:
    """The field's code for a key of the history."""
    if key.startswith(CUSTOM):
        return key.removeprefix(CUSTOM)
    codes = {column: code for code, column in SECTIONS[kind].columns.items()} if kind in SECTIONS else {}
    return codes.get(key, key.removesuffix("_id"))


def _leave_contacts_own(plan: Plan) -> None:
    """Name and phones of a lead that was converted since belong to the contact now."""
    contact_id = plan.wanted.get("contact_id", plan.row.get("contact_id"))
    if plan.target.kind == Kind.CONTACT or contact_id is None:
        return
    for key in PERSON_COLUMNS:
        if key in plan.wanted:
            del plan.wanted[key]
            plan.leave(key, LeftReason.CHANGED)
    for code in plan.points:
        plan.leave(code, LeftReason.CHANGED)
    plan.points = {}


def _plan_points(plan: Plan, lines: Sequence[Line], present: Sequence[Placed]) -> None:
    """Take away what came, bring back what went, each at its place."""
    for kind, code in _CODES.items():
        now = {(one[0], one[1], one[2]): one[3] for one in present if one[0] == kind}
        wanted = dict(now)
        for line in reversed(lines):
            point, place = _point(line)
            if point[0] != kind:
                continue
            if line.op == HistoryOp.DELETE:
                wanted.setdefault(point, place)
            elif line.op == HistoryOp.CREATE:
                wanted.pop(point, None)
        if wanted != now:
            plan.points[code] = sorted(wanted, key=lambda one: wanted[one])


def _point(line: Line) -> tuple[Point, int]:
    """The phone that a line tells of, and its place among the others."""
    side = 1 if line.op == HistoryOp.CREATE else 0
    told = {key: pair[side] for key, pair in line.changes.items()}
    place = told.get("position")
    point = (str(told.get("point_kind")), str(told.get("value")), str(told.get("label") or ""))
    return point, place if isinstance(place, int) else _LAST_PLACE


async def _read_rows(session: AsyncSession, targets: Sequence[Target], *, lock: bool) -> dict[Target, Row]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for target in targets:
        by_kind[target.kind].append(target.id)
    found: dict[Target, Row] = {}
    for kind, ids in by_kind.items():
        table: Table = TABLES[kind]
        query = select(table).where(table.c.id.in_(ids)).order_by(table.c.id)
        rows = await session.execute(query.with_for_update() if lock else query)
        found.update((Target(kind, row["id"]), {str(key): one for key, one in row.items()}) for row in rows.mappings())
    return found


async def _read_points(
    session: AsyncSession, targets: Collection[Target]
) -> defaultdict[Target, list[Placed]]:
    found: defaultdict[Target, list[Placed]] = defaultdict(list)
    for kind in (Kind.LEAD, Kind.CONTACT):
        ids = [one.id for one in targets if one.kind == kind]
        owner = ContactPoint.__table__.c[f"{kind}_id"]
        query = select(
            owner, ContactPoint.point_kind, ContactPoint.value, ContactPoint.label, ContactPoint.position
        ).where(owner.in_(ids))
        for number, *point in await session.execute(query) if ids else ():
            found[Target(kind, number)].append((point[0], point[1], point[2], point[3]))
    return found


async def _worked_on(session: AsyncSession, created: Sequence[Target], operation_id: str) -> set[Target]:
    """Those of the new clients for whom somebody planned, wrote, attached or made something since."""
    found: set[Target] = set()
    for kind in dict.fromkeys(one.kind for one in created if one.kind in CLIENTS):
        ids = [one.id for one in created if one.kind == kind]
        for thing in (*THINGS, Kind.LEAD, Kind.DEAL):
            table: Table = TABLES[thing]
            owner = table.c.get(f"{kind}_id")
            if owner is None:
                continue
            own = exists().where(
                History.kind == thing,
                History.ref == table.c.id,
                History.op == HistoryOp.CREATE,
                History.operation_id == operation_id,
            )
            others = select(owner).where(owner.in_(ids), table.c.deleted_at.is_(None), ~own)
            found.update(Target(kind, number) for number in await session.scalars(others))
    return found
