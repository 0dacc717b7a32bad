"""Finds in the history what others did that concerns one employee."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import HistoryOp, Kind, TimelineKind
from app.models import Activity, Contact, Deal, History, Lead, Operation, TimelineItem
from app.services.client_refs import readable_client, ref_of
from app.services.records.activities import ClientRef
from app.services.records.notifications import NotificationKind
from app.services.workplace import Workplace

Line: TypeAlias = Row[*tuple[Any, ...]]  # Any: the columns are read by name

MOST: Final = 3
"""How many records handed over at once are told singly."""
LIMIT: Final = 5_000
"""Lines of history looked at in one go."""

REPRODUCING: Final = ("import", "demo", "restore", "database", "undo", "merge")
"""Operations that reproduce a state tell nobody (SPEC, "What reproduces a state")."""

_CARDS: Final = (Kind.LEAD.value, Kind.DEAL.value, Kind.CONTACT.value)


@dataclass(frozen=True, slots=True)
class Found:
    """What is going to be a notification."""

    mark: str
    at: datetime
    kind: NotificationKind
    actor_id: int | None
    ref: ClientRef | None = None
    activity_id: int | None = None
    params: dict[str, object] = field(default_factory=dict)


async def find(session: AsyncSession, workplace: Workplace, since: datetime) -> tuple[list[Found], datetime]:
    """What happened from a moment of the history on, and the moment up to which was looked."""
    rows = (await session.execute(_query(workplace.actor.employee_id, since))).all()
    lines = await _timeline(session, [row.ref for row in rows if row.kind == Kind.TIMELINE])
    activities = await _activities(session, [row.ref for row in rows if row.kind == Kind.ACTIVITY])
    found: list[Found] = []
    for row in rows:
        if row.kind == Kind.TIMELINE:
            found += _comment(row, lines.get(row.ref), workplace)
        elif row.kind == Kind.ACTIVITY:
            found += _activity(row, activities.get(row.ref), workplace.actor.employee_id)
        else:
            found += _card(row, workplace.actor.employee_id)
    found = [one for one in found if one.kind is not NotificationKind.MENTION or await _reads(session, workplace, one)]
    return list(_gathered(found, rows)), max((row.at for row in rows), default=since)


async def _reads(session: AsyncSession, workplace: Workplace, mention: Found) -> bool:
    """Whether the employee may read the client they are named on: a name typed by hand tells nothing of a stranger's.

    A client that the server keeps from the employee is as good as not there.
    """
    return mention.ref is not None and await readable_client(session, workplace.rights, mention.ref) is not None


def _query(me: int, since: datetime) -> Select[*tuple[Any, ...]]:
    mine = and_(History.kind.in_((*_CARDS, Kind.ACTIVITY.value)), History.responsible_id == me)
    said = History.kind == Kind.TIMELINE.value
    telling = (~Operation.kind.startswith(one) for one in REPRODUCING)
    return (
        select(
            History.id, History.at, History.actor_id, History.operation_id, History.kind, History.ref, History.op,
            History.changes,
        )
        .outerjoin(Operation, Operation.id == History.operation_id)
        .where(
            History.at >= since,
            History.actor_id.is_distinct_from(me),
            History.op.in_((HistoryOp.CREATE.value, HistoryOp.CHANGE.value)),
            or_(mine, said),
            or_(Operation.id.is_(None), and_(Operation.undoes.is_(None), *telling)),
        )
        .order_by(History.id)
        .limit(LIMIT)
    )  # fmt: skip


def _new(row: Line, column: str) -> tuple[object, object] | None:
    """Old and new of a column that the line says was changed."""
    pair = (row.changes or {}).get(column)
    return (pair[0], pair[1]) if isinstance(pair, list) and len(pair) == 2 else None


def _card(row: Line, me: int) -> Iterator[Found]:
    """A lead, deal or contact of mine, changed by another."""
    given, moved = _new(row, "responsible_id"), _new(row, "stage_id")
    ref = ClientRef(row.kind, row.ref)
    if given is not None and given[1] == me and given[0] != me:
        yield Found(f"history:{row.id}", row.at, NotificationKind.ASSIGNED, row.actor_id, ref)
    elif moved is not None and row.op == HistoryOp.CHANGE.value:
        stage = {"stage_id": moved[1]}
        yield Found(f"history:{row.id}", row.at, NotificationKind.STAGE, row.actor_id, ref, None, stage)


def _activity(row: Line, activity: Line | None, me: int) -> Iterator[Found]:
    if activity is None:
        return
    ref = ref_of(lead_id=activity.lead_id, deal_id=activity.deal_id, contact_id=activity.contact_id)
    given, confirmed = _new(row, "responsible_id"), _new(row, "confirmed_at")
    one = Found(f"history:{row.id}", row.at, NotificationKind.ASSIGNED, row.actor_id, ref, row.ref)
    if given is not None and given[1] == me and given[0] != me:
        yield one
    elif confirmed is not None and confirmed[1] is not None:
        yield replace(one, kind=NotificationKind.CONFIRMED)


def _comment(row: Line, line: Line | None, workplace: Workplace) -> Iterator[Found]:
    """A comment that names me, as it was written or since it was corrected, or one on a client of mine."""
    written = row.op == HistoryOp.CREATE.value
    if line is None or not (written or _new(row, "body")):
        return
    me = workplace.actor.employee_id
    ref = ref_of(lead_id=line.lead_id, deal_id=line.deal_id, contact_id=line.contact_id)
    said = Found(f"history:{row.id}", row.at, NotificationKind.COMMENT, row.actor_id, ref, None, {"line": line.id})
    people = {number: one.name for number, one in workplace.registry.all.employees.items()}
    if is_mentioned(line.body, line.params, me, people):
        yield replace(said, mark=f"mention:{line.id}", kind=NotificationKind.MENTION)
    elif written and me in (line.lead_owner, line.deal_owner, line.contact_owner):
        yield said


def is_mentioned(body: str, params: Mapping[str, object], employee_id: int, people: Mapping[int, str]) -> bool:
    """Whether a comment names an employee: among its parameters, or as "@Кравцова Ольга" or "@Кравцова" in its text.

    A name that stands there for a colleague chosen as one typed is nobody else's of the same last name.
    """
    named = params.get("mentions")
    chosen = [one for one in named if isinstance(one, int)] if isinstance(named, list) else []
    if employee_id in chosen:
        return True
    text, last_name = _plain(body), _plain(people.get(employee_id, "").partition(" ")[0])
    for one in chosen:
        text = text.replace(_plain(f"@{people[one]}"), "") if people.get(one) else text
    start = text.find(f"@{last_name}") if last_name else -1
    while start >= 0:
        end = start + 1 + len(last_name)
        if end == len(text) or not text[end].isalnum():
            return True
        start = text.find(f"@{last_name}", end)
    return False


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


async def _timeline(session: AsyncSession, ids: Sequence[int]) -> dict[int, Line]:
    rows = await session.execute(
        select(
            TimelineItem.id, TimelineItem.body, TimelineItem.params, TimelineItem.lead_id, TimelineItem.deal_id,
            TimelineItem.contact_id, Lead.responsible_id.label("lead_owner"),
            Deal.responsible_id.label("deal_owner"), Contact.responsible_id.label("contact_owner"),
        )
        .outerjoin(Lead, Lead.id == TimelineItem.lead_id)
        .outerjoin(Deal, Deal.id == TimelineItem.deal_id)
        .outerjoin(Contact, Contact.id == TimelineItem.contact_id)
        .where(
            TimelineItem.id.in_(ids), TimelineItem.kind == TimelineKind.COMMENT, TimelineItem.deleted_at.is_(None)
        )
    )  # fmt: skip
    return {row.id: row for row in rows}


async def _activities(session: AsyncSession, ids: Sequence[int]) -> dict[int, Line]:
    rows = await session.execute(
        select(Activity.id, Activity.lead_id, Activity.deal_id, Activity.contact_id).where(
            Activity.id.in_(ids), Activity.deleted_at.is_(None)
        )
    )
    return {row.id: row for row in rows}


def _gathered(found: Sequence[Found], rows: Sequence[Line]) -> Iterator[Found]:
    """Many records handed over in one operation are one line; an activity that came with its client is none."""
    doing = {f"history:{row.id}": row.operation_id for row in rows}
    given: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        if one.kind is not NotificationKind.ASSIGNED or doing[one.mark] is None:
            yield one
        else:
            given[doing[one.mark]].append(one)
    for operation_id, same in given.items():
        cards = [one for one in same if one.activity_id is None] or same
        if len(cards) <= MOST:
            yield from cards
        else:
            yield replace(
                cards[0], mark=f"operation:{operation_id}", ref=None, activity_id=None, params={"count": len(cards)}
            )
