"""What fails a test beyond its assertions: an error in the log, a window left open.

Warnings fail by pyproject.toml (`filterwarnings = error`), Qt's own warnings by pytest-qt (`qt_log_level_fail`), tasks
left running by tests/support/asynchronous.py.
"""

import gc
import logging
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TESTS_BETWEEN_FULL_COLLECTIONS = 25
"""A full one takes a tenth of a second."""
ADDRESSES = pytest.StashKey[frozenset[int]]()


class ErrorLog(logging.Handler):
    """Collects what is logged as an error while a test runs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


ERRORS = ErrorLog()


def pytest_configure() -> None:
    logging.getLogger().addHandler(ERRORS)


def pytest_unconfigure() -> None:
    logging.getLogger().removeHandler(ERRORS)


@pytest.fixture
def expected_errors() -> Iterator[list[logging.LogRecord]]:
    """For a test that causes an error on purpose: the records, of which there must be at least one."""
    yield ERRORS.records
    if not ERRORS.records:
        pytest.fail("this test expects an error in the log, and there was none")
    ERRORS.records.clear()


def _top_level_windows() -> dict[int, "QWidget"]:
    """Windows by their address in memory; empty as long as nothing has imported widgets."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6  # tests that need no Qt run where it is not installed
    from PySide6.QtCore import Qt  # as above
    from PySide6.QtWidgets import QApplication  # as above

    if QApplication.instance() is None:
        return {}
    # Qt keeps the last tool tip for good.
    windows = [w for w in QApplication.topLevelWidgets() if w.windowType() is not Qt.WindowType.ToolTip]
    return {shiboken6.getCppPointer(window)[0]: window for window in windows}


def _leaked_windows(known: frozenset[int]) -> list["QWidget"]:
    if not _top_level_windows().keys() - known:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent  # as above

    gc.collect()  # a window held by nothing but a circle of references is not leaked
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [window for address, window in _top_level_windows().items() if address not in known]


def _collect_here() -> None:
    """As the program does (`app.qtbase.collecting`): a window must not be collected in a thread of the database."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication  # as above

    if QApplication.instance() is None:
        return
    if gc.isenabled():
        gc.disable()
        gc.freeze()
    gc.collect(2 if gc.get_count()[2] > TESTS_BETWEEN_FULL_COLLECTIONS else 1)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    ERRORS.records.clear()
    item.stash[ADDRESSES] = frozenset(_top_level_windows())
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    result = yield
    _collect_here()
    leaked = _leaked_windows(item.stash[ADDRESSES])
    complaints = [f"a window was left: {window!r} titled {window.windowTitle()!r}" for window in leaked]
    for window in leaked:
        window.hide()
        window.deleteLater()
    complaints += [f"an error was logged: {record.name}: {record.getMessage()}" for record in ERRORS.records]
    ERRORS.records.clear()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
    return result
