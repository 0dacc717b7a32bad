"""A wait for a moment of the wall clock, over a clock that is set and a machine that sleeps."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.qtbase.wall_timer import WallTimer

START = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)


class Clocks:
    """Both clocks of a machine, moved by hand."""

    def __init__(self) -> None:
        self.wall, self.seconds = START, 100.0

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


class Heard:
    """What a timer said."""

    def __init__(self, clocks: Clocks, owner: QObject) -> None:
        self.said: list[str] = []
        self.timer = WallTimer(lambda: clocks.wall, owner, lambda: clocks.seconds)
        self.timer.due.connect(lambda: self.said.append("due"))
        self.timer.jumped.connect(lambda: self.said.append("jumped"))


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def heard(qapp: QApplication, clocks: Clocks) -> Heard:
    return Heard(clocks, qapp)


def test_it_is_due_at_its_moment_once(clocks: Clocks, heard: Heard) -> None:
    heard.timer.set(START + timedelta(seconds=1))
    for _ in range(5):
        clocks.pass_time(0.5)
        heard.timer.beat()
    assert heard.said == ["due"]
    assert heard.timer.moment() is None
    heard.timer.stop()


def test_clock_set_forward_or_back_is_told(clocks: Clocks, heard: Heard) -> None:
    for shift in (timedelta(hours=1), timedelta(hours=-2)):
        clocks.pass_time(0.5)
        clocks.wall += shift
        heard.timer.beat()
    assert heard.said == ["jumped", "jumped"]
    heard.timer.stop()


def test_sleep_is_told_whether_or_not_the_monotonic_clock_slept_too(clocks: Clocks, heard: Heard) -> None:
    clocks.wall += timedelta(hours=8)
    heard.timer.beat()
    clocks.pass_time(3_600)
    heard.timer.beat()
    clocks.pass_time(0.5)
    heard.timer.beat()
    assert heard.said == ["jumped", "jumped"]
    heard.timer.stop()


def test_what_came_due_in_sleep_is_asked_for_once(clocks: Clocks, heard: Heard) -> None:
    heard.timer.set(START + timedelta(minutes=5))
    clocks.pass_time(3_600)
    heard.timer.beat()
    clocks.pass_time(0.5)
    heard.timer.beat()
    assert heard.said == ["jumped"]
    heard.timer.stop()
