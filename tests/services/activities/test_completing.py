"""Completing: the result, the line, the next activity and the stage, all or nothing; the rules about it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind, ActivityState, Kind, TimelineKind
from app.db.engine import Database
from app.models import Activity, History, Lead, TimelineItem
from app.services.lines import Clients, write_line
from app.services.records.activities import Completion
from app.services.rules import Mode, RuleCode
from tests.services.activities.making import Desk, beside, desk, moscow, set_rule
from tests.services.clients.making import leads_of, stage_id
from tests.support.employees import OUT_OF_REACH
from tests.support.office import EXECUTOR, NOW, SUPERVISOR


async def lead_row(database: Database) -> tuple[object, object]:
    async with database.read() as session:
        row = (await session.execute(select(Lead.last_contact_at, Lead.next_activity_at))).one()
    return row.last_contact_at, row.next_activity_at


async def newest(one: Desk) -> tuple[TimelineKind, str, dict[str, object]]:
    line = (await one.timeline.of_client(one.ref))[0]
    return line.kind, line.body, line.params


async def test_a_talk_is_a_contact_and_its_comment_the_line(database: Database) -> None:
    one = await desk(database)
    record = await one.plan(starts_at=moscow(18, 12, 30))
    assert await one.activities.complete(record.id, record.version, Completion("talked", " Придёт в четверг ")) is None
    done = await one.record(record.id)
    assert (done.state, done.result, done.result_comment) == (ActivityState.DONE, "talked", "Придёт в четверг")
    assert done.completed_at == NOW
    params = {"activity": "call", "subject": "Узнать решение", "result": "talked"}
    assert await newest(one) == (TimelineKind.CALL, "Придёт в четверг", params)
    assert await lead_row(database) == (NOW, None)


async def test_no_answer_takes_one_key_and_is_no_contact(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.activities.complete(record.id, record.version, Completion("no_answer"))
    kind, body, params = await newest(one)
    assert (kind, body, params["result"]) == (TimelineKind.CALL, "", "no_answer")
    assert await lead_row(database) == (None, None)


@pytest.mark.parametrize(
    ("kind", "minutes", "result", "expected"),
    [
        (ActivityKind.MEETING, 60, "held", TimelineKind.MEETING),
        (ActivityKind.MESSAGE, 15, "answered", TimelineKind.ACTIVITY_DONE),
        (ActivityKind.LETTER, 15, "sent", TimelineKind.ACTIVITY_DONE),
        (ActivityKind.OTHER, 300, "done", TimelineKind.ACTIVITY_DONE),
    ],
)
async def test_each_kind_ends_with_a_line(
    database: Database, kind: ActivityKind, minutes: int, result: str, expected: TimelineKind
) -> None:
    one = await desk(database)
    record = await one.plan(kind=kind, minutes=minutes)
    await one.activities.complete(record.id, record.version, Completion(result, "да", "клиент отказался"))
    assert (await newest(one))[0] is expected
    assert (await lead_row(database))[0] == (NOW if result in ("held", "answered") else None)


async def test_next_activity_counts_its_limit_from_the_talk_that_ends(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    record = await one.plan()
    one.workplace.clock.move_to(NOW + timedelta(days=6))
    following = one.draft(starts_at=moscow(1, 10, month=12), client=None, subject="Подтвердить встречу")
    unanswered = Completion("no_answer", next_activity=following)
    with pytest.raises(UserError, match="too_late"):
        await one.activities.complete(record.id, record.version, unanswered)
    assert (await one.record(record.id)).state is ActivityState.PLANNED
    assert len(await one.timeline.of_client(one.ref)) == 1
    next_id = await one.activities.complete(
        record.id, record.version, Completion("talked", "Ждёт зарплату", next_activity=following)
    )
    assert next_id is not None
    following_record = await one.record(next_id)
    assert (following_record.client, following_record.starts_at) == (one.ref, moscow(1, 10, month=12))
    assert await lead_row(database) == (one.workplace.now(), moscow(1, 10, month=12))


async def test_the_stage_moves_with_the_completion_or_nothing_does(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    target = stage_id(one.workplace, "scheduling")
    completion = Completion("talked", "Пять кредитов", next_activity=one.draft(client=None), stage_id=target)
    with pytest.raises(UserError, match="fields_missing") as caught:
        await one.activities.complete(record.id, record.version, completion)
    assert (await one.record(record.id)).state is ActivityState.PLANNED
    assert await lead_row(database) == (None, record.starts_at)
    fields = caught.value.params["fields"]
    assert isinstance(fields, tuple)
    await one.activities.complete(
        record.id, record.version, replace(completion, stage_values=dict.fromkeys(fields, "1"))
    )
    assert (await leads_of(one.workplace).card(one.ref.id)).stage_id == target
    kinds = [line.kind for line in await one.timeline.of_client(one.ref)]
    assert kinds == [TimelineKind.STAGE, TimelineKind.CALL, TimelineKind.CREATED]


async def test_closing_as_failed_takes_the_comment_as_its_reason_and_needs_no_next(database: Database) -> None:
    one = await desk(database)
    await set_rule(one.workplace, RuleCode.NEXT_ACTIVITY, Mode.BLOCK)
    record = await one.plan()
    refused = stage_id(one.workplace, "refused")
    await one.activities.complete(record.id, record.version, Completion("talked", "Дорого", stage_id=refused))
    kind, body, _ = await newest(one)
    assert (kind, body) == (TimelineKind.STAGE, "Дорого")


async def test_a_comment_is_asked_by_block_by_warning_or_not_at_all(database: Database) -> None:
    one = await desk(database)
    first, second, third = [await one.plan(starts_at=moscow(19, hour)) for hour in (10, 11, 12)]
    with pytest.raises(UserError, match="comment_missing"):
        await one.activities.complete(first.id, first.version, Completion("talked", "  "))
    await set_rule(one.workplace, RuleCode.COMPLETION_COMMENT, Mode.WARN)
    found = await one.activities.completion_findings(first.id, Completion("talked"))
    assert [(one.rule, one.mode) for one in found] == [(RuleCode.COMPLETION_COMMENT, Mode.WARN)]
    await one.activities.complete(first.id, first.version, Completion("talked"))
    await set_rule(one.workplace, RuleCode.COMPLETION_COMMENT, Mode.OFF, role="supervisor")
    head = await beside(one, SUPERVISOR)
    assert await head.activities.completion_findings(second.id, Completion("talked")) == ()
    await head.activities.complete(second.id, second.version, Completion("talked"))
    assert (await one.record(third.id)).state is ActivityState.PLANNED


async def test_a_meeting_without_recording_warns_until_a_reason_or_a_visit(database: Database) -> None:
    one = await desk(database)
    record = await one.plan(kind=ActivityKind.MEETING, minutes=60, starts_at=moscow(18, 12))
    await one.plan(starts_at=moscow(19, 10), subject="Узнать решение")
    held = Completion("held", "Подписали")
    assert [found.code for found in await one.activities.completion_findings(record.id, held)] == [
        "recording_reason_missing"
    ]
    refused = replace(held, no_recording_reason="клиент отказался")
    assert await one.activities.completion_findings(record.id, refused) == ()
    await set_rule(one.workplace, RuleCode.VISIT_RECORDING, Mode.BLOCK)
    with pytest.raises(UserError, match="recording_reason_missing"):
        await one.activities.complete(record.id, record.version, held)
    async with database.write(one.workplace.order("visit.record")) as unit:
        await write_line(unit, TimelineKind.VISIT, Clients(lead_id=one.ref.id))
    await one.activities.complete(record.id, record.version, held)
    assert (await one.record(record.id)).no_recording_reason is None


async def test_the_last_one_asks_for_the_next_by_its_mode(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    done = Completion("talked", "Думает")
    assert [found.code for found in await one.activities.completion_findings(record.id, done)] == [
        "next_activity_missing"
    ]
    with_next = replace(done, next_activity=one.draft())
    assert await one.activities.completion_findings(record.id, with_next) == ()
    await set_rule(one.workplace, RuleCode.NEXT_ACTIVITY, Mode.BLOCK)
    with pytest.raises(UserError, match="next_activity_missing"):
        await one.activities.complete(record.id, record.version, done)
    assert len(await one.timeline.of_client(one.ref)) == 1
    await one.activities.complete(record.id, record.version, with_next)
    (following,) = await one.activities.of_client(one.ref)
    await set_rule(one.workplace, RuleCode.NEXT_ACTIVITY, Mode.BLOCK, role="supervisor")
    head = await beside(one, SUPERVISOR)
    reasoned = replace(done, override_reason="клиент уехал")
    await head.activities.complete(following.id, following.version, reasoned)
    async with database.read() as session:
        params = await session.scalar(
            select(History.params).where(
                History.kind == Kind.ACTIVITY, History.ref == following.id, History.params.is_not(None)
            )
        )
    assert params == {"overridden": ["next_activity"], "reason": "клиент уехал"}


async def test_a_meeting_nobody_came_to_is_missed_and_asks_for_the_next_step(database: Database) -> None:
    one = await desk(database)
    call, meeting = await one.plan(), await one.plan(kind=ActivityKind.MEETING, minutes=60)
    with pytest.raises(UserError, match="not_a_meeting"):
        await one.activities.missed(call.id, call.version)
    next_id = await one.activities.missed(meeting.id, meeting.version, one.draft(subject="Узнать, что случилось"))
    missed = await one.record(meeting.id)
    assert (missed.state, missed.result) == (ActivityState.MISSED, "missed")
    assert next_id is not None
    assert (await lead_row(database))[0] is None


@pytest.mark.parametrize(
    ("kind", "result"), [(ActivityKind.CALL, "held"), (ActivityKind.CALL, ""), (ActivityKind.OTHER, "talked")]
)
async def test_a_result_of_another_kind_is_refused(database: Database, kind: ActivityKind, result: str) -> None:
    one = await desk(database)
    record = await one.plan(kind=kind)
    with pytest.raises(UserError, match="result_unknown"):
        await one.activities.complete(record.id, record.version, Completion(result, "да"))


async def test_reopening_takes_the_line_and_the_contact_back(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    await one.activities.complete(record.id, record.version, Completion("talked", "ошибся строкой"))
    await one.activities.reopen(record.id, record.version + 1)
    again = await one.record(record.id)
    assert (again.state, again.result, again.result_comment, again.completed_at) == (
        ActivityState.PLANNED,
        None,
        "",
        None,
    )
    assert await lead_row(database) == (None, record.starts_at)
    assert await one.timeline.of_client(one.ref, {TimelineKind.CALL}) == ()


async def test_what_was_held_unplanned_is_logged_at_its_real_length(database: Database) -> None:
    one = await desk(database)
    next_draft = one.draft(client=None, subject="Подтвердить встречу")
    logged = await one.activities.log_held(one.ref, ActivityKind.CALL, "talked", "Сама позвонила", 47, next_draft)
    record = await one.record(logged)
    assert (record.state, record.minutes, record.subject) == (ActivityState.DONE, 47, "Поговорили")
    assert record.starts_at == NOW - timedelta(minutes=47)
    kind, body, params = await newest(one)
    assert (kind, body, params["minutes"]) == (TimelineKind.CALL, "Сама позвонила", 47)
    assert await lead_row(database) == (NOW, next_draft.starts_at)


async def test_what_is_logged_later_counts_from_when_it_was_held(database: Database) -> None:
    one = await desk(database)
    await one.activities.log_held(
        one.ref,
        ActivityKind.MEETING,
        "held",
        "Приходил без записи",
        30,
        details=Completion("held", no_recording_reason="забыл"),
        held_at=moscow(14, 10),
    )
    assert await lead_row(database) == (moscow(14, 10, 30), None)
    with pytest.raises(UserError, match="future_time"):
        await one.activities.log_held(one.ref, ActivityKind.CALL, "talked", "да", 5, held_at=moscow(19, 10))
    with pytest.raises(UserError, match="comment_missing"):
        await one.activities.log_held(one.ref, ActivityKind.CALL, "talked", "", 5)
    stranger = await beside(one, EXECUTOR)
    with pytest.raises(UserError, match=OUT_OF_REACH):
        await stranger.activities.log_held(one.ref, ActivityKind.CALL, "talked", "да", 5)


async def test_an_activity_without_a_client_is_done_without_a_line(database: Database) -> None:
    one = await desk(database)
    record = await one.plan(client=None, kind=ActivityKind.OTHER, subject="Сдать отчёт")
    await one.activities.complete(record.id, record.version, Completion("done"))
    async with database.read() as session:
        assert await session.scalar(select(func.count()).where(TimelineItem.activity_id.is_not(None))) == 0
        assert await session.scalar(select(Activity.state).where(Activity.id == record.id)) == ActivityState.DONE
