"""Privileges: everything belongs to the owner, employees get the verbs that policies then narrow, everybody nothing."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.db.installers.guard.policies import NOBODY, SCOPED, TABLES
from app.db.installers.guard.roles import Roles

PROVISIONED: Final = (
    "fit_memberships", "fit_all_memberships", "open_account", "set_my_password", "close_accounts", "forget_account",
    "end_sessions", "follow_rights",
)  # fmt: skip
"""Functions of the provisioner: they make, close and end login roles."""

INVOKED: Final = ("guard_employee",)
"""Triggers that look at whose rights a statement has."""

FOR_GUESTS: Final = ("my_standing", "set_my_password", "office_account")
INSIDE: Final = (
    "feed", "keep_%", "guard_%", "sign_file", "follow_rights", "refuse_history_change", "count_access",
    "check_verifier", "fit_%", "overdue_in_bin",
)  # fmt: skip
"""Functions that only triggers and other functions call, by LIKE."""

HIDDEN: Final = {"employee": ("password_hash",)}
"""Columns that no employee reads."""

_OURS: Final = (
    "FROM pg_proc AS f WHERE f.pronamespace = 'public'::regnamespace AND f.prokind = 'f' AND NOT EXISTS "
    "(SELECT FROM pg_depend WHERE objid = f.oid AND classid = 'pg_proc'::regclass AND deptype = 'e')"
)


def give_away(connection: Connection, names: Roles) -> None:
    """Make the owner own tables and functions, the provisioner its own; triggers act with the owner's rights."""
    for role in (names.owner, names.provisioner):
        connection.exec_driver_sql(f"GRANT USAGE, CREATE ON SCHEMA public TO {role}")
    relations = connection.scalars(
        text(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
            f" AND relowner <> '{names.owner}'::regrole"
        )
    )
    for relation in relations.all():
        connection.exec_driver_sql(f'ALTER TABLE "{relation}" OWNER TO {names.owner}')
    functions = connection.execute(
        text(
            "SELECT f.oid::regprocedure::text, f.proname, f.prorettype = 'trigger'::regtype,"
            f" pg_get_userbyid(f.proowner) {_OURS}"
        )
    )
    for signature, name, is_trigger, owner in functions.all():
        wanted = names.provisioner if name in PROVISIONED else names.owner
        if owner != wanted:
            connection.exec_driver_sql(f"ALTER FUNCTION {signature} OWNER TO {wanted}")
        connection.exec_driver_sql(f"ALTER FUNCTION {signature} SET search_path = public, pg_temp")
        if is_trigger and name not in INVOKED:
            connection.exec_driver_sql(f"ALTER FUNCTION {signature} SECURITY DEFINER")
    connection.exec_driver_sql(f"REVOKE CREATE ON SCHEMA public FROM {names.provisioner}")


def grant(connection: Connection, names: Roles) -> None:
    """Take everything from everybody, then give employees what policies guard and the fixed functions."""
    connection.exec_driver_sql("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA public TO {names.guests}, {names.employees}")
    _grant_database(connection, names)
    _grant_tables(connection, names)
    _grant_functions(connection, names)


def _grant_database(connection: Connection, names: Roles) -> None:
    database = connection.scalar(text("SELECT quote_ident(current_database())"))
    connection.exec_driver_sql(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
    connection.exec_driver_sql(f"GRANT CONNECT ON DATABASE {database} TO {names.guests}")
    if connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
        # Large objects belong to nobody's policies; files are rows here.
        for name in connection.scalars(
            text(
                "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace"
                " AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put', 'lo_get', 'lowrite',"
                " 'loread', 'lo_import', 'lo_export', 'lo_unlink')"
            )
        ).all():
            connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")


def _grant_tables(connection: Connection, names: Roles) -> None:
    everybody = f"PUBLIC, {names.guests}, {names.employees}"
    connection.exec_driver_sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {everybody}")
    connection.exec_driver_sql(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {everybody}")
    there = set(connection.scalars(text("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")))
    for table, rules in TABLES.items():
        if table not in there:
            continue
        verbs = [
            verb
            for verb, condition in (
                ("SELECT", ANY if table in SCOPED else rules.read), ("INSERT", rules.add),
                ("UPDATE", rules.change), ("DELETE", rules.erase),
            )
            if condition != NOBODY
        ]  # fmt: skip
        for verb in verbs:
            columns = _columns(connection, table) if verb == "SELECT" and table in HIDDEN else ""
            connection.exec_driver_sql(f"GRANT {verb} {columns} ON {table} TO {names.employees}")
    for table in ("alembic_version", "feed_epoch"):
        connection.exec_driver_sql(f"GRANT SELECT ON {table} TO {names.guests}")
    connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {names.employees}")


ANY: Final = "any"


def _columns(connection: Connection, table: str) -> str:
    found = connection.scalars(
        text(
            "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped"
        ),
        {"table": table},
    )
    return "(" + ", ".join(f'"{name}"' for name in found if name not in HIDDEN[table]) + ")"


def _grant_functions(connection: Connection, names: Roles) -> None:
    inside = " OR ".join(f"f.proname LIKE '{name}'" for name in INSIDE)
    functions = connection.execute(text(f"SELECT f.oid::regprocedure::text, f.proname, ({inside}) {_OURS}")).all()
    for signature, name, is_inside in functions:
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
        if not is_inside:
            connection.exec_driver_sql(f"GRANT EXECUTE ON FUNCTION {signature} TO {names.employees}")
        if name in FOR_GUESTS:
            connection.exec_driver_sql(f"GRANT EXECUTE ON FUNCTION {signature} TO {names.guests}")
