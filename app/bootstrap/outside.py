"""The outside world of this workstation: its adapters, made once a program."""

from dataclasses import dataclass
from pathlib import Path

from app.adapters.holiday_calendars import HolidayCalendars
from app.adapters.keyring_store import KeyringStore
from app.adapters.known_databases import KnownDatabasesFile
from app.adapters.office_databases import office_databases, office_file
from app.adapters.paths import user_paths
from app.core.clock import Clock, SystemClock
from app.services.ports import HolidaySource, KnownDatabases, SecretStore, UserPaths


@dataclass(frozen=True, slots=True)
class Outside:
    """What the programs need of the workstation."""

    paths: UserPaths
    secrets: SecretStore
    known: KnownDatabases
    holidays: HolidaySource
    clock: Clock


def log_folder() -> Path:
    """Where the programs write down their own bugs."""
    return user_paths().logs


def make_outside() -> Outside:
    """The real adapters, on this person's folders and keyring."""
    paths = user_paths()
    return Outside(
        paths=paths,
        secrets=KeyringStore(),
        known=KnownDatabasesFile(paths.config / "databases.json", office_databases(office_file())),
        holidays=HolidayCalendars(),
        clock=SystemClock(),
    )
