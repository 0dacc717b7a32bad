"""Who is deactivated on a shared file is out at once: the running window says so to its program."""

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import Office
from app.core.clock import SystemClock
from app.core.errors import UserError
from app.db.opening import open_database
from app.qtbase.window_state import MemoryStateStore
from app.services.container import open_services
from tests.services.clients.making import new_lead
from tests.support.asynchronous import until
from tests.support.office import ADMIN, MANAGER, make_office, sit_down
from tests.support.settling import settled


async def test_a_deactivated_person_s_running_program_ends_its_session(qapp: QApplication, sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    olga = await make_office(database, SystemClock(), login=MANAGER)
    office = Office(qapp, olga, MemoryStateStore(), "1.0.0")
    ended: list[bool] = []
    office.left.connect(lambda: ended.append(True))
    office.show()
    elsewhere = await open_database(sqlite_url)
    admin = open_services(await sit_down(elsewhere, SystemClock(), ADMIN))
    await until(office.following.is_set)
    await admin.people.deactivate(olga.actor.employee_id)
    await until(lambda: ended)
    with pytest.raises(UserError, match="not_allowed"):
        await open_services(olga).leads.create(new_lead(olga))
    await admin.imports.close()
    await elsewhere.close()
    await office.close()
    await settled()
