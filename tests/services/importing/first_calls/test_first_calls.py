"""First calls after an import: spread, parked, taken back."""

import itertools
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import RowMapping, select, update

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.db.engine import Database
from app.db.unit import WriteOrder
from app.models import Activity, ActivityReminder, Employee, Operation
from app.services.activities import Planner
from app.services.importing.first_calls import FirstCalls
from app.services.importing.first_calls.records import Parking, Progress, Spread
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.activities.making import activities_of, moscow
from tests.services.clients.making import leads_of
from tests.services.importing.running import HEADINGS, count, import_rows, imports_of, leads
from tests.support.office import MANAGER, make_office, sit_down

MOSCOW = ZoneInfo("Europe/Moscow")
TUESDAY, WEDNESDAY = date(2025, 11, 18), date(2025, 11, 19)
SUBJECT = "Первый звонок по заявке"


def calls_of(workplace: Workplace) -> FirstCalls:
    return FirstCalls(workplace, Planner(workplace))


def numbers(workplace: Workplace, *names: str) -> dict[int, int]:
    """Equal shares for employees by their last names."""
    return {one.id: 1 for one in workplace.registry.employees() if one.name.split()[0] in names}


NUMBERS = itertools.count(1)


async def imported(workplace: Workplace, folder: Path, how_many: int, **columns: str) -> str:
    cells = {**dict.fromkeys(HEADINGS.split(";"), ""), **columns}
    numbers = itertools.islice(NUMBERS, how_many)  # nobody is in two imports
    rows = [";".join({**cells, "ID": str(n), "ФИО": f"Клиент {n}"}.values()) for n in numbers]
    return (await import_rows(workplace, folder, *rows)).operation_id


async def activities(database: Database) -> Sequence[RowMapping]:
    async with database.read() as session:
        query = select(Activity.__table__).where(Activity.deleted_at.is_(None)).order_by(Activity.lead_id)
        return (await session.execute(query)).mappings().all()


def local(moment: datetime) -> str:
    return moment.astimezone(MOSCOW).strftime("%d.%m %H:%M")


async def test_calls_are_spread_over_working_days_and_people(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 8, Ответственный="Кравцова Ольга")
    shares = numbers(workplace, "Кравцова", "Шарова")
    seen: list[Progress] = []
    planned = await calls_of(workplace).spread(
        import_id, Spread(date(2025, 11, 21), 2, shares, f"  {SUBJECT} "), progress=seen.append
    )
    assert (planned.planned, planned.handed_over, planned.finished) == (8, 4, True)
    assert seen[-1] == Progress(8, 8)
    found = await activities(database)
    assert {(one["kind"], one["subject"], one["minutes"]) for one in found} == {(ActivityKind.CALL, SUBJECT, 15)}
    loads = Counter((one["responsible_id"], local(one["starts_at"])) for one in found)
    moments = ("21.11 09:00", "21.11 14:00", "24.11 09:00", "24.11 14:00")
    assert loads == Counter({(who, moment): 1 for who in shares for moment in moments})
    stored = await leads(database)
    assert [one["responsible_id"] for one in stored] == [one["responsible_id"] for one in found]
    assert [one["next_activity_id"] for one in stored] == [one["id"] for one in found]
    assert await count(database, f"operation WHERE id = '{planned.operation_id}' AND state = 'done'") == 1
    assert await count(database, "timeline WHERE kind = 'responsible'") == 4


