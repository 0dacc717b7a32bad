"""A file of leads imported into a new office, and the rows that came of it written by the driver alone."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import asyncpg

from app.core.clock import SystemClock
from app.db.opening import create_database
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.presets import load_preset
from tests.benchmarks.figures import Figure
from tests.benchmarks.files import write_leads
from tests.benchmarks.import_window import in_a_window
from tests.benchmarks.offices import ADMIN, PASSWORD
from tests.support.holidays import NoHolidays
from tests.support.postgres import Cluster

USUAL: Final = 5_000
MANY: Final = 1_000_000
USUAL_S: Final = 2.0
MANY_S: Final = 45.0
"""Seconds that they may take."""

LONGEST_MS: Final = 300
LONGEST_GAP_MS: Final = 50
_AT_ONCE: Final = 2_000
_TABLES: Final = {"lead": "id", "contact_point": "lead_id", "timeline": "lead_id", "history": "id"}
"""What an import fills, by the column that parts it into batches."""

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an office is made, and another one for the driver."""

    kind: str
    folder: Path
    cluster: Cluster | None

    def url(self, name: str) -> str:
        if self.cluster is None or self.kind == "sqlite":
            return f"sqlite:///{self.folder / name}.db"
        self.cluster.execute(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        return self.cluster.url(name)


def importing(kind: str, sizes: Sequence[int], folder: Path, cluster: Cluster | None) -> Iterator[Figure]:
    """Files of these many rows, without looking for duplicates, while a window shows the list of leads."""
    place = _Place(kind, folder, cluster)
    for rows in sizes:
        for old in (*folder.glob("import-*.db*"), *folder.glob("import-*.csv")):
            old.unlink()
        path = write_leads(folder / f"import-{rows}.csv", rows)
        url = place.url(f"import-{rows}" if kind == "sqlite" else f"import_{rows}")
        asyncio.run(_office(url))
        done = in_a_window(kind, url, path)
        raw = _raw(place, url, rows)
        work = f"import of {rows:,} rows from CSV"
        yield Figure(work, kind, rows, done.seconds, raw, _target(rows), "s", cpu=done.cpu_seconds)
        yield Figure(f"{work}: longest transaction", kind, rows, done.slowest_ms, target=LONGEST_MS)
        gap = f"{work}: longest gap of the window's loop"
        yield Figure(gap, kind, rows, done.gap_ms, target=LONGEST_GAP_MS, cpu=done.gap_cpu_ms)


def _target(rows: int) -> float:
    """In proportion to a million; what few rows take is mostly the beginning and the end."""
    return max(USUAL_S, MANY_S * rows / MANY)


async def _office(url: str) -> None:
    preset = load_preset("legal", "ru")
    database = await create_database(url)
    try:
        settings = OfficeSettings("Основная", preset.zone, preset.currency, "ru", preset.country)
        admin = NewAdmin("Дымов", "Андрей", ADMIN, PASSWORD)
        await set_up_office(database, preset, admin, settings, SystemClock(), NoHolidays())
    finally:
        await database.close()


def _raw(place: _Place, url: str, rows: int) -> float:
    """Seconds that the driver takes for the same rows, into the same tables and indexes, no trigger firing."""
    name = f"import-raw-{rows}" if place.kind == "sqlite" else f"import_raw_{rows}"
    target = place.url(name)
    asyncio.run(_empty(target))
    if place.kind == "sqlite":
        return _raw_sqlite(url.removeprefix("sqlite:///"), target.removeprefix("sqlite:///"), rows)
    return asyncio.run(_raw_postgresql(url, target, rows))


async def _empty(url: str) -> None:
    await (await create_database(url)).close()


def _batches(rows: int, last: dict[str, int]) -> Iterator[list[tuple[str, int, int]]]:
    """For each transaction, the range that each table gives."""
    count = max(1, rows // _AT_ONCE)
    for number in range(count):
        yield [
            (table, highest * number // count + 1, highest * (number + 1) // count) for table, highest in last.items()
        ]


def _raw_sqlite(source: str, target: str, rows: int) -> float:
    given, taken = sqlite3.connect(source), sqlite3.connect(target, isolation_level=None)
    taken.execute("PRAGMA synchronous=NORMAL")
    for (name,) in taken.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        taken.execute(f'DROP TRIGGER "{name}"')
    columns = {
        table: [row[1] for row in given.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0] for table in _TABLES
    }
    last = {table: given.execute(f"SELECT max({key}) FROM {table}").fetchone()[0] for table, key in _TABLES.items()}
    seconds = 0.0
    for ranges in _batches(rows, last):
        read = [(table, first, end, _read(given, columns, table, first, end)) for table, first, end in ranges]
        started = time.perf_counter()
        taken.execute("BEGIN IMMEDIATE")
        for table, first, end, found in read:
            places = ",".join("?" * len(columns[table]))
            taken.executemany(f"INSERT INTO {table} ({','.join(columns[table])}) VALUES ({places})", found)
            if table == "lead":
                indexed = "INSERT INTO lead_search (rowid, norm) SELECT id, norm FROM lead WHERE id BETWEEN ? AND ?"
                taken.execute(indexed, (first, end))
        taken.execute("COMMIT")
        seconds += time.perf_counter() - started
    given.close()
    taken.close()
    return seconds


def _read(given: sqlite3.Connection, columns: dict[str, list[str]], table: str, first: int, end: int) -> Rows:
    wanted = f"SELECT {','.join(columns[table])} FROM {table} WHERE {_TABLES[table]} BETWEEN ? AND ?"
    return given.execute(wanted, (first, end)).fetchall()


async def _raw_postgresql(source: str, target: str, rows: int) -> float:
    given, taken = await asyncpg.connect(source), await asyncpg.connect(target)
    seconds = 0.0
    try:
        await taken.execute("SET session_replication_role = replica")
        last = {table: await given.fetchval(f"SELECT max({key}) FROM {table}") for table, key in _TABLES.items()}
        for ranges in _batches(rows, last):
            read = [(table, await _fetched(given, table, first, end)) for table, first, end in ranges]
            started = time.perf_counter()
            async with taken.transaction():
                for table, found in read:
                    if found:
                        columns = list(found[0].keys())
                        await taken.copy_records_to_table(table, records=found, columns=columns)
            seconds += time.perf_counter() - started
    finally:
        await given.close()
        await taken.close()
    return seconds


async def _fetched(given: asyncpg.Connection, table: str, first: int, end: int) -> list[asyncpg.Record]:
    columns = await given.fetch(
        "SELECT attname FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = ''",
        table,
    )
    names = ", ".join(row["attname"] for row in columns)
    found: list[asyncpg.Record] = await given.fetch(
        f"SELECT {names} FROM {table} WHERE {_TABLES[table]} BETWEEN $1 AND $2", first, end
    )
    return found
