"""PostgreSQL's triggers and search index, from the same lists as SQLite's."""

from importlib.resources import files

from sqlalchemy.engine import Connection

from app.db.installers import postgresql_creation
from app.db.installers.sqlite_copies import SHOWN
from app.db.tracked import FILLED, TRACKED, Tracked
from app.models.client import NUMBER_SLOTS, TEXT_SLOTS

CLIENTS = ("lead", "deal", "contact")


def install(connection: Connection) -> None:
    """Make functions and triggers anew, and the indexes where they are missing."""
    script = files("app.db.installers").joinpath("postgresql.sql").read_text(encoding="utf-8")
    connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    for statement in script.split("\n\n-- next\n\n"):
        connection.exec_driver_sql(statement)
    for table in TRACKED:
        _history(connection, table)
    postgresql_creation.install(connection)
    for source, target in (("activity", CLIENTS), ("timeline", CLIENTS), ("payment", ("deal",))):
        for client in target:
            _copies(connection, source, client)
    _trigger(
        connection,
        "copy_contact",
        "contact",
        "AFTER UPDATE OF last_name, first_name, middle_name, birth_date, sort_key, phone, email, person_norm "
        "ON contact FOR EACH ROW EXECUTE FUNCTION keep_person_copies()",
    )
    _trigger(
        connection,
        "history_is_kept",
        "history",
        "BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_history_change()",
    )
    for client in CLIENTS:
        connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS ix_{client}_search ON {client} USING gin (norm gin_trgm_ops)"
        )
        for slot in (*NUMBER_SLOTS, *TEXT_SLOTS):
            connection.exec_driver_sql(
                f"CREATE INDEX IF NOT EXISTS ix_{client}_{slot} ON {client} ({slot}) WHERE {slot} IS NOT NULL"
            )


def _copies(connection: Connection, source: str, client: str) -> None:
    """A new line of the timeline that no copy shows is passed over: an import writes one for each lead."""
    run = f"FOR EACH ROW %s EXECUTE FUNCTION keep_{source}_copies('{client}')"
    new = f"WHEN (NEW.is_contact OR NEW.kind IN {SHOWN})" if source == "timeline" else ""
    _trigger(connection, f"copy_{source}_{client}_insert", source, f"AFTER INSERT ON {source} {run % new}")
    _trigger(connection, f"copy_{source}_{client}", source, f"AFTER UPDATE OR DELETE ON {source} {run % ''}")


def _history(connection: Connection, table: Tracked) -> None:
    columns = ",".join([*table.columns, *(["custom"] if table.has_custom else [])])
    parents = ",".join(f"{kind}:{column}" for kind, column in table.parents)
    arguments = (
        table.kind,
        columns,
        ",".join(table.person),
        parents,
        "own" if table.own_feed else "",
        table.responsible or "",
        "owner" if table.keeps_owner else "",
        "" if table.named_by is None else ",".join((table.table, *table.named_by)),
    )
    quoted = ", ".join(f"'{argument}'" for argument in arguments)
    when = "UPDATE OR DELETE" if table.table in FILLED else "INSERT OR UPDATE OR DELETE"
    _trigger(
        connection,
        f"history_{table.table}",
        table.table,
        f"AFTER {when} ON {table.table} FOR EACH ROW EXECUTE FUNCTION keep_history({quoted})",
    )


def _trigger(connection: Connection, name: str, table: str, body: str) -> None:
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON {table}")
    connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
