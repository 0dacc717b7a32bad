"""Files and functions stay small; exceptions stand here, each with its reason."""

import ast

from tests.architecture.tree import name, python_files, syntax

FILE_LINES = 400
FUNCTION_LINES = 40

LONG_FILES: dict[str, str] = {}
"""File and why it can't be split."""

LONG_FUNCTIONS: dict[str, str] = {}
"""`file::function` and why it can't be split."""

FILES = python_files("app", "tests", "installer")


def test_no_file_is_over_400_lines() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    over = {file: length for file, length in lengths.items() if length > FILE_LINES}
    assert over.keys() - LONG_FILES.keys() == set(), {file: over[file] for file in over.keys() - LONG_FILES.keys()}
    assert LONG_FILES.keys() <= over.keys(), "an exception that is no longer needed"


def test_no_function_is_over_40_lines() -> None:
    over = {}
    for path in FILES:
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    over[f"{name(path)}::{node.name}"] = length
    unlisted = over.keys() - LONG_FUNCTIONS.keys()
    assert not unlisted, {function: over[function] for function in sorted(unlisted)}
    assert LONG_FUNCTIONS.keys() <= over.keys(), "an exception that is no longer needed"
