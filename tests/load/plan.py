"""What a run is asked to do, as all its programs read it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

PLAN = "plan.json"


@dataclass(frozen=True, slots=True)
class Person:
    """A client's employee; who reaches all leads takes part in what is contested."""

    login: str
    role: str
    reaches_all: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The office, who works in it, and how much."""

    url: str
    """Without anybody's account on a server."""
    password: str
    people: tuple[Person, ...]
    windows: tuple[Person, ...]
    hot: tuple[int, ...]
    """Leads that several people edit at once."""
    contested: int
    """The lead that everybody converts at the same moment."""
    writes: int
    conflicts: int
    conversions: int
    pace_s: float
    """Between two acts of a client, on average; none where the machine is to be saturated."""
    seed: int

    def keep(self, folder: Path) -> None:
        (folder / PLAN).write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Plan":
        kept = json.loads((folder / PLAN).read_text(encoding="utf-8"))
        for name in ("people", "windows"):
            kept[name] = tuple(Person(**one) for one in kept[name])
        return cls(**{**kept, "hot": tuple(kept["hot"])})
