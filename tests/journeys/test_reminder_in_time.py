"""With the window closed to the tray a reminder stands on the screen within 2 s of its time, and is heard."""

import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.reminding import found_office, remind, sign_in
from tests.support.hearing import Hearing, hearing
from tests.support.screen import Screen, running_screen

LEADS = "Prichal — Leads"
POPUP = (400, 170)
"""Width and height of the screen's corner that a popup fills."""
LOUD = 500.0
"""Of 32768; silence is 0 exactly."""


@pytest.fixture
def screen() -> Iterator[Screen]:
    with running_screen(1366, 768, tray="tint2") as screen:
        yield screen


@pytest.fixture
def heard(screen: Screen, tmp_path: Path) -> Iterator[Hearing]:
    with hearing(screen, tmp_path) as heard:
        yield heard


@pytest.mark.long
@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_popup_is_seen_within_two_seconds_and_heard(hand: Hand, program: Program, heard: Hearing) -> None:
    program.environment["PULSE_SERVER"] = heard.server
    file = found_office(program)
    program.start()
    sign_in(hand)
    hand.press("alt+F4")
    hand.push("Keep it in the tray", hand.window("Keep Prichal running?"))
    hand.gone(LEADS)

    due = remind(file, 4.0)
    before = corner(hand)
    quiet_until = heard.heard_so_far()
    seen = hand.until(lambda: seen_at(hand, before), "a popup on the screen")
    hand.desktop.screenshot("popup")
    late = (seen - due).total_seconds()
    hand.until(lambda: heard.loudness(quiet_until).max() > LOUD, "the reminder's sound")
    loud = heard.loudness(quiet_until)
    print(
        f"seen {late:.2f} s after its time; silence {heard.loudness()[:5].max():.0f}, sound {loud.max():.0f} of 32768"
    )
    assert 0 <= late <= 2
    assert heard.loudness()[: round(quiet_until / 400)].max() == 0
    program.stop()


def corner(hand: Hand) -> "np.ndarray":
    """The lower right corner of the screen, above a panel."""
    screen = hand.desktop.x11.pixels()
    width, height = POPUP
    return screen[-height - 60 : -60, -width - 20 : -20].copy()


def seen_at(hand: Hand, before: "np.ndarray") -> datetime | None:
    """The moment of a look that finds most of the corner another than before."""
    now = datetime.now(UTC)
    changed = (corner(hand) != before).any(axis=2).mean()
    return now if changed > 0.9 else None


@pytest.mark.long
@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_what_came_due_while_the_machine_slept_is_seen_at_once(hand: Hand, program: Program) -> None:
    file = found_office(program)
    program.start()
    sign_in(hand)
    hand.press("alt+F4")
    hand.push("Keep it in the tray", hand.window("Keep Prichal running?"))
    hand.gone(LEADS)
    before = corner(hand)
    assert program._process is not None
    program._process.send_signal(signal.SIGSTOP)
    due = remind(file, 0.1)
    hand.until(lambda: datetime.now(UTC) > due + timedelta(seconds=3), "the reminder's time and more")
    assert seen_at(hand, before) is None
    woken = datetime.now(UTC)
    program._process.send_signal(signal.SIGCONT)
    seen = hand.until(lambda: seen_at(hand, before), "a popup on the screen")
    print(f"seen {(seen - woken).total_seconds():.2f} s after waking")
    assert seen - woken < timedelta(seconds=2)
    program.stop()
