"""The first set-up of an office: everything of the preset, the working calendar and the administrator, in one unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import available_timezones

from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.kinds import Kind
from app.core.text import clean_line, display_name, sort_key
from app.db.engine import Database
from app.db.unit import Unit, WriteOrder
from app.models import DayOff, Department, Employee, Login, Role, RoleRight, Rule, Setting
from app.services.people.accounts import open_with_password
from app.services.people.logins import normalise_login
from app.services.people.passwords import check_password, hash_password
from app.services.people.preset_rows import write_preset
from app.services.ports import HolidaySource
from app.services.presets import Preset

ADMINISTRATOR: Final = "administrator"
CURRENCY_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class NewAdmin:
    """The administrator that a new database begins with."""

    last_name: str
    first_name: str
    login: str
    password: str

    @classmethod
    def named(cls, name: str, login: str, password: str, language: str) -> "NewAdmin":
        """From a name in one piece: "Дымов Андрей" in Russian, "Andrew Dymov" in English."""
        words = clean_line(name).split()
        last = words[:1] if language == "ru" else words[-1:]
        first = words[1:] if language == "ru" else words[:-1]
        return cls(" ".join(last), " ".join(first), login, password)


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What holds for the whole office."""

    name: str
    zone: str
    """IANA name."""
    currency: str
    """ISO 4217 code."""
    language: str
    country: str
    """ISO 3166 code of the country whose working calendar holds; empty: Monday to Friday."""


async def set_up_office(
    database: Database,
    preset: Preset,
    admin: NewAdmin,
    office: OfficeSettings,
    clock: Clock,
    holiday_source: HolidaySource,
) -> None:
    """Fill an empty database in one operation.

    Raises UserError: "office_exists" where that was done already, "name_missing", "login_unsuitable",
    "password_short", "zone_unknown", "currency_unknown".
    """
    check_set_up(admin, office)
    password_hash = await hash_password(admin.password) if database.is_sqlite else None
    now = clock.now()
    years = range(now.year - 1, now.year + 2)
    async with database.write(WriteOrder("office.set_up", None, now, params={"preset": preset.code})) as unit:
        await _require_empty(unit, sqlite=database.is_sqlite)
        unit.session.add_all(Setting(key=key, value=value) for key, value in _settings(preset, office).items())
        days = holiday_source.days(office.country, years, office.language)
        unit.session.add_all(DayOff(day=one.day, working=one.working, name=one.name) for one in days)
        unit.session.add_all(Rule(code=rule.code, mode=rule.mode, numbers=rule.numbers) for rule in preset.rules)
        await write_preset(unit.session, preset)
        roles = await _write_roles(unit.session, preset)
        unit.session.add_all(_departments(preset))
        login_id = await _write_admin(unit.session, admin, roles[ADMINISTRATOR], password_hash, now)
        if not database.is_sqlite:
            await open_with_password(unit, login_id, admin.password)
        unit.touch(Kind.SETTINGS)


async def office_exists(database: Database) -> bool:
    """Whether a database of the present schema holds an office already."""
    async with database.read() as session:
        return await session.scalar(select(Setting.key).limit(1)) is not None


def check_set_up(admin: NewAdmin, office: OfficeSettings) -> None:
    """Raises what `set_up_office` raises for answers that can't be right, before a database is made for them."""
    if not clean_line(admin.last_name) and not clean_line(admin.first_name):
        raise UserError("name_missing")
    normalise_login(admin.login)
    check_password(admin.password)
    if office.zone not in available_timezones():
        raise UserError("zone_unknown", zone=office.zone)
    letters = office.currency
    if not (len(letters) == CURRENCY_LETTERS and letters.isascii() and letters.isalpha() and letters.isupper()):
        raise UserError("currency_unknown", currency=office.currency)


async def _require_empty(unit: Unit, *, sqlite: bool) -> None:
    if not sqlite:  # SQLite's writers are serial anyway
        await unit.session.execute(text("LOCK TABLE setting IN SHARE ROW EXCLUSIVE MODE"))
    if await unit.session.scalar(select(Setting.key).limit(1)) is not None:
        raise UserError("office_exists")


def _settings(preset: Preset, office: OfficeSettings) -> dict[str, object]:
    return {
        "preset": preset.code,
        "name": clean_line(office.name),
        "zone": office.zone,
        "currency": office.currency,
        "language": office.language,
        "country": office.country,
        "week": list(preset.week),
        "workday": {"start": f"{preset.workday_start:%H:%M}", "end": f"{preset.workday_end:%H:%M}"},
        "payment_methods": [{"code": one.code, "name": one.name} for one in preset.payment_methods],
        "demo": False,
        **{f"sum_field.{section}": code for section, code in preset.sums.items()},
        **{
            f"activity.{one.kind}": {"minutes": one.minutes, "reminders": list(one.remind_minutes)}
            for one in preset.activities
        },
    }


async def _write_roles(session: AsyncSession, preset: Preset) -> dict[str, int]:
    """The roles with their matrix; their ids by code."""
    rows = [Role(code=role.code, name=role.name, position=number) for number, role in enumerate(preset.roles)]
    session.add_all(rows)
    await session.flush()
    ids = {row.code: row.id for row in rows}
    cells = [
        {"role_id": ids[role.code], "kind": cell.kind, "right": cell.right, "scope": cell.scope}
        for role in preset.roles
        for cell in role.rights
    ]
    await session.execute(insert(RoleRight), cells)
    return ids


def _departments(preset: Preset) -> Iterable[Department]:
    for number, one in enumerate(preset.departments):
        yield Department(name=one.name, executing=one.executing, position=number)


async def _write_admin(
    session: AsyncSession, admin: NewAdmin, role_id: int, password_hash: str | None, now: datetime
) -> int:
    """The administrator's row and login; returns the number of the login."""
    name = display_name(admin.last_name, admin.first_name, "")
    employee = Employee(
        last_name=clean_line(admin.last_name),
        first_name=clean_line(admin.first_name),
        name=name,
        sort_key=sort_key(name),
        role_id=role_id,
        password_hash=password_hash,
        created_at=now,
    )
    session.add(employee)
    await session.flush()
    login = Login(employee_id=employee.id, value=clean_line(admin.login), normal=normalise_login(admin.login))
    session.add(login)
    await session.flush()
    return login.id
