"""One table for all ways: a draft and an ending that break just one rule, and the modes it is tried in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, update

from app.core.kinds import ActivityKind
from app.models import Activity, Rule
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace
from tests.services.lists.making import plan
from tests.support.office import NOW

MODES: Final = (Mode.BLOCK, Mode.WARN, Mode.OFF)
DAY: Final = timedelta(days=1)
CALL: Final = ActivityDraft(ActivityKind.CALL, "Узнать решение", NOW + DAY, 15, None)
MEETING: Final = replace(CALL, kind=ActivityKind.MEETING, minutes=60)

Prepare = Callable[[Workplace, ActivityDraft], Awaitable[ActivityDraft]]


async def _as_it_is(_office: Workplace, draft: ActivityDraft) -> ActivityDraft:
    return draft


async def _beside_another(office: Workplace, draft: ActivityDraft) -> ActivityDraft:
    """The employee has a meeting at that time."""
    await plan(office, draft.starts_at, kind="meeting", minutes=60)
    return draft


async def _in_a_room_taken(office: Workplace, draft: ActivityDraft) -> ActivityDraft:
    """A colleague has a meeting in the room at that time."""
    room = next(iter(office.registry.all.places))
    other = next(one.id for one in office.registry.employees() if one.id != office.actor.employee_id)
    await plan(office, draft.starts_at, kind="meeting", minutes=60, place_id=room, responsible_id=other)
    return replace(draft, place_id=room)


@dataclass(frozen=True, slots=True)
class Broken:
    """What breaks a rule, and the code of the refusal."""

    draft: ActivityDraft
    error: str
    prepare: Prepare = _as_it_is


PLANS: Final[dict[RuleCode, Broken]] = {
    RuleCode.SUBJECT: Broken(replace(CALL, subject="Звонок"), "subject_is_kind"),
    RuleCode.CALL_LENGTH: Broken(replace(CALL, minutes=20), "too_long"),
    RuleCode.MEETING_LENGTH: Broken(replace(MEETING, minutes=90), "too_long"),
    RuleCode.FUTURE_START: Broken(replace(CALL, starts_at=NOW - DAY), "past_time"),
    RuleCode.CONTACT_INTERVAL: Broken(replace(CALL, starts_at=NOW + 20 * DAY), "too_late"),
    RuleCode.MEETING_OVERLAP: Broken(MEETING, "double_booked", _beside_another),
    RuleCode.ROOM_TAKEN: Broken(MEETING, "room_taken", _in_a_room_taken),
}


@dataclass(frozen=True, slots=True)
class Ending:
    """A planned activity and a completion that break a rule."""

    kind: ActivityKind
    completion: Completion
    error: str


NEXT: Final = replace(CALL, starts_at=NOW + 2 * DAY)
ENDINGS: Final[dict[RuleCode, Ending]] = {
    RuleCode.COMPLETION_COMMENT: Ending(ActivityKind.CALL, Completion("talked", next_activity=NEXT), "comment_missing"),
    RuleCode.VISIT_RECORDING: Ending(
        ActivityKind.MEETING, Completion("held", "Обсудили", next_activity=NEXT), "recording_reason_missing"
    ),
    RuleCode.NEXT_ACTIVITY: Ending(ActivityKind.CALL, Completion("talked", "Перезвонит сам"), "next_activity_missing"),
}


async def set_mode(office: Workplace, code: RuleCode, mode: Mode, role: str = "supervisor") -> None:
    """Let a rule have one mode for a role, whatever stood before; `office` writes past the policies."""
    async with office.database.write(office.order("test.rule")) as unit:
        await unit.session.execute(delete(Rule).where(Rule.code == code, Rule.role_code == role))
        await unit.session.execute(insert(Rule).values(code=code, role_code=role, mode=mode, numbers={}))


async def clear(office: Workplace) -> None:
    """Nothing is planned any more."""
    async with office.database.write(office.order("test.clear")) as unit:
        await unit.session.execute(update(Activity).values(state="cancelled"))


def for_lead(draft: ActivityDraft, lead: int) -> ActivityDraft:
    return replace(draft, client=ClientRef("lead", lead))
