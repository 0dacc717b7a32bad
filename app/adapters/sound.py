"""Sounds through QtMultimedia, which is slow to wake: prepared in idle moments, off the way of the first popup."""

import asyncio
import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Loudspeaker:
    """A `Sound` on the system's usual output; the system's beep where that has none."""

    def __init__(self) -> None:
        self._effects: dict[str, QSoundEffect] = {}
        self._module: ModuleType | None = None

    async def prepare(self) -> None:
        """Import and look for loudspeakers in a thread: up to 2 s from a cold disk that no window waits for."""
        self._module = await asyncio.to_thread(_wake)

    def play(self, name: str) -> None:
        module = self._module
        if module is None or module.QMediaDevices.defaultAudioOutput().isNull():
            QApplication.beep()
            return
        effect = self._effects.get(name)
        if effect is None:
            effect = self._effects[name] = module.QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(resource_path("sounds", f"{name}.wav"))))
        effect.play()


def _wake() -> ModuleType:
    module = importlib.import_module("PySide6.QtMultimedia")
    module.QMediaDevices.defaultAudioOutput()
    return module


class SilentSound:
    """The twin in memory: notes what it was told to play."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played.append(name)
