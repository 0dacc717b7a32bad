"""Errors of our own go to the log and are shown once."""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from pytestqt.qtbot import QtBot

from app.qtbase import crash


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[list[BaseException]]:
    hooks, root = (sys.excepthook, threading.excepthook), logging.getLogger()
    handlers, level = list(root.handlers), root.level
    seen: list[BaseException] = []
    crash.install(tmp_path, seen.append)
    yield seen
    qInstallMessageHandler(None)
    sys.excepthook, threading.excepthook = hooks
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    crash._route.clear()
    crash._log_file.clear()


def test_uncaught_error_is_logged_and_shown(
    shown: list[BaseException], tmp_path: Path, expected_errors: list[logging.LogRecord]
) -> None:
    error = ZeroDivisionError("in a slot")
    sys.excepthook(type(error), error, None)
    assert shown == [error]
    assert "in a slot" in (tmp_path / "prichal.log").read_text(encoding="utf-8")


def test_error_of_a_thread_is_shown_on_the_ui_thread(
    shown: list[BaseException], qtbot: QtBot, expected_errors: list[logging.LogRecord]
) -> None:
    places: list[threading.Thread] = []
    crash._route[0].show = lambda error: places.append(threading.current_thread())
    thread = threading.Thread(target=lambda: crash.report(ValueError("x")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(places) == 1)
    assert places == [threading.main_thread()]


async def test_error_of_a_callback_reaches_the_route(
    shown: list[BaseException], qtbot: QtBot, expected_errors: list[logging.LogRecord]
) -> None:
    loop, error = asyncio.get_running_loop(), KeyError("lost")
    crash.watch_loop(loop)
    loop.call_exception_handler({"message": "m", "exception": error})
    assert shown == [error]


def test_interrupt_from_the_keyboard_is_no_crash(shown: list[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: passed.append(kind))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (shown, passed) == ([], [KeyboardInterrupt])


def test_second_error_while_the_dialog_is_open_opens_no_second(qtbot: QtBot) -> None:
    crash._show_dialog(ValueError("one"))
    crash._show_dialog(ValueError("two"))
    assert len(crash._shown) == 1
    assert "one" in crash._shown[0].detailedText()
    crash._shown[0].close()
    assert crash._shown == []


def test_a_log_that_was_begun_without_a_window_gets_each_line_once(shown: list[BaseException], tmp_path: Path) -> None:
    root, file = logging.getLogger(), tmp_path / "begun" / "prichal.log"
    file.parent.mkdir()
    root.addHandler(logging.FileHandler(file, encoding="utf-8", delay=True))
    crash.start_log(file.parent)
    logging.getLogger("prichal").info("only once")
    assert file.read_text(encoding="utf-8").count("only once") == 1
