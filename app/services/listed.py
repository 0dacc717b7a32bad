"""The sections that lists show: their tables, and who reads which rows."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Table, column, or_, select
from sqlalchemy import table as lightweight_table
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from app.core.errors import UserError
from app.core.kinds import Kind, Right, Scope
from app.models import Activity, Base, Contact, Deal, Lead
from app.services.rights import Rights

LEADS = "lead"
DEALS = "deal"
CONTACTS = "contact"
ACTIVITIES = "activity"


@dataclass(frozen=True, slots=True)
class Listed:
    """A section of the window whose records stand in lists."""

    code: str
    kind: Kind
    entity: type[Base]
    staged: bool

    @property
    def table(self) -> Table:
        table = self.entity.__table__
        assert isinstance(table, Table), "each section is one table"
        return table

    @property
    def search_index(self) -> str:
        """SQLite's FTS5 table of the section."""
        return f"{self.code}_search"

    def alive(self) -> ColumnElement[bool]:
        """Not in the bin."""
        return self.table.c.deleted_at.is_(None)

    def readable(self, rights: Rights, *, sqlite: bool) -> ColumnElement[bool]:
        """What the employee may read: own rows, the department's or all.

        A lead's former responsible keeps reading the deal; who reads
        one of a person's leads or deals reads the contact.
        """
        if self.code == DEALS:
            return rights.readable(self.kind, Deal.responsible_id, Deal.lead_responsible_id)
        if self.code == CONTACTS:
            return _readable_contacts(rights, sqlite=sqlite)
        owner = Activity.responsible_id if self.code == ACTIVITIES else Lead.responsible_id
        return rights.readable(self.kind, owner)

    def reads_all(self, rights: Rights) -> bool:
        """Whether the rights leave out nothing: then no condition stands in the way of an index."""
        return rights.scope(self.kind, Right.READ) is Scope.ALL


def without_index(expression: ColumnElement[Any]) -> ColumnElement[Any]:  # Any: of a column of any type
    """SQLite: the expression with a unary plus, so that no index is chosen for its sake."""
    return UnaryExpression(expression.self_group(), operator=custom_op("+"), type_=expression.type)


_ACCESS = lightweight_table("contact_access", column("contact_id", BigInteger), column("responsible_id", BigInteger))


def _readable_contacts(rights: Rights, *, sqlite: bool) -> ColumnElement[bool]:
    own = rights.readable(Kind.CONTACT, Contact.responsible_id)
    if rights.scope(Kind.CONTACT, Right.READ) in (Scope.ALL, Scope.NONE):
        return own
    if not sqlite:  # lists start from what triggers keep: who reads a contact (DATA.md)
        known = rights.readable(Kind.CONTACT, _ACCESS.c.responsible_id)
        return Contact.id.in_(select(_ACCESS.c.contact_id).where(known))
    leads = select(Lead.contact_id).where(
        Lead.contact_id.is_not(None), rights.readable(Kind.CONTACT, Lead.responsible_id)
    )
    deals = select(Deal.contact_id).where(
        rights.readable(Kind.CONTACT, Deal.responsible_id, Deal.lead_responsible_id)
    )
    return or_(own, Contact.id.in_(leads.union_all(deals)))


_LISTED = {
    listed.code: listed
    for listed in (
        Listed(LEADS, Kind.LEAD, Lead, staged=True),
        Listed(DEALS, Kind.DEAL, Deal, staged=True),
        Listed(CONTACTS, Kind.CONTACT, Contact, staged=False),
        Listed(ACTIVITIES, Kind.ACTIVITY, Activity, staged=False),
    )
}


def listed(section: str) -> Listed:
    """Raises UserError("not_found") for a section that has no list."""
    if section not in _LISTED:
        raise UserError("not_found", kind=section)
    return _LISTED[section]

