"""A program closed to the real tray: by XEMBED under trayer, as a status notifier under Xfce's panel with dunst."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.reminding import TrayIcon, found_office, remind, sign_in
from tests.journeys.stored import Stored
from tests.support.screen import Screen, end, running_screen

LEADS = "Prichal — Leads"

pytestmark = [pytest.mark.long, pytest.mark.parametrize("program", ["en"], indirect=True)]


@pytest.fixture(params=["trayer", "xfce"])
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A laptop's screen with each of the two."""
    with running_screen(1366, 768, tray=request.param) as screen:
        yield screen


def test_a_day_in_the_tray(hand: Hand, program: Program) -> None:
    file = found_office(program)
    program.start()
    sign_in(hand)
    icon = TrayIcon(hand)
    icon.point()

    hand.press("alt+F4")
    hand.push("Keep it in the tray", hand.window("Keep Prichal running?"))
    hand.gone(LEADS)
    icon.click()
    hand.window(LEADS)
    hand.press("alt+F4")  # not asked again
    hand.gone(LEADS)
    hand.desktop.screenshot("in-tray")

    icon.choose("Down", "Return")
    hand.window(LEADS)
    icon.choose("Down", "Down", "Return")
    hand.window("New activity")
    hand.press("Escape")
    hand.gone("New activity")
    icon.choose("Down", "Down", "Down", "Return")
    hand.window("Search and commands")
    hand.press("Escape")
    hand.gone("Search and commands")
    icon.choose("Down", "Down", "Down", "Down", "Right", "Return")
    paused = "SELECT value FROM user_setting WHERE key = 'reminders'"
    hand.until(lambda: Stored(file).rows(paused), "reminders paused")
    remind(file, 0.1)
    hand.until(icon.counts, "the number of what waits")
    assert not hand.desktop.find_all("push button", "Snooze")
    hand.desktop.screenshot("paused")

    icon.choose("Up", "Return")
    assert program.exit_code() == 0
    assert program.complaints() == []


def test_second_start_raises_the_first_and_a_kill_loses_nothing(hand: Hand, program: Program, screen: Screen) -> None:
    file = found_office(program)
    program.start()
    sign_in(hand)
    hand.press("alt+F4")
    hand.push("Keep it in the tray", hand.window("Keep Prichal running?"))
    hand.gone(LEADS)
    program.run()  # ends by itself with 0
    hand.window(LEADS)

    assert program._process is not None
    program._process.send_signal(signal.SIGKILL)
    program._process.wait()
    program._process = None
    due = remind(file, 0.1)
    hand.until(lambda: datetime.now(UTC) > due, "the reminder's time")
    program.start()
    sign_in(hand)
    hand.see(re.compile("Гаврилова Нина First call$"))
    hand.desktop.screenshot("after-kill")
    TrayIcon(hand).choose("Up", "Return")
    assert program.exit_code() == 0
    assert program.complaints() == []


def test_started_with_the_session_it_waits_in_the_tray_until_somebody_signs_in(hand: Hand, program: Program) -> None:
    found_office(program)
    program.start("--tray")
    icon = TrayIcon(hand)
    icon.point()
    assert not hand.desktop.find_all("frame", re.compile("^Prichal"))
    icon.click()
    sign_in(hand)
    hand.press("alt+F4")
    hand.push("Quit", hand.window("Keep Prichal running?"))
    assert program.exit_code() == 0
    assert program.complaints() == []


def test_started_with_the_session_it_reminds_by_the_remembered_password(
    hand: Hand, program: Program, screen: Screen, tmp_path: Path
) -> None:
    file = found_office(program)
    with keyring(screen, tmp_path):
        program.start()
        sign_in(hand, remember=True)
        hand.press("alt+F4")
        hand.push("Keep it in the tray", hand.window("Keep Prichal running?"))
        hand.gone(LEADS)
        TrayIcon(hand).choose("Up", "Return")
        assert program.exit_code() == 0

        remind(file, 0.1)
        program.start("--tray")
        hand.see(re.compile("Гаврилова Нина First call$"))
        assert not hand.desktop.find_all("frame", re.compile("^Prichal"))
        hand.desktop.screenshot("by-the-keyring")
        TrayIcon(hand).click()
        hand.window(LEADS)
        TrayIcon(hand).choose("Up", "Return")
        assert program.exit_code() == 0
    assert program.complaints() == []


@contextmanager
def keyring(screen: Screen, folder: Path) -> Iterator[None]:
    """The session's keyring, unlocked as by signing in to the desktop."""
    command = "printf secret | exec gnome-keyring-daemon --unlock --foreground --components=secrets"
    daemon = screen.start(["sh", "-c", command], folder / "keyring.log", HOME=str(folder), XDG_DATA_HOME=str(folder))
    try:
        yield
    finally:
        end(daemon)
