"""Everything below qtbase works where Qt is not installed: the tests of those layers pass with Qt not importable."""

import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

LAYERS = ("core", "models", "db", "services")


@pytest.mark.timeout(900)
def test_layers_below_qtbase_pass_their_tests_with_qt_not_importable() -> None:
    """On SQLite and with few examples a property: that Qt is not needed shows as well, and it costs half."""
    folders = [f"tests/{layer}" for layer in LAYERS if (ROOT / "tests" / layer).is_dir()]
    assert folders
    options = ["-p", "no:pytest-qt", "--no-qt", "--databases=sqlite", "--hypothesis-profile=few", "-q", "-x"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *folders, *options, "-p", "no:cacheprovider"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_every_module_below_qtbase_imports_with_qt_not_importable() -> None:
    """Also those that no test imports."""
    code = (
        "import importlib, pkgutil, sys\n"
        "for name in ('PySide6', 'shiboken6', 'qasync', 'qtawesome'): sys.modules[name] = None\n"
        f"for layer in {LAYERS!r}:\n"
        "    package = importlib.import_module(f'app.{layer}')\n"
        "    for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        if '.versions.' not in found.name and not found.name.endswith('.env'):\n"
        "            importlib.import_module(found.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
