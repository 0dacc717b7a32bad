"""Profiles: what colleagues tell of themselves; each writes their own alone, everybody reads all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind
from app.core.text import clean_line, clean_text, display_name, normalise, sort_key
from app.db.unit import Unit
from app.models import Employee, Login, Profile
from app.services.people.workplaces import relearn
from app.services.records.profiles import Colleague, Interest, ProfileRecord, ProfileText
from app.services.upserts import upsert
from app.services.workplace import Workplace

LARGEST_PHOTO: Final = 200_000
"""Bytes: the window makes a picture of this size from any photo."""

MOST_INTERESTS: Final = 40
LONGEST_LINE: Final = 200
LONGEST_INTEREST: Final = 40
LONGEST_ABOUT: Final = 4_000

_OWN: Final = ("work_phone", "mobile_phone", "workplace", "about", "theme")
_NAMES: Final = ("last_name", "first_name", "middle_name", "job_title")


class Profiles:
    """Reading anybody's, writing one's own."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def of(self, employee_id: int) -> ProfileRecord:
        """Somebody's profile. Raises UserError("not_found")."""
        async with self._workplace.database.read() as session:
            row = await session.scalar(select(Employee).where(Employee.id == employee_id))
            if row is None:
                raise UserError("not_found")
            told = (
                await session.execute(
                    select(
                        Profile.work_phone, Profile.mobile_phone, Profile.workplace, Profile.about, Profile.theme,
                        Profile.interests, Profile.photo, Profile.changed_at,
                    ).where(Profile.id == employee_id)
                )
            ).one_or_none()  # fmt: skip
            mine = await self._interests(session)
            logins = await session.scalars(
                select(Login.value).where(Login.employee_id == employee_id).order_by(Login.id)
            )
            head, below = await self._around(session, employee_id, row.department_id)
            text = ProfileText(
                **{name: getattr(row, name) for name in _NAMES},
                **({name: getattr(told, name) for name in _OWN} if told else {}),
            )
            names = self._workplace.registry
            return ProfileRecord(
                id=employee_id, name=row.name, text=text, active=row.active, logins=tuple(logins),
                department=self._department(row.department_id), head=head, subordinates=below,
                interests=_marked(told.interests if told else (), mine), photo=told.photo if told else None,
                absent_from=row.absent_from, absent_until=row.absent_until,
                stand_in=names.employee(row.stand_in_id).name if row.stand_in_id is not None else "",
                own=employee_id == self._me, changed_at=told.changed_at if told else None,
            )  # fmt: skip

    async def save(self, text: ProfileText) -> None:
        """Write one's own profile. Raises UserError: "name_missing", "text_too_long" (limit)."""
        plain = {name: clean_line(value) for name, value in asdict(text).items() if name != "about"}
        about = clean_text(text.about)
        if any(len(value) > LONGEST_LINE for value in plain.values()) or len(about) > LONGEST_ABOUT:
            raise UserError("text_too_long", limit=LONGEST_LINE if len(about) <= LONGEST_ABOUT else LONGEST_ABOUT)
        name = display_name(plain["last_name"], plain["first_name"], "")
        if not name:
            raise UserError("name_missing")
        workplace = self._workplace
        async with workplace.database.write(workplace.order("profile.save")) as unit:
            columns = {key: plain[key] for key in _NAMES} | {"name": name, "sort_key": sort_key(name)}
            await unit.session.execute(update(Employee).where(Employee.id == self._me).values(**columns))
            await self._put(unit, {key: plain[key] for key in _OWN if key != "about"} | {"about": about})
        await relearn(workplace)

    async def set_photo(self, picture: bytes | None) -> None:
        """One's own picture, None for none. Raises UserError("photo_too_large")."""
        if picture is not None and len(picture) > LARGEST_PHOTO:
            raise UserError("photo_too_large")
        workplace = self._workplace
        async with workplace.database.write(workplace.order("profile.photo")) as unit:
            await self._put(unit, {"photo": picture})

    async def add_interest(self, word: str) -> None:
        """Add a tag to one's own; one that is there in other letters stays. Raises UserError("too_many_interests")."""
        word = clean_line(word)[:LONGEST_INTEREST]
        workplace = self._workplace
        async with workplace.database.write(workplace.order("profile.interest")) as unit:
            mine = await self._interests(unit.session)
            if not word or normalise(word) in map(normalise, mine):
                return
            if len(mine) >= MOST_INTERESTS:
                raise UserError("too_many_interests", most=MOST_INTERESTS)
            await self._put(unit, {"interests": [*mine, word]})

    async def drop_interest(self, word: str) -> None:
        """Take a tag off one's own."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("profile.interest")) as unit:
            mine = await self._interests(unit.session)
            await self._put(unit, {"interests": [one for one in mine if normalise(one) != normalise(word)]})

    async def _put(self, unit: Unit, values: Mapping[str, object]) -> None:
        """Write columns of one's own row, which the first writing makes."""
        row: dict[str, object] = {"changed_at": unit.at, **values}
        there = await unit.session.scalar(select(Profile.id).where(Profile.id == self._me))
        if there is None:
            row = {"interests": [], **row}
        await unit.session.execute(upsert(self._workplace.database, Profile, {"id": self._me}, row))
        unit.touch(Kind.EMPLOYEE, self._me)

    async def _interests(self, session: AsyncSession) -> Sequence[str]:
        return await session.scalar(select(Profile.interests).where(Profile.id == self._me)) or []

    async def _around(
        self, session: AsyncSession, employee_id: int, department_id: int | None
    ) -> tuple[Colleague | None, tuple[Colleague, ...]]:
        """The head above a person, and whom the person heads: their departments' people and the heads below."""
        departments = self._workplace.registry.all.departments
        above, head = department_id, None
        while above in departments and head is None:
            found = departments[above].head_id
            head = found if found != employee_id else None
            above = departments[above].parent_id
        headed = {one.id for one in departments.values() if one.head_id == employee_id}
        heads_below = {one.head_id for one in departments.values() if one.parent_id in headed}
        wanted = {number for number in (head, *heads_below) if number is not None}
        rows = await session.execute(
            select(Employee.id, Employee.name, Employee.job_title, Employee.department_id)
            .where(Employee.active, Employee.id.in_(wanted) | Employee.department_id.in_(headed))
            .order_by(Employee.sort_key, Employee.id)
        )
        people = {row.id: (Colleague(row.id, row.name, row.job_title), row.department_id) for row in rows}
        below = tuple(
            one for number, (one, place) in people.items()
            if number != employee_id and (place in headed or number in heads_below)
        )  # fmt: skip
        return (people[head][0] if head in people else None), below

    def _department(self, department_id: int | None) -> str:
        found = self._workplace.registry.all.departments.get(department_id or 0)
        return found.name if found is not None else ""

    @property
    def _me(self) -> int:
        return self._workplace.actor.employee_id


def _marked(words: Iterable[str], mine: Iterable[str]) -> tuple[Interest, ...]:
    own = {normalise(one) for one in mine}
    return tuple(Interest(word, normalise(word) in own) for word in words)
