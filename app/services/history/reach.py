"""How far the right to the history reaches, as a condition on its lines."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from app.core.kinds import Right, Scope
from app.models import Contact, Deal, History, Lead
from app.services.history.belonging import CLIENTS, OWNED
from app.services.rights import Rights

RIGHT = ("history", Right.READ.value)


def history_scope(rights: Rights) -> Scope:
    """The cell of the matrix."""
    return rights.cells.get(RIGHT, Scope.NONE)


def readers_people(rights: Rights) -> frozenset[int] | None:
    """Whose acts and clients are read about; None: everybody's."""
    match history_scope(rights):
        case Scope.ALL:
            return None
        case Scope.DEPARTMENT:
            return rights.people | rights.instead_of
        case Scope.OWN:
            return rights.own
    return frozenset()


def within_reach(rights: Rights) -> ColumnElement[bool]:
    """One's own acts, and what was done with the clients and activities of the people within the scope."""
    people = readers_people(rights)
    if people is None:
        return true()
    if not people:
        return false()
    chosen = sorted(people)
    return or_(
        History.actor_id == rights.employee_id,
        History.responsible_id.in_(chosen),
        and_(History.responsible_id.is_(None), _of_their_clients(chosen)),
    )


def _of_their_clients(people: Sequence[int]) -> ColumnElement[bool]:
    """Asked line by line, by keys: lists of all their clients would be longer than what is read of the history."""
    parts: list[ColumnElement[bool]] = [
        and_(History.owner_kind == kind, _theirs(entity, History.owner_id, people)) for kind, entity in CLIENTS.items()
    ]
    for kind, entity in OWNED.items():
        owners = or_(
            *(_theirs(client, getattr(entity, f"{name.value}_id"), people) for name, client in CLIENTS.items())
        )
        parts.append(and_(History.kind == kind, select(entity.id).where(entity.id == History.ref, owners).exists()))
    return or_(*parts)


def _theirs(
    client: type[Lead] | type[Deal] | type[Contact], key: Any, people: Sequence[int]
) -> ColumnElement[bool]:  # Any: a column of any table
    return select(client.id).where(client.id == key, client.responsible_id.in_(people)).exists()
