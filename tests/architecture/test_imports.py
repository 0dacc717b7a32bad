"""What the contracts of import-linter in pyproject.toml can't say, beside the contracts themselves."""

import ast
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, imports, module, name, python_files, syntax

PROGRAMS_WITHOUT_WINDOW = ("app.worker", "app.intake", "app.commands", "app.__main__")


def test_the_contracts_of_the_layers_hold() -> None:
    command = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_core_imports_the_standard_library_only() -> None:
    strangers = [
        f"{name(path)}:{line} imports {imported}"
        for path in python_files("app/core")
        for line, imported in imports(path)
        if not imported.startswith("app.core") and imported.partition(".")[0] not in sys.stdlib_module_names
    ]
    assert strangers == []


def test_item_models_need_qtcore_only() -> None:
    strangers = [
        f"{name(path)}:{line} imports {imported}"
        for path in python_files("app/qtmodels")
        for line, imported in imports(path)
        if imported.startswith("PySide6.") and not imported.startswith("PySide6.QtCore")
    ]
    assert strangers == []


@pytest.mark.parametrize("program", PROGRAMS_WITHOUT_WINDOW)
def test_programs_without_a_window_name_no_widgets(program: str) -> None:
    strangers = [
        f"{name(path)}:{line} imports {imported}"
        for path in python_files("app")
        if module(path) == program or module(path).startswith(f"{program}.")
        for line, imported in imports(path)
        if imported.startswith(("PySide6.QtWidgets", "PySide6.QtGui", "qtawesome", "app.qtmodels", "app.qtbase.icons"))
    ]
    assert strangers == []


def test_the_command_line_starts_without_qt_sqlalchemy_or_views() -> None:
    """A child process imports the entry again, so importing it must stay cheap."""
    code = (
        "import sys, app.__main__\n"
        "heavy = {'PySide6', 'shiboken6', 'qasync', 'sqlalchemy', 'asyncpg'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"importing app.__main__ also imports: {done.stderr}"


def _commented_lines(path: Path) -> set[int]:
    with tokenize.open(path) as file:
        return {token.start[0] for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.COMMENT}


def _inner_imports(path: Path) -> set[tuple[int, int]]:
    """First and last line of each import statement inside a function."""
    return {
        (node.lineno, node.end_lineno or node.lineno)
        for function in ast.walk(syntax(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }


def _has_reason(first: int, last: int, imports: set[tuple[int, int]], commented: set[int]) -> bool:
    """A comment on its lines or on the line above; one comment serves for imports that follow each other."""
    if commented & set(range(first - 1, last + 1)):
        return True
    return any(_has_reason(*before, imports, commented) for before in imports if before[1] == first - 1)


def test_every_import_inside_a_function_has_its_reason_beside_it() -> None:
    bare = []
    for path in python_files("app", "tests", "installer"):
        inner, commented = _inner_imports(path), _commented_lines(path)
        bare += [f"{name(path)}:{span[0]}" for span in sorted(inner) if not _has_reason(*span, inner, commented)]
    assert bare == []
