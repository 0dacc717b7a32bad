"""The roles of one database: its owner, the provisioner of accounts, everybody's group, one role a kind and scope.

Roles belong to the whole cluster, so their names carry the database's code; a copy of a database keeps its roles.
"""

from dataclasses import dataclass
from secrets import token_hex
from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import Connection

KINDS: Final = ("lead", "deal", "contact", "activity", "history")
"""Kinds whose read scope is a role with a policy of its own."""

SCOPES: Final = ("own", "department", "all")


@dataclass(frozen=True, slots=True)
class Roles:
    """The names; all begin with `crm_` and the code."""

    code: str

    @property
    def owner(self) -> str:
        """Owns everything, is signed in by nobody; policies don't bind it."""
        return f"crm_{self.code}_owner"

    @property
    def provisioner(self) -> str:
        """Makes and closes login roles, through a few fixed functions only."""
        return f"crm_{self.code}_provisioner"

    @property
    def employees(self) -> str:
        """Everybody who works here."""
        return f"crm_{self.code}_employees"

    @property
    def guests(self) -> str:
        """Who may connect: employees, and the invited who have no password of their own yet."""
        return f"crm_{self.code}_guests"

    def scope(self, kind: str, scope: str) -> str:
        """Readers of a kind as far as a scope goes."""
        return f"crm_{self.code}_{kind}_{scope}"

    def groups(self) -> tuple[str, ...]:
        """The roles that login roles are members of."""
        return (self.guests, self.employees, *(self.scope(kind, scope) for kind in KINDS for scope in SCOPES))

    def fill(self, statement: str) -> str:
        """A statement with the names in the place of `<code>`, `<owner>` …"""
        filled = statement.replace("<code>", self.code)
        for word in ("owner", "provisioner", "employees", "guests"):
            filled = filled.replace(f"<{word}>", str(getattr(self, word)))
        return filled


def prepare(connection: Connection) -> Roles:
    """The roles of this database, made where they are missing; who installs becomes a member of both makers."""
    names = Roles(_code(connection) or token_hex(4))
    there = set(connection.scalars(text("SELECT rolname FROM pg_roles WHERE rolname LIKE 'crm\\_%'")))
    for role, options in ((names.owner, "NOLOGIN"), (names.provisioner, "NOLOGIN CREATEROLE")):
        if role not in there:
            connection.exec_driver_sql(f"CREATE ROLE {role} {options}")
    if not connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
        connection.exec_driver_sql(f"GRANT {names.owner}, {names.provisioner} TO CURRENT_USER")
    for role in names.groups():
        if role not in there:
            connection.exec_driver_sql(f"CREATE ROLE {role} NOLOGIN ADMIN {names.provisioner}")
    connection.exec_driver_sql(f"GRANT {names.owner} TO {names.provisioner}")
    return names


def _code(connection: Connection) -> str | None:
    """The code of a database that has roles already: its tables' owner carries it."""
    owner = connection.scalar(
        text("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass('employee')")
    )
    name = str(owner or "")
    return name.removeprefix("crm_").removesuffix("_owner") if name.startswith("crm_") else None
