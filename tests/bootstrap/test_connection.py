"""The server is gone while somebody types: every window says so, keeps what was typed, and goes on by itself."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.adapters.draft_file import DraftFile
from app.bootstrap.desk import Office
from app.core.clock import SystemClock
from app.db.engine import Database
from app.db.opening import open_database
from app.models import Lead, TimelineItem
from app.qtbase.window_state import MemoryStateStore
from app.services.container import open_services
from app.views.cards import CardWindow
from app.views.cards.blocks.panel import BlockPanel
from app.views.widgets.connection_bar import ConnectionBar
from tests.services.clients.making import new_lead
from tests.support.asynchronous import until
from tests.support.gate import Gate
from tests.support.office import MANAGER, make_office, sit_down
from tests.support.settling import settled
from tests.support.windows import type_text


@pytest.fixture
async def server(postgresql_url: str) -> AsyncIterator[Database]:
    """The office's server, past the gate."""
    database = await open_database(postgresql_url)
    yield database
    await database.close()


@pytest.fixture
async def gate(postgresql_url: str) -> AsyncIterator[Gate]:
    port = re.search(r":(\d+)/", postgresql_url)
    assert port is not None
    async with Gate(int(port[1])) as gate:
        yield gate


async def card_of(office: Office, lead_id: int) -> CardWindow:
    office.window.navigator.open_card("lead", lead_id)
    found: list[CardWindow] = []

    def opened() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, CardWindow) and one.is_filled]
        return bool(found)

    await until(opened)
    return found[0]


async def stored(server: Database, lead_id: int) -> tuple[str, int]:
    """The lead's last name, and how many comments it has."""
    comments = select(func.count()).where(TimelineItem.lead_id == lead_id, TimelineItem.body == "Договорились")
    async with server.read() as session:
        name = await session.scalar(select(Lead.last_name).where(Lead.id == lead_id))
        return str(name), await session.scalar(comments) or 0


@dataclass(frozen=True, slots=True)
class Desk:
    """A manager's window behind the gate."""

    office: Office
    lead_id: int
    owner: str


@pytest.fixture
async def desk(
    qtbot: QtBot, qapp: QApplication, server: Database, gate: Gate, postgresql_url: str, tmp_path: Path
) -> AsyncIterator[Desk]:
    admin = await make_office(server, SystemClock())
    manager = await sit_down(server, SystemClock(), MANAGER)
    lead_id = await open_services(manager).leads.create(new_lead(manager, last_name="Мороз"))
    through = await open_database(re.sub(r":\d+/", f":{gate.port}/", postgresql_url))
    workplace = await sit_down(through, SystemClock(), MANAGER)
    office = Office(qapp, workplace, MemoryStateStore(), "1.0.0", drafts=tmp_path)
    office.show()
    yield Desk(office, lead_id, f"{office.address()} {workplace.actor.employee_id}")
    await office.close()
    for database in (through, manager.database, admin.database):
        await database.close()
    await settled()


async def test_what_is_saved_without_the_server_is_kept_and_goes_once_it_is_back(
    desk: Desk, server: Database, gate: Gate, tmp_path: Path
) -> None:
    card = await card_of(desk.office, desk.lead_id)
    assert card.general is not None
    about, comment = card.general.blocks.blocks[0], card.general.action_bar.comment
    name = edited_name(about)
    type_text(name, "Морозова")
    type_text(comment.area, "Договорились")

    await gate.shut()
    assert about.form is not None
    QTest.mouseClick(about.form.save, Qt.MouseButton.LeftButton)
    comment.submit()
    bars = [window.findChild(ConnectionBar) for window in (desk.office.window, card)]
    await until(lambda: all(bar is not None and bar.isVisible() for bar in bars))
    await until(lambda: set(DraftFile(tmp_path, desk.owner).all()) == {about.place, comment.place})
    assert (name.text(), comment.text()) == ("Морозова", "Договорились")
    assert await stored(server, desk.lead_id) == ("Мороз", 0)

    await gate.open()
    assert bars[0] is not None
    QTest.mouseClick(bars[0].retry, Qt.MouseButton.LeftButton)
    await until(lambda: about.form is None and not comment.text())
    await until(lambda: not any(bar is not None and bar.isVisible() for bar in bars))
    assert await stored(server, desk.lead_id) == ("Морозова", 1)
    await until(lambda: not list(tmp_path.glob("drafts-*")))

    card.close()
    card.close()  # once more: it asks for the next step first
    await until(lambda: not [one for one in QApplication.topLevelWidgets() if isinstance(one, CardWindow)])


def edited_name(about: BlockPanel) -> QLineEdit:
    """The field of the last name, all of it selected."""
    about.edit("last_name")
    assert about.form is not None
    name = about.form.form.frames["last_name"].editor.input()
    assert isinstance(name, QLineEdit)
    name.selectAll()
    return name
