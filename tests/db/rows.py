"""The least rows a client record needs, written straight into the tables."""

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.engine import Database
from app.db.unit import WriteOrder
from app.models import Contact, Deal, Employee, Lead, Role, Stage

NOW = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)


def order(kind: str = "test", **changed: object) -> WriteOrder:
    """An order of employee 1 at NOW."""
    return WriteOrder(kind, 1, NOW, **changed)  # type: ignore[arg-type]  # a test's own names


async def office_rows(database: Database) -> None:
    """Two employees and a stage for each section."""
    async with database.write(WriteOrder("test.office", None, NOW)) as unit:
        session = unit.session
        await session.execute(insert(Role).values(id=1, code="manager", name="Менеджер"))
        for number, name in ((1, "Кравцова Ольга"), (2, "Снегирёв Павел")):
            await session.execute(
                insert(Employee).values(id=number, name=name, sort_key=name.casefold(), role_id=1, created_at=NOW)
            )
        for number, section in ((1, "lead"), (2, "deal")):
            await session.execute(
                insert(Stage).values(
                    id=number, section=section, code="new", name="Новый", stage_kind="working", tone="blue", position=1
                )
            )
        await session.execute(
            insert(Stage).values(
                id=3, section="lead", code="refused", name="Отказ", stage_kind="failure", tone="failure", position=2
            )
        )


def _record(name: str) -> dict[str, object]:
    return {
        "last_name": name, "sort_key": name.casefold(), "person_norm": name.casefold(), "responsible_id": 1,
        "created_at": NOW, "updated_at": NOW, "custom": {},
    }


async def add_lead(session: AsyncSession, **changed: object) -> int:
    values = {**_record("Гаврилова"), "stage_id": 1, "stage_since": NOW, "currency": "RUB", **changed}
    lead_id: int | None = await session.scalar(insert(Lead).values(**values).returning(Lead.id))
    assert lead_id is not None
    return lead_id


async def add_contact(session: AsyncSession, **changed: object) -> int:
    values = {**_record("Гаврилова"), **changed}
    contact_id: int | None = await session.scalar(insert(Contact).values(**values).returning(Contact.id))
    assert contact_id is not None
    return contact_id


async def add_deal(session: AsyncSession, contact_id: int, **changed: object) -> int:
    values = {
        **_record("Гаврилова"), "stage_id": 2, "stage_since": NOW, "currency": "RUB", "contact_id": contact_id,
        **changed,
    }
    deal_id: int | None = await session.scalar(insert(Deal).values(**values).returning(Deal.id))
    assert deal_id is not None
    return deal_id
