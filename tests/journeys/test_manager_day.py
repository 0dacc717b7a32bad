"""The test of all rules (SPEC): a manager's day of forty clients, by keys alone, at most six actions a call."""

import asyncio
import re
import stat
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from app.core.clock import SystemClock
from app.core.text import sort_key
from app.db.opening import open_database
from app.models import Employee, Lead, Login, Role
from app.services.workplace import Workplace
from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored
from tests.services.clients.making import leads_of, new_lead, phones, stage_id
from tests.services.lists.making import plan
from tests.support.office import sit_down

PASSWORD = "тихая гавань 7"
ADMIN, MANAGER = "dymov@primer.test", "olga@primer.test"
MOST_ACTIONS = 6
MAIN, DIALOG = "Причал — Лиды", "Записать звонок"
CARD = re.compile("^Клиент (?P<name>\\w+) — лид № (?P<id>\\d+)$")
STAGES = ("new", "no_answer", "scheduling", "thinking")
RANKS = {"new": 1, "thinking": 2, "scheduling": 4, "no_answer": 5}
"""The guide's order, 2.1.6."""

SOFTPHONE = """#!/bin/sh
echo "$1" >> "{calls}"
"""


class Actions:
    """Counts what the hand does: one key chord, or one field typed, is one action; Tab would be one, too."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self.count = 0

    def chord(self, keys: str) -> None:
        self.count += 1
        self._hand.press(keys)

    def field(self, text: str) -> None:
        self.count += 1
        self._hand.type(text)


@pytest.mark.parametrize("clients", [5, pytest.param(40, marks=[pytest.mark.long, pytest.mark.timeout(1800)])])
def test_every_client_of_the_day_is_called_in_six_actions(hand: Hand, program: Program, clients: int) -> None:
    file = program.home / "main.db"
    admin = ("--admin-name", "Дымов Андрей", "--admin-login", ADMIN, "--language", "ru")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    asyncio.run(fill_the_day(file, clients))
    stored, dialled = Stored(file), softphone(program)
    program.start("--database", f"sqlite:///{file}")
    sign_in(hand)
    hand.press("F8")
    spent = Counter(call(hand, stored, number, last=number == clients) for number in range(1, clients + 1))
    assert max(spent) <= MOST_ACTIONS, spent
    assert_day_is_done(stored, clients)
    assert len(dialled.read_text(encoding="utf-8").splitlines()) == clients
    hand.press("Escape", "alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


def softphone(program: Program) -> Path:
    """What opens tel: links on this workstation writes down whom it was told to call."""
    folder, calls = program.home / "bin", program.home / "calls"
    folder.mkdir()
    opener = folder / "xdg-open"
    opener.write_text(SOFTPHONE.format(calls=calls), encoding="utf-8")
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
    program.environment["PATH"] = f"{folder}:/usr/bin:/bin"
    return calls


async def fill_the_day(file: Path, clients: int) -> None:
    """A manager with overdue calls at every stage, and new leads that nobody has called yet."""
    database = await open_database(f"sqlite:///{file}")
    await add_manager(await sit_down(database, SystemClock(), ADMIN))
    workplace = await sit_down(database, SystemClock(), MANAGER)
    for number in range(clients):
        stage = STAGES[number % len(STAGES)]
        name = "".join(chr(ord("а") + int(digit)) for digit in str(number)).capitalize()
        values = new_lead(workplace, last_name="Клиент", first_name=name, phones=phones(f"+7905123{number:04}"))
        lead_id = await leads_of(workplace).create(values)
        await put_on(workplace, lead_id, stage)
        if stage != "new":
            await plan(workplace, workplace.now() - timedelta(minutes=30 + number), lead_id=lead_id)
    await database.close()


async def put_on(workplace: Workplace, lead_id: int, stage: str) -> None:
    """Whatever the stage requires."""
    async with workplace.database.write(workplace.order("test.stage")) as unit:
        wanted = stage_id(workplace, stage)
        await unit.session.execute(update(Lead).where(Lead.id == lead_id).values(stage_id=wanted))


async def add_manager(workplace: Workplace) -> None:
    async with workplace.database.write(workplace.order("test.manager")) as unit:
        role = await unit.session.scalar(select(Role.id).where(Role.code == "manager"))
        secret = await unit.session.scalar(select(Employee.password_hash).limit(1))
        name = "Кравцова Ольга"
        added = insert(Employee).values(
            last_name="Кравцова", first_name="Ольга", name=name, sort_key=sort_key(name), role_id=role,
            password_hash=secret, created_at=unit.at,
        )  # fmt: skip
        employee = await unit.session.scalar(added.returning(Employee.id))
        await unit.session.execute(insert(Login).values(employee_id=employee, value=MANAGER, normal=MANAGER))


def sign_in(hand: Hand) -> None:
    hand.window("Причал — вход")
    hand.fill("Телефон или эл. почта", MANAGER)
    hand.secret("Пароль", PASSWORD)
    hand.press("Return")
    hand.window(MAIN)


def call(hand: Hand, stored: Stored, number: int, *, last: bool) -> int:
    """One client after "Next": dialled, the call written down, the next step planned; the actions that it took."""
    card = hand.window(CARD)
    found = CARD.match(card.name)
    assert found is not None
    stage = stored.value("SELECT code FROM lead JOIN stage ON stage.id = stage_id WHERE lead.id = ?", int(found["id"]))
    actions = Actions(hand)
    actions.chord("c")
    hand.window(DIALOG)
    assert windows(hand) == sorted((MAIN, card.name, DIALOG))
    if number % 3 == 0:
        actions.chord("2")  # nobody answers: the same step, when the ladder says
        if stage == "new":
            actions.field("Первый звонок по заявке")
    else:
        actions.field(f"Разговор {number}: просрочка три месяца")
        actions.chord("alt+n")
        actions.field(f"Узнать решение {number}")
        actions.chord("alt+w")
    actions.chord("ctrl+Return" if last else "F8")
    hand.gone(DIALOG)
    if not last:
        hand.gone(card.name)
    return actions.count


def windows(hand: Hand) -> list[str]:
    nodes = hand.desktop.accessibility.nodes()
    return sorted(node.name for node in nodes if not node.above and node.role in {"frame", "dialog", "filler"})


def assert_day_is_done(stored: Stored, clients: int) -> None:
    """Another program reads: each client was called once, has a line and a next step, in the guide's order."""
    calls = stored.rows(
        "SELECT lead_id, code FROM activity JOIN lead ON lead.id = lead_id JOIN stage ON stage.id = stage_id"
        " WHERE state = 'done' ORDER BY completed_at, activity.id"
    )
    assert len({lead for lead, _ in calls}) == len(calls) == clients
    assert [RANKS[code] for _, code in calls] == sorted(RANKS[code] for _, code in calls)
    planned = "SELECT lead_id FROM activity WHERE state = 'planned' ORDER BY lead_id"
    assert stored.column(planned) == sorted(lead for lead, _ in calls)
    assert stored.value("SELECT count(*) FROM timeline WHERE kind = 'call'") == clients
    silent = "SELECT count(*) FROM activity WHERE state = 'done' AND result = 'talked' AND result_comment = ''"
    assert stored.value(silent) == 0
