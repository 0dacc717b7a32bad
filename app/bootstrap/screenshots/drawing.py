"""All pictures: an office of demo data for each language, seen by one of its managers, in each theme."""

import asyncio
import json
import os
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.adapters.keyring_store import MemorySecrets
from app.adapters.known_databases import MemoryDatabases
from app.bootstrap.founding import found_office
from app.bootstrap.outside import Outside, make_outside
from app.bootstrap.screenshots.scenes import all_scenes
from app.bootstrap.screenshots.studio import Offices, Studio
from app.core.clock import FixedClock
from app.qtbase import i18n, loop
from app.qtbase.theme import theme
from app.services.demo import DemoOrder, fill_demo
from app.services.people.office_setup import NewAdmin, OfficeSettings
from app.services.people.sign_in import sign_in
from app.services.presets import load_preset
from app.services.workplace import Workplace

NOW: Final = datetime(2025, 11, 18, 8, 42, tzinfo=UTC)
"""A Tuesday morning at the office, the moment of the design."""
LEADS, SEED, PASSWORD = 240, 7, "demo-harbour"
SCREEN: Final = {
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
            async with _offices(Path(folder), language, drawing.demo_leads) as offices:
                for mode in drawing.themes:
                    theme().apply(app, "dark" if mode == "dark" else "light")
                    studio = Studio(app, offices, drawing.size, Path(folder))
                    async for name, image in all_scenes(studio):
                        file = drawing.folder / f"{name}-{mode}-{language}.png"
                        image.save(str(file))
                        tell(file)


@asynccontextmanager
async def _offices(folder: Path, language: str, leads: int) -> AsyncIterator[Offices]:
    """Offices in files of their own, at a fixed moment: one at work, and one on its first day."""
    admin = await _founded(folder / "main.db", language)
    made = await fill_demo(admin, DemoOrder(leads, SEED, PASSWORD))
    manager = next(one for one in made.employees if one.role == "manager")
    supervisor = next((one for one in made.employees if one.role == "supervisor"), None)
    beside = await sign_in(admin.database, supervisor.login, PASSWORD, admin.clock) if supervisor else admin
    first_day = await _founded(folder / "first.db", language)
    try:
        yield Offices(await sign_in(admin.database, manager.login, PASSWORD, admin.clock), beside, first_day)
    finally:
        await first_day.database.close()
        await admin.database.close()


async def _founded(file: Path, language: str) -> Workplace:
    """A new office and its administrator."""
    preset = load_preset("legal", language)
    outside = make_outside()
    private = Outside(outside.paths, MemorySecrets(), MemoryDatabases(), outside.holidays, FixedClock(NOW))
    russian = language == "ru"
    name = "Основная — Москва" if russian else "Main — Moscow"
    settings = OfficeSettings(name, preset.zone, preset.currency, language, preset.country)
    last, first = ("Дымов", "Андрей") if russian else ("Dymov", "Andrey")
    admin = NewAdmin(last, first, "admin@primer.test", PASSWORD)
    return await found_office(private, f"sqlite:///{file}", preset, admin, settings, private.clock)
