"""The script that prepares a machine: what it decides before it touches anything."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "installer" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prichal_bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_read_the_script_and_is_told_what_it_lacks(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2, "final", 0))
    assert bootstrap.main(["setup"]) == 1
    message = capsys.readouterr().err
    assert "Python 3.11 or newer is needed" in message
    assert message.count("\n") == 1


def test_it_needs_the_standard_library_only() -> None:
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--database", "sqlite:///a.db"], True),
        (["--database=sqlite:///a.db"], True),
        (["screenshots", "out"], False),
        (["--database", "sqlite:///a.db", "find", "Анна"], False),
        (["--help"], False),
    ],
)
def test_only_a_start_without_a_command_opens_the_window(
    bootstrap: ModuleType, arguments: list[str], window: bool
) -> None:
    assert bootstrap.wants_window(arguments) is window


def test_without_a_screen_run_says_so_in_one_line_and_names_the_screenshots() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    code = (
        f"import sys; sys.path.insert(0, {str(SCRIPT.parent)!r}); import bootstrap; "
        "bootstrap.setup = lambda with_tests: None; sys.exit(bootstrap.main(['run']))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "prichal screenshots DIR" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_package_counts_as_installed_under_a_name_that_it_provides(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where libglib2.0-0t64 stands for libglib2.0-0; what was removed and left its settings does not count."""
    listing = "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80)\ninstalled\txvfb\t\nconfig-files\topenbox\t\n"
    answer = subprocess.CompletedProcess([], 0, stdout=listing)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *args, **options: answer)
    assert bootstrap.missing_packages(["libglib2.0-0", "xvfb", "openbox"])[:1] == ["openbox"]


def test_who_is_neither_root_nor_has_sudo_is_told_what_to_install(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    with pytest.raises(bootstrap.Refused, match="as an administrator: apt-get install xvfb"):
        bootstrap.install_packages(["xvfb"])


def test_the_lock_has_a_hash_for_everything_and_names_no_registry() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = [number for number, line in enumerate(lines) if "==" in line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("--hash=sha256:" in lines[number + 1] for number in pinned)
    assert not [line for line in lines if "://" in line or "index-url" in line]


def test_a_changed_lock_or_a_moved_tree_asks_for_a_new_setup(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1\n")
    monkeypatch.setattr(bootstrap, "LOCK", lock)
    first = bootstrap.fingerprint()
    lock.write_text("a==2\n")
    assert bootstrap.fingerprint() != first
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    assert bootstrap.fingerprint()["place"] != first["place"]
