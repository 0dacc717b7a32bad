"""Sounds through QtMultimedia, which is slow to wake: it comes with the first sound, and no window waits for it."""

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

    async def play(self, name: str) -> None:
        if self._module is None:
            self._module = await asyncio.to_thread(_wake)  # up to 2 s from a cold disk
        module = self._module
        if module.QMediaDevices.defaultAudioOutput().isNull():
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

    async def play(self, name: str) -> None:
        self.played.append(name)
