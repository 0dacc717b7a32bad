"""What the filter panel asks of saved filters."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.core.text import LIMITS, clean_line, normalise
from app.db.unit import Unit
from app.models import SavedFilter
from app.services.lists.service import Lists
from app.services.preferences import Preferences
from app.services.records.lists import Filter
from app.services.records.saved_filters import NamedFilter, Share
from app.services.saved_filters.arranging import keep_arrangement, read_arrangement
from app.services.saved_filters.documents import Stored, dump, load
from app.services.workplace import Workplace

SAVED = "saved:"
"""Before a saved filter's number, in its key."""

_Row = Any  # Any: a row of the columns selected in `_rows`


class SavedFilters:
    """Ready and saved filters of a section, as the signed-in employee arranged them."""

    def __init__(self, workplace: Workplace, preferences: Preferences, lists: Lists) -> None:
        self._workplace = workplace
        self._preferences = preferences
        self._lists = lists

    async def offered(self, section: str) -> tuple[NamedFilter, ...]:
        """Presets and saved filters: one's own, the department's and the office's, in the employee's order."""
        arrangement = await read_arrangement(self._preferences, section)
        found = {one.key: one for one in (*self._ready(section), *await self._saved(section))}
        start = arrangement.start if arrangement.start in found else self._lists.default_preset(section)
        ordered = (found[key] for key in arrangement.sorted(list(found)))
        return tuple(replace(one, starts=one.key == start) for one in ordered)

    async def start(self, section: str) -> Filter:
        """The filter that a list begins with."""
        arrangement = await read_arrangement(self._preferences, section)
        default = Filter(preset=self._lists.default_preset(section))
        if arrangement.start is None:
            return default
        return next((one.filter for one in await self.offered(section) if one.starts), default)

    async def save(self, section: str, name: str, chosen: Filter, share: Share = Share.MINE) -> str:
        """Save under a name; returns the key.

        What is typed to search is saved too, pressed counters are. Raises UserError: "filter_unnamed",
        "text_too_long", "filter_name_taken" (name), "department_missing".
        """
        name = self._checked(name)
        department = self._department(share)
        owner = self._workplace.actor.employee_id
        async with self._workplace.database.write(self._workplace.order("filter.save", section=section)) as unit:
            await self._check_free(unit, section, name, share, None)
            last = await unit.session.scalar(
                select(func.max(SavedFilter.position)).where(SavedFilter.section == section)
            )
            made = await unit.session.execute(
                insert(SavedFilter)
                .values(
                    section=section, employee_id=owner if share is Share.MINE else None, name=name,
                    definition=dump(chosen, owner, department), position=(last or 0) + 1,
                )
                .returning(SavedFilter.id)
            )  # fmt: skip
            number = made.scalar_one()
            unit.touch("saved_filter", number)
        return f"{SAVED}{number}"

    async def change(
        self, key: str, *, chosen: Filter | None = None, name: str | None = None, share: Share | None = None
    ) -> None:
        """Change what a saved filter asks, is called or who is offered it; what is None stays.

        Raises what `save` does, UserError("not_found") for one deleted meanwhile or ready, "not_allowed".
        """
        async with self._workplace.database.write(self._workplace.order("filter.change", key=key)) as unit:
            row, stored = await self._changeable(unit, key)
            now = _share(row.employee_id, stored)
            target = share or now
            values: dict[str, object] = {}
            if name is not None:
                values["name"] = self._checked(name)
            if name is not None or target is not now:
                await self._check_free(unit, row.section, str(values.get("name", row.name)), target, row.id)
            department = stored.department_id if target is now else self._department(target)
            owner = stored.owner_id or row.employee_id or self._workplace.actor.employee_id
            values["definition"] = dump(chosen or stored.filter, owner, department)
            values["employee_id"] = owner if target is Share.MINE else None
            await unit.session.execute(update(SavedFilter).where(SavedFilter.id == row.id).values(**values))
            unit.touch("saved_filter", row.id)

    async def delete(self, key: str) -> None:
        """Take it away for everybody it was shared with. Raises UserError "not_found", "not_allowed"."""
        async with self._workplace.database.write(self._workplace.order("filter.delete", key=key)) as unit:
            row, _ = await self._changeable(unit, key)
            await unit.session.execute(delete(SavedFilter).where(SavedFilter.id == row.id))
            unit.touch("saved_filter", row.id)

    async def arrange(self, section: str, keys: Sequence[str]) -> None:
        """Keep one's own order of all that is offered."""
        arrangement = await read_arrangement(self._preferences, section)
        await keep_arrangement(self._preferences, section, replace(arrangement, order=tuple(keys)))

    async def set_start(self, section: str, key: str | None) -> None:
        """Begin the list with this filter from now on; None: with the section's own."""
        arrangement = await read_arrangement(self._preferences, section)
        await keep_arrangement(self._preferences, section, replace(arrangement, start=key))

    def can_share(self, share: Share) -> bool:
        """Whether the employee may offer a filter so far; the department's needs one to belong to."""
        return share is not Share.DEPARTMENT or self._workplace.actor.department_id is not None

    # reading

    def _ready(self, section: str) -> list[NamedFilter]:
        return [NamedFilter(code, "", Filter(preset=code), Share.READY) for code in self._lists.presets(section)]

    async def _saved(self, section: str) -> list[NamedFilter]:
        me = self._workplace.actor.employee_id
        query = (
            select(SavedFilter.id, SavedFilter.name, SavedFilter.employee_id, SavedFilter.definition)
            .where(
                SavedFilter.section == section,
                or_(SavedFilter.employee_id == me, SavedFilter.employee_id.is_(None)),
            )
            .order_by(SavedFilter.position, SavedFilter.id)
        )
        async with self._workplace.database.read() as session:
            rows = (await session.execute(query)).all()
        read = ((row, load(row.definition)) for row in rows)
        return [self._named(section, row, stored) for row, stored in read if self._concerns_me(stored)]

    def _concerns_me(self, stored: Stored) -> bool:
        """A department's filter is offered to its people, to those above them and to its owner."""
        if stored.department_id is None or stored.owner_id == self._workplace.actor.employee_id:
            return True
        people = self._workplace.rights.people
        registry = self._workplace.registry.all
        mine = {registry.employees[one].department_id for one in people if one in registry.employees}
        return stored.department_id in mine

    def _named(self, section: str, row: _Row, stored: Stored) -> NamedFilter:
        return NamedFilter(
            key=f"{SAVED}{row.id}",
            name=row.name,
            filter=stored.filter,
            share=_share(row.employee_id, stored),
            owner_id=stored.owner_id,
            can_change=self._may_change(row.employee_id, stored),
            warnings=(*stored.warnings, *self._lists.warnings(section, stored.filter)),
        )

    # writing

    def _may_change(self, employee_id: int | None, stored: Stored) -> bool:
        me = self._workplace.actor.employee_id
        if me in (employee_id, stored.owner_id):
            return True
        return employee_id is None and self._workplace.rights.scope(Kind.SETTINGS, Right.CHANGE) is not Scope.NONE

    async def _changeable(self, unit: Unit, key: str) -> tuple[_Row, Stored]:
        number = key.removeprefix(SAVED)
        query = select(SavedFilter.id, SavedFilter.section, SavedFilter.name, SavedFilter.employee_id,
                       SavedFilter.definition)  # fmt: skip
        row = None
        if number != key and number.isdecimal():
            row = (await unit.session.execute(query.where(SavedFilter.id == int(number)))).one_or_none()
        if row is None:
            raise UserError("not_found", kind="saved_filter", id=key)
        stored = load(row.definition)
        if not self._may_change(row.employee_id, stored):
            raise UserError("not_allowed", kind="saved_filter", right=Right.CHANGE.value)
        return row, stored

    async def _check_free(self, unit: Unit, section: str, name: str, share: Share, but: int | None) -> None:
        """Two filters of one name side by side would say nothing: names are one's own, or the shared ones'."""
        owner = self._workplace.actor.employee_id if share is Share.MINE else None
        same = SavedFilter.employee_id.is_(None) if owner is None else SavedFilter.employee_id == owner
        query = select(SavedFilter.id, SavedFilter.name).where(SavedFilter.section == section, same)
        for row in await unit.session.execute(query):
            if row.id != but and normalise(row.name) == normalise(name):
                raise UserError("filter_name_taken", name=row.name)

    def _checked(self, name: str) -> str:
        name = clean_line(name)
        if not name:
            raise UserError("filter_unnamed")
        if len(name) > LIMITS["name"]:
            raise UserError("text_too_long", limit=LIMITS["name"], length=len(name))
        return name

    def _department(self, share: Share) -> int | None:
        if share is not Share.DEPARTMENT:
            return None
        if self._workplace.actor.department_id is None:
            raise UserError("department_missing")
        return self._workplace.actor.department_id


def _share(employee_id: int | None, stored: Stored) -> Share:
    if employee_id is not None:
        return Share.MINE
    return Share.OFFICE if stored.department_id is None else Share.DEPARTMENT
