"""Draws cards of a real embedded database, to be held beside the design pictures.

python -m tests.views.cards.pictures FOLDER writes lead-light-1440.png, deal-dark-1366.png and so on there; with
QT_QPA_PLATFORM=xcb on a screen, offscreen otherwise.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.core.clock import FixedClock
from app.db.opening import create_database
from app.qtbase import i18n
from app.qtbase.changes import ChangeBridge
from app.qtbase.loop import EventLoop
from app.qtbase.theme import theme
from app.services.container import open_services
from app.services.records.activities import ClientRef
from app.views.cards import CardWindow
from app.views.navigator import ViewContext
from tests.support.asynchronous import until
from tests.support.office import MANAGER, NOW, make_office
from tests.support.settling import settled
from tests.support.windows import NotingNavigator
from tests.views.cards.people import picture_deal, picture_lead

SIZES = ((1440, 870), (1366, 738))
"""The design's windows less their title bars."""


async def draw(app: QApplication, folder: Path) -> None:
    clock = FixedClock(NOW)
    with tempfile.TemporaryDirectory() as place:
        database = await create_database(f"sqlite:///{place}/pictures.db")
        services = open_services(await make_office(database, clock, login=MANAGER))
        lead_id = await picture_lead(services, clock)
        deal_id = await picture_deal(services, clock)
        contact_id = (await services.deals.card(deal_id)).contact_id or 0
        context = ViewContext(services, NotingNavigator(), ChangeBridge())
        for mode in ("light", "dark"):
            theme().apply(app, mode)
            for ref in (ClientRef("lead", lead_id), ClientRef("deal", deal_id), ClientRef("contact", contact_id)):
                for width, height in SIZES:
                    await draw_card(context, ref, width, height, folder / f"{ref.section}-{mode}-{width}.png")
        await database.close()


async def draw_card(context: ViewContext, ref: ClientRef, width: int, height: int, path: Path) -> None:
    window = CardWindow(context, ref)
    window.resize(width, height)
    window.show()
    await until(lambda: window.is_filled)
    await settled()
    window.grab().save(str(path))
    window.close()
    await settled()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    i18n.install(app, "ru")
    folder.mkdir(parents=True, exist_ok=True)
    loop = EventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(draw(app, folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
