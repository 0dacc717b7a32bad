"""What an administrator changes holds at once, for everybody, and nobody writes over a colleague's change."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from app.core.clock import FixedClock
from app.core.errors import Conflict, UserError
from app.core.kinds import ActivityKind, StageKind
from app.db.engine import Database
from app.models import History, Lead, TimelineItem
from app.services.container import Services, open_services
from app.services.office import OwnDay, WorkOrder
from app.services.ports import CalendarDay
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.records.office import CallResultRecord, RuleRecord
from app.services.rules import Mode, Place, RuleBook, RuleCode
from tests.services.lists.making import add_leads
from tests.support.office import MANAGER, NOW, make_office, sit_down


class OneHoliday:
    """A country with one day off a year."""

    def countries(self) -> tuple[str, ...]:
        return ("RU",)

    def days(self, country: str, years: object, language: str) -> tuple[CalendarDay, ...]:
        wanted = list(years)  # type: ignore[call-overload]  # what the port hands over
        return tuple(CalendarDay(date(year, 11, 19), working=False, name="Праздник") for year in wanted)


@pytest.fixture
async def office(database: Database) -> Services:
    """The administrator's services."""
    return open_services(await make_office(database, FixedClock(NOW)), OneHoliday())


async def manager_of(office: Services) -> Services:
    return open_services(await sit_down(office.workplace.database, office.workplace.clock, MANAGER))


async def test_only_who_may_change_settings_saves_them(office: Services) -> None:
    manager = await manager_of(office)
    rules, order = manager.office_rules.stored(), manager.office_order.stored()
    calendar, stages = await manager.office_calendar.stored(), manager.office_stages.stored("lead")
    with pytest.raises(UserError, match="not_allowed"):
        await manager.office_rules.save(rules, rules)
    with pytest.raises(UserError, match="not_allowed"):
        await manager.office_order.save(order, order)
    with pytest.raises(UserError, match="not_allowed"):
        await manager.office_calendar.save(calendar, calendar)
    with pytest.raises(UserError, match="not_allowed"):
        await manager.office_stages.save("lead", stages, stages)
    with pytest.raises(UserError, match="not_allowed"):
        await manager.office_stages.delete("lead", stages[1].id or 0, stages[0].id)


async def test_a_rule_is_set_by_role_and_its_number_by_stage(office: Services) -> None:
    seen = office.office_rules.stored()
    wanted = [one for one in seen if one.code != RuleCode.CONTACT_INTERVAL]
    wanted += [
        RuleRecord("contact_interval", "", "", "", "block", {"working_days": 4}),
        RuleRecord("contact_interval", "manager", "", "", "warn", {}),
        RuleRecord("contact_interval", "", "lead", "thinking", "", {"working_days": 9}),
    ]
    await office.office_rules.save(seen, wanted)
    book = RuleBook(office.workplace.registry, "manager")
    elsewhere = book.setting(RuleCode.CONTACT_INTERVAL, Place("deal", "signed"))
    thinking = book.setting(RuleCode.CONTACT_INTERVAL, Place("lead", "thinking"))
    assert (elsewhere.mode, elsewhere.numbers) == (Mode.WARN, {"working_days": 4})
    assert (thinking.mode, thinking.numbers) == (Mode.WARN, {"working_days": 9})
    assert RuleBook(office.workplace.registry, "supervisor").setting(
        RuleCode.CONTACT_INTERVAL, Place("lead", "thinking")
    ).mode is Mode.BLOCK  # fmt: skip
    with pytest.raises(Conflict, match="settings_changed"):
        await office.office_rules.save(seen, wanted)
    await office.office_rules.save(office.office_rules.stored(), seen)
    assert office.office_rules.stored() == seen


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (RuleRecord("contact_interval", "", "", "", "mark", {}), "rule_mode_unsuitable"),
        (RuleRecord("contact_interval", "", "", "", "", {}), "rule_mode_unsuitable"),
        (RuleRecord("call_length", "", "", "", "block", {"minutes": 0}), "rule_number_unsuitable"),
        (RuleRecord("near_deadline", "", "", "", "block", {"days": 3}), "rule_mode_unsuitable"),
    ],
)
async def test_what_no_rule_can_be_is_refused(office: Services, row: RuleRecord, code: str) -> None:
    with pytest.raises(UserError, match=code):
        await office.office_rules.save(office.office_rules.stored(), [row])


async def test_the_order_of_work_is_saved_with_its_trace(office: Services) -> None:
    seen = office.office_order.stored()
    stage = office.workplace.registry.stage_by_code("lead", "no_answer")
    wanted = WorkOrder({**seen.leads, stage.id: 1}, ("payment", "overdue"))
    await office.office_order.save(seen, wanted)
    assert office.office_order.stored() == wanted
    async with office.workplace.database.read() as session:
        lines = list(await session.scalars(select(History).where(History.kind == "settings").order_by(History.id)))
    assert [line.actor_id for line in lines[-2:]] == [office.workplace.actor.employee_id] * 2
    with pytest.raises(UserError, match="queue_place_unsuitable"):
        await office.office_order.save(wanted, WorkOrder({stage.id: 9}, ()))
    with pytest.raises(Conflict, match="settings_changed"):
        await office.office_order.save(seen, wanted)


