"""Each rule in block, warn and off through the services, one record and many at once: the same answer everywhere."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from sqlalchemy import insert, update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind, HistoryOp, Kind
from app.db.engine import Database
from app.models import Rule
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from app.services.people.workplaces import relearn
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace
from tests.services.lists.making import add_leads, plan
from tests.support.office import NOW, SUPERVISOR, make_office, sit_down

DAY: Final = timedelta(days=1)
CALL: Final = ActivityDraft(ActivityKind.CALL, "Узнать решение", NOW + DAY, 15, None)

PLANS: Final[dict[RuleCode, tuple[ActivityDraft, str]]] = {
    RuleCode.SUBJECT: (replace(CALL, subject="Звонок"), "subject_is_kind"),
    RuleCode.CALL_LENGTH: (replace(CALL, minutes=20), "too_long"),
    RuleCode.MEETING_LENGTH: (replace(CALL, kind=ActivityKind.MEETING, minutes=90), "too_long"),
    RuleCode.FUTURE_START: (replace(CALL, starts_at=NOW - DAY), "past_time"),
    RuleCode.CONTACT_INTERVAL: (replace(CALL, starts_at=NOW + 20 * DAY), "too_late"),
}
"""A draft that breaks just this rule."""


@pytest.fixture
async def services(database: Database) -> Services:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    return open_services(await sit_down(database, clock, SUPERVISOR))


@pytest.fixture
def hand(services: Services, database: Database) -> Workplace:
    """The same workplace with the office's own hand: it prepares what the tests begin with."""
    return replace(services.workplace, database=database)


async def set_mode(services: Services, hand: Workplace, code: RuleCode, mode: Mode) -> None:
    async with hand.database.write(hand.order("test.rule")) as unit:
        row = {"code": code, "role_code": "supervisor", "mode": mode, "numbers": {}}
        await unit.session.execute(insert(Rule).values(**row))
    await relearn(services.workplace)


@pytest.mark.parametrize("code", PLANS)
async def test_planning_with_one_and_with_many(services: Services, hand: Workplace, code: RuleCode) -> None:
    draft, error = PLANS[code]
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    draft = replace(draft, client=ClientRef("lead", lead))
    with pytest.raises(UserError, match=error) as refused:
        await services.activities.plan(draft)
    assert (refused.value.params["rule"], refused.value.params["overridable"]) == (code, True)
    report = await services.bulk.plan("lead", [lead], draft, lambda _done, _all: None, BulkStop())
    assert [one.error.code for one in report.refused] == [error]
    await set_mode(services, hand, code, Mode.WARN)
    assert [(one.code, one.mode) for one in await services.activities.findings(draft)] == [(error, Mode.WARN)]
    assert await services.activities.plan(draft)
    async with hand.database.write(hand.order("test.off")) as unit:
        await unit.session.execute(update(Rule).where(Rule.role_code == "supervisor").values(mode=Mode.OFF))
    await relearn(services.workplace)
    draft = replace(draft, starts_at=draft.starts_at + timedelta(hours=2))  # one meeting at a time
    assert await services.activities.findings(draft) == ()
    report = await services.bulk.plan("lead", [lead], draft, lambda _done, _all: None, BulkStop())
    assert report.done == 1


Ending = Callable[[Services, int], Awaitable[object]]


async def _silent_call(services: Services, activity: int) -> object:
    return await services.activities.complete(activity, 1, Completion("talked"))


async def _cancelled(services: Services, activity: int) -> object:
    return await services.activities.cancel(activity, 1)


async def _deleted(services: Services, activity: int) -> object:
    return await services.activities.delete(activity, 1)


async def _without_next(services: Services, activity: int) -> object:
    return await services.activities.complete(activity, 1, Completion("talked", "Перезвонит сам"))


@pytest.mark.parametrize(
    ("code", "error", "end"),
    [
        (RuleCode.COMPLETION_COMMENT, "comment_missing", _silent_call),
        (RuleCode.NEXT_ACTIVITY, "next_activity_missing", _without_next),
        (RuleCode.NEXT_ACTIVITY, "next_activity_missing", _cancelled),
        (RuleCode.NEXT_ACTIVITY, "next_activity_missing", _deleted),
    ],
)
async def test_ending_an_activity(services: Services, hand: Workplace, code: RuleCode, error: str, end: Ending) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    activity = await plan(hand, NOW + DAY, lead_id=lead)
    await set_mode(services, hand, code, Mode.BLOCK)
    with pytest.raises(UserError, match=error):
        await end(services, activity)
    async with hand.database.write(hand.order("test.warn")) as unit:
        await unit.session.execute(update(Rule).where(Rule.role_code == "supervisor").values(mode=Mode.WARN))
    await relearn(services.workplace)
    await end(services, activity)


async def test_a_meeting_without_a_visit_takes_a_reason_where_that_blocks(services: Services, hand: Workplace) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    meeting = await plan(hand, NOW - DAY, lead_id=lead, kind="meeting")
    await set_mode(services, hand, RuleCode.VISIT_RECORDING, Mode.BLOCK)
    with pytest.raises(UserError, match="recording_reason_missing"):
        await services.activities.complete(meeting, 1, Completion("held", "Обсудили"))
    refused = Completion("held", "Обсудили", no_recording_reason="Клиент отказался")
    await services.activities.complete(meeting, 1, refused)


async def test_a_cancelled_last_step_can_be_overridden_and_undoing_asks_nothing(
    services: Services, hand: Workplace
) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    activity = await services.activities.plan(replace(CALL, client=ClientRef("lead", lead)))
    await set_mode(services, hand, RuleCode.NEXT_ACTIVITY, Mode.BLOCK)
    (newest,) = await services.undo.last(1)
    await services.undo.undo(newest.id)
    assert await services.activities.of_client(ClientRef("lead", lead)) == ()
    other = await services.activities.plan(replace(CALL, client=ClientRef("lead", lead)))
    assert activity != other
    await services.activities.cancel(other, 1, override_reason="клиент уехал")
    lines = await services.history.of_record(Kind.LEAD, lead)
    assert [one.params["reason"] for one in lines if one.op == HistoryOp.OVERRIDE] == ["клиент уехал"]
