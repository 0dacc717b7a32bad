"""The rows of a page: cells of each section, in the order asked, for the columns asked."""

from datetime import date, timedelta
from decimal import Decimal

from app.core.fieldkinds import UNKNOWN
from app.core.kinds import ActivityKind, ActivityState, TimelineKind
from app.models import Payment
from app.services.lists.service import Lists
from app.services.records.cells import (
    ActivitySubject,
    Amount,
    ClientName,
    LastLine,
    NextActivity,
    Paid,
    PersonName,
    StageTag,
)
from app.services.records.lists import Filter, Sort
from app.services.workplace import Workplace
from tests.services.lists.making import add, add_contacts, add_deals, add_leads, line, plan
from tests.support.office import NOW


async def test_a_lead_s_row_says_whom_where_and_what_is_next(workplace: Workplace, lists: Lists) -> None:
    source = next(iter(workplace.registry.all.sources))
    (lead,) = await add_leads(
        workplace,
        {"last_name": "Гаврилова", "first_name": "Нина", "title": "Заявка с сайта", "phone": "+79160004127",
         "sum_amount": 64_000_000, "source_id": source, "stage": "thinking"},
    )  # fmt: skip
    activity = await plan(workplace, NOW + timedelta(minutes=3), lead_id=lead, subject="Первый звонок")
    await line(workplace, "Кредиты в трёх банках", lead_id=lead)
    columns = ("queue", "name", "stage", "activity", "phone", "sum", "last_contact", "responsible", "source", "number")
    (row,) = await lists.rows("lead", [lead], columns)
    stage = workplace.registry.stage_by_code("lead", "thinking")
    assert row == (
        lead,
        stage.queue_rank,
        PersonName("Гаврилова Нина", "Заявка с сайта"),
        stage.id,
        NextActivity(activity, ActivityKind.CALL, "Первый звонок", NOW + timedelta(minutes=3), None, "", False),
        "+79160004127",
        Amount(Decimal("640000.00"), "RUB"),
        LastLine(NOW, TimelineKind.COMMENT, "Кредиты в трёх банках", {}),
        workplace.actor.employee_id,
        source,
        lead,
    )


async def test_a_lead_without_anything_has_empty_cells(workplace: Workplace, lists: Lists) -> None:
    (lead,) = await add_leads(workplace, {"title": "Заявка"})
    (row,) = await lists.rows("lead", [lead], ("name", "activity", "last_contact", "sum", "source", "phone"))
    assert row == (lead, PersonName("Заявка", ""), None, None, None, None, None)


async def test_rows_come_in_the_order_asked_and_without_those_gone(workplace: Workplace, lists: Lists) -> None:
    a, b, c = await add_leads(workplace, {}, {}, {})
    assert [row[0] for row in await lists.rows("lead", [c, 10**9, a, b], ())] == [c, a, b]
    assert await lists.rows("lead", [], ("name",)) == []


async def test_a_column_that_is_gone_is_empty(workplace: Workplace, lists: Lists) -> None:
    (lead,) = await add_leads(workplace, {"last_name": "А"})
    (row,) = await lists.rows("lead", [lead], ("removed", "number", "removed_too"))
    assert row == (lead, None, lead, None)


async def test_every_column_of_every_section_can_be_read_and_sorted_by(workplace: Workplace, lists: Lists) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Котова"})
    (lead,) = await add_leads(workplace, {"last_name": "Котова"})
    (deal,) = await add_deals(workplace, {"contact_id": contact, "last_name": "Котова"})
    activity = await plan(workplace, NOW, deal_id=deal, contact_id=contact)
    for section, record in (("lead", lead), ("deal", deal), ("contact", contact), ("activity", activity)):
        columns = lists.columns(section)
        assert len({column.code for column in columns}) == len(columns)
        (row,) = await lists.rows(section, [record], [column.code for column in columns])
        assert len(row) == len(columns) + 1
        for column in columns:
            for descending in (False, True):
                found = await lists.ids(section, Filter(), Sort(column.code, descending))
                assert found.tolist() == [record], column


async def test_custom_fields_are_read_by_their_kind(workplace: Workplace, lists: Lists) -> None:
    document = {"total_debt": 123_456, "mortgage": True, "city": "Химки", "dependants": "2"}
    known = {one.code for one in workplace.registry.fields("lead")}
    document = {code: value for code, value in document.items() if code in known}
    assert len(document) >= 3, "the preset's fields have other codes now"
    (lead, unsure) = await add_leads(
        workplace, {"custom": document}, {"custom": {code: {"unknown": True} for code in document}}
    )
    rows = await lists.rows("lead", [lead, unsure], list(document))
    found = dict(zip(document, rows[0][1:], strict=True))
    assert found["total_debt"] == Amount(Decimal("1234.56"), "RUB")
    assert found["city"] == "Химки"
    assert set(rows[1][1:]) == {UNKNOWN}


async def test_a_badge_counts_overdue_and_today_and_one_where_nothing_is_planned(
    workplace: Workplace, lists: Lists
) -> None:
    busy, idle, later, closed = await add_leads(workplace, {}, {}, {}, {"stage": "refused"})
    for starts_at in (NOW - timedelta(days=1), NOW + timedelta(hours=2), NOW + timedelta(days=3)):
        await plan(workplace, starts_at, lead_id=busy)
    await plan(workplace, NOW - timedelta(days=1), lead_id=busy, state="done")
    await plan(workplace, NOW + timedelta(days=3), lead_id=later)
    rows = await lists.rows("lead", [busy, idle, later, closed], ("badge",))
    assert [row[1] for row in rows] == [2, 1, 0, 0]


async def test_a_deal_says_how_far_it_is_paid(workplace: Workplace, lists: Lists) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Котова"})
    (deal,) = await add_deals(workplace, {"contact_id": contact, "amount": 17_500_000})
    row = {"deal_id": deal, "created_at": NOW}
    await add(
        workplace, Payment,
        {**row, "number": 1, "planned_on": date(2025, 10, 1), "amount": 5_800_000, "received_on": date(2025, 10, 1)},
        {**row, "number": 2, "planned_on": date(2025, 11, 17), "amount": 4_000_000},
        {**row, "number": 3, "planned_on": date(2025, 11, 18), "amount": 7_700_000},
    )  # fmt: skip
    ((_, paid),) = await lists.rows("deal", [deal], ("paid",))
    assert paid == Paid(Decimal(58_000), Decimal(175_000), "RUB", Decimal(40_000), date(2025, 11, 17))


async def test_a_contact_shows_its_deals_and_leads_open_ones_first(workplace: Workplace, lists: Lists) -> None:
    one, nobody = await add_contacts(workplace, {"last_name": "Мироненко"}, {"last_name": "Никто"})
    won, signed = await add_deals(
        workplace, {"contact_id": one, "stage": "won"}, {"contact_id": one, "stage": "signed"}
    )
    lead, _converted, _gone = await add_leads(
        workplace, {"contact_id": one}, {"contact_id": one, "stage": "converted"},
        {"contact_id": one, "deleted_at": NOW},
    )  # fmt: skip
    rows = await lists.rows("contact", [one, nobody], ("clients",))
    stage = {code: workplace.registry.stage_by_code("deal", code).id for code in ("won", "signed")}
    assert rows[0][1] == (
        StageTag("deal", signed, stage["signed"]),
        StageTag("lead", lead, workplace.registry.stage_by_code("lead", "new").id),
        StageTag("deal", won, stage["won"]),
    )
    assert rows[1][1] == ()


async def test_an_activity_s_row_names_its_client(workplace: Workplace, lists: Lists) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Котова", "phone": "+74950008011"})
    (lead,) = await add_leads(workplace, {"last_name": "Хусаинова", "phone": "+79270007305", "stage": "new"})
    (deal,) = await add_deals(workplace, {"contact_id": contact, "last_name": "Котова", "phone": "+74950008011"})
    first = await plan(workplace, NOW, lead_id=lead, subject="Перезвонить")
    second = await plan(workplace, NOW, deal_id=deal, contact_id=contact)
    third = await plan(workplace, NOW, contact_id=contact)
    nobody = await plan(workplace, NOW)
    rows = await lists.rows("activity", [first, second, third, nobody], ("subject", "client", "stage"))
    assert rows[0][1] == ActivitySubject(ActivityKind.CALL, "Перезвонить", ActivityState.PLANNED, False)
    assert [row[2] for row in rows] == [
        ClientName("lead", lead, "Хусаинова", "+79270007305"),
        ClientName("deal", deal, "Котова", "+74950008011"),
        ClientName("contact", contact, "Котова", "+74950008011"),
        None,
    ]
    assert rows[0][3] == workplace.registry.stage_by_code("lead", "new").id
    assert rows[2][3] is None
