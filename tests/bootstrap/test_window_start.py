"""What the start of the window program may cost."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app import VERSION
from app.bootstrap import features

ROOT = Path(__file__).parents[2]
FIRST_WINDOWS = """
import sys
import app.bootstrap.window as program
from app.qtbase import loop
from app.qtbase.theme import theme

async def main(app, _closed):
    start = program.WindowProgram(app, program.make_outside())
    for show in (start._show_sign_in, start._show_first_run):
        show()
        start._entrance.repaint()
    heavy = {"sqlalchemy", "numpy", "qtawesome", "holidays", "phonenumbers", "babel", "alembic"} & set(sys.modules)
    print(", ".join(sorted(heavy)) or "light")
    return 0

app = loop.make_application(["prichal"])
theme().apply(app, "light")
sys.exit(loop.run(app, main))
"""

MAIN_WINDOW = """
import sys
import app.bootstrap.desk

heavy = {"openpyxl", "python_calamine", "charset_normalizer", "phonenumbers", "holidays", "babel", "alembic",
         "multiprocessing", "app.bootstrap.founding", "app.services.demo", "app.services.importing",
         "app.services.boards", "app.services.calendar", "app.services.reports", "app.services.presets"}
features = {"app.views." + name for name in (
    "bin", "calendar.pane", "cards", "contacts", "conversion", "deals", "duplicates", "first_run", "imports",
    "kanban.view", "new_records", "palette", "reports", "settings", "sign_in.window", "stages")}
print(", ".join(sorted((heavy | features) & set(sys.modules))) or "light")
"""

SIGNING_IN = """
import sys
import app.bootstrap.databases

late = {"app.views", "app.services.container", "app.services.lists", "alembic"}
print(", ".join(sorted(late & set(sys.modules))) or "light")
"""

PLAIN_IMPORT = """
import linecache
import app.qtbase
import sqlalchemy

read = [file for file in linecache.cache if file.endswith(".py") and "sqlalchemy" in file]
print(", ".join(sorted(read)) or "plain")
"""


def test_the_first_windows_are_painted_before_anything_heavy_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOWS], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "light", done.stderr


def test_the_main_window_needs_nothing_that_is_opened_later() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAIN_WINDOW], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "light", done.stderr


def test_signing_in_waits_for_nothing_of_the_main_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SIGNING_IN], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "light", done.stderr


def test_no_source_is_read_to_import_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAIN_IMPORT], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "plain", done.stderr


async def test_what_is_opened_later_is_imported_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "QUIET_S", 0)
    monkeypatch.setattr(features, "BREATH_S", 0)
    await features.import_the_rest()
    assert {"app.views.cards", "app.views.settings", "app.views.reports"} <= set(sys.modules)


def test_the_program_tells_the_version_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION
