"""The same ground for every test: no screen, no settings of the person who runs them, Qt only where it is allowed."""

import importlib.abc
import importlib.machinery
import os
import sys
import tempfile
from collections.abc import Sequence
from types import ModuleType

import pytest
from hypothesis import settings

# Before anything imports Qt: unit tests draw into memory; journeys start the program in a process with its own screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_API"] = "pyside6"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("LANGUAGE", "PRICHAL_PASSWORD", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(_name, None)

pytest_plugins = [
    "tests.support.asynchronous",
    "tests.support.strictness",
    "tests.support.databases",
    "tests.support.screen",
    "tests.support.desktop",
]

settings.register_profile("default", deadline=None)  # a shared machine pauses as it likes
settings.register_profile("few", max_examples=5, deadline=None)
settings.load_profile("default")

QT_PACKAGES = frozenset({"PySide6", "shiboken6", "qasync", "qtawesome", "qtpy", "pyqtgraph"})


class QtBlocker(importlib.abc.MetaPathFinder):
    """Makes Qt not importable, as on a server without it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] in QT_PACKAGES:
            raise ModuleNotFoundError(f"{fullname} is not importable in this run (--no-qt)", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    group = parser.getgroup("prichal")
    group.addoption(
        "--long", action="store_true", help="also the long tests: soak, kill, a million rows, many processes"
    )
    group.addoption("--no-qt", action="store_true", help="make Qt not importable; needs -p no:pytest-qt")
    if not pluginmanager.has_plugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "of pytest-qt, which is not loaded")
        parser.addini("qt_log_ignore", "of pytest-qt, which is not loaded", type="linelist")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: minutes rather than seconds; runs with --long only")
    if config.getoption("--no-qt"):
        if config.pluginmanager.has_plugin("pytest-qt") or QT_PACKAGES & sys.modules.keys():
            raise pytest.UsageError("--no-qt needs -p no:pytest-qt beside it: that plugin imports Qt")
        sys.meta_path.insert(0, QtBlocker())


@pytest.fixture(scope="session", autouse=True)
def _a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, caches and data of the product go to a folder that is thrown away."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        folder = home / variable.removeprefix("XDG_").lower()
        folder.mkdir()
        os.environ[variable] = str(folder)
    os.environ["HOME"] = str(home)
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(dir=home)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not config.getoption("--long"):
        terminalreporter.write_line("long tests are left out of this run: --long runs them too")
