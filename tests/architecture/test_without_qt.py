"""Everything below qtbase imports where Qt is not installed; `bootstrap.py test` also runs those layers' tests so."""

import subprocess
import sys

from tests.architecture.tree import ROOT

LAYERS = ("core", "models", "db", "services")


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
