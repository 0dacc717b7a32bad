"""Cards carried with a real mouse where an office has 100,000 leads; the database and a second window agree."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from app.core.clock import SystemClock
from app.core.kinds import Right, Scope, StageKind
from app.db.opening import open_database
from app.services.container import Services, open_services
from app.services.office.stages import StageDraft
from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored
from tests.services.clients.making import new_lead, phones
from tests.support.accessibility import Node
from tests.support.desktop import Desktop
from tests.support.office import sit_down
from tests.support.screen import running_screen

LEADS = 100_000
FILLING_S = 600.0
PASSWORD = "quiet harbour 7"
ADMIN, HEAD = "admin@primer.test", "tucker.a@primer.test"
"""Of the invented office; the head of sales sees the department's leads, that is all that are in progress."""
MINE = ("Northgate", "Eastman", "Southwell", "Westbrook")
THEIRS = "Overfield"
PAGE = "Prichal — Leads"
STAGE = "SELECT stage.code FROM lead JOIN stage ON stage.id = stage_id WHERE last_name = ?"
EXTRA = "Waiting for papers"
NAME = (0.2, 0.2)
"""The place of the name in a card."""

Made = TypeVar("Made")


@dataclass(frozen=True)
class Board:
    """One window's kanban, and what another program reads."""

    hand: Hand
    stored: Stored

    def card(self, name: str, stage: str) -> Node:
        """A card by its person, once it stands in the column of a stage."""
        column = self.column(stage)
        return self.hand.see(re.compile(f"^{name} "), "list item", within=column)

    def column(self, stage: str) -> Node:
        return self.hand.see(stage, "list")

    def drag(self, card: Node, onto: Node) -> None:
        """By the name: further down the buttons of the card under the pointer would be pressed."""
        self.hand.desktop.drag(card, onto, by=NAME)

    def until_on(self, name: str, code: str) -> None:
        self.hand.until_stored(lambda: self.stored.value(STAGE, name), code, f"the stage of {name}")


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_cards_among_a_hundred_thousand_leads(hand: Hand, program: Program, tmp_path: Path) -> None:
    file = program.home / "main.db"
    demo = ("demo", "--leads", str(LEADS), "--language", "en")
    program.run("--database", f"sqlite:///{file}", *demo, patience=FILLING_S, PRICHAL_PASSWORD=PASSWORD)
    stored = Stored(file)
    assert stored.value("SELECT count(*) FROM lead") >= LEADS
    at_the_office(file, prepare)
    at_the_office(file, choose_the_newest_first, HEAD)
    open_the_kanban(hand, program, file)
    with another_window(tmp_path, file) as second:
        one, other = Board(hand, stored), Board(second, stored)
        drop_a_card(one, other)
        give_a_drag_up(one, other)
        fill_in_what_is_needed(one, other)
        be_refused(one, other)
        drop_outside(one)
        drop_on_a_stage_that_is_deleted_meanwhile(one, file)
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


def at_the_office(file: Path, act: Callable[[Services], Coroutine[None, None, Made]], login: str = ADMIN) -> Made:
    """What somebody does at another workstation."""

    async def sit() -> Made:
        database = await open_database(f"sqlite:///{file}")
        try:
            return await act(open_services(await sit_down(database, SystemClock(), login)))
        finally:
            await database.close()

    return asyncio.run(sit())


async def prepare(office: Services) -> None:
    """A supervisor reads the department's leads and changes their own; the newest leads are those of the story."""
    seen = await office.office_rights.stored()
    cell = ("supervisor", "lead", Right.CHANGE.value)
    await office.office_rights.save(seen, {**seen, cell: Scope.OWN})
    stages = office.office_stages.stored("lead")
    working = sum(one.kind is StageKind.WORKING for one in stages)
    extra = StageDraft(None, EXTRA, StageKind.WORKING, "blue")
    await office.office_stages.save("lead", stages, (*stages[: working - 1], extra, *stages[working - 1 :]))
    people = office.workplace.registry.employees()
    head = next(one.id for one in people if one.role_code == "supervisor" and one.name.startswith("Tucker"))
    manager = next(one.id for one in people if one.name == "Greene Nora")
    for number, name in enumerate((*MINE, THEIRS)):
        await office.leads.create(
            new_lead(
                office.workplace, last_name=name, first_name="Olivia", phones=phones(f"+7905123770{number}"),
                responsible=manager if name == THEIRS else head,
            )
        )  # fmt: skip


