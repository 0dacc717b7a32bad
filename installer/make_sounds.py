"""Makes resources/sounds/*.wav: two soft strokes of a bell, from sines alone.

`python3 installer/make_sounds.py` writes the same bytes every time.
"""

import math
import struct
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Final

RATE: Final = 22_050
FOLDER: Final = Path(__file__).parent.parent / "resources" / "sounds"

STROKES: Final = {"reminder": ((0.0, 784.0), (0.17, 1046.5)), "notification": ((0.0, 880.0),)}
"""When each stroke begins, in seconds, and its pitch in hertz."""
PARTIALS: Final = ((1.0, 0.62, 5.0), (2.0, 0.22, 8.0), (3.01, 0.1, 13.0))
"""Of a bell: pitch by the lowest, loudness, and how fast it fades, per second."""
LENGTH_S: Final = {"reminder": 1.0, "notification": 0.7}
LOUDNESS: Final = 0.42
ATTACK_S: Final = 0.006


def samples(name: str) -> Iterator[float]:
    """A sound between -1 and 1, ending in silence."""
    length = LENGTH_S[name]
    for number in range(int(RATE * length)):
        moment = number / RATE
        ending = min(1.0, (length - moment) / 0.08)
        yield ending * LOUDNESS * sum(_stroke(moment - start, pitch) for start, pitch in STROKES[name])


def _stroke(age: float, pitch: float) -> float:
    if age < 0:
        return 0.0
    attack = min(1.0, age / ATTACK_S)
    return attack * sum(
        loud * math.exp(-fade * age) * math.sin(2 * math.pi * pitch * times * age) for times, loud, fade in PARTIALS
    )


def write(name: str, folder: Path) -> Path:
    """Write one sound; returns its file."""
    file = folder / f"{name}.wav"
    folder.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        loud = (round(32_767 * max(-1.0, min(1.0, one))) for one in samples(name))
        sound.writeframes(b"".join(struct.pack("<h", one) for one in loud))
    return file


if __name__ == "__main__":
    for one in STROKES:
        print(write(one, FOLDER))
