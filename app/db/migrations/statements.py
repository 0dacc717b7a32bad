"""Reads a revision's literal DDL from the file for the present kind of database."""

from collections.abc import Iterator
from importlib.resources import files

from alembic import op


def run_file(stem: str) -> None:
    """Run `sql/<stem>.<dialect>.sql`, statement by statement."""
    for statement in statements(stem, op.get_bind().dialect.name):
        op.get_bind().exec_driver_sql(statement)


def statements(stem: str, dialect: str) -> Iterator[str]:
    """The statements of a file; each ends with a semicolon before a blank line."""
    script = files("app.db.migrations").joinpath("sql", f"{stem}.{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            yield statement.strip()
