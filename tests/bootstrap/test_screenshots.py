"""Pictures of windows: none is taken before what it shows is there."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.screenshots import picture
from app.bootstrap.screenshots.picture import NotDrawn, still_picture
from app.core.clock import FixedClock
from app.db.opening import open_database
from app.services.records.activities import ClientRef
from app.views.cards import CardWindow
from tests.support.office import MANAGER, NOW, make_office
from tests.support.settling import settled
from tests.support.windows import view_context
from tests.views.cards.people import mironenko


async def test_a_slow_card_is_drawn_once_it_is_filled(
    qtbot: QtBot, qapp: QApplication, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await open_database(sqlite_url)
    context, _ = view_context(await make_office(database, FixedClock(NOW), login=MANAGER))
    lead_id = await context.services.leads.create(mironenko(context.services))
    asked = asyncio.Event()
    read = context.services.leads.card

    async def slow(record_id: int) -> object:
        await asked.wait()
        return await read(record_id)

    monkeypatch.setattr(context.services.leads, "card", slow)
    window = CardWindow(context, ClientRef("lead", lead_id))
    window.show()
    drawing = asyncio.ensure_future(still_picture(window))
    await asyncio.sleep(picture.STILL_S * (picture.SAME_PICTURES + 3))
    assert not drawing.done()
    asked.set()
    assert not (await drawing).isNull()
    assert window.is_filled
    window.close()
    await settled()
    await database.close()


async def test_a_card_that_stays_empty_is_no_picture(
    qtbot: QtBot, qapp: QApplication, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "FILLING_S", 0.3)
    database = await open_database(sqlite_url)
    context, _ = view_context(await make_office(database, FixedClock(NOW), login=MANAGER))
    window = CardWindow(context, ClientRef("lead", 987_654))
    window.show()
    with pytest.raises(NotDrawn):
        await still_picture(window)
    window.close()
    await settled()
    await database.close()
