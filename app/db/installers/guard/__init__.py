"""The server as the guard: roles, who a session is, what it reads and writes (DATA.md, "Visibility on PostgreSQL").

`roles` names and makes the roles of this database, the SQL files hold the fixed functions, `policies` says per table
who reads and writes which rows, `grants` gives privileges and takes them from everybody else. Installed anew after
every migration; may import db and models.
"""

from importlib.resources import files

from sqlalchemy.engine import Connection

from app.db.installers.guard import grants, policies, roles

SCRIPTS = ("tables", "who", "rights", "checks", "access", "telling", "finding", "bookings", "bin", "people")
"""In the order in which they stand on each other."""


def install(connection: Connection) -> None:
    """Make roles, functions, policies and privileges anew, in the transaction of the connection."""
    names = roles.prepare(connection)
    for script in SCRIPTS:
        _run(connection, script, names)
    grants.give_away(connection, names)
    policies.install(connection, names)
    grants.grant(connection, names)
    connection.exec_driver_sql("SELECT fit_all_memberships()")


def _run(connection: Connection, script: str, names: roles.Roles) -> None:
    """Statements of a file; its words in angle brackets are this database's roles."""
    text = files("app.db.installers.guard").joinpath(f"{script}.sql").read_text(encoding="utf-8")
    for statement in text.split("\n\n-- next\n\n"):
        connection.exec_driver_sql(names.fill(statement))
