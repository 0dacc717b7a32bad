"""What the triggers keep by themselves, whoever writes the rows: history, feed, copies, search."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from app.db.engine import Database
from app.db.feed import MANY
from app.db.opening import open_database
from app.models import (
    Activity,
    Base,
    CallResult,
    ChangeFeed,
    Contact,
    ContactPoint,
    DayOff,
    Deal,
    DealType,
    Department,
    History,
    Lead,
    Payment,
    Place,
    Rule,
    Setting,
    Source,
    SubjectPreset,
    TimelineItem,
)
from tests.db.rows import NOW, add_contact, add_deal, add_lead, office_rows, order


def activity(**changed: object) -> dict[str, object]:
    return {
        "kind": "call", "subject": "Первый звонок", "starts_at": NOW + timedelta(hours=1), "minutes": 15,
        "state": "planned", "responsible_id": 1, "created_at": NOW, **changed,
    }


async def test_each_changed_field_is_in_the_history_with_actor_and_operation(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session, comment="раз", custom={"city": "Химки", "kept": 1})
    change = order("lead.edit")
    async with database.write(change) as unit:
        await unit.session.execute(
            update(Lead).where(Lead.id == lead_id).values(comment="два", custom={"city": "Клин", "kept": 1}, version=2)
        )
    async with database.read() as session:
        lines = (await session.execute(select(History).where(History.kind == "lead").order_by(History.id))).scalars()
        created, changed = lines.all()
    assert created.op == "create"
    assert (changed.op, changed.ref, changed.actor_id, changed.operation_id) == (
        "change", lead_id, 1, change.operation_id,
    )
    assert changed.changes == {"comment": ["раз", "два"], "custom.city": ["Химки", "Клин"]}
    assert changed.responsible_id == 1


async def test_history_can_be_neither_changed_nor_erased(database: Database) -> None:
    await office_rows(database)
    for statement in (update(History).values(actor_id=2), delete(History)):
        with pytest.raises(DBAPIError, match="history is kept"):
            async with database.write(order()) as unit:
                await unit.session.execute(statement)


async def test_copies_kept_by_triggers_leave_no_line_and_no_version(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session)
    async with database.write(order()) as unit:
        await unit.session.execute(insert(Activity).values(activity(lead_id=lead_id)))
    async with database.read() as session:
        ops = (await session.scalars(select(History.op).where(History.kind == "lead"))).all()
        version = await session.scalar(select(Lead.version))
    assert (list(ops), version) == (["create"], 1)


async def test_next_activity_is_the_earliest_planned_one_through_every_change(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session)
        other_id = await add_lead(unit.session)
        session = unit.session
        await session.execute(insert(Activity).values(activity(id=1, lead_id=lead_id)))
        await session.execute(
            insert(Activity).values(activity(id=2, lead_id=lead_id, starts_at=NOW + timedelta(minutes=5)))
        )
    assert await next_activity(database, lead_id) == 2
    steps: list[tuple[dict[str, object], int | None]] = [
        ({"state": "done"}, 1),
        ({"state": "planned"}, 2),
        ({"deleted_at": NOW}, 1),
        ({"deleted_at": None, "lead_id": other_id}, 1),
        ({"lead_id": lead_id}, 2),
        ({"starts_at": NOW + timedelta(days=3)}, 1),
    ]
    for values, expected in steps:
        async with database.write(order()) as unit:
            await unit.session.execute(update(Activity).where(Activity.id == 2).values(values))
        assert await next_activity(database, lead_id) == expected, values
    assert await next_activity(database, other_id) is None
    async with database.write(order()) as unit:
        await unit.session.execute(delete(Activity))
    assert await next_activity(database, lead_id) is None


async def next_activity(database: Database, lead_id: int) -> int | None:
    async with database.read() as session:
        found: int | None = await session.scalar(select(Lead.next_activity_id).where(Lead.id == lead_id))
        return found


async def test_last_contact_counts_contacts_only_and_shows_comments_too(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session)
        for number, kind, contact, minutes in ((1, "call", True, 0), (2, "comment", False, 5), (3, "stage", False, 9)):
            at = NOW + timedelta(minutes=minutes)
            await unit.session.execute(
                insert(TimelineItem).values(id=number, at=at, kind=kind, lead_id=lead_id, is_contact=contact)
            )
    async with database.read() as session:
        row = (await session.execute(select(Lead.last_contact_at, Lead.last_timeline_id))).one()
    assert row == (NOW, 2)


async def test_paid_and_next_payment_follow_the_payments(database: Database) -> None:
    await office_rows(database)
    day = date(2025, 12, 15)
    async with database.write(order()) as unit:
        deal_id = await add_deal(unit.session, await add_contact(unit.session))
        for number, received in ((1, NOW.date()), (2, None), (3, None)):
            await unit.session.execute(
                insert(Payment).values(
                    deal_id=deal_id, number=number, amount=100 * number, received_on=received, created_at=NOW,
                    planned_on=day + timedelta(days=number),
                )
            )
    async with database.read() as session:
        assert (await session.execute(select(Deal.paid, Deal.next_payment_on))).one() == (100, day + timedelta(days=2))
    async with database.write(order()) as unit:
        await unit.session.execute(update(Payment).where(Payment.number == 2).values(received_on=day))
        await unit.session.execute(delete(Payment).where(Payment.number == 3))
    async with database.read() as session:
        assert (await session.execute(select(Deal.paid, Deal.next_payment_on))).one() == (300, None)


async def test_contacts_name_is_copied_to_leads_and_deals(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        contact_id = await add_contact(unit.session)
        await add_lead(unit.session, contact_id=contact_id)
        await add_deal(unit.session, contact_id)
    async with database.write(order()) as unit:
        await unit.session.execute(
            update(Contact).values(last_name="Кац", sort_key="кац", phone="+79160004127", person_norm="кац 79160004127")
        )
    async with database.read() as session:
        for entity in (Lead, Deal):
            row = (await session.execute(select(entity.last_name, entity.sort_key, entity.phone, entity.norm))).one()
            assert row == ("Кац", "кац", "+79160004127", " кац 79160004127")


async def test_feed_names_the_record_and_the_cards_that_show_it(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session)
    async with database.write(order()) as unit:
        await unit.session.execute(insert(Activity).values(activity(id=7, lead_id=lead_id)))
    async with database.write(order()) as unit:
        await unit.session.execute(update(Lead).values(responsible_id=2))
    async with database.read() as session:
        rows = (await session.execute(select(ChangeFeed).order_by(ChangeFeed.id))).scalars().all()
    lines = {(row.kind, row.ref, row.op, row.responsible_id) for row in rows}
    assert {
        ("lead", lead_id, "create", 1), ("activity", 7, "create", 1), ("lead", lead_id, "activity", 1),
        ("lead", lead_id, "change", 2), ("lead", lead_id, "left", 1),
    } <= lines
    assert {row.origin for row in rows if row.kind == "lead"} == {database.origin}


async def test_quiet_unit_leaves_the_feed_alone_but_not_the_history(database: Database) -> None:
    await office_rows(database)
    async with database.write(order(quiet=True)) as unit:
        await add_lead(unit.session)
    async with database.read() as session:
        assert await session.scalar(select(func.count()).where(ChangeFeed.kind == "lead")) == 0
        assert await session.scalar(select(func.count()).where(History.kind == "lead")) == 1


async def test_activities_of_one_lead_written_at_once_leave_the_right_copy(
    database: Database, database_url: str
) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_ids = [await add_lead(unit.session) for _ in range(5)]
    other = await open_database(database_url)

    async def plan(opened: Database, shift: int) -> None:
        for number, lead_id in enumerate(lead_ids * 3):
            async with opened.write(order()) as unit:
                starts_at = NOW + timedelta(minutes=1000 - number * 2 - shift)
                await unit.session.execute(insert(Activity).values(activity(lead_id=lead_id, starts_at=starts_at)))

    await asyncio.gather(plan(database, 0), plan(other, 1))
    await other.close()
    async with database.read() as session:
        rows = (
            await session.execute(
                select(Lead.next_activity_at, func.min(Activity.starts_at))
                .join(Activity, Activity.lead_id == Lead.id)
                .group_by(Lead.id)
            )
        ).all()
    assert len(rows) == len(lead_ids)
    assert all(copy == earliest for copy, earliest in rows)


async def test_search_index_follows_insert_change_and_delete(sqlite_url: str) -> None:
    opened = await open_database(sqlite_url)
    await office_rows(opened)

    async def found(words: str) -> list[int]:
        async with opened.read() as session:
            rows = await session.execute(
                text("SELECT rowid FROM lead_search WHERE lead_search MATCH :words"), {"words": f'"{words}"'}
            )
            return [row[0] for row in rows]

    async with opened.write(order()) as unit:
        lead_id = await add_lead(unit.session, person_norm="гаврилова 79160004127")
    assert await found("0004127") == [lead_id]
    async with opened.write(order()) as unit:
        await unit.session.execute(update(Lead).values(person_norm="кац"))
    assert (await found("0004127"), await found("кац")) == ([], [lead_id])
    async with opened.write(order()) as unit:
        await unit.session.execute(delete(Lead))
    assert await found("кац") == []
    await opened.close()


async def test_an_erased_phone_leaves_its_owner_in_the_history(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        lead_id = await add_lead(unit.session)
        contact_id = await add_contact(unit.session)
        point = {"point_kind": "phone", "value": "+79160004127"}
        await unit.session.execute(insert(ContactPoint).values(lead_id=lead_id, **point))
        await unit.session.execute(insert(ContactPoint).values(contact_id=contact_id, **point))
    async with database.write(order()) as unit:
        await unit.session.execute(delete(ContactPoint))
    async with database.read() as session:
        lines = await session.execute(
            select(History.owner_kind, History.owner_id, History.op).where(History.kind == "contact_point")
        )
    assert sorted(tuple(line) for line in lines) == sorted(
        (kind, owner, op)
        for kind, owner in (("lead", lead_id), ("contact", contact_id))
        for op in ("create", "delete")
    )


ENTRIES: tuple[tuple[type[Base], dict[str, object], dict[str, object]], ...] = (
    (Source, {"name": "Радио", "sort_key": "радио"}, {"name": "Радио и газеты"}),
    (DealType, {"name": "Консультация"}, {"name": "Совет"}),
    (Place, {"name": "Центральный"}, {"room": "12"}),
    (SubjectPreset, {"activity_kind": "call", "text": "Узнать решение"}, {"text": "Спросить о решении"}),
    (CallResult, {"activity_kind": "call", "code": "busy", "name": "Занято"}, {"name": "Линия занята"}),
    (Setting, {"key": "name", "value": "Гавань"}, {"value": "Причал"}),
    (DayOff, {"day": date(2025, 12, 31), "working": False}, {"name": "Канун"}),
    (Rule, {"code": "length", "mode": "block"}, {"mode": "warn"}),
    (Department, {"name": "Отдел продаж"}, {"name": "Продажи"}),
)


@pytest.mark.parametrize(("entity", "values", "changed"), ENTRIES, ids=lambda one: getattr(one, "__tablename__", ""))
async def test_each_dictionary_tells_feed_and_history_of_its_entries(
    database: Database, entity: type[Base], values: dict[str, object], changed: dict[str, object]
) -> None:
    await office_rows(database)
    async with database.read() as session:
        before = await session.scalar(select(func.max(ChangeFeed.id))) or 0
        known = await session.scalar(select(func.max(History.id))) or 0
    for statement in (insert(entity).values(values), update(entity).values(changed), delete(entity)):
        async with database.write(order("settings.test")) as unit:
            await unit.session.execute(statement)
    async with database.read() as session:
        lines = (await session.scalars(select(History).where(History.id > known).order_by(History.id))).all()
        feed = (await session.execute(select(ChangeFeed.kind, ChangeFeed.op).where(ChangeFeed.id > before))).all()
    assert [(line.kind, line.op, line.actor_id) for line in lines] == [
        ("settings", op, 1) for op in ("create", "change", "delete")
    ]
    assert {str((line.params or {})["table"]) for line in lines} == {entity.__tablename__}
    assert set(lines[1].changes or {}) == set(changed)
    assert sorted(tuple(row) for row in feed) == [("settings", op) for op in ("change", "create", "delete")]


async def test_a_unit_over_many_records_tells_once_for_each_kind_and_responsible(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        numbers = [await add_lead(unit.session, responsible_id=1 + one % 2) for one in range(MANY + 2)]
        unit.touch("lead", *numbers)
        await unit.session.execute(insert(Activity).values(activity(lead_id=numbers[0])))
    async with database.read() as session:
        rows = await session.execute(
            select(ChangeFeed.kind, ChangeFeed.op, ChangeFeed.ref, ChangeFeed.responsible_id, ChangeFeed.origin)
            .where(ChangeFeed.kind.in_(("lead", "activity")))
            .order_by(ChangeFeed.kind, ChangeFeed.responsible_id)
        )
        assert [tuple(row) for row in rows] == [
            ("activity", "create", 1, 1, database.origin),
            ("lead", "many", None, 1, database.origin),
            ("lead", "many", None, 2, database.origin),
        ]
        assert await session.scalar(select(func.count()).where(History.kind == "lead")) == len(numbers)
