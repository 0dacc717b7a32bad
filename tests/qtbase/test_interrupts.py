"""Signals end the program in order."""

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.qtbase.interrupts import Interrupts


@pytest.fixture
def interrupts() -> Iterator[Interrupts]:
    made = Interrupts()
    yield made
    made.release()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_asks_for_the_end_and_a_second_one_is_not_held_up(
    qtbot: QtBot, interrupts: Interrupts, number: signal.Signals
) -> None:
    with qtbot.waitSignal(interrupts.asked):
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is signal.SIG_DFL


def test_released_signals_do_what_they_did_before(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGINT)
    Interrupts().release()
    assert signal.getsignal(signal.SIGINT) is before
