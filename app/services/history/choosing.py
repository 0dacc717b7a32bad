"""A filter of the history as conditions on its lines."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Text, and_, cast, or_, text

from app.core.kinds import HistoryOp, Kind
from app.models import History
from app.models.operation import RARE_LINES
from app.services.history.belonging import of_clients
from app.services.history.records import Act, HistoryFilter, Thing
from app.services.listed import without_index

_KINDS: Final[Mapping[Thing, tuple[str, ...]]] = {
    Thing.LEADS: (Kind.LEAD,),
    Thing.DEALS: (Kind.DEAL,),
    Thing.CONTACTS: (Kind.CONTACT, "contact_point"),
    Thing.ACTIVITIES: (Kind.ACTIVITY,),
    Thing.PAYMENTS: (Kind.PAYMENT,),
    Thing.COMMENTS: (Kind.TIMELINE, Kind.FILE),
    Thing.PEOPLE: (Kind.EMPLOYEE,),
    Thing.SETTINGS: (Kind.SETTINGS,),
}
RARE_OPS: Final = frozenset(HistoryOp) - {HistoryOp.CREATE, HistoryOp.CHANGE, HistoryOp.DELETE, HistoryOp.VIEW}
RARE: Final = text(RARE_LINES)
"""In the index's own words: SQLite takes it for nothing less."""
_OPS: Final[Mapping[Act, tuple[HistoryOp, ...]]] = {
    Act.CREATED: (HistoryOp.CREATE,),
    Act.CHANGED: (HistoryOp.CHANGE,),
    Act.DELETED: (HistoryOp.DELETE,),
    Act.VIEWED: (HistoryOp.VIEW, HistoryOp.LOOKUP),
    Act.SIGN_INS: (HistoryOp.SIGN_IN, HistoryOp.SIGN_IN_REFUSED),
    Act.EXPORTS: (HistoryOp.EXPORT,),
    Act.REFUSED: (HistoryOp.REFUSED, HistoryOp.SIGN_IN_REFUSED),
    Act.OVERRIDDEN: (HistoryOp.OVERRIDE,),
}


def conditions(chosen: HistoryFilter, *, sqlite: bool) -> list[ColumnElement[bool]]:
    """All but the text, which is looked up first."""
    kind = without_index(History.kind.expression) if sqlite else History.kind
    found: list[ColumnElement[bool]] = []
    if chosen.since is not None:
        found.append(History.at >= chosen.since)
    if chosen.until is not None:
        found.append(History.at < chosen.until)
    if chosen.actors:
        found.append(History.actor_id.in_(chosen.actors))
    if chosen.things:
        # by the order of time, not by an index that would find half the office and sort it
        found.append(kind.in_([kind for thing in chosen.things for kind in _KINDS[thing]]))
    if chosen.acts:
        found.append(_of_acts(chosen.acts))
    return found


def told_of(people: Collection[int], clients: Mapping[Kind, Sequence[int]]) -> ColumnElement[bool]:
    """Lines by or about any of these."""
    about = [of_clients(kind, refs) for kind, refs in clients.items() if refs]
    if people:
        about += [
            History.actor_id.in_(people),
            and_(History.kind == Kind.EMPLOYEE, History.ref.in_(people)),
        ]
    return or_(False, *about)


def _of_acts(acts: Sequence[Act]) -> ColumnElement[bool]:
    ops = sorted({op for act in acts for op in _OPS[act]})
    by_op = and_(History.op.in_(ops), RARE) if RARE_OPS.issuperset(ops) else History.op.in_(ops)
    if Act.DELETED not in acts or Act.CHANGED in acts:
        return by_op
    written = cast(History.changes, Text)
    # SQLite writes the document without blanks, PostgreSQL with them
    binned = or_(written.contains('"deleted_at":[null,'), written.contains('"deleted_at": [null,'))
    return or_(by_op, and_(History.op == HistoryOp.CHANGE, binned))
