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

from app.core.clock import Clock, SystemClock
from app.db.opening import create_database, open_database
from app.services.container import Services, open_services
from app.services.demo import DemoOrder, fill_demo
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.people.sign_in import sign_in
from app.services.presets import load_preset
from tests.support.holidays import NoHolidays
from tests.support.postgres import Cluster, running_cluster

ADMIN, PASSWORD = "admin@primer.test", "benchmark-harbour"


class Driver(Protocol):
    """The driver without anything of ours."""

    async def fetch(self, query: str) -> Sequence[Sequence[object]]: ...


@dataclass(frozen=True, slots=True)
class RawSqlite:
    """Python's own sqlite3."""

    connection: sqlite3.Connection

    async def fetch(self, query: str) -> Sequence[Sequence[object]]:
        return self.connection.execute(query).fetchall()


@dataclass(frozen=True, slots=True)
class RawPostgres:
    """asyncpg with prepared statements, as it comes."""

    connection: asyncpg.Connection

    async def fetch(self, query: str) -> Sequence[Sequence[object]]:
        rows: Sequence[Sequence[object]] = await self.connection.fetch(query)
        return rows


@dataclass(frozen=True, slots=True)
class BenchOffice:
    """An open office: the administrator's services, and the driver."""

    kind: str
    leads: int
    url: str
    services: Services
    raw: Driver


@contextmanager
def places(kinds: Sequence[str]) -> Iterator[Cluster | None]:
    """A cluster where PostgreSQL is measured."""
    if "postgresql" not in kinds:
        yield None
        return
    with running_cluster() as cluster:
        yield cluster


def make(kind: str, leads: int, folder: Path, cluster: Cluster | None) -> tuple[str, float | None]:
    """The address of a filled office and the seconds that filling it took; a kept SQLite file is taken as it is."""
    if kind == "sqlite":
        path = folder / f"office-{leads}.db"
        url = f"sqlite:///{path}"
        if path.exists():
            return url, None
    else:
        assert cluster is not None
        cluster.execute(f"CREATE DATABASE office_{leads}")
        url = cluster.url(f"office_{leads}")
    started = time.perf_counter()
    asyncio.run(_fill(url, leads))
    return url, time.perf_counter() - started


async def _fill(url: str, leads: int) -> None:
    preset = load_preset("legal", "ru")
    settings = OfficeSettings("Основная", preset.zone, preset.currency, "ru", preset.country)
    clock = SystemClock()
    database = await create_database(url)
    try:
        admin = NewAdmin("Дымов", "Андрей", ADMIN, PASSWORD)
        await set_up_office(database, preset, admin, settings, clock, NoHolidays())
        await fill_demo(await sign_in(database, ADMIN, PASSWORD, clock), DemoOrder(leads, 1, PASSWORD))
    finally:
        await database.close()


@asynccontextmanager
async def opened(kind: str, leads: int, url: str, clock: Clock | None = None) -> AsyncIterator[BenchOffice]:
    """The office as a workstation has it."""
    database = await open_database(url)
    workplace = await sign_in(database, ADMIN, PASSWORD, clock or SystemClock())
    try:
        async with _driver(kind, url) as raw:
            yield BenchOffice(kind, leads, url, open_services(workplace), raw)
    finally:
        await database.close()


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
