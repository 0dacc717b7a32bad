"""Many rows with one statement: the same columns, history and feed as rows inserted one by one."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import Table, insert, select

from app.db.driver_rows import insert_many
from app.db.engine import Database
from app.models import ChangeFeed, ContactPoint, History, Lead, TimelineItem
from tests.db.rows import NOW, add_contact, office_rows, order

Rows = list[dict[str, object]]

CONTACT = 7


def _leads() -> Rows:
    row: dict[str, object] = {
        "id": 1, "title": "Заявка «с сайта»\n\"=1+1\" 😀", "stage_id": 1, "stage_since": NOW, "source_details": "",
        "referrer": "", "amount": None, "currency": "RUB", "comment": "", "contact_id": None, "repeat": False,
        "responsible_id": 1, "birth_date": date(1990, 4, 8), "last_name": "Гаврилова", "first_name": "", "version": 1,
        "middle_name": "", "sort_key": "гаврилова", "person_norm": "гаврилова", "own_norm": "заявка", "phone": None,
        "custom": {"city": "Клин", "debt": 100, "tags": [1, 2], "owner": {"unknown": True}, "late": True, "none": None},
        "import_id": "a1", "created_at": NOW, "updated_at": NOW, "n01": 2**62, "t01": "клин",
    }  # fmt: skip
    plain = {**row, "id": 2, "custom": {}, "birth_date": None, "n01": None, "t01": None, "amount": 5, "phone": "+7"}
    return [row, plain, {**plain, "id": 3, "contact_id": CONTACT, "responsible_id": 2}]


def _others() -> list[tuple[Table, Rows]]:
    point = {"point_kind": "phone", "value": "8 916", "normal": None, "label": "work", "position": 0}
    line = {"at": NOW, "kind": "imported", "body": "", "is_contact": False, "params": {"line": 1}, "contact_id": None}
    return [
        (_table(ContactPoint), [{**point, "lead_id": 1, "contact_id": None},
                                {**point, "lead_id": None, "contact_id": CONTACT}]),
        (_table(TimelineItem), [{**line, "lead_id": 1}, {**line, "lead_id": 3, "contact_id": CONTACT}]),
    ]  # fmt: skip


def _table(entity: type[Lead] | type[ContactPoint] | type[TimelineItem] | type[History] | type[ChangeFeed]) -> Table:
    table = entity.__table__
    assert isinstance(table, Table)
    return table


async def _left(database: Database, *, at_once: bool, quiet: bool) -> list[Sequence[object]]:
    """What stands in the tables after the rows went in, times and operations aside; nothing of it is kept."""
    left: list[Sequence[object]] = []
    with suppress(_NotKept):
        async with database.write(order(quiet=quiet)) as unit:
            await add_contact(unit.session, id=CONTACT)
            for table, rows in ((_table(Lead), _leads()), *_others()):
                if at_once:
                    await insert_many(unit.session, table, rows, quiet=quiet)
                else:
                    for row in rows:
                        await unit.session.execute(insert(table).values(row))
            for entity in (Lead, ContactPoint, TimelineItem, History, ChangeFeed):
                table = _table(entity)
                own = {"operation_id", "xid", *(["at", "id", "ref"] if entity in (History, ChangeFeed) else ["id"])}
                columns = [column for column in table.columns if column.name not in own]
                left += (await unit.session.execute(select(*columns).order_by(table.c.id))).all()
            raise _NotKept
    return left


class _NotKept(Exception):
    """Takes everything back."""


@pytest.mark.parametrize("quiet", [False, True])
async def test_rows_at_once_leave_what_rows_one_by_one_leave(database: Database, quiet: bool) -> None:
    await office_rows(database)
    one_by_one = await _left(database, at_once=False, quiet=quiet)
    at_once = await _left(database, at_once=True, quiet=quiet)
    assert at_once == one_by_one
    assert len(at_once) > 10
