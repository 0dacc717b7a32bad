"""Draws the windows with demo data into PNG files, without a screen (`prichal screenshots DIR`)."""

import asyncio
import json
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.databases import check_database, found_office
from app.bootstrap.desk import Office
from app.bootstrap.outside import Outside, make_outside
from app.core.clock import FixedClock
from app.qtbase import i18n, loop
from app.qtbase.theme import theme
from app.qtbase.window_state import MemoryStateStore
from app.services.demo import DemoOrder, fill_demo
from app.services.people.office_setup import NewAdmin, OfficeSettings
from app.services.people.sign_in import sign_in
from app.services.ports import KnownDatabase
from app.services.presets import load_preset
from app.services.records.activities import ClientRef
from app.services.records.lists import Condition, Filter, Sort
from app.services.workplace import Workplace
from app.views.cards import CardWindow
from app.views.first_run.desk import FirstRunDesk
from app.views.first_run.window import FirstRunWindow
from app.views.kanban import KanbanView
from app.views.records.page import RecordsPage
from app.views.sign_in.desk import SignInDesk
from app.views.sign_in.window import SignInWindow

NOW = datetime(2025, 11, 18, 8, 42, tzinfo=UTC)
"""A Tuesday morning at the office, the moment of the design."""
LEADS, SEED, PASSWORD = 240, 7, "demo-harbour"
SCREEN = {
    "name": "drawing",
    "x": 0,
    "y": 0,
    "width": 2560,
    "height": 1600,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""The screen that isn't there, wide enough for every window; Qt's own one is 800 pixels square."""
STILL_S, LONGEST_S = 0.12, 8.0
FILLING_S = 60.0
"""A card that is still empty by then can't be drawn; a busy machine fills one within seconds."""
SAME_PICTURES = 3


class NotDrawn(Exception):
    """A card stayed empty: its picture would be blank."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: languages and themes are all drawn in turn."""

    folder: Path
    languages: tuple[i18n.Language, ...]
    themes: tuple[str, ...]
    size: QSize
    demo_leads: int = LEADS


def run_drawing(drawing: Drawing, tell: Callable[[Path], None]) -> int:
    """Draw in an application of its own, without a screen; returns the exit code."""

    async def main(app: QApplication, _last_window_closed: asyncio.Event) -> int:
        await draw(app, drawing, tell)
        return 0

    with tempfile.TemporaryDirectory(prefix="prichal-") as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"  # read when the application is made
        return loop.run(loop.make_application(["prichal"]), main)


async def draw(app: QApplication, drawing: Drawing, tell: Callable[[Path], None]) -> None:
    """Draw every scene; `tell` hears of each file."""
    drawing.folder.mkdir(parents=True, exist_ok=True)
    for language in drawing.languages:
        i18n.install(app, language)
        with tempfile.TemporaryDirectory(prefix="prichal-") as folder:
            async with _demo_office(Path(folder), language, drawing.demo_leads) as workplace:
                for mode in drawing.themes:
                    theme().apply(app, "dark" if mode == "dark" else "light")
                    studio = Studio(app, workplace, drawing.size)
                    async for name, image in studio.scenes():
                        file = drawing.folder / f"{name}-{mode}-{language}.png"
                        image.save(str(file))
                        tell(file)


@asynccontextmanager
async def _demo_office(folder: Path, language: str, leads: int) -> AsyncIterator[Workplace]:
    """An office in a file of its own, at a fixed moment, seen by one of its managers."""
    preset = load_preset("legal", language)
    outside = make_outside()
    private = Outside(outside.paths, MemorySecrets(), MemoryDatabases(), outside.holidays, FixedClock(NOW))
    name = "Основная — Москва" if language == "ru" else "Main — Moscow"
    settings = OfficeSettings(name, preset.zone, preset.currency, language, preset.country)
    admin = NewAdmin(
        "Дымов" if language == "ru" else "Dymov",
        "Андрей" if language == "ru" else "Andrey",
        "admin@primer.test",
        PASSWORD,
    )
    url = f"sqlite:///{folder / 'main.db'}"
    workplace = await found_office(private, url, preset, admin, settings, private.clock)
    made = await fill_demo(workplace, DemoOrder(leads, SEED, PASSWORD))
    manager = next(one for one in made.employees if one.role == "manager")
    try:
        yield await sign_in(workplace.database, manager.login, PASSWORD, private.clock)
    finally:
        await workplace.database.close()


class Studio:
    """Opens each window, waits until its picture stands still, and closes it again."""

    def __init__(self, app: QApplication, workplace: Workplace, size: QSize) -> None:
        self._app = app
        self._workplace = workplace
        self._size = size

    async def scenes(self) -> AsyncIterator[tuple[str, QImage]]:
        """All scenes by name."""
        async for scene in self._entrances():
            yield scene
        office = Office(self._app, self._workplace, MemoryStateStore(), "1.0.0")
        office.window.resize(self._size)
        office.window.show()
        async for scene in self._pages(office):
            yield scene
        async for scene in self._cards(office):
            yield scene
        async for scene in self._dialogs(office):
            yield scene
        office.window.close()
        office.window.deleteLater()

    async def _entrances(self) -> AsyncIterator[tuple[str, QImage]]:
        outside = make_outside()
        known = MemoryDatabases()
        url = self._workplace.database.url.render_as_string().replace("+aiosqlite", "")
        known.remember(KnownDatabase(url, str(self._workplace.registry.setting("name")), "admin@primer.test"))

        async def refuse(*_: object) -> Workplace:
            return self._workplace

        wizard = FirstRunWindow(FirstRunDesk(outside.paths, MemorySecrets(), outside.holidays, refuse))
        yield "first-run", await self._taken(wizard)
        sign_in = SignInWindow(SignInDesk(known, MemorySecrets(), check_database, refuse, "1.0.0"))
        yield "sign-in", await self._taken(sign_in)

    async def _pages(self, office: Office) -> AsyncIterator[tuple[str, QImage]]:
        for tab, name in (("lead", "leads"), ("deal", "deals"), ("contact", "contacts"), ("activity", "activities")):
            chosen = Filter(preset="all_open") if tab == "deal" else Filter() if tab == "contact" else None
            office.window.show_tab(tab, chosen)  # type: ignore[arg-type]  # one of Tab's words
            yield name, await still_picture(office.window)
        for tab, name in (("lead", "leads-kanban"), ("deal", "deals-kanban")):
            office.window.show_tab(tab, Filter(preset="all_open"))  # type: ignore[arg-type]  # one of Tab's words
            async for scene in self._kanban(office, name):
                yield scene

    async def _kanban(self, office: Office, name: str) -> AsyncIterator[tuple[str, QImage]]:
        """The kanban, and one of its cards carried to the next stage but two; the page goes back to its list."""
        page = next(one for one in office.window.findChildren(RecordsPage) if one.isVisible())
        page.show_view("kanban")
        yield name, await still_picture(office.window)
        if isinstance(page.stack.front, KanbanView):
            page.stack.front.show_carrying(0, 3)
            yield f"{name}-drag", await still_picture(office.window)
            page.stack.front.carrying.land()
        page.show_view("list")

    async def _cards(self, office: Office) -> AsyncIterator[tuple[str, QImage]]:
        for section in ("lead", "deal", "contact"):
            record_id = await self._interesting(office, section)
            office.window.navigator.open_card(section, record_id)
            card = self._newest(office.window)
            card.resize(self._size)
            yield f"{section}-card", await self._taken(card)

    async def _dialogs(self, office: Office) -> AsyncIterator[tuple[str, QImage]]:
        navigator = office.window.navigator
        registry = self._workplace.registry
        lead_id = await self._on_stage(office, "new")
        ready_id = await self._on_stage(office, "partial_payment")
        office.window.show_tab("lead")
        openings: tuple[tuple[str, Callable[[], None]], ...] = (
            ("new-lead", navigator.new_lead),
            (
                "stage-dialog",
                lambda: navigator.move_stage(
                    ClientRef("lead", lead_id), registry.stage_by_code("lead", "meeting_set").id
                ),
            ),
            ("conversion", lambda: navigator.convert(ready_id)),
            ("activity-form", lambda: navigator.plan_activity(ClientRef("lead", lead_id))),
            ("palette", lambda: navigator.open_palette("000")),
            ("import", navigator.open_import),
        )
        for name, open_it in openings:
            open_it()
            window = await self._appeared(office.window)
            if window is not None:
                yield name, await self._taken(window)

    async def _interesting(self, office: Office, section: str) -> int:
        """The record that was touched last: it has the most to show."""
        lists = office.window.navigator.context.services.lists
        chosen = Filter(preset="all_open") if section != "contact" else Filter()
        return int((await lists.ids(section, chosen, Sort("last_contact", descending=True)))[0])

    async def _on_stage(self, office: Office, code: str) -> int:
        stage = self._workplace.registry.stage_by_code("lead", code)
        chosen = Filter(conditions=(Condition("stage", "any_of", (stage.id,)),))
        lists = office.window.navigator.context.services.lists
        return int((await lists.ids("lead", chosen, Sort("created", descending=True)))[0])

    async def _appeared(self, main: QWidget) -> QWidget | None:
        """The dialog or popup over the main window, once it is there."""
        for _ in range(round(LONGEST_S / STILL_S)):
            await asyncio.sleep(STILL_S)
            found = self._app.activePopupWidget() or next(iter(_others(main)), None)
            if found is not None:
                return found
        return None

    def _newest(self, main: QWidget) -> QWidget:
        return next(iter(_others(main)))

    async def _taken(self, window: QWidget) -> QImage:
        window.show()
        image = await still_picture(window)
        if isinstance(window, QDialog):
            window.reject()
        else:
            window.close()
        await asyncio.sleep(STILL_S)
        return image


def _others(main: QWidget) -> Iterator[QWidget]:
    """Windows on the screen beside the main one."""
    return (one for one in QApplication.topLevelWidgets() if one is not main and one.isVisible())


async def _filled(card: CardWindow) -> None:
    """Wait until a card was read and laid out: a busy machine takes longer than its picture stands still."""
    for _ in range(round(FILLING_S / STILL_S)):
        if card.is_filled:
            return
        await asyncio.sleep(STILL_S)
    raise NotDrawn(card.windowTitle())


async def still_picture(window: QWidget) -> QImage:
    """The window's picture once it stands still: what is loaded late has come."""
    if isinstance(window, CardWindow):
        await _filled(window)
    last, same = QImage(), 0
    for _ in range(round(LONGEST_S / STILL_S)):
        await asyncio.sleep(STILL_S)
        image = window.grab().toImage()
        same = same + 1 if image == last else 0
        last = image
        if same >= SAME_PICTURES:
            break
    return last
