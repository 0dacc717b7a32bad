"""Demo offices of each size on both databases, and the drivers alone beside them."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import asyncpg
from sqlalchemy import select

from app.core.clock import Clock, SystemClock
from app.db.engine import connect, parse_url
from app.db.migrate import upgrade
from app.db.opening import create_database, open_database
from app.db.server import office_address
from app.models import Login
from app.services.container import Services, open_services
from app.services.demo import DemoOrder, fill_demo
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.people.server_sign_in import sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.people.workplaces import open_workplace
from app.services.presets import load_preset
from app.services.workplace import Workplace
from tests.benchmarks.plans import Plans
from tests.support.holidays import NoHolidays
from tests.support.postgres import Cluster, running_cluster

ADMIN, PASSWORD = "admin@primer.test", "benchmark-harbour"

SERVER = """
shared_buffers = 512MB
max_wal_size = 8GB
"""
"""What an office's server has where the tests' own makes do with less."""


class Driver(Protocol):
    """The driver without anything of ours."""

    async def fetch(self, query: str, *parameters: object) -> Sequence[Sequence[object]]: ...

    async def write(self, statement: str, *parameters: object) -> None:
        """One statement in a transaction of its own, committed."""
        ...


@dataclass(frozen=True, slots=True)
class RawSqlite:
    """Python's own sqlite3."""

    connection: sqlite3.Connection

    async def fetch(self, query: str, *parameters: object) -> Sequence[Sequence[object]]:
        return self.connection.execute(query, parameters).fetchall()

    async def write(self, statement: str, *parameters: object) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(statement, parameters)
        self.connection.commit()


@dataclass(frozen=True, slots=True)
class RawPostgres:
    """asyncpg with prepared statements, as it comes."""

    connection: asyncpg.Connection

    async def fetch(self, query: str, *parameters: object) -> Sequence[Sequence[object]]:
        rows: Sequence[Sequence[object]] = await self.connection.fetch(query, *parameters)
        return rows

    async def write(self, statement: str, *parameters: object) -> None:
        async with self.connection.transaction():
            await self.connection.execute(statement, *parameters)


@dataclass(frozen=True, slots=True)
class BenchOffice:
    """An open office: the administrator's services, and the driver."""

    kind: str
    leads: int
    url: str
    services: Services
    raw: Driver
    plans: Plans | None = None
    """Where the statements and their plans are noted, if they are asked for."""


@contextmanager
def places(kinds: Sequence[str], kept: Path | None = None) -> Iterator[Cluster | None]:
    """A cluster where PostgreSQL is measured; in `kept`, if given, for the next run too."""
    if "postgresql" not in kinds:
        yield None
        return
    with running_cluster(kept / "postgresql" if kept else None, SERVER) as cluster:
        yield cluster


def make(kind: str, leads: int, folder: Path, cluster: Cluster | None) -> tuple[str, float | None]:
    """The address of a filled office and the seconds that filling it took; a kept one is brought up to date."""
    if kind == "sqlite":
        path = folder / f"office-{leads}.db"
        url, there = f"sqlite:///{path}", path.exists()
    else:
        assert cluster is not None
        url, name = cluster.url(f"office_{leads}"), f"office_{leads}"
        there = bool(cluster.column(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))
        if not there:
            cluster.execute(f"CREATE DATABASE {name}")
    if there:
        asyncio.run(_bring_up(url))
        return url, None
    started = time.perf_counter()
    asyncio.run(_fill(url, leads))
    return url, time.perf_counter() - started


async def _bring_up(url: str) -> None:
    database = connect(url)
    await upgrade(database)
    await database.close()


async def _fill(url: str, leads: int) -> None:
    preset = load_preset("legal", "ru")
    settings = OfficeSettings("Основная", preset.zone, preset.currency, "ru", preset.country)
    clock = SystemClock()
    database = await create_database(url)
    try:
        admin = NewAdmin("Дымов", "Андрей", ADMIN, PASSWORD)
        await set_up_office(database, preset, admin, settings, clock, NoHolidays())
        async with database.read() as session:
            admin_id = (await session.scalars(select(Login.employee_id).where(Login.normal == ADMIN))).one()
        await fill_demo(await open_workplace(database, admin_id, clock), DemoOrder(leads, 1, PASSWORD))
    finally:
        await database.close()


@asynccontextmanager
async def opened(
    kind: str, leads: int, url: str, clock: Clock | None = None, plans: Plans | None = None
) -> AsyncIterator[BenchOffice]:
    """The office as the administrator's workstation has it: on a server by their own role, under its policies."""
    workplace = await _sit_down(kind, url, clock or SystemClock())
    try:
        async with _driver(kind, url) as raw:
            yield BenchOffice(kind, leads, url, open_services(workplace), raw, plans)
    finally:
        await workplace.database.close()


async def _sit_down(kind: str, url: str, clock: Clock) -> Workplace:
    if kind == "postgresql":
        return await sign_in_to_server(office_address(parse_url(url)), ADMIN, PASSWORD, clock)
    return await sign_in(await open_database(url), ADMIN, PASSWORD, clock)


@asynccontextmanager
async def _driver(kind: str, url: str) -> AsyncIterator[Driver]:
    if kind == "sqlite":
        connection = sqlite3.connect(url.removeprefix("sqlite:///"))
        connection.execute("PRAGMA cache_size = -65536")
        try:
            yield RawSqlite(connection)
        finally:
            connection.close()
        return
    server = await asyncpg.connect(url)
    try:
        yield RawPostgres(server)
    finally:
        await server.close()
