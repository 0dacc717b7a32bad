"""Fresh databases for tests, on SQLite and on PostgreSQL alike.

`database_url` gives each test that asks for it, once on each, a database with all migrations applied;
`empty_database_url` one with nothing in it. The migrations run once for each kind in a run; a test gets a copy.
A test of one kind alone asks for `sqlite_url`, `postgresql_url` or `empty_postgresql_url`.
"""

import asyncio
import itertools
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.postgres import Cluster, running_cluster


@dataclass
class Chosen:
    """What the run was asked for."""

    everywhere: bool = False
    """`--as-employees`: whoever sits down does so with their own role, under the server's policies."""


chosen = Chosen()


KINDS = ("sqlite", "postgresql")
TEMPLATE = "prichal_template"

NUMBERS = itertools.count(1)


def migrate(url: str) -> None:
    """Makes a database of the present schema: the one place where these fixtures meet the product."""
    from app.db.opening import create_database  # tests without a database don't pay for SQLAlchemy's import

    async def create() -> None:
        database = await create_database(url)
        await database.close()

    asyncio.run(create())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("prichal").addoption(
        "--databases",
        default=",".join(KINDS),
        help="the kinds that tests with a database run on (default: %(default)s)",
    )
    parser.getgroup("prichal").addoption(
        "--as-employees", action="store_true", help="on PostgreSQL each person of a test works with their own role"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "own_clock: moves the program's clock; for an employee's role the server goes by its own"
    )
    chosen.everywhere = config.getoption("--as-employees")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Signed in as employees, what turns on the time of the history or of an absence can't be told another one."""
    if not chosen.everywhere:
        return
    left_out = [item for item in items if item.get_closest_marker("own_clock") and "postgresql" in item.name]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--databases").split(",")
        unknown = set(chosen) - set(KINDS)
        if unknown:
            raise pytest.UsageError(f"--databases knows {', '.join(KINDS)}, not {', '.join(sorted(unknown))}")
        metafunc.parametrize("database_kind", chosen, indirect=True)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """ "sqlite" or "postgresql"; a test that asks for it, or for `database_url`, runs once for each."""
    return str(request.param)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The private PostgreSQL server of this run."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(cluster: Cluster) -> str:
    """The name of a migrated PostgreSQL database, to be copied."""
    cluster.execute(f"CREATE DATABASE {TEMPLATE}")
    migrate(cluster.url(TEMPLATE))
    return TEMPLATE


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh migrated SQLite file of its own."""
    path = tmp_path / "prichal.db"
    for file in sqlite_template.parent.glob(f"{sqlite_template.name}*"):  # its write-ahead log too
        shutil.copy(file, path.with_name(file.name.replace(sqlite_template.name, path.name)))
    return f"sqlite:///{path}"


def _fresh(cluster: Cluster, template: str) -> Iterator[str]:
    name = f"prichal_{next(NUMBERS)}"
    cluster.copy(name, template)
    yield cluster.url(name)
    cluster.drop(name)


@pytest.fixture
def postgresql_url(cluster: Cluster, postgresql_template: str) -> Iterator[str]:
    """A fresh migrated PostgreSQL database of its own, for the superuser of the private cluster."""
    yield from _fresh(cluster, postgresql_template)


@pytest.fixture
def empty_postgresql_url(cluster: Cluster) -> Iterator[str]:
    """A PostgreSQL database with nothing in it but pg_trgm."""
    yield from _fresh(cluster, "template1")


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """A fresh migrated database; the test runs once on each kind."""
    return str(request.getfixturevalue(f"{database_kind}_url"))


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it, as migrations find it; the test runs once on each kind."""
    if database_kind == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    return str(request.getfixturevalue("empty_postgresql_url"))
