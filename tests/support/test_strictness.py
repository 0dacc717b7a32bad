"""The rules that fail a test, each seen to fail one: run on small test files with the same settings as this tree."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def outcomes(folder: Path, codes: Sequence[str], *options: str) -> list[str]:
    """Runs each code as a test file of its own; returns what became of each test, in order: passed, failed or error."""
    (folder / "conftest.py").write_text("from tests.conftest import *\n")
    for number, code in enumerate(codes):
        (folder / f"test_{number:02}.py").write_text(code)
    report = folder / "report.xml"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        ROOT / "pyproject.toml",
        "--rootdir",
        ROOT,
        folder,
    ]
    command += ["--continue-on-collection-errors", "-p", "no:cacheprovider", f"--junitxml={report}", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert report.exists(), done.stdout + done.stderr
    ends: dict[str, str] = {}
    for case in ET.parse(report).getroot().iter("testcase"):
        name = case.get("classname", "") + case.get("name", "")
        trouble = next((child.tag for child in case if child.tag in ("failure", "error", "skipped")), "passed")
        ends[name] = trouble if ends.get(name, "passed") == "passed" else ends[name]
    return [end for _name, end in sorted(ends.items())]


BAD = {
    "a warning": "import warnings\ndef test_it():\n    warnings.warn('old')",
    "an error in the log": "import logging\ndef test_it():\n    logging.getLogger('a').error('oh')",
    "an expected error that never came": "def test_it(expected_errors):\n    pass",
    "a task left running": (
        "import asyncio\nasync def test_it():\n    asyncio.get_running_loop().create_task(asyncio.sleep(99))"
    ),
    "a coroutine never awaited": "import asyncio\nasync def test_it():\n    asyncio.sleep(0)",
    "a file left open": "def test_it():\n    open(__file__)",
    "a message of Qt": "from PySide6.QtCore import qWarning\ndef test_it(qapp):\n    qWarning('bad')",
    "a window left open": (
        "from PySide6.QtWidgets import QWidget\nkept = []\ndef test_it(qapp):\n    kept.append(QWidget())"
    ),
    "an exception in a slot": (
        "from PySide6.QtCore import QTimer\n"
        "def test_it(qtbot):\n    QTimer.singleShot(0, lambda: 1 / 0)\n    qtbot.wait(20)"
    ),
    "an unknown marker": "import pytest\n@pytest.mark.longg\ndef test_it():\n    pass",
    "a deadline passed": (
        "import asyncio, pytest\n@pytest.mark.deadline(0.05)\nasync def test_it():\n    await asyncio.sleep(99)"
    ),
}


@pytest.fixture(scope="module")
def fates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each of the bad tests."""
    codes = [code.replace("test_it", f"test_{number:02}_it") for number, code in enumerate(BAD.values())]
    return dict(zip(BAD, outcomes(tmp_path_factory.mktemp("bad"), codes), strict=True))


@pytest.mark.parametrize("trouble", BAD)
def test_a_test_fails_with(trouble: str, fates: dict[str, str]) -> None:
    assert fates[trouble] in ("failure", "error")


def test_what_is_right_passes(tmp_path: Path) -> None:
    code = """
import asyncio, logging
import pytest
from hypothesis import given, strategies

@pytest.fixture
async def number():
    loop = asyncio.get_running_loop()
    yield 5
    assert asyncio.get_running_loop() is loop

async def test_plain_loop(number):
    assert number == 5
    assert type(asyncio.get_running_loop()).__module__.startswith("asyncio")

async def test_qt_loop(qapp, number):
    await asyncio.sleep(0.01)
    assert type(asyncio.get_running_loop()).__module__ == "app.qtbase.loop"

@given(strategies.integers())
async def test_property(number):
    await asyncio.sleep(0)

def test_closed_window(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_expected_error(expected_errors):
    logging.getLogger("a").error("oh")
    assert [record.message for record in expected_errors] == ["oh"]
"""
    assert outcomes(tmp_path, [code]) == ["passed"] * 5


def test_long_tests_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    code = "import pytest\n@pytest.mark.long\ndef test_a():\n    pass\ndef test_b():\n    pass"
    assert outcomes(tmp_path, [code]) == ["passed"]
    assert outcomes(tmp_path, [code], "--long") == ["passed", "passed"]


def test_qt_can_be_made_not_importable(tmp_path: Path) -> None:
    code = """
import importlib
import pytest

@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "shiboken6", "qasync"])
def test_it(name):
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(name)
"""
    assert outcomes(tmp_path, [code], "-p", "no:pytest-qt", "--no-qt") == ["passed"] * 4
