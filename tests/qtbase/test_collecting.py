"""Garbage that holds windows is collected where windows live."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.qtbase import collecting
from app.qtbase.collecting import Collector


class Loop:
    """Held by itself alone."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(collecting, "FIRST_MS", 1)
    monkeypatch.setattr(collecting, "LOOK_MS", 1)
    gc.enable()
    made = Collector()
    yield made
    made.stop()
    assert gc.isenabled()
    gc.disable()  # as the tests of windows have it


def fill_the_memory() -> None:
    """More objects than Python waits for before it collects."""
    rows = [[number] for number in range(3 * gc.get_threshold()[0])]
    assert rows


def test_what_a_thread_allocates_collects_nothing_there_and_is_looked_after_here(
    qtbot: QtBot, collector: Collector
) -> None:
    ended: list[threading.Thread] = []
    circle = Loop()
    seen = weakref.ref(circle, lambda _: ended.append(threading.current_thread()))
    del circle
    thread = threading.Thread(target=fill_the_memory)
    thread.start()
    thread.join()
    assert seen() is not None
    kept = [[number] for number in range(3 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: seen() is None)
    assert kept
    assert ended == [threading.main_thread()]