async def choose_the_newest_first(office: Services) -> None:
    """As the gear does: the leads of the story stand at the top."""
    await office.preferences.set("board.lead", {"order": "date", "folded": []})
    await office.preferences.set("view.lead", "kanban")


def open_the_kanban(hand: Hand, program: Program, file: Path) -> None:
    program.start("--database", f"sqlite:///{file}")
    hand.window("Prichal — sign in")
    hand.fill("Phone or email", HEAD)
    hand.secret("Password", PASSWORD)
    hand.press("Return")
    hand.window(PAGE)
    hand.see(re.compile(f"^{MINE[0]} "), "list item")


@contextmanager
def another_window(folder: Path, file: Path) -> Iterator[Hand]:
    """The same supervisor at another workstation, whose kanban stands as it was left."""
    (folder / "second").mkdir()
    with running_screen() as screen:
        desktop = Desktop(screen, folder / "second")
        program = Program(screen, folder / "second" / "home", "en")
        hand = Hand(desktop)
        try:
            open_the_kanban(hand, program, file)
            yield hand
        finally:
            program.stop()
            desktop.close()
    assert program.complaints() == []


def drop_a_card(one: Board, other: Board) -> None:
    one.drag(one.card(MINE[0], "New lead"), one.column("Not reached"))
    one.until_on(MINE[0], "no_answer")
    one.card(MINE[0], "Not reached")
    other.card(MINE[0], "Not reached")


def give_a_drag_up(one: Board, other: Board) -> None:
    """Going back from the dialog takes the card back."""
    one.drag(one.card(MINE[1], "New lead"), one.column("Arranging a meeting"))
    one.hand.window("Move to a stage")
    one.hand.press("Escape")
    one.hand.gone("Move to a stage")
    one.hand.window(PAGE)
    one.card(MINE[1], "New lead")
    other.card(MINE[1], "New lead")
    one.until_on(MINE[1], "new")


def fill_in_what_is_needed(one: Board, other: Board) -> None:
    one.drag(one.card(MINE[1], "New lead"), one.column("Arranging a meeting"))
    one.hand.window("Move to a stage")
    for label, text in (("Total debt", "820000"), ("Number of creditors", "3"), ("City", "Riverside")):
        one.hand.tab_to(label)
        one.hand.type(text)
    one.hand.press("ctrl+Return")
    one.hand.gone("Move to a stage")
    one.until_on(MINE[1], "scheduling")
    one.card(MINE[1], "Arranging a meeting")
    other.card(MINE[1], "Arranging a meeting")


def be_refused(one: Board, other: Board) -> None:
    """A colleague's lead is seen, and not to be changed: it goes back, and the window says why."""
    one.hand.window(PAGE)
    one.drag(one.card(THEIRS, "New lead"), one.column("Not reached"))
    one.hand.see(re.compile(f"{THEIRS} Olivia stays where it was"))
    one.card(THEIRS, "New lead")
    other.card(THEIRS, "New lead")
    one.until_on(THEIRS, "new")


def drop_outside(one: Board) -> None:
    """On the chips above the columns nothing becomes of a card."""
    one.drag(one.card(MINE[2], "New lead"), one.hand.see("Kanban"))
    one.card(MINE[2], "New lead")
    one.until_on(MINE[2], "new")


def drop_on_a_stage_that_is_deleted_meanwhile(one: Board, file: Path) -> None:
    """Its column goes from under the pointer; what slides there in its place takes nothing."""
    with one.hand.desktop.carried(one.card(MINE[3], "New lead"), one.column(EXTRA), by=NAME):
        at_the_office(file, delete_the_extra_stage)
        one.hand.desktop.wait_gone("list", EXTRA)
    one.card(MINE[3], "New lead")
    one.until_on(MINE[3], "new")
    one.drag(one.card(MINE[3], "New lead"), one.column("Not reached"))
    one.until_on(MINE[3], "no_answer")


async def delete_the_extra_stage(office: Services) -> None:
    (extra,) = [one for one in office.workplace.registry.open_stages("lead") if one.name == EXTRA]
    await office.office_stages.delete("lead", extra.id, None)
