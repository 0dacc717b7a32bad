"""One statement that adds a row or replaces the one with its key, on both databases."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from app.db.engine import Database
from app.models import Base


def upsert(
    database: Database, entity: type[Base], key: Mapping[str, object], values: Mapping[str, object]
) -> sqlite.Insert | postgresql.Insert:
    """Add a row of `key` and `values`; where the key is there already, its values are replaced."""
    statement: Any = (sqlite if database.is_sqlite else postgresql).insert(entity)  # Any: two types of one shape
    written: sqlite.Insert | postgresql.Insert = statement.values(**key, **values).on_conflict_do_update(
        index_elements=list(key), set_=dict(values)
    )
    return written
