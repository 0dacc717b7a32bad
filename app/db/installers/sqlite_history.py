"""SQLite triggers that write history and change feed in the same transaction as the change itself."""

from collections.abc import Iterator

from sqlalchemy.engine import Connection

from app.db.tracked import FILLED, TRACKED, Tracked

NOW = "COALESCE(context.at, strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')"
CONTEXT = "FROM session_context AS context WHERE context.id = 1"


def install(connection: Connection) -> None:
    """Make the history and feed triggers anew; nobody can change or erase a line of the history."""
    for table in TRACKED:
        for name, body in _triggers(table):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
    for verb in ("UPDATE", "DELETE"):
        name = f"history_keeps_{verb.lower()}"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {verb} ON history BEGIN SELECT RAISE(ABORT, 'history is kept'); END"
        )


def _triggers(table: Tracked) -> Iterator[tuple[str, str]]:
    alone = "WHEN (SELECT NOT gathered FROM session_context WHERE id = 1)" if table.table in FILLED else ""
    written = f"{_history(table, 'create')} {_feed(table, 'create', ('NEW',))}"
    yield f"history_{table.table}_insert", f"AFTER INSERT ON {table.table} {alone} BEGIN {written} END"
    yield (
        f"history_{table.table}_update",
        f"AFTER UPDATE ON {table.table} WHEN {_changed(table)} BEGIN {_history(table, 'change')} END",
    )
    yield (
        f"feed_{table.table}_update",
        f"AFTER UPDATE ON {table.table} BEGIN {_feed(table, 'change', ('OLD', 'NEW'))} END",
    )
    yield (
        f"history_{table.table}_delete",
        f"AFTER DELETE ON {table.table} BEGIN {_history(table, 'delete')} {_feed(table, 'delete', ('OLD',))} END",
    )


def _changed(table: Tracked) -> str:
    columns = [*table.columns, *(["custom"] if table.has_custom else [])]
    tests = [f"OLD.{column} IS NOT NEW.{column}" for column in columns]
    tests += [f"(NEW.contact_id IS NULL AND OLD.{column} IS NOT NEW.{column})" for column in table.person]
    return f"({' OR '.join(tests)})"


def _history(table: Tracked, op: str) -> str:
    row = "OLD" if op == "delete" else "NEW"
    responsible = f"{row}.{table.responsible}" if table.responsible else "NULL"
    values = {
        "at": NOW,
        "actor_id": "context.actor_id",
        "operation_id": "context.operation_id",
        "kind": f"'{table.kind}'",
        "ref": _ref(table, row),
        "op": f"'{op}'",
        "changes": f"(SELECT json_group_object(k, json_array(o, n)) FROM ({_pairs(table, op)}))",
        "responsible_id": responsible,
        **beside(table, row),
    }
    told = f" AND NOT ({table.untold.format(row=row)})" if table.untold and op == "create" else ""
    return f"INSERT INTO history ({', '.join(values)}) SELECT {', '.join(values.values())} {CONTEXT}{told};"


def _ref(table: Tracked, row: str) -> str:
    return f"{row}.id" if table.numbered else "NULL"


def beside(table: Tracked, row: str) -> dict[str, str]:
    """Columns of a line that say whose an erasable row is, and which entry of which dictionary."""
    found: dict[str, str] = {}
    if table.keeps_owner:
        kinds = " ".join(f"WHEN {row}.{column} IS NOT NULL THEN '{kind}'" for kind, column in table.parents)
        columns = ", ".join([*(f"{row}.{column}" for _, column in table.parents), "NULL"])
        found["owner_kind"] = f"CASE {kinds} END"
        found["owner_id"] = f"coalesce({columns})"
    if table.named_by is not None:
        members = "".join(f", '{column}', {row}.{column}" for column in table.named_by)
        found["params"] = f"json_object('table', '{table.table}'{members})"
    return found


def _pairs(table: Tracked, op: str) -> str:
    """Rows (key, old, new) of what differs."""

    def pair(column: str, condition: str = "") -> str:
        old = "NULL" if op == "create" else f"OLD.{column}"
        new = "NULL" if op == "delete" else f"NEW.{column}"
        return f"SELECT '{column}' AS k, {old} AS o, {new} AS n WHERE {old} IS NOT {new}{condition}"

    parts = [pair(column) for column in table.columns]
    owned = "" if op == "delete" else " AND NEW.contact_id IS NULL"
    parts += [pair(column, owned) for column in table.person]
    if table.has_custom:
        old = "'{}'" if op == "create" else "OLD.custom"
        new = "'{}'" if op == "delete" else "NEW.custom"
        parts.append(
            f"SELECT 'custom.' || u.key, {_member(old)}, {_member(new)} FROM "
            f"(SELECT key FROM json_each({old}) UNION SELECT key FROM json_each({new})) AS u "
            f"WHERE {_member(old)} IS NOT {_member(new)}"
        )
    return " UNION ALL ".join(parts)


def _member(document: str) -> str:
    return f"(SELECT value FROM json_each({document}) WHERE key = u.key)"


def _feed(table: Tracked, op: str, rows: tuple[str, ...]) -> str:
    """Feed lines for the row and for each card that shows it."""
    targets: list[tuple[str, str, str]] = []
    responsible = f"{rows[-1]}.{table.responsible}" if table.responsible else "NULL"
    if table.own_feed:
        targets.append((table.kind, _ref(table, rows[-1]), op))
    for kind, column in table.parents:
        targets.append((kind, f"{rows[-1]}.{column}", table.kind))
        if len(rows) > 1:
            moved = f"CASE WHEN OLD.{column} IS NOT NEW.{column} THEN OLD.{column} END"
            targets.append((kind, moved, table.kind))
    if table.table == "lead" and len(rows) > 1:
        return _lead_handover_feed(targets)
    return " ".join(_feed_line(kind, ref, word, responsible, needs_ref=table.numbered) for kind, ref, word in targets)


def _lead_handover_feed(targets: list[tuple[str, str, str]]) -> str:
    """Handing over tells both: it left one person and came to the other."""
    lines = [_feed_line(kind, ref, word, "NEW.responsible_id") for kind, ref, word in targets]
    lines += [
        _feed_line(
            "lead", "CASE WHEN OLD.responsible_id <> NEW.responsible_id THEN NEW.id END", "left", "OLD.responsible_id"
        )
    ]
    return " ".join(lines)


def _feed_line(kind: str, ref: str, op: str, responsible: str, *, needs_ref: bool = True) -> str:
    there = f" AND {ref} IS NOT NULL" if needs_ref else ""
    return (
        "INSERT INTO change_feed (at, kind, ref, op, operation_id, actor_id, origin, responsible_id) "
        f"SELECT {NOW}, '{kind}', {ref}, '{op}', context.operation_id, context.actor_id, context.origin, "
        f"{responsible} {CONTEXT} AND NOT context.quiet{there};"
    )
