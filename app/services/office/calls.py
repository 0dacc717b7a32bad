"""How calls, meetings and other activities can end: the office's own lists."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.core.text import sort_key
from app.models import Activity, CallResult
from app.services.office.base import OfficePage, require_seen
from app.services.records.office import CallResultRecord
from app.services.texts import typed_line

MOST: Final = 12
NEEDED: Final = {ActivityKind.MEETING: frozenset({"missed"}), ActivityKind.CALL: frozenset({"no_answer"})}
"""What the program itself goes by: these can be named otherwise, not taken away."""

Results = tuple[CallResultRecord, ...]


class CallResults(OfficePage):
    """A list for each kind of activity, in the order in which it is offered; `code` is empty for a new one."""

    def stored(self, kind: ActivityKind) -> Results:
        return _of(self._workplace.registry.all.call_results, kind)

    async def save(self, kind: ActivityKind, seen: Results, wanted: Sequence[CallResultRecord]) -> None:
        """Store a kind's list anew.

        Raises UserError: "not_allowed", "result_name_missing", "result_named_twice", "results_missing",
        "result_needed", "result_in_use" (name, count): what activities ended with can only be renamed;
        Conflict("settings_changed").
        """
        rows = tuple(_coded(_tidied(wanted, kind)))
        async with self._changing("results", activity=kind.value) as (unit, stored):
            before = _of(stored.call_results, kind)
            require_seen(seen, before)
            await self._drop(unit.session, kind, before, {one.code for one in rows})
            known = {one.code for one in before}
            for position, one in enumerate(rows):
                values = {
                    "name": one.name, "reached": one.reached, "needs_comment": one.needs_comment,
                    "position": position,
                }  # fmt: skip
                if one.code not in known:
                    await unit.session.execute(insert(CallResult).values(activity_kind=kind, code=one.code, **values))
                elif before.index(next(old for old in before if old.code == one.code)) != position or one not in before:
                    same = (CallResult.activity_kind == kind) & (CallResult.code == one.code)
                    await unit.session.execute(update(CallResult).where(same).values(**values))

    async def _drop(self, session: AsyncSession, kind: ActivityKind, before: Results, kept: set[str]) -> None:
        for one in before:
            if one.code in kept:
                continue
            if one.code in NEEDED.get(kind, frozenset()):
                raise UserError("result_needed", name=one.name)
            used = await session.scalar(
                select(func.count()).select_from(Activity).where(Activity.kind == kind, Activity.result == one.code)
            )
            if used:
                raise UserError("result_in_use", name=one.name, count=used)
            same = (CallResult.activity_kind == kind) & (CallResult.code == one.code)
            await session.execute(delete(CallResult).where(same))


def _of(results: Sequence[CallResultRecord], kind: ActivityKind) -> Results:
    return tuple(one for one in results if one.activity_kind is kind)


def _tidied(wanted: Sequence[CallResultRecord], kind: ActivityKind) -> Results:
    rows = tuple(replace(one, name=typed_line(one.name, "name"), activity_kind=kind) for one in wanted)
    if not 1 <= len(rows) <= MOST:
        raise UserError("results_missing", most=MOST)
    for one in rows:
        if not sort_key(one.name):
            raise UserError("result_name_missing")
        if [sort_key(other.name) for other in rows].count(sort_key(one.name)) > 1:
            raise UserError("result_named_twice", name=one.name)
    return rows


def _coded(rows: Results) -> Iterator[CallResultRecord]:
    """Each with a code that is never given twice."""
    taken = {one.code for one in rows}
    for one in rows:
        if one.code:
            yield one
            continue
        number = next(number for number in range(1, len(taken) + 2) if f"own_{number}" not in taken)
        taken.add(f"own_{number}")
        yield replace(one, code=f"own_{number}")
