"""The keyring follows a changed password, where it was asked to remember one."""

from pathlib import Path

from app.adapters.holiday_calendars import FixedHolidays
from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.outside import Outside
from app.bootstrap.window import renew_secret
from app.core.clock import SystemClock
from app.services.ports import KnownDatabase, UserPaths
from app.views.sign_in.desk import secret_name

OFFICE, OTHER = "postgresql://db.office.test/prichal", "sqlite:////office/other.db"
LOGIN = "olga@primer.test"


async def test_who_is_remembered_stays_so_with_the_new_password() -> None:
    known, secrets = MemoryDatabases(), MemorySecrets()
    known.remember(KnownDatabase(OTHER, "Other", LOGIN, remembered=False))
    known.remember(KnownDatabase(OFFICE, "Office", LOGIN, remembered=True))
    paths = UserPaths(Path("/d"), Path("/c"), Path("/l"), Path("/o"))
    outside = Outside(paths, secrets, known, FixedHolidays(), SystemClock())
    await secrets.keep(secret_name(OFFICE, LOGIN), "old-harbour")
    await renew_secret(outside, "postgresql+asyncpg://crm_role:x@db.office.test/prichal", "new-harbour")
    await renew_secret(outside, OTHER, "never kept")
    assert await secrets.get(secret_name(OFFICE, LOGIN)) == "new-harbour"
    assert await secrets.get(secret_name(OTHER, LOGIN)) is None
