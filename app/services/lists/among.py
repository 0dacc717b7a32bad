"""One condition for any number of ids, with the same SQL text for all of them."""

import json
from collections.abc import Sequence

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Integer, any_, bindparam, cast, column, func, select

ASKED = "asked_ids"
"""The parameter of `among_asked`."""


def among(expression: ColumnElement[int], ids: Sequence[int], *, sqlite: bool) -> ColumnElement[bool]:
    """The column is one of `ids`: an array on PostgreSQL, a JSON list on SQLite."""
    if sqlite:
        listed = func.json_each(json.dumps(list(ids))).table_valued(column("value", Integer), name="asked")
        return expression.in_(select(listed.c.value))
    return expression == any_(cast(bindparam(None, list(ids), ARRAY(BigInteger), unique=True), ARRAY(BigInteger)))


def among_asked(expression: ColumnElement[int], *, sqlite: bool) -> ColumnElement[bool]:
    """The same of ids that are given when the statement runs: `asked` makes the parameter."""
    if sqlite:
        listed = func.json_each(bindparam(ASKED)).table_valued(column("value", Integer), name="asked")
        return expression.in_(select(listed.c.value))
    return expression == any_(cast(bindparam(ASKED, type_=ARRAY(BigInteger)), ARRAY(BigInteger)))


def asked(ids: Sequence[int], *, sqlite: bool) -> dict[str, object]:
    """The parameter for `among_asked`."""
    return {ASKED: json.dumps(list(ids)) if sqlite else list(ids)}
