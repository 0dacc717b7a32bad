"""Many programs on one database, killed and restarted at will: nothing acknowledged is lost, doubled or unseen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(database: str, *options: str) -> dict[str, object]:
    """One run and what its checker found."""
    command = [sys.executable, "-m", "tests.load", "--database", database, "--json", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def numbers(found: dict[str, object], *names: str) -> list[int]:
    return [int(str(found[name])) for name in names]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_few_programs_keep_every_promise(database: str) -> None:
    found = run(
        database, "--clients=4", "--writes=200", "--conflicts=4", "--conversions=12", "--kills=1", "--restarts=1",
        "--limit=120",
    )  # fmt: skip
    assert found["broken"] == []
    writes, conflicts = numbers(found, "accepted writes", "same-field conflicts")
    assert (writes >= 200, conflicts >= 4) == (True, True)


@pytest.mark.long
@pytest.mark.parametrize(
    ("database", "size"),
    [
        ("postgresql", ("--clients=20", "--windows=1", "--writes=4000", "--kills=8", "--restarts=2")),
        ("sqlite", ("--clients=6", "--windows=1", "--writes=3000", "--kills=6")),
    ],
)
@pytest.mark.timeout(900)
def test_an_office_full_of_programs_keeps_every_promise(database: str, size: tuple[str, ...]) -> None:
    found = run(database, *size, "--conflicts=100", "--conversions=60", "--limit=600")
    assert found["broken"] == []
    writes, conflicts, tries = numbers(found, "accepted writes", "same-field conflicts", "tries to convert one lead")
    assert (writes >= 3000, conflicts >= 100, tries >= 60) == (True, True, True)
