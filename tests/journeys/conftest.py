"""A person, a program and a screen for each journey; a picture of the moment where one fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.support.desktop import Desktop
from tests.support.screen import Screen

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> Iterator[pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def program(request: pytest.FixtureRequest, screen: Screen, tmp_path: Path) -> Iterator[Program]:
    """Not yet started; ended with the test. On a system in Russian, or in the language of the test's parameter."""
    program = Program(screen, tmp_path / "home", getattr(request, "param", "ru"))
    yield program
    program.stop()


@pytest.fixture
def hand(request: pytest.FixtureRequest, desktop: Desktop, program: Program) -> Iterator[Hand]:
    """A person at the screen; what they saw last is kept where the test fails."""
    yield Hand(desktop)
    if request.node.stash.get(FAILED, False):
        print(desktop.record("failed"))
        print("\n".join(program.complaints()))
