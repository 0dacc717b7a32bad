"""Which stages a lead went through, kept beside its timeline on both databases."""

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.db.engine import Database
from app.models import StagePassage, TimelineItem
from tests.db.rows import NOW, add_lead, office_rows, order


async def add_move(session: AsyncSession, lead_id: int, before: int, after: int) -> int:
    values = {"kind": "stage", "lead_id": lead_id, "params": {"before": before, "after": after}, "at": NOW}
    line_id: int | None = await session.scalar(insert(TimelineItem).values(**values).returning(TimelineItem.id))
    assert line_id is not None
    return line_id


async def passed(session: AsyncSession) -> set[tuple[int, int]]:
    rows = await session.execute(select(StagePassage.record_id, StagePassage.stage_id))
    return {(row.record_id, row.stage_id) for row in rows}


async def test_stages_passed_follow_the_timeline(database: Database) -> None:
    await office_rows(database)
    async with database.write(order()) as unit:
        session = unit.session
        one, other = await add_lead(session), await add_lead(session)
        await add_move(session, one, 1, 3)
        back = await add_move(session, one, 3, 7)
        await session.execute(
            insert(TimelineItem).values(kind="comment", lead_id=other, params={"before": 5}, at=NOW, body="…")
        )
        assert await passed(session) == {(one, 1), (one, 3), (one, 7)}
        await session.execute(update(TimelineItem).where(TimelineItem.id == back).values(lead_id=other))
        assert await passed(session) == {(one, 1), (one, 3), (other, 3), (other, 7)}
        await session.execute(delete(TimelineItem).where(TimelineItem.id == back))
        assert await passed(session) == {(one, 1), (one, 3)}
