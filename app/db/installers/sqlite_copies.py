"""SQLite triggers that keep the copies lists sort by: next activity, last contact, paid, the contact's name."""

from sqlalchemy.engine import Connection

CLIENTS = ("lead", "deal", "contact")
SHOWN = "('comment', 'call', 'meeting', 'visit', 'message_in', 'message_out', 'letter')"
"""Timeline lines worth showing as "last contact" in a list."""

_NEXT_ACTIVITY = """
    UPDATE {client} SET (next_activity_at, next_activity_id) = (
        SELECT starts_at, id FROM activity
        WHERE {client}_id = {row}.{client}_id AND state = 'planned' AND deleted_at IS NULL
        ORDER BY starts_at, id LIMIT 1)
    WHERE id = {row}.{client}_id;
"""
_LAST_CONTACT = """
    UPDATE {client} SET
        last_contact_at = (
            SELECT max(at) FROM timeline
            WHERE {client}_id = {row}.{client}_id AND is_contact AND deleted_at IS NULL),
        last_timeline_id = (
            SELECT id FROM timeline
            WHERE {client}_id = {row}.{client}_id AND kind IN {shown} AND deleted_at IS NULL
            ORDER BY at DESC, id DESC LIMIT 1)
    WHERE id = {row}.{client}_id;
"""
_PAID = """
    UPDATE deal SET
        paid = (SELECT coalesce(sum(amount), 0) FROM payment
                WHERE deal_id = {row}.deal_id AND received_on IS NOT NULL),
        next_payment_on = (SELECT min(planned_on) FROM payment
                           WHERE deal_id = {row}.deal_id AND received_on IS NULL)
    WHERE id = {row}.deal_id;
"""
_PERSON = """
    UPDATE {client} SET last_name = NEW.last_name, first_name = NEW.first_name, middle_name = NEW.middle_name,
        birth_date = NEW.birth_date, sort_key = NEW.sort_key, phone = NEW.phone, email = NEW.email,
        person_norm = NEW.person_norm
    WHERE contact_id = NEW.id;
"""
_PERSON_COLUMNS = "last_name, first_name, middle_name, birth_date, sort_key, phone, email, person_norm"


def install(connection: Connection) -> None:
    """Make the copy triggers anew."""
    for client in CLIENTS:
        for source, body in (("activity", _NEXT_ACTIVITY), ("timeline", _LAST_CONTACT)):
            _keep(connection, source, client, body)
    _keep(connection, "payment", "deal", _PAID)
    for client in ("lead", "deal"):
        _replace(
            connection,
            f"copy_contact_{client}",
            f"AFTER UPDATE OF {_PERSON_COLUMNS} ON contact BEGIN {_PERSON.format(client=client)} END",
        )


def _keep(connection: Connection, source: str, client: str, body: str) -> None:
    """Triggers of `source` that recompute the copies of the client it belongs, or belonged, to.

    A new line of the timeline that no copy shows is passed over: an import writes one for each lead.
    """
    new = body.format(client=client, row="NEW", shown=SHOWN)
    old = body.format(client=client, row="OLD", shown=SHOWN)
    column = f"{client}_id"
    name = f"copy_{source}_{client}"
    shown = f" AND (NEW.is_contact OR NEW.kind IN {SHOWN})" if source == "timeline" else ""
    _replace(
        connection, f"{name}_insert", f"AFTER INSERT ON {source} WHEN NEW.{column} IS NOT NULL{shown} BEGIN {new} END"
    )
    _replace(connection, f"{name}_update", f"AFTER UPDATE ON {source} WHEN NEW.{column} IS NOT NULL BEGIN {new} END")
    _replace(
        connection,
        f"{name}_moved",
        f"AFTER UPDATE ON {source} WHEN OLD.{column} IS NOT NULL AND OLD.{column} IS NOT NEW.{column} "
        f"BEGIN {old} END",
    )
    _replace(connection, f"{name}_delete", f"AFTER DELETE ON {source} WHEN OLD.{column} IS NOT NULL BEGIN {old} END")


def _replace(connection: Connection, name: str, body: str) -> None:
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")
