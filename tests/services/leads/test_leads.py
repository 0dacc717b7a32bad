"""A lead from the first call on: created, edited, moved."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.core.errors import Conflict, FieldErrors, UserError
from app.core.fieldkinds import UNKNOWN
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.models import Activity, History, Lead, TimelineItem
from tests.services.clients.making import (
    attach_questionnaire,
    leads_of,
    new_lead,
    phones,
    some_value,
    stage_id,
)
from tests.support.office import EXECUTOR, MANAGER, make_office, sit_down


async def test_new_lead_names_all_that_is_missing_at_once(database: Database) -> None:
    workplace = await make_office(database)
    with pytest.raises(UserError) as caught:
        await leads_of(workplace).create({"comment": "перезвонить"})
    assert caught.value.params["fields"] == ("last_name", "phones", "source")


async def test_new_lead_keeps_what_was_typed(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(
        new_lead(workplace, phones=phones("8 (916) 000-41-27", "не знает"), total_debt=Decimal("640000.50"))
    )
    card = await leads.card(lead_id)
    assert card.name == card.title == "Гаврилова Нина"
    assert card.values["total_debt"] == Decimal("640000.50")
    written = card.values["phones"]
    assert isinstance(written, tuple)
    assert [(point.value, point.normal) for point in written] == [  # type: ignore[union-attr]  # contact points
        ("8 (916) 000-41-27", "+79160004127"),
        ("не знает", None),
    ]
    async with database.read() as session:
        row = (await session.execute(select(Lead.__table__))).one()
    assert (row.sum_amount, row.sort_key) == (64_000_050, "гаврилова нина")
    assert "79160004127" in row.norm


async def test_bad_values_are_refused_all_at_once_and_nothing_is_stored(database: Database) -> None:
    workplace = await make_office(database)
    with pytest.raises(FieldErrors) as caught:
        await leads_of(workplace).create(new_lead(workplace, total_debt="около 300", birth_date="31.02.1980"))
    assert set(caught.value.errors) == {"total_debt", "birth_date"}
    async with database.read() as session:
        assert await session.scalar(select(Lead.id)) is None


async def test_move_asks_for_what_is_missing_and_changes_nothing_without(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    target = stage_id(workplace, "scheduling")
    needs = await leads.needs(lead_id, target)
    assert [field.code for field in needs.missing] == ["total_debt", "creditor_count", "city"]
    assert [field.code for field, _ in needs.filled] == ["source", "phones"]
    with pytest.raises(UserError, match="fields_missing"):
        await leads.move(lead_id, target, {"city": "Балашиха"})
    card = await leads.card(lead_id)
    assert card.stage_id == stage_id(workplace, "new")
    assert "city" not in card.values


async def test_unknown_is_an_answer_where_the_field_allows_it(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    answers = {"total_debt": UNKNOWN, "creditor_count": UNKNOWN, "city": "Балашиха"}
    await leads.move(lead_id, stage_id(workplace, "scheduling"), answers)
    card = await leads.card(lead_id)
    assert (card.stage_id, card.values["total_debt"]) == (stage_id(workplace, "scheduling"), UNKNOWN)


async def test_requirements_add_up_and_the_meeting_time_is_not_inherited(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    codes = {field.code for field in (await leads.needs(lead_id, stage_id(workplace, "partial_payment"))).missing}
    assert {"city", "total_debt", "questionnaire", "birth_date"} <= codes
    assert not {"meeting_at", "place"} & codes


async def test_setting_the_meeting_plans_its_activity_and_moving_it_moves_the_activity(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    target = stage_id(workplace, "meeting_set")
    meeting = workplace.now() + timedelta(days=2)
    answers = {field.code: some_value(workplace, field.code)
               for field in (await leads.needs(lead_id, target)).missing if field.code not in {"meeting_at", "place"}}
    place = next(iter(workplace.registry.all.places))
    with pytest.raises(UserError, match="meeting_in_past"):
        await leads.move(
            lead_id, target, {**answers, "meeting_at": workplace.now() - timedelta(hours=1), "place": place}
        )
    await leads.move(lead_id, target, {**answers, "meeting_at": meeting, "place": place})
    await leads.move_meeting(lead_id, {"meeting_at": meeting + timedelta(days=1)})
    async with database.read() as session:
        rows = (await session.execute(select(Activity.kind, Activity.starts_at, Activity.lead_id))).all()
        lead = (await session.execute(select(Lead.next_activity_at, Lead.meeting_at))).one()
    assert rows == [(ActivityKind.MEETING, meeting + timedelta(days=1), lead_id)]
    assert lead == (meeting + timedelta(days=1), meeting + timedelta(days=1))


async def test_failure_wants_a_reason_and_cancels_what_was_planned(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    with pytest.raises(UserError, match="reason_missing"):
        await leads.move(lead_id, stage_id(workplace, "refused"), reason="  ")
    await leads.move(lead_id, stage_id(workplace, "refused"), reason="Решил подождать год")
    async with database.read() as session:
        line = (
            await session.execute(select(TimelineItem.body, TimelineItem.params).where(TimelineItem.kind == "stage"))
        ).one()
        closed = await session.scalar(select(Lead.closed_at))
    assert line.body == "Решил подождать год"
    assert line.params == {"before": stage_id(workplace, "new"), "after": stage_id(workplace, "refused")}
    assert closed == workplace.now()


async def test_required_field_cannot_be_emptied_later(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    answers = {"total_debt": Decimal(10), "creditor_count": Decimal(1), "city": "Балашиха"}
    await leads.move(lead_id, stage_id(workplace, "scheduling"), answers)
    card = await leads.card(lead_id)
    with pytest.raises(UserError) as caught:
        await leads.edit(lead_id, card.version, {"city": ""})
    assert (caught.value.code, caught.value.params["fields"]) == ("required_emptied", ("city",))


async def test_two_people_on_different_fields_both_win_and_on_the_same_the_second_is_told(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    seen = await leads.card(lead_id)
    await leads.edit(lead_id, seen.version, {"comment": "первый"}, seen.values)
    merged = await leads.edit(lead_id, seen.version, {"city": "Химки"}, seen.values)
    assert (merged.values["comment"], merged.values["city"]) == ("первый", "Химки")
    with pytest.raises(Conflict) as caught:
        await leads.edit(lead_id, seen.version, {"comment": "второй"}, seen.values)
    assert caught.value.params["fields"] == ("comment",)


async def test_history_holds_each_changed_field_with_old_and_new(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    card = await leads.card(lead_id)
    await leads.edit(lead_id, card.version, {"comment": "новый", "city": "Химки"})
    async with database.read() as session:
        line = (
            await session.execute(
                select(History.changes, History.actor_id)
                .where(History.kind == "lead", History.op == "change")
                .order_by(History.id.desc())
            )
        ).first()
    assert line is not None
    assert line.changes == {"comment": ["", "новый"], "custom.city": [None, "Химки"]}
    assert line.actor_id == workplace.actor.employee_id


async def test_manager_neither_sees_nor_changes_a_colleagues_lead_but_learns_whose_phone_it_is(
    database: Database,
) -> None:
    admin = await make_office(database)
    olga = await sit_down(database, admin.clock, MANAGER)
    pavel = await sit_down(database, admin.clock, EXECUTOR)
    lead_id = await leads_of(olga).create(new_lead(olga))
    with pytest.raises(UserError, match=r"not_allowed|not_found"):
        await leads_of(pavel).card(lead_id)
    with pytest.raises(UserError, match=r"not_allowed|not_found"):
        await leads_of(pavel).edit(lead_id, 1, {"comment": "моё"})
    known = await leads_of(pavel).known_people(["+7 916 000 41 27"], [])
    assert [(one.section, one.record_id, one.name, one.responsible_name) for one in known] == [
        ("hidden", None, "", "Кравцова Ольга")
    ]


async def test_nobody_is_known_by_what_is_no_phone(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    await leads.create(new_lead(workplace, phones=phones("не знает"), emails=phones("a@primer.test")))
    assert await leads.known_people(["не знает"], ["не знает"]) == ()


async def test_deleted_lead_is_gone_from_editing_and_comes_back_from_the_bin(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    await leads.delete(lead_id)
    with pytest.raises(UserError, match="in_bin"):
        await leads.move(lead_id, stage_id(workplace, "no_answer"))
    await leads.restore(lead_id)
    assert (await leads.card(lead_id)).deleted_at is None


async def test_progress_counts_the_fields_of_the_way_to_the_deal(database: Database) -> None:
    workplace = await make_office(database)
    leads = leads_of(workplace)
    lead_id = await leads.create(new_lead(workplace))
    before = await leads.progress(lead_id)
    await attach_questionnaire(workplace, lead_id)
    after = await leads.progress(lead_id)
    assert (before.filled, after.filled, after.total) == (2, 3, before.total)
    assert "first_payment" in {field.code for field in after.missing}
