"""Rules of the whole tree: its checks pass, its packages say what they are, nothing belongs to somebody's machine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import OUTSIDE, ROOT, name, python_files, syntax

TEXT = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".lock",
    ".ts",
    ".qss",
    ".json",
    ".iss",
    ".spec",
    ".desktop",
    ".cfg",
    ".mako",
    "",
}

BINARY_FOLDERS = frozenset({".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"})

# Written in pieces, so that this file is not its own finding.
FOREIGN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:" + "wo" + r"rk|ro" + r"ot)/",
            r"https?://[\w.-]*(?:py" + r"pi|python" + r"hosted|npm" + r"js|deb" + r"ian\.org/deb" + r"ian)",
            r"https?://[\w.-]+/(?:sim" + r"ple|pack" + r"ages)/",
            r"--(?:extra-)?index" + r"-url[ =]",
        ]
    )
)

UNFINISHED = re.compile(
    "|".join(
        [
            r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b",
            "NotImplemented" + "Error",
            r"pytest\.(?:mark\.)?(?:sk" + r"ip|xf" + r"ail|importor" + r"skip)",
        ]
    )
)

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>.*)$", re.MULTILINE)
REASON = re.compile(r"^(?:\[[\w, -]+\]|:\s*[A-Z0-9, ]+?)\s*(?:-|–|—|:|#)\s*\S.{2,}")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


def committed_texts() -> list[Path]:
    found = (path for path in ROOT.rglob("*") if path.is_file() and path.suffix in TEXT)
    return [path for path in found if not (OUTSIDE | BINARY_FOLDERS) & set(path.relative_to(ROOT).parts)]


def findings(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{name(path)}:{number}: {line.strip()[:120]}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_ruff_finds_nothing() -> None:
    done = run("ruff", "check", "--output-format=concise")
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy_is_strict_and_finds_nothing() -> None:
    done = run("mypy")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [p for p in python_files("app") if p.name == "__init__.py"], ids=name)
def test_a_package_says_what_lives_in_it(path: Path) -> None:
    words = ast.get_docstring(syntax(path)) or ""
    assert len(words.split()) >= 8, f"{name(path)}: a paragraph: what lives here, what it may import"


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in python_files("app")}
    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_nothing_names_a_machine_or_a_registry() -> None:
    assert findings(FOREIGN, committed_texts()) == []


def test_nothing_is_left_unfinished_or_skipped() -> None:
    assert findings(UNFINISHED, [*python_files("app", "tests", "installer")]) == []


def test_whatever_silences_a_check_says_why() -> None:
    bare = [
        f"{name(path)}: {match[0].strip()}"
        for path in python_files("app", "tests", "installer")
        for match in SILENCED.finditer(path.read_text(encoding="utf-8"))
        if not REASON.match(match["rest"])
    ]
    assert bare == []
