"""Each rule in block, warn and off through the services, one record and many at once: the same answer everywhere."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import HistoryOp, Kind
from app.db.engine import Database
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from app.services.people.workplaces import relearn
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.rules import Mode, RuleCode
from app.services.workplace import Workplace
from tests.services.lists.making import add_leads, plan
from tests.services.rules.table import CALL, DAY, ENDINGS, MODES, PLANS, clear, for_lead, set_mode
from tests.support.office import NOW, SUPERVISOR, make_office, sit_down


@pytest.fixture
async def services(database: Database) -> Services:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    return open_services(await sit_down(database, clock, SUPERVISOR))


@pytest.fixture
def hand(services: Services, database: Database) -> Workplace:
    """The same workplace with the office's own hand: it prepares what the tests begin with."""
    return replace(services.workplace, database=database)


async def by_service(services: Services, draft: ActivityDraft) -> None:
    await services.activities.plan(draft)


async def by_bulk(services: Services, draft: ActivityDraft) -> None:
    assert draft.client is not None
    report = await services.bulk.plan("lead", [draft.client.id], draft, lambda _done, _all: None, BulkStop())
    for one in report.refused:
        raise one.error


@pytest.mark.parametrize("way", [by_service, by_bulk])
@pytest.mark.parametrize("code", PLANS)
async def test_planning_answers_alike_however_it_is_done(
    services: Services, hand: Workplace, code: RuleCode, way: Callable[[Services, ActivityDraft], Awaitable[None]]
) -> None:
    broken = PLANS[code]
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    for mode in MODES:
        await clear(hand)
        draft = for_lead(await broken.prepare(hand, broken.draft), lead)
        await set_mode(hand, code, mode)
        await relearn(services.workplace)
        found = [(one.code, one.mode) for one in await services.activities.findings(draft)]
        assert found == ([] if mode is Mode.OFF else [(broken.error, mode)])
        if mode is Mode.BLOCK:
            with pytest.raises(UserError, match=broken.error) as refused:
                await way(services, draft)
            assert (refused.value.params["rule"], refused.value.params["overridable"]) == (code, True)
            await way(services, replace(draft, override_reason="так решили"))
            lines = await services.history.of_record(Kind.LEAD, lead)
            assert [one.params["reason"] for one in lines if one.op == HistoryOp.OVERRIDE] == ["так решили"]
        else:
            await way(services, draft)
        assert len(await services.activities.of_client(ClientRef("lead", lead))) == 1


@pytest.mark.parametrize("code", ENDINGS)
async def test_completing_answers_by_the_mode(services: Services, hand: Workplace, code: RuleCode) -> None:
    ending = ENDINGS[code]
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    for mode in MODES:
        await clear(hand)
        activity = await plan(hand, NOW - DAY, lead_id=lead, kind=ending.kind.value)
        await set_mode(hand, code, mode)
        await relearn(services.workplace)
        found = await services.activities.completion_findings(activity, ending.completion)
        assert [(one.code, one.mode) for one in found] == ([] if mode is Mode.OFF else [(ending.error, mode)])
        if mode is Mode.BLOCK:
            with pytest.raises(UserError, match=ending.error):
                await services.activities.complete(activity, 1, ending.completion)
            overridden = replace(ending.completion, override_reason="так решили")
            await services.activities.complete(activity, 1, overridden)
        else:
            await services.activities.complete(activity, 1, ending.completion)


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
    await set_mode(hand, code, Mode.BLOCK)
    await relearn(services.workplace)
    with pytest.raises(UserError, match=error):
        await end(services, activity)
    await set_mode(hand, code, Mode.WARN)
    await relearn(services.workplace)
    await end(services, activity)


async def test_a_meeting_without_a_visit_takes_a_reason_where_that_blocks(services: Services, hand: Workplace) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    meeting = await plan(hand, NOW - DAY, lead_id=lead, kind="meeting")
    await set_mode(hand, RuleCode.VISIT_RECORDING, Mode.BLOCK)
    await relearn(services.workplace)
    with pytest.raises(UserError, match="recording_reason_missing"):
        await services.activities.complete(meeting, 1, Completion("held", "Обсудили"))
    refused = Completion("held", "Обсудили", no_recording_reason="Клиент отказался")
    await services.activities.complete(meeting, 1, refused)


async def test_a_cancelled_last_step_can_be_overridden_and_undoing_asks_nothing(
    services: Services, hand: Workplace
) -> None:
    (lead,) = await add_leads(hand, {"last_contact_at": NOW})
    activity = await services.activities.plan(replace(CALL, client=ClientRef("lead", lead)))
    await set_mode(hand, RuleCode.NEXT_ACTIVITY, Mode.BLOCK)
    await relearn(services.workplace)
    (newest,) = await services.undo.last(1)
    await services.undo.undo(newest.id)
    assert await services.activities.of_client(ClientRef("lead", lead)) == ()
    other = await services.activities.plan(replace(CALL, client=ClientRef("lead", lead)))
    assert activity != other
    await services.activities.cancel(other, 1, override_reason="клиент уехал")
    lines = await services.history.of_record(Kind.LEAD, lead)
    assert [one.params["reason"] for one in lines if one.op == HistoryOp.OVERRIDE] == ["клиент уехал"]
