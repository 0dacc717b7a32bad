"""What the form shows beforehand: the latest day, the strip, likely times, subjects, lengths."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.core.workdays import WorkCalendar
from app.db.engine import Database
from app.models import Lead
from app.services.records.activities import Completion
from app.services.rules import Mode, RuleCode
from tests.services.activities.making import Desk, beside, desk, moscow, set_rule
from tests.support.employees import OUT_OF_REACH, past_policies
from tests.support.office import EXECUTOR

CALL = ActivityKind.CALL


async def likely(one: Desk, kind: ActivityKind = CALL, *, after_contact: bool = False) -> list[datetime]:
    return list(await one.activities.likely_times(one.ref, kind, after_contact=after_contact))


async def age_lead(one: Desk, created_at: datetime) -> None:
    async with past_policies(one.workplace.database).write(one.workplace.order("test.age")) as unit:
        await unit.session.execute(update(Lead).values(created_at=created_at))


async def test_the_strip_shows_nine_days_with_load_weekends_and_the_latest_day(database: Database) -> None:
    one = await desk(database)
    for hour in (10, 11):
        await one.plan(starts_at=moscow(19, hour), client=None)
    await one.plan(starts_at=moscow(24, 9), client=None)
    shown = await one.activities.planning_help(one.ref, CALL)
    assert [day.day for day in shown.strip] == [date(2025, 11, 18) + timedelta(days=number) for number in range(9)]
    assert [day.count for day in shown.strip] == [0, 2, 0, 0, 0, 0, 1, 0, 0]
    assert [day.day.day for day in shown.strip if not day.working] == [22, 23]
    assert [day.day.day for day in shown.strip if not day.allowed] == [26]
    assert (shown.latest_day, shown.last_contact, shown.working_days) == (date(2025, 11, 25), date(2025, 11, 18), 5)


async def test_an_earlier_activity_frees_the_later_days_but_not_from_itself(database: Database) -> None:
    one = await desk(database)
    record = await one.plan()
    assert (await one.activities.planning_help(one.ref, CALL)).latest_day is None
    changing = await one.activities.planning_help(one.ref, CALL, except_id=record.id)
    assert changing.latest_day == date(2025, 11, 25)
    assert sum(day.count for day in changing.strip) == 0


async def test_a_warning_shows_the_latest_day_without_forbidding_and_off_shows_none(database: Database) -> None:
    one = await desk(database)
    await set_rule(one.workplace, RuleCode.CONTACT_INTERVAL, Mode.WARN)
    warned = await one.activities.planning_help(one.ref, CALL)
    assert (warned.latest_day, all(day.allowed for day in warned.strip)) == (date(2025, 11, 25), True)
    other = await beside(one, "admin@primer.test")
    await set_rule(other.workplace, RuleCode.CONTACT_INTERVAL, Mode.OFF, role="administrator")
    assert (await other.activities.planning_help(one.ref, CALL)).latest_day is None
    assert (await one.activities.planning_help(None, CALL)).latest_day is None


async def test_past_days_of_the_strip_are_not_allowed(database: Database) -> None:
    one = await desk(database)
    shown = await one.activities.planning_help(None, CALL, date(2025, 11, 16))
    assert [day.allowed for day in shown.strip] == [False, False] + [True] * 7


async def test_the_completion_that_is_under_way_counts_as_contact(database: Database) -> None:
    one = await desk(database)
    await age_lead(one, moscow(1, 10))
    assert (await one.activities.planning_help(one.ref, CALL)).latest_day == date(2025, 11, 19)
    after = await one.activities.planning_help(one.ref, CALL, after_contact=True)
    assert (after.latest_day, after.last_contact) == (date(2025, 11, 25), date(2025, 11, 18))


async def test_lengths_and_reminders_are_the_offices(database: Database) -> None:
    one = await desk(database)
    shown = {kind: await one.activities.planning_help(None, kind) for kind in ActivityKind}
    lengths = {kind: (help_.max_minutes, help_.default_minutes) for kind, help_ in shown.items()}
    assert lengths[ActivityKind.CALL] == (15, 15)
    assert lengths[ActivityKind.MEETING] == (60, 60)
    assert lengths[ActivityKind.OTHER] == (None, 60)
    assert shown[ActivityKind.MEETING].default_reminders == (10, 60)
    await set_rule(one.workplace, RuleCode.MEETING_LENGTH, Mode.BLOCK, minutes=40)
    shorter = await one.activities.planning_help(None, ActivityKind.MEETING)
    assert (shorter.max_minutes, shorter.default_minutes) == (40, 40)


async def test_recent_subjects_come_before_the_offices_own_each_once(database: Database) -> None:
    one = await desk(database)
    presets = one.workplace.registry.all.subjects[CALL]
    for subject in ("Ждёт звонка вечером", presets[2].upper(), "Узнать про зарплату", "Ждёт звонка вечером"):
        await one.plan(subject=subject)
    await one.activities.log_held(one.ref, CALL, "talked", "да", 5)
    subjects = (await one.activities.planning_help(one.ref, CALL)).subjects
    assert subjects[:3] == ("Ждёт звонка вечером", "Узнать про зарплату", presets[2].upper())
    assert subjects[3:6] == (presets[0], presets[1], presets[3])
    assert "Поговорили" not in subjects
    other = await beside(one, EXECUTOR)
    assert (await other.activities.planning_help(None, CALL)).subjects[0] == presets[0]


async def test_four_likely_times_on_a_working_morning(database: Database) -> None:
    one = await desk(database)
    assert await likely(one) == [moscow(18, 18), moscow(19, 10), moscow(19, 12), moscow(20, 12)]


async def test_likely_times_skip_the_weekend_and_what_is_over(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    one.workplace.clock.move_to(moscow(21, 18, 20))
    assert await likely(one) == [moscow(24, 10), moscow(24, 15), moscow(24, 18, 30), moscow(25, 18, 30)]
    one.workplace.clock.move_to(moscow(22, 10))
    assert await likely(one) == [moscow(24, 10), moscow(24, 12), moscow(24, 15), moscow(25, 10)]


async def test_likely_times_keep_the_latest_day_unless_a_contact_is_under_way(database: Database) -> None:
    one = await desk(database)
    await age_lead(one, moscow(1, 10))
    assert max(await likely(one)) < moscow(20, 0)
    assert len(await likely(one)) == 4
    assert max(await likely(one, after_contact=True)) == moscow(20, 12)
    await age_lead(one, moscow(11, 10))
    assert isinstance(one.workplace.clock, FixedClock)
    one.workplace.clock.move_to(moscow(18, 21, 10))
    assert await likely(one) == [moscow(18, 21, 30), moscow(18, 22), moscow(18, 22, 30), moscow(18, 23)]


async def test_a_likely_meeting_ends_with_the_working_day(database: Database) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    one.workplace.clock.move_to(moscow(18, 18, 40))
    times = await likely(one, ActivityKind.MEETING)
    assert len(times) == 4
    assert all(moment.astimezone(one.workplace.zone).hour <= 18 for moment in times)


@pytest.mark.parametrize("day", [datetime(2026, 3, 27, 13, tzinfo=UTC), datetime(2026, 10, 23, 13, tzinfo=UTC)])
async def test_the_same_time_tomorrow_is_what_the_clock_shows_over_a_change_of_hours(
    database: Database, day: datetime
) -> None:
    one = await desk(database)
    assert isinstance(one.workplace.clock, FixedClock)
    one.workplace.zone = ZoneInfo("Europe/Berlin")
    one.workplace.calendar = WorkCalendar(week=frozenset(range(7)))
    one.workplace.clock.move_to(day)
    local = [moment.astimezone(one.workplace.zone) for moment in await one.activities.likely_times(None, CALL)]
    here = day.astimezone(one.workplace.zone)
    assert [moment.hour for moment in local] == [18, 10, here.hour, here.hour]
    assert [(moment.date() - here.date()).days for moment in local] == [0, 1, 1, 2]


async def test_a_stranger_gets_no_help_about_a_client(database: Database) -> None:
    one = await desk(database)
    stranger = await beside(one, EXECUTOR)
    for attempt in (stranger.activities.planning_help(one.ref, CALL), stranger.activities.likely_times(one.ref, CALL)):
        with pytest.raises(UserError, match=OUT_OF_REACH):
            await attempt


async def test_every_likely_time_can_be_planned(database: Database) -> None:
    one = await desk(database)
    for created in (moscow(18, 9), moscow(12, 9), moscow(1, 9)):
        await age_lead(one, created)
        for moment in await likely(one):
            record = await one.plan(starts_at=moment)
            await one.activities.complete(record.id, 1, Completion("no_answer"))
