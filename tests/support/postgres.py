"""A private PostgreSQL cluster: made for one run of the tests, on a free port of the loopback, gone afterwards.

A server that happens to be there is never used, and a missing one fails the run.
"""

import asyncio
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

START_S = 60.0
ROOM = 4 << 30
"""Bytes that the databases of one run may come to."""
UNPRIVILEGED_USER = "postgres"
"""Who runs the server where the tests run as root: PostgreSQL refuses to."""

CONFIGURATION = """
listen_addresses = '127.0.0.1'
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 100
shared_buffers = 64MB
max_wal_size = 2GB
log_min_messages = warning
password_encryption = 'scram-sha-256'
"""

ROLES_OF_NO_DATABASE = """
SELECT rolname FROM pg_roles WHERE oid >= 16384 AND NOT EXISTS (SELECT FROM pg_shdepend WHERE refobjid = pg_roles.oid)
"""
"""Roles that were made beside a database that is gone; templates keep those that their policies name."""

# The superuser of this cluster signs in by its random password, compared by the server (quick); roles that tests make
# sign in as employees do.
ACCESS = """
local all postgres               password
local all all                    scram-sha-256
host  all postgres 127.0.0.1/32  password
host  all all      127.0.0.1/32  scram-sha-256
"""


class PostgresMissing(RuntimeError):
    """No PostgreSQL server programs, or programs that don't work."""


@dataclass(frozen=True)
class Cluster:
    """A running server; `url` makes the address of one of its databases for its superuser."""

    folder: Path
    port: int
    password: str
    _processes: "list[subprocess.Popen[bytes]]" = field(default_factory=list, compare=False, repr=False)

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        command: list[str | Path] = [programs() / "postgres", "-D", self.folder / "data", "-k", self.folder]
        with (self.folder / "log").open("ab") as log:
            server = subprocess.Popen(
                [*_identity(), *command, "-p", str(self.port)], stdout=log, stderr=log, cwd=self.folder
            )
        self._processes.append(server)
        _wait_for_answer(self, server)

    def stop(self, *, crash: bool = False) -> None:
        """Ends all sessions and the server; a crash leaves everything as it is at that moment."""
        while self._processes:
            server = self._processes.pop()
            server.send_signal(signal.SIGQUIT if crash else signal.SIGINT)
            server.wait(timeout=30)

    def url(self, database: str) -> str:
        return f"postgresql://postgres:{self.password}@127.0.0.1:{self.port}/{database}"

    def copy(self, name: str, template: str) -> None:
        """Makes a database from another one, file by file, which is quickest where nothing is synced."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')

    def drop(self, name: str) -> None:
        """Drops a database, and the roles that were made beside it: those belong to the whole cluster."""
        asyncio.run(self._drop(name))

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Runs statements one by one, outside of any transaction."""
        asyncio.run(self._execute(statements, database))

    def column(self, query: str, database: str = "postgres") -> list[object]:
        """The first column of what a query answers."""
        return asyncio.run(self._column(query, database))

    async def _execute(self, statements: tuple[str, ...], database: str) -> None:
        connection = await asyncpg.connect(self.url(database))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def _drop(self, name: str) -> None:
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
            made = await connection.fetch(ROLES_OF_NO_DATABASE)
            for row in made:
                await connection.execute(f'DROP ROLE "{row[0]}"')
        finally:
            await connection.close()

    async def _column(self, query: str, database: str) -> list[object]:
        connection = await asyncpg.connect(self.url(database))
        try:
            return [row[0] for row in await connection.fetch(query)]
        finally:
            await connection.close()


def programs() -> Path:
    """The folder with initdb and postgres: the one that PRICHAL_POSTGRESQL names, else of the newest installed."""
    named = os.environ.get("PRICHAL_POSTGRESQL")
    if named:
        return Path(named)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    if elsewhere:
        return Path(elsewhere).resolve().parent
    raise PostgresMissing("PostgreSQL is not installed: `python3 installer/bootstrap.py setup` installs it")


def _identity() -> list[str]:
    """What stands before a server program: another user where we are root, and an end with ours in any case."""
    if os.geteuid() != 0:
        return ["setpriv", "--pdeathsig", "INT"]
    user = pwd.getpwnam(UNPRIVILEGED_USER)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--init-groups", "--pdeathsig", "INT"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _initialise(folder: Path, password: str, settings: str) -> None:
    data, secret = folder / "data", folder / "secret"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED_USER)
        shutil.chown(secret, UNPRIVILEGED_USER)
    command: list[str | Path] = [programs() / "initdb", "--pgdata", data, "--username=postgres", f"--pwfile={secret}"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=password", "--no-sync", "--no-instructions"]
    done = subprocess.run([*_identity(), *command], capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        raise PostgresMissing(f"initdb failed:\n{done.stdout}{done.stderr}")
    with (data / "postgresql.conf").open("a") as file:
        file.write(CONFIGURATION + settings)
    (data / "pg_hba.conf").write_text(ACCESS)


def _wait_for_answer(cluster: Cluster, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_S
    while True:
        try:
            return cluster.execute("SELECT 1")
        except (OSError, asyncpg.PostgresError) as error:
            if server.poll() is not None or time.monotonic() > end:
                log = (cluster.folder / "log").read_text(errors="replace")
                raise PostgresMissing(f"the server did not start: {error}\n{log}") from error
        time.sleep(0.02)  # there is nothing to wait on but its answer


def _check_trigrams(cluster: Cluster) -> None:
    cluster.execute("CREATE EXTENSION pg_trgm", database="template1")
    if not cluster.column("SELECT show_trgm('Я') <> '{}'", database="template1")[0]:
        raise PostgresMissing("this locale makes no trigrams of Cyrillic")


def _quick_folder() -> Path | None:
    """Memory, where there is enough: tests make and drop some thousand databases. None: the usual place."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


@contextmanager
def running_cluster(kept: Path | None = None, settings: str = "") -> Iterator[Cluster]:
    """Starts a cluster, gives it, stops it and removes its folder; one in `kept` stays there for the next time.

    `settings` are further lines of a new one's configuration.
    """
    # Not pytest's folder: that one is closed to the user who runs the server, and its long name to a socket.
    folder = kept or Path(tempfile.mkdtemp(prefix="prichal-pg-", dir=_quick_folder()))
    folder.mkdir(parents=True, exist_ok=True)
    there = (folder / "data" / "PG_VERSION").exists()
    password = (folder / "secret").read_text() if there else secrets.token_urlsafe(24)
    cluster = Cluster(folder, _free_port(), password)
    try:
        if not there:
            _initialise(folder, password, settings)
        try:
            cluster.start()
            if not there:
                _check_trigrams(cluster)
            yield cluster
        finally:
            cluster.stop()
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)