async def test_only_leads_in_progress_of_that_import_without_activities_are_called(
    database: Database, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    await imported(workplace, tmp_path, 2)
    closed = await imported(workplace, tmp_path, 1, Стадия="Отказ клиента")
    import_id = await imported(workplace, tmp_path, 3)
    mine = await leads(database)
    call = ActivityDraft(ActivityKind.CALL, SUBJECT, moscow(19, 15), 15, ClientRef("lead", mine[-1]["id"]))
    await activities_of(workplace).plan(call)
    await leads_of(workplace).delete(mine[-2]["id"])
    service = calls_of(workplace)
    assert (await service.outlook(import_id)).waiting == 1
    plan = Spread(WEDNESDAY, 1, {workplace.actor.employee_id: 1}, SUBJECT)
    assert (await service.spread(import_id, plan)).planned == 1
    assert [one["lead_id"] for one in await activities(database)] == [mine[-3]["id"], mine[-1]["id"]]
    for number in (import_id, closed):
        with pytest.raises(UserError, match="first_calls_none"):
            await service.spread(number, plan)


async def test_parked_leads_have_one_activity_on_a_working_day_with_their_responsible(
    database: Database, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 2, Ответственный="Кравцова Ольга")
    service = calls_of(workplace)
    parked = await service.park(import_id, Parking(date(2025, 12, 6), "Разобрать базу"))
    assert (parked.planned, parked.handed_over) == (2, 0)
    found = await activities(database)
    assert {(one["kind"], local(one["starts_at"]), one["responsible_id"]) for one in found} == {
        (ActivityKind.OTHER, "08.12 09:00", next(iter(numbers(workplace, "Кравцова"))))
    }
    [unplanned] = await service.unplanned()
    assert (unplanned.import_id, unplanned.waiting, unplanned.parked) == (import_id, 0, 2)
    assert (unplanned.parked_until, unplanned.parking_id) == (date(2025, 12, 8), parked.operation_id)
    await service.undo(parked.operation_id)
    [unplanned] = await service.unplanned()
    assert (unplanned.waiting, unplanned.parked) == (2, 0)
    with pytest.raises(UserError, match="past_time"):
        await service.park(import_id, Parking(TUESDAY, "Разобрать базу"))


async def test_undo_takes_back_calls_and_people_but_not_what_was_worked_on(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 3)
    before = [one["responsible_id"] for one in await leads(database)]
    service = calls_of(workplace)
    planned = await service.spread(import_id, Spread(WEDNESDAY, 1, numbers(workplace, "Кравцова"), SUBJECT))
    moved = (await activities(database))[1]
    await activities_of(workplace).move(moved["id"], 1, moscow(20, 12))
    withdrawn = await service.undo(planned.operation_id)
    assert (withdrawn.removed, withdrawn.left) == (2, 1)
    assert [one["id"] for one in await activities(database)] == [moved["id"]]
    after = await leads(database)
    assert [one["responsible_id"] for one in after] == [before[0], moved["responsible_id"], before[2]]
    assert [one["next_activity_id"] for one in after] == [None, moved["id"], None]
    assert await count(database, "timeline WHERE kind = 'responsible' AND deleted_at IS NULL") == 1
    with pytest.raises(UserError, match="first_calls_undone"):
        await service.undo(planned.operation_id)


async def test_undo_of_the_import_is_not_kept_by_its_first_calls(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 4)
    service = calls_of(workplace)
    plan = Spread(WEDNESDAY, 1, numbers(workplace, "Кравцова"), SUBJECT)
    await service.undo((await service.spread(import_id, plan)).operation_id)
    await service.spread(import_id, plan)
    touched = (await activities(database))[0]
    await activities_of(workplace).move(touched["id"], 1, moscow(20, 12))
    commented = (await leads(database))[1]["id"]
    await Timeline(workplace).add_comment(ClientRef("lead", commented), "Просит не звонить утром")
    undone = await imports_of(workplace).undo(import_id)
    assert (undone.removed, undone.left) == (2, 2)
    assert [one.id for one in undone.left_records] == [touched["lead_id"], commented]


async def test_cancelled_plan_keeps_its_batches_and_the_rest_waits(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 120)
    service = calls_of(workplace)
    plan = Spread(WEDNESDAY, 2, {workplace.actor.employee_id: 1}, SUBJECT)
    seen: list[Progress] = []
    planned = await service.spread(import_id, plan, progress=seen.append, stopped=lambda: bool(seen))
    assert not planned.finished
    assert 0 < planned.planned < 120
    assert (await service.outlook(import_id)).waiting == 120 - planned.planned
    rest = await service.spread(import_id, plan)
    assert (planned.planned + rest.planned, rest.finished) == (120, True)
    assert len({one["lead_id"] for one in await activities(database)}) == 120


async def test_absent_people_get_calls_on_the_days_they_are_there(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 4)
    [away] = numbers(workplace, "Кравцова")
    async with database.write(WriteOrder("test.absence", None, workplace.now())) as unit:
        absence = {"absent_from": TUESDAY, "absent_until": date(2025, 11, 20)}
        await unit.session.execute(update(Employee).where(Employee.id == away).values(**absence))
    async with database.read() as session:
        await workplace.registry.reload(session)
    service = calls_of(workplace)
    [choice] = [one for one in (await service.outlook(import_id)).callers if one.employee_id == away]
    assert (choice.away_until, choice.suggested) == (date(2025, 11, 20), False)
    with pytest.raises(UserError, match="first_calls_nobody"):
        await service.spread(import_id, Spread(WEDNESDAY, 2, {away: 1}, SUBJECT))
    await service.spread(import_id, Spread(WEDNESDAY, 4, {away: 1}, SUBJECT))
    days = Counter(local(one["starts_at"])[:5] for one in await activities(database))
    assert days == {"21.11": 2, "24.11": 2}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject": "Звонок"}, "subject_is_kind"),
        ({"subject": "  "}, "subject_missing"),
        ({"days": 0}, "days_unsuitable"),
        ({"shares": {}}, "first_calls_nobody"),
    ],
)
async def test_plans_that_cannot_be_are_refused_before_anything_is_written(
    database: Database, tmp_path: Path, changed: dict[str, object], code: str
) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 1)
    plan = replace(Spread(WEDNESDAY, 1, {workplace.actor.employee_id: 1}, SUBJECT), **changed)  # type: ignore[arg-type]  # a test's own names
    with pytest.raises(UserError, match=code):
        await calls_of(workplace).spread(import_id, plan)
    assert await count(database, "operation WHERE kind = 'lead.first_calls'") == 0


