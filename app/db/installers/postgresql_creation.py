"""PostgreSQL's triggers for new rows of the tables that an import fills: history and feed of a statement at once.

A trigger's run a row costs more than the row; over all rows of a statement it is one INSERT, with the table's columns
written out. What is left in history and feed is what `keep_history` leaves of a row of any other table.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy.engine import Connection

from app.db.tracked import FILLED, TRACKED, Tracked

_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION keep_created_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about jsonb := context();
    by_whom bigint := (about ->> 'actor')::bigint;
    done_with text := about ->> 'operation';
BEGIN
    INSERT INTO history (at, actor_id, operation_id, kind, ref, op, changes, responsible_id, owner_kind, owner_id)
    SELECT coalesce((about ->> 'at')::timestamptz, clock_timestamp()), by_whom, done_with, '{kind}', came.id, 'create',
           {changes}, {responsible}, {owner}
    FROM came{untold} ORDER BY came.id;
    -- In bulk the service writes the feed.
    IF NOT coalesce((about ->> 'quiet')::boolean, false) THEN
        INSERT INTO change_feed (at, kind, ref, op, operation_id, actor_id, origin, responsible_id)
        SELECT clock_timestamp(), told.kind, told.ref, told.op, done_with, by_whom, about ->> 'origin', {responsible}
        FROM came, LATERAL (VALUES {told}) AS told (place, kind, ref, op)
        WHERE told.ref IS NOT NULL ORDER BY came.id, told.place;
    END IF;
    RETURN NULL;
END $$
"""


def install(connection: Connection) -> None:
    """Make functions and triggers anew."""
    for table in TRACKED:
        name = f"history_{table.table}_created"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON {table.table}")
        if table.table in FILLED:
            connection.exec_driver_sql(_function(table))
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name} AFTER INSERT ON {table.table} REFERENCING NEW TABLE AS came "
                f"FOR EACH STATEMENT EXECUTE FUNCTION keep_created_{table.table}()"
            )


def _function(table: Tracked) -> str:
    return _FUNCTION.format(
        table=table.table,
        kind=table.kind,
        changes=_changes(table),
        responsible=f"came.{table.responsible}" if table.responsible else "NULL::bigint",
        owner=_owner(table),
        told=", ".join(_told(table)),
        untold=f" WHERE NOT ({table.untold.format(row='came')})" if table.untold else "",
    )


def _changes(table: Tracked) -> str:
    """What is new, by column and custom field; what holds nothing is left out.

    Put together as text, which takes half of what functions over documents do; `concat` passes over what is NULL.
    """
    members = [_member(column) for column in table.columns]
    members += [f"CASE WHEN came.contact_id IS NULL THEN {_member(column)} END" for column in table.person]
    if table.has_custom:
        members.append(_CUSTOM)
    return f"('{{' || substr(concat({', '.join(members)}), 2) || '}}')::jsonb"


def _member(column: str) -> str:
    return f"""',"{column}":[null,' || to_json(came.{column}) || ']'"""


_CUSTOM: Final = """CASE WHEN came.custom <> '{}' THEN (
    SELECT string_agg(',' || to_json('custom.' || key) || ':[null,' || value || ']', '') FROM jsonb_each(came.custom)
) END"""


def _owner(table: Tracked) -> str:
    """Whose an erasable row is."""
    if not table.keeps_owner:
        return "NULL, NULL"
    kinds = " ".join(f"WHEN came.{column} IS NOT NULL THEN '{kind}'" for kind, column in table.parents)
    return f"CASE {kinds} END, coalesce({', '.join(f'came.{column}' for _, column in table.parents)})"


def _told(table: Tracked) -> Iterator[str]:
    """The feed's lines of a row: for itself, and for each card that shows it."""
    own = [(table.kind, "id", "create")] if table.own_feed else []
    parents = [(kind, column, table.kind) for kind, column in table.parents]
    for place, (kind, column, word) in enumerate((*own, *parents)):
        yield f"({place}, '{kind}', came.{column}::bigint, '{word}')"
