"""Each employee's own order of filters and the one a list begins with, presets among them: a setting of theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Keys in order, and the key of the start filter; None: the section's own."""

    order: tuple[str, ...] = ()
    start: str | None = None

    def sorted(self, keys: Sequence[str]) -> list[str]:
        """The keys in this order; those it doesn't know stay behind in the order they came."""
        places = {key: place for place, key in enumerate(self.order)}
        return sorted(keys, key=lambda key: places.get(key, len(places)))


async def read_arrangement(preferences: Preferences, section: str) -> Arrangement:
    """What was kept; anything that can't be read is left out."""
    stored = await preferences.get(_key(section))
    if not isinstance(stored, Mapping):
        return Arrangement()
    order, start = stored.get("order"), stored.get("start")
    keys = tuple(key for key in order if isinstance(key, str)) if isinstance(order, list) else ()
    return Arrangement(keys, start if isinstance(start, str) else None)


async def keep_arrangement(preferences: Preferences, section: str, arrangement: Arrangement) -> None:
    await preferences.set(_key(section), {"order": list(arrangement.order), "start": arrangement.start})


def _key(section: str) -> str:
    return f"filters.{section}"
