"""What the entrance is put together from."""

from pathlib import Path

from app.adapters.holiday_calendars import FixedHolidays
from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.databases import enter
from app.bootstrap.first_run import create_office
from app.bootstrap.outside import Outside
from app.core.clock import SystemClock
from app.services.ports import UserPaths
from app.views.first_run.desk import Answers
from app.views.sign_in.desk import secret_name

LOGIN, PASSWORD = "dymov@primer.test", "quiet harbour 7"


async def test_who_wants_to_be_remembered_at_the_first_run_is_remembered_at_the_entrance(tmp_path: Path) -> None:
    secrets, known = MemorySecrets(), MemoryDatabases()
    paths = UserPaths(data=tmp_path, config=tmp_path, logs=tmp_path, documents=tmp_path)
    outside = Outside(paths, secrets, known, FixedHolidays(), SystemClock())
    answers = Answers(
        "en", path=str(tmp_path / "main.db"), last_name="Dymov", login=LOGIN, password=PASSWORD, remember=True
    )
    workplace = await create_office(outside, answers)
    await workplace.database.close()
    (database,) = known.all()
    assert await secrets.get(secret_name(database.url, database.login)) == PASSWORD
    assert database.remembered


async def test_signing_in_from_elsewhere_keeps_who_is_remembered(tmp_path: Path) -> None:
    secrets, known = MemorySecrets(), MemoryDatabases()
    paths = UserPaths(data=tmp_path, config=tmp_path, logs=tmp_path, documents=tmp_path)
    outside = Outside(paths, secrets, known, FixedHolidays(), SystemClock())
    answers = Answers(
        "en", path=str(tmp_path / "main.db"), last_name="Dymov", login=LOGIN, password=PASSWORD, remember=True
    )
    await (await create_office(outside, answers)).database.close()
    (database,) = known.all()
    await (await enter(outside, database.url, LOGIN, PASSWORD)).database.close()
    assert known.all() == (database,)
