"""Theme, density and language of the signed-in employee: kept in the database, so they go along to any workstation."""

from typing import get_args

from PySide6.QtWidgets import QApplication

from app.qtbase import i18n
from app.qtbase.metrics import Density
from app.qtbase.theme import Mode, theme
from app.services.preferences import Preferences

THEME, DENSITY, LANGUAGE = "theme", "density", "language"


class Appearance:
    """Applies and keeps it."""

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        self._app = app
        self._preferences = preferences
        self.language: i18n.Language = "system"

    async def restore(self) -> None:
        """Make the program look and speak as this employee last chose; what was never chosen stays as it is."""
        kept = await self._preferences.all()
        density, mode = kept.get(DENSITY), kept.get(THEME)
        theme().apply(
            self._app,
            _mode(mode) if isinstance(mode, str) else theme().mode,
            _density(density),
        )
        language = kept.get(LANGUAGE)
        if isinstance(language, str):
            self._speak(language)

    async def choose_theme(self, mode: str) -> None:
        theme().apply(self._app, _mode(mode))
        await self._preferences.set(THEME, mode)

    async def choose_density(self, density: str) -> None:
        theme().apply(self._app, theme().mode, Density(density))
        await self._preferences.set(DENSITY, density)

    async def choose_language(self, language: str) -> None:
        """Windows that are open build themselves anew, or speak the old language until they do."""
        self._speak(language)
        await self._preferences.set(LANGUAGE, language)

    def _speak(self, language: str) -> None:
        self.language = "ru" if language == "ru" else "en" if language == "en" else "system"
        i18n.install(self._app, self.language)


def _density(value: object) -> Density | None:
    return next((density for density in Density if density == value), None)


def _mode(text: str) -> Mode:
    return next((mode for mode in get_args(Mode) if mode == text), "system")