async def test_the_office_s_own_day_stands_above_the_country_s_and_gives_it_back(office: Services) -> None:
    """The latest allowed day follows at once."""
    assert await office.office_calendar.renew()
    assert not await office.office_calendar.renew()
    workplace, holiday = office.workplace, date(2025, 11, 19)
    assert not workplace.calendar.is_working(holiday)
    (lead,) = await add_leads(workplace, {"last_contact_at": NOW})
    help_ = await office.activities.planning_help(ClientRef("lead", lead), ActivityKind.CALL)
    assert help_.latest_day == date(2025, 11, 26)
    seen = await office.office_calendar.stored()
    wanted = replace(
        seen, week=frozenset(range(6)), start=time(8),
        own_days=(OwnDay(holiday, working=True), OwnDay(date(2025, 11, 21), working=False, name="Переезд")),
    )  # fmt: skip
    await office.office_calendar.save(seen, wanted)
    assert await office.office_calendar.stored() == wanted
    help_ = await office.activities.planning_help(ClientRef("lead", lead), ActivityKind.CALL)
    assert help_.latest_day == date(2025, 11, 25)
    await office.office_calendar.save(wanted, seen)
    assert not workplace.calendar.is_working(holiday)
    with pytest.raises(UserError, match="workday_wrong"):
        await office.office_calendar.save(seen, replace(seen, end=seen.start))
    with pytest.raises(UserError, match="week_empty"):
        await office.office_calendar.save(seen, replace(seen, week=frozenset()))


async def test_results_are_renamed_added_and_only_unused_ones_taken_away(office: Services) -> None:
    kind = ActivityKind.CALL
    seen = office.call_results.stored(kind)
    new = CallResultRecord("", "Сбросили", kind, reached=False, needs_comment=False)
    wanted = (new, *(replace(one, name=f"{one.name}!") for one in seen if one.code != "wrong_number"))
    await office.call_results.save(kind, seen, wanted)
    stored = office.call_results.stored(kind)
    assert [one.code for one in stored] == ["own_1", "talked", "no_answer", "unavailable", "call_back"]
    (lead,) = await add_leads(office.workplace, {})
    await office.activities.log_held(ClientRef("lead", lead), kind, "own_1", "", 1)
    with pytest.raises(UserError, match="result_in_use"):
        await office.call_results.save(kind, stored, stored[1:])
    with pytest.raises(UserError, match="result_needed"):
        await office.call_results.save(kind, stored, [one for one in stored if one.code != "no_answer"])
    with pytest.raises(UserError, match="result_named_twice"):
        await office.call_results.save(kind, stored, (*stored, replace(stored[0], code="")))
    assert office.call_results.stored(kind) == stored


async def test_a_stage_is_renamed_asks_for_more_and_comes_to_another_place(office: Services) -> None:
    seen = office.office_stages.stored("lead")
    first, second, *rest = seen
    renamed = replace(first, name="Заявка", hint="Позвонить", required=first.required | {"city"})
    added = replace(second, id=None, name="Перезвонить", required=frozenset(), here_only=frozenset())
    await office.office_stages.save("lead", seen, (second, renamed, added, *rest))
    stages = office.workplace.registry.stages("lead")
    assert [one.name for one in stages[:3]] == [second.name, "Заявка", "Перезвонить"]
    assert set(stages[1].required) == {"source", "city"}
    assert (stages[2].code, stages[2].kind) == ("own_1", StageKind.WORKING)
    converted = office.workplace.registry.stage_by_code("lead", "converted")
    assert "deal.amount" in converted.required
    with pytest.raises(Conflict, match="settings_changed"):
        await office.office_stages.save("lead", seen, seen)
    now = office.office_stages.stored("lead")
    with pytest.raises(UserError, match="stage_named_twice"):
        await office.office_stages.save("lead", now, (*now, replace(now[0], id=None)))


async def test_a_deleted_stage_s_records_go_elsewhere_and_the_queue_goes_on(office: Services) -> None:
    registry = office.workplace.registry
    silent, new = (registry.stage_by_code("lead", code).id for code in ("no_answer", "new"))
    gone, stays = await add_leads(office.workplace, {"stage": "no_answer"}, {"stage": "new"})
    with pytest.raises(UserError, match="stage_target_missing"):
        await office.office_stages.delete("lead", silent, None)
    with pytest.raises(UserError, match="stage_needed"):
        await office.office_stages.delete("lead", registry.stage_by_code("lead", "converted").id, new)
    assert await office.office_stages.delete("lead", silent, new) == 1
    async with office.workplace.database.read() as session:
        assert set(await session.scalars(select(Lead.stage_id))) == {new}
        told = await session.scalar(select(TimelineItem.params).where(TimelineItem.lead_id == gone))
    assert told == {"before": silent, "after": new}
    assert silent in registry.all.deleted_stages
    strip = await office.queue.strip("lead")
    assert (strip.waiting, [place.rank for place in strip.places]) == (2, [1, 2, 3, 4])
    assert {gone, stays} == {
        item.ref.id
        for item in [await office.queue.next("lead", (stays,)), await office.queue.next("lead", (gone,))]
        if item
    }
    with pytest.raises(UserError, match="stage_gone"):
        await office.office_stages.delete("lead", silent, new)


async def test_a_manager_s_planner_hears_of_a_rule_turned_off(office: Services) -> None:
    seen = office.office_rules.stored()
    off = [replace(one, mode="off") if one.code == RuleCode.SUBJECT else one for one in seen]
    draft = ActivityDraft(ActivityKind.CALL, "Звонок", NOW + timedelta(hours=1), 15, None)
    with pytest.raises(UserError, match="subject_is_kind"):
        await office.activities.plan(draft)
    await office.office_rules.save(seen, off)
    assert await office.activities.plan(draft)
