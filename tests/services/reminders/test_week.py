"""A week of five employees on two workstations each: no reminder is lost, none shown twice, all gone once answered."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.core.kinds import ActivityKind, ActivityState
from app.db.engine import Database
from app.models import Activity, ActivityReminder, Employee
from app.services.reminders.service import LEASE
from app.services.workplace import Workplace
from tests.services.activities.making import moscow
from tests.services.clients.making import leads_of, new_lead
from tests.services.reminders.week import STEP, Week, Workstation, days_of
from tests.support.employees import past_policies
from tests.support.office import as_office, make_office
from tests.support.reminding import FileClock

MONDAY = moscow(17, 0)
FRIDAY_EVENING = moscow(21, 20)


@dataclass(frozen=True)
class Event:
    """A line of a program's log."""

    program: str
    what: str
    ids: tuple[int, ...]
    began: float
    ended: float
    at: float
    by: float
    until: float = 0


async def five_people(workplace: Workplace) -> list[int]:
    """The office's four, and one more."""
    database = workplace.database
    async with database.write(workplace.order("test.person")) as unit:
        row = (await unit.session.execute(select(Employee.__table__).order_by(Employee.id.desc()).limit(1))).mappings()
        values = {**row.one(), "last_name": "Пятый", "name": "Пятый Иван"}
        del values["id"]
        await unit.session.execute(insert(Employee).values(**values))
        return list(await unit.session.scalars(select(Employee.id).order_by(Employee.id)))


async def fill_week(workplace: Workplace, people: list[int]) -> dict[int, datetime]:
    """Some activities a day for everybody, with one reminder or two; the reminders' moments."""
    chance = random.Random(20251117)
    lead_id = await leads_of(workplace).create(new_lead(workplace))
    due: dict[int, datetime] = {}
    async with past_policies(workplace.database).write(workplace.order("test.week")) as unit:
        for starts_at in days_of(MONDAY, (10, 13, 17)):
            for employee_id in people:
                moment = starts_at + timedelta(seconds=chance.choice((0, 0, 1, 30, 300)))
                values = {"kind": ActivityKind.CALL, "subject": "Перезвонить", "starts_at": moment, "minutes": 15,
                          "state": ActivityState.PLANNED, "responsible_id": employee_id, "lead_id": lead_id,
                          "created_at": workplace.now()}  # fmt: skip
                added = await unit.session.scalar(insert(Activity).values(**values).returning(Activity.id))
                for minutes in chance.choice(((10,), (10,), (10, 11), (10, 60))):
                    at = moment - timedelta(minutes=minutes)
                    reminder = {"activity_id": added, "minutes_before": minutes, "due_at": at}
                    query = insert(ActivityReminder).values(**reminder).returning(ActivityReminder.id)
                    number = await unit.session.scalar(query)
                    assert number is not None
                    due[number] = at
    return due


def events(folder: Path) -> Iterator[Event]:
    """What all programs wrote; the last line of one that was killed may be cut short."""
    for path in folder.glob("*.log"):
        for line in path.read_text().split("\n")[:-1]:
            read = json.loads(line)
            yield Event(path.stem, **{**read, "ids": tuple(read["ids"])})


def check_none_lost(happened: list[Event], due: dict[int, datetime]) -> None:
    """Each was on a screen in time, and somebody answered it."""
    shown: dict[int, float] = {}
    for event in happened:
        if event.what == "show":
            for number in event.ids:
                shown.setdefault(number, event.at)
    assert shown.keys() == due.keys()
    late = {number: shown[number] - at.timestamp() for number, at in due.items()}
    assert max(late.values()) <= (LEASE + 2 * STEP).total_seconds(), late
    assert min(late.values()) >= 0
    answered = {number for event in happened if event.what in {"answer", "snooze"} for number in event.ids}
    assert answered == due.keys()


def check_shown_by_one(happened: list[Event]) -> None:
    """Another program shows it only when whoever did has been silent for a lease, or gave it back."""
    holders: dict[int, tuple[str, float]] = {}
    for event in happened:
        for number in event.ids:
            before = holders.get(number)
            if event.what == "show" and before is not None and before[0] != event.program:
                assert event.by >= before[1] + LEASE.total_seconds(), (event, before)
            if event.what in {"show", "keep"}:
                holders[number] = (event.program, event.at)
            elif event.what in {"release", "snooze", "answer"}:
                holders.pop(number, None)


def check_gone_once_answered(happened: list[Event]) -> None:
    """What is acknowledged, or put off, stands on no screen that looked since."""
    gone: dict[int, tuple[float, float]] = {}
    for event in happened:
        for number in event.ids:
            if event.what == "acknowledge":
                gone[number] = (event.ended, float("inf"))
            elif event.what == "snooze" and number not in gone:
                gone[number] = (event.ended, event.until if number == event.ids[-1] else float("inf"))
            elif event.what in {"show", "keep"} and number in gone and event.began > gone[number][0]:
                assert event.by >= gone[number][1], (event, gone[number])
                del gone[number]


def check_one_at_a_time(happened: list[Event]) -> None:
    """No two programs that looked since stand with the same reminder."""
    kept: dict[int, list[Event]] = defaultdict(list)
    for event in happened:
        if event.what in {"show", "keep"}:
            for number in event.ids:
                kept[number].append(event)
    for number, looks in kept.items():
        for before, after in pairwise(looks):
            if before.program != after.program and after.what == "keep":
                assert after.began < before.ended, (number, before, after)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.deadline(880)
async def test_a_week_of_sleeping_and_killed_programs(database: Database, database_url: str, tmp_path: Path) -> None:
    clock = FileClock(tmp_path / "clock")
    clock.move_to(MONDAY)
    await make_office(database, clock)
    workplace = await as_office(database, clock)
    people = await five_people(workplace)
    due = await fill_week(workplace, people)
    stations = [Workstation(one, f"{one}-{place}") for one in people for place in "ab"]
    week = Week(database, database_url, tmp_path, clock, stations)
    try:
        await week.open()
        await week.run(FRIDAY_EVENING)
        await week.finish()
    finally:
        await week.close()
    assert min(week.faults.values()) > 1
    happened = sorted(events(tmp_path), key=lambda event: event.ended)
    check_none_lost(happened, due)
    check_shown_by_one(happened)
    check_gone_once_answered(happened)
    check_one_at_a_time(happened)
