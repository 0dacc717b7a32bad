"""Moves an office into another database, whole, and proves it before anybody sees it (`prichal move`).

Everything is one transaction of the new database: what breaks off leaves it empty. The old one is only read, as it
stood at one moment. Passwords are proved differently by a file and by a server, and a server's roles are named after
its database, so unless both are files everybody who works here gets a new invitation.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from app.core.clock import Clock
from app.core.errors import UserError
from app.core.kinds import OperationState
from app.db.engine import Database
from app.db.errors import users_world
from app.db.moving.filling import Filling, reached_numbers
from app.db.moving.reading import Digest, Digester, digest_of, read_rows
from app.db.moving.tables import CHUNKS, Moved, moved_tables
from app.db.server import verifier
from app.db.unit import Unit, WriteOrder
from app.models import Employee, File, Login, Operation, Setting
from app.services.people import accounts
from app.services.people.codes import LASTS, new_code

Progress = Callable[[str, int, int], None]
"""The table, and how many rows of all are done; every row is counted twice: written and proved."""

MOVED: Final = "database.move"


@dataclass(frozen=True, slots=True)
class MovedTable:
    """A table that arrived: both sides count and sum the same."""

    name: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class NewCode:
    """With which somebody comes in to the new database; every login of theirs takes it."""

    login: str
    name: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """What was moved, and who comes in by which code."""

    tables: tuple[MovedTable, ...]
    files: int
    damaged: tuple[int, ...]
    """Numbers of files that were not whole in the old database already."""
    codes: tuple[NewCode, ...]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


async def require_owner(database: Database) -> None:
    """Raises UserError("move_needs_owner") for an account that sees only what an employee may see."""
    if not database.is_sqlite:
        async with database.read() as session:
            if not await session.scalar(text("SELECT office_account()")):
                raise UserError("move_needs_owner", account=database.url.username or "")


async def move_office(
    source: Database, target: Database, clock: Clock, progress: Progress = lambda _table, _done, _total: None
) -> Move:
    """Copy everything from `source` into `target`, which has the present schema and no office.

    Raises UserError: "office_not_set_up" (of the old), "office_exists" (of the new), "move_refused",
    "move_unequal"; Offline.
    """
    both_files = source.is_sqlite and target.is_sqlite
    tables = moved_tables(secrets=both_files)
    with users_world():
        engine = source.engine
        if not source.is_sqlite:
            engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with (
            engine.connect() as old,
            target.write(WriteOrder(MOVED, None, clock.now(), record=False)) as unit,
        ):
            await _require_ends(old, unit.session)
            mover = _Mover(old, await unit.session.connection(), tables, progress)
            arrived, files = await mover.run()
            damaged = await _damaged(unit.session, files)
            codes = () if both_files else await _invite_all(unit)
            await _write_down(unit, source, sum(one.rows for one in arrived))
    return Move(arrived, len(files), damaged, codes)


async def _require_ends(old: AsyncConnection, new: AsyncSession) -> None:
    if await old.scalar(select(Setting.key).where(Setting.key == "zone")) is None:
        raise UserError("office_not_set_up")
    if new.get_bind().dialect.name != "sqlite":  # two that move here at once; SQLite's writers are serial anyway
        await new.execute(text("LOCK TABLE setting IN SHARE ROW EXCLUSIVE MODE"))
    if await new.scalar(select(Setting.key).limit(1)) is not None:
        raise UserError("office_exists")


class _Mover:
    """Copies the tables one by one, then reads them again where they are now."""

    def __init__(self, old: AsyncConnection, new: AsyncConnection, tables: Sequence[Moved], progress: Progress) -> None:
        self._old = old
        self._new = new
        self._tables = tables
        self._progress = progress
        self._done = 0
        self._total = 0

    async def run(self) -> tuple[tuple[MovedTable, ...], dict[int, str]]:
        """The tables as they arrived, and the digests of the files. Raises UserError("move_unequal")."""
        for moved in self._tables:
            self._total += 2 * (await self._old.scalar(select(func.count()).select_from(moved.table)) or 0)
        filling = Filling(self._new, self._tables)
        await filling.begin()
        left = {moved.name: await self._copy(filling, moved) for moved in self._tables}
        await filling.end(await reached_numbers(self._old))
        for moved in self._tables:
            self._progress(moved.name, self._done, self._total)
            arrived = await digest_of(self._new, moved)
            self._done += arrived.rows
            if arrived != left[moved.name]:
                raise UserError("move_unequal", table=moved.name)
        self._progress("", self._total, self._total)
        proved = tuple(MovedTable(name, digest.rows, digest.checksum) for name, digest in left.items())
        return proved, left[CHUNKS].files

    async def _copy(self, filling: Filling, moved: Moved) -> Digest:
        digester = Digester(moved)
        self._progress(moved.name, self._done, self._total)
        async for rows in read_rows(self._old, moved):
            await filling.put(moved, rows)
            digester.take(rows)
            self._done += len(rows)
            self._progress(moved.name, self._done, self._total)
        return digester.end()


async def _damaged(session: AsyncSession, found: dict[int, str]) -> tuple[int, ...]:
    """Files whose content is not what it was when they were taken in."""
    known = await session.execute(select(File.id, File.sha256).where(File.complete, File.size > 0))
    return tuple(number for number, digest in known if found.get(number) != digest)


async def _invite_all(unit: Unit) -> tuple[NewCode, ...]:
    """A new code for everybody who works here and has a login."""
    rows = await unit.session.execute(
        select(Employee.id, Employee.name, Login.id, Login.value)
        .join(Login, Login.employee_id == Employee.id)
        .where(Employee.active)
        .order_by(Employee.sort_key, Employee.id, Login.id)
    )
    until = unit.at + LASTS
    codes: dict[int, NewCode] = {}
    for employee_id, name, login_id, login in rows.all():
        known = codes.get(employee_id)
        if known is None:
            codes[employee_id] = NewCode(login, name, new_code(), until)
            await accounts.open_with_code(unit, login_id, codes[employee_id].code, until)
        elif accounts.on_server(unit):
            await unit.session.execute(select(func.open_account(login_id, verifier(known.code), until, True)))
    return tuple(codes.values())


async def _write_down(unit: Unit, source: Database, rows: int) -> None:
    params = {"from": source.url.get_backend_name(), "rows": rows}
    await unit.session.execute(
        insert(Operation).values(id=unit.operation_id, kind=MOVED, at=unit.at, state=OperationState.DONE, params=params)
    )