async def test_who_may_not_import_plans_nothing(database: Database, tmp_path: Path) -> None:
    administrator = await make_office(database)
    import_id = await imported(administrator, tmp_path, 1)
    workplace = await sit_down(database, administrator.clock, MANAGER)
    service = calls_of(workplace)
    assert await service.unplanned() == ()
    with pytest.raises(UserError, match="not_allowed"):
        await service.spread(import_id, Spread(WEDNESDAY, 1, {workplace.actor.employee_id: 1}, SUBJECT))


async def test_day_that_has_begun_is_passed_over_and_nothing_reminds(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 1)
    await calls_of(workplace).spread(import_id, Spread(TUESDAY, 1, {workplace.actor.employee_id: 1}, SUBJECT))
    assert [local(one["starts_at"]) for one in await activities(database)] == ["19.11 09:00"]
    assert await count(database, ActivityReminder.__tablename__) == 0


@pytest.mark.long
async def test_five_thousand_leads_take_a_few_seconds(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    import_id = await imported(workplace, tmp_path, 5_000)
    shares = numbers(workplace, "Кравцова", "Шарова", "Снегирёв")
    started = time.perf_counter()
    planned = await calls_of(workplace).spread(import_id, Spread(WEDNESDAY, 20, shares, SUBJECT))
    seconds = time.perf_counter() - started
    assert planned.planned == 5_000
    loads = Counter((one["responsible_id"], local(one["starts_at"])[:5]) for one in await activities(database))
    assert set(loads.values()) == {83, 84}
    async with database.read() as session:
        assert await session.scalar(select(Operation.state).where(Operation.id == planned.operation_id)) == "done"
    assert seconds < 20, f"{seconds:.1f} s"
