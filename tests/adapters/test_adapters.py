"""The outside world behind its Protocols: keyring, remembered databases, holidays, folders; and their twins."""

import threading
from datetime import date
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError
from sqlalchemy import URL, make_url

from app.adapters.holiday_calendars import FixedHolidays, HolidayCalendars
from app.adapters.keyring_store import KeyringStore, MemorySecrets, system_keyring
from app.adapters.known_databases import KnownDatabasesFile, MemoryDatabases, without_password
from app.adapters.paths import user_paths
from app.services.ports import HolidaySource, KnownDatabase, KnownDatabases, SecretStore


class Ring(KeyringBackend):
    """A keyring in memory that can be locked or fall silent."""

    priority = 5  # type: ignore[assignment]  # a class property there, a plain number will do

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None
        self.silent: threading.Event | None = None
        self.asked = 0

    def _answer(self) -> None:
        self.asked += 1
        if self.silent is not None:
            self.silent.wait()
        if self.error is not None:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if (service, username) not in self.kept:
            raise PasswordDeleteError(username)
        del self.kept[service, username]


@pytest.fixture(params=["keyring", "memory"])
def secrets(request: pytest.FixtureRequest) -> SecretStore:
    """The adapter and its twin: what holds for one holds for the other."""
    ring = Ring()
    return KeyringStore(lambda: ring) if request.param == "keyring" else MemorySecrets()


async def test_secret_is_kept_replaced_and_dropped(secrets: SecretStore) -> None:
    assert await secrets.lasts()
    assert await secrets.get("olga") is None
    await secrets.keep("olga", "one")
    await secrets.keep("olga", "two")
    assert await secrets.get("olga") == "two"
    await secrets.drop("olga")
    await secrets.drop("olga")
    assert await secrets.get("olga") is None


async def test_secret_outlives_the_program_in_the_keyring() -> None:
    ring = Ring()
    await KeyringStore(lambda: ring).keep("olga", "secret")
    assert await KeyringStore(lambda: ring).get("olga") == "secret"


async def test_without_a_keyring_secrets_live_as_long_as_the_program() -> None:
    store = KeyringStore(lambda: None)
    assert not await store.lasts()
    await store.keep("olga", "secret")
    assert await store.get("olga") == "secret"
    assert await KeyringStore(lambda: None).get("olga") is None


@pytest.mark.parametrize("error", [NoKeyringError("none"), KeyringLocked("locked")])
async def test_keyring_that_refuses_leaves_the_secret_in_memory(error: Exception) -> None:
    ring = Ring()
    ring.error = error
    store = KeyringStore(lambda: ring)
    await store.keep("olga", "secret")
    assert await store.get("olga") == "secret"


async def test_keyring_that_hangs_is_waited_for_once() -> None:
    ring = Ring()
    ring.silent = threading.Event()
    store = KeyringStore(lambda: ring, patience=0.05)
    await store.keep("olga", "secret")
    assert await store.get("olga") == "secret"
    assert not await store.lasts()
    assert ring.asked == 1
    ring.silent.set()


def test_keyring_that_writes_plain_text_is_never_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, good = Ring(), Ring()
    plain.priority = 0.5  # type: ignore[assignment]  # as the plain text one of keyrings.alt
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: [plain])
    assert system_keyring() is None
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: [plain, good])
    assert system_keyring() is good


@pytest.fixture(params=["file", "memory"])
def known(request: pytest.FixtureRequest, tmp_path: Path) -> KnownDatabases:
    return KnownDatabasesFile(tmp_path / "config" / "databases.json") if request.param == "file" else MemoryDatabases()


def test_last_used_database_comes_first(known: KnownDatabases) -> None:
    main, branch = KnownDatabase("sqlite:////a.db", "Основная", "a@b.ru"), KnownDatabase("sqlite:////b.db", "Филиал")
    for one in (main, branch, main):
        known.remember(one)
    assert known.all() == (main, branch)
    known.forget(main.url)
    assert known.all() == (branch,)


def test_remembered_databases_outlive_the_program_without_passwords(tmp_path: Path) -> None:
    path = tmp_path / "databases.json"
    KnownDatabasesFile(path).remember(KnownDatabase("postgresql://olga:secret@server/crm", "Офис", "olga@b.ru"))
    assert "secret" not in path.read_text(encoding="utf-8")
    assert KnownDatabasesFile(path).all() == (KnownDatabase("postgresql://olga@server/crm", "Офис", "olga@b.ru"),)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"databases": [{"address": 1}]}', '{"databases": 5}', "\udcff"])
def test_spoilt_file_counts_as_empty_and_is_written_anew(tmp_path: Path, content: str) -> None:
    path = tmp_path / "databases.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    known = KnownDatabasesFile(path)
    assert known.all() == ()
    known.remember(KnownDatabase("sqlite:////a.db"))
    assert [one.url for one in known.all()] == ["sqlite:////a.db"]


def test_place_that_can_not_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    known = KnownDatabasesFile(tmp_path / "config" / "databases.json")
    known.remember(KnownDatabase("sqlite:////a.db"))
    assert known.all() == ()


def test_address_without_password_stays_as_it_is() -> None:
    assert without_password("sqlite:////tmp/База данных.db") == "sqlite:////tmp/База данных.db"
    assert without_password("postgresql://olga:p%40ss@server:5433/crm") == "postgresql://olga@server:5433/crm"


def test_russias_calendar_knows_holidays_and_moved_days() -> None:
    source: HolidaySource = HolidayCalendars()
    assert {"RU", "KZ", "GB"} <= set(source.countries())
    days = {one.day: one for one in source.days("RU", [2025], "ru")}
    assert not days[date(2025, 11, 4)].working
    assert days[date(2025, 11, 4)].name == "День народного единства"
    assert days[date(2025, 11, 1)].working
    assert not days[date(2025, 5, 2)].working


def test_unknown_country_has_no_calendar() -> None:
    assert HolidayCalendars().days("XX", [2025], "ru") == ()
    assert HolidayCalendars().days("", [2025], "ru") == ()


def test_twin_of_the_calendar_tells_its_days() -> None:
    source: HolidaySource = FixedHolidays(date(2025, 11, 4), working=[date(2025, 11, 1)])
    assert {one.day: one.working for one in source.days("RU", [2025], "ru")} == {
        date(2025, 11, 4): False, date(2025, 11, 1): True,
    }  # fmt: skip
    assert source.days("RU", [2026], "ru") == ()


def test_folders_belong_to_the_person_and_are_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    paths = user_paths()
    assert paths.config == tmp_path / "config" / "Prichal"
    assert not paths.config.exists()


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:////home/a:b@c/office.db", "sqlite:///C:/Users/x@y/office.db", "postgresql://host/office",
        "postgresql://anna@host/office", "postgresql://anna:secret@host:5433/office?sslmode=verify-full",
        "postgresql+asyncpg://anna:a%40b:c@[::1]/office", "postgresql://anna:@host/office",
    ],
)  # fmt: skip
def test_addresses_lose_their_password_as_sqlalchemy_reads_it(address: str) -> None:
    kept = without_password(address)
    expected = make_url(address)
    assert make_url(kept).password is None
    assert make_url(kept) == URL.create(
        expected.drivername, expected.username, None, expected.host, expected.port, expected.database, expected.query
    )
