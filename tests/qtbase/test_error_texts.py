"""Every error that the program raises has words, in the window and on the command line alike."""

import ast
from collections.abc import Iterator

import pytest

from app.core.errors import Conflict, Offline, PrichalError, UserError
from app.db import errors as database_errors
from app.qtbase.error_texts import error_text, known_text
from tests.architecture.tree import name, python_files, syntax

RAISED = {"UserError": UserError, "Conflict": Conflict, "Offline": Offline}
CHOOSERS = frozenset({"offline_code", "_refusal"})
"""Functions whose answers are raised as codes."""

SHOWN_AT_FIELDS = frozenset({"fields_invalid"})
"""Errors that gather others; the form says each at its field."""


def codes() -> dict[str, str]:
    """Every code that stands in the sources, with the file it stands in."""
    found = dict.fromkeys(database_errors._SQLITE_CODES.values(), "app/db/errors.py")
    for path in python_files("app"):
        for code in _codes_of(syntax(path)):
            found.setdefault(code, name(path))
    return found


def _codes_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
            yield from _texts(node.args[0])
        if isinstance(node, ast.FunctionDef) and node.name in CHOOSERS:
            for part in ast.walk(node):
                if isinstance(part, ast.Return) and part.value is not None:
                    yield from _texts(part.value)


def _texts(value: ast.expr) -> Iterator[str]:
    """A code as written, or either of two that a condition chooses from."""
    if isinstance(value, ast.IfExp):
        yield from _texts(value.body)
        yield from _texts(value.orelse)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value


def test_every_code_that_is_raised_has_words() -> None:
    silent = {code: file for code, file in codes().items() if known_text(UserError(code)) is None}
    assert {code: file for code, file in silent.items() if code not in SHOWN_AT_FIELDS} == {}


@pytest.mark.parametrize("code", sorted(codes()))
def test_words_hold_no_empty_place_and_no_code(code: str) -> None:
    words = error_text(UserError(code, path="/a/b.db", limit=100, line=7, most=5, earliest=1990, latest=2100, rows=3))
    assert "{" not in words
    assert code not in words


def test_unknown_code_is_still_a_sentence() -> None:
    assert "brand_new" in error_text(UserError("brand_new"))
    assert error_text(Offline("brand_new")) != error_text(UserError("brand_new"))


def test_parameters_are_put_in() -> None:
    assert "/a/{b}.db" in error_text(UserError("database_missing", path="/a/{b}.db"))
    assert "12" in error_text(UserError("sign_in_slowed", seconds=12))


def test_strange_parameters_do_no_harm() -> None:
    for code in codes():
        assert error_text(PrichalError(code))
        assert error_text(PrichalError(code, path=None, limit="x", seconds="x", line=None, most=None, fields=3))
