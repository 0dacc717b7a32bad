"""SQLite's history of many new rows, written by one statement after them instead of by a trigger for each of them.

A trigger's run costs more than the row that sets it off. While `session_context.gathered` is set the triggers of new
rows in `FILLED` leave the history alone; `gathered` alone sets it, and writes what they would have written.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from app.core.kinds import HistoryOp
from app.db.installers.sqlite_history import CONTEXT, NOW, beside
from app.db.tracked import FILLED, TRACKED, Tracked

_MARK: Final = "UPDATE session_context SET gathered = ? WHERE id = 1"


@asynccontextmanager
async def gathered(connection: AsyncConnection, table: str) -> AsyncIterator[None]:
    """Rows that are inserted within get their history when it ends. In a quiet unit only: the feed is left alone."""
    if table not in FILLED:
        yield
        return
    last = (await connection.exec_driver_sql(f'SELECT max(id) FROM "{table}"')).scalar() or 0
    await connection.exec_driver_sql(_MARK, (True,))
    yield
    await connection.exec_driver_sql(_history(table), (last,))
    await connection.exec_driver_sql(_MARK, (False,))


@cache
def _history(table: str) -> str:
    """The statement for the rows after a number; its lines are those of the trigger (`sqlite_history`)."""
    tracked = next(one for one in TRACKED if one.table == table)
    values = {
        "at": NOW,
        "actor_id": "context.actor_id",
        "operation_id": "context.operation_id",
        "kind": f"'{tracked.kind}'",
        "ref": "came.id",
        "op": f"'{HistoryOp.CREATE}'",
        "changes": _changes(tracked),
        "responsible_id": f"came.{tracked.responsible}" if tracked.responsible else "NULL",
        **beside(tracked, "came"),
    }
    source = CONTEXT.replace("FROM ", f'FROM "{table}" AS came CROSS JOIN ', 1)
    told = f" AND NOT ({tracked.untold.format(row='came')})" if tracked.untold else ""
    return (
        f"INSERT INTO history ({', '.join(values)}) SELECT {', '.join(values.values())} {source} "
        f"AND came.id > ?{told} ORDER BY came.id"
    )


def _changes(table: Tracked) -> str:
    """The document of what is new, put together as text: functions over JSON take five times as long."""
    members = [_member(column) for column in table.columns]
    members += [_member(column, " OR came.contact_id IS NOT NULL") for column in table.person]
    if table.has_custom:
        members.append(_CUSTOM)
    return f"'{{' || substr({' || '.join(members)}, 2) || '}}'"


def _member(column: str, without: str = "") -> str:
    value = f"came.{column}"
    return f"""CASE WHEN {value} IS NULL{without} THEN '' ELSE ',"{column}":[null,' || json_quote({value}) || ']' END"""


_CUSTOM: Final = """CASE WHEN came.custom = '{}' THEN '' ELSE coalesce((
    SELECT group_concat(',' || json_quote('custom.' || key) || ':[null,'
        || CASE WHEN type IN ('array', 'object') THEN json_quote(value || '') ELSE json_quote(value) END || ']', '')
    FROM json_each(came.custom) WHERE type <> 'null'), '') END"""
"""Documents within the document stand as text, as the trigger leaves them."""
