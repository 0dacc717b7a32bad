"""The program's sounds: made by our own script, audible, without a click at their end."""

import wave
from array import array
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.adapters import sound
from installer.make_sounds import STROKES, write
from resources import resource_path


class NoLoudspeaker:
    """QtMultimedia on a workstation without one."""

    class QMediaDevices:
        @staticmethod
        def defaultAudioOutput() -> "NoLoudspeaker":
            return NoLoudspeaker()

    def isNull(self) -> bool:
        return True


@pytest.mark.parametrize("name", STROKES)
def test_sound_is_what_the_script_makes_loud_and_ending_in_silence(name: str, tmp_path: Path) -> None:
    kept = resource_path("sounds", f"{name}.wav")
    assert write(name, tmp_path).read_bytes() == kept.read_bytes()
    with wave.open(str(kept), "rb") as file:
        samples = array("h", file.readframes(file.getnframes()))
    assert 8_000 < max(map(abs, samples)) < 32_000
    assert max(map(abs, samples[-20:])) < 100


async def test_where_there_is_no_loudspeaker_the_system_beeps(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    monkeypatch.setattr(sound, "_wake", lambda: NoLoudspeaker)
    await sound.Loudspeaker().play("reminder")
    assert beeps == [True]
