"""Cards carried over the kanban with a real mouse: dropped, given up, refused for want of fields, and filled in."""

import asyncio
import re
from pathlib import Path

import pytest

from app.core.clock import SystemClock
from app.db.opening import open_database
from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored
from tests.services.clients.making import leads_of, new_lead, phones
from tests.support.accessibility import Node
from tests.support.office import sit_down

PASSWORD = "quiet harbour 7"
LOGIN = "dymov@primer.test"
PEOPLE = ("Northgate", "Eastman", "Southwell")
LEADS = "Prichal — Leads"
STAGE = "SELECT stage.code FROM lead JOIN stage ON stage.id = stage_id WHERE last_name = ?"


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_cards_are_carried_between_columns_with_the_mouse(hand: Hand, program: Program) -> None:
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", LOGIN, "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    asyncio.run(add_leads(file))
    stored = Stored(file)
    program.start()
    open_the_kanban(hand)
    drop_a_card(hand, stored)
    give_a_drag_up(hand, stored)
    drop_where_fields_are_needed(hand, stored)
    send_a_card_by_keys(hand, stored)
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


async def add_leads(file: Path) -> None:
    database = await open_database(f"sqlite:///{file}")
    workplace = await sit_down(database, SystemClock(), LOGIN)
    for number, name in enumerate(PEOPLE):
        values = new_lead(workplace, last_name=name, first_name="Olivia", phones=phones(f"+7905123770{number}"))
        await leads_of(workplace).create(values)
    await database.close()


def open_the_kanban(hand: Hand) -> None:
    hand.window("Prichal — sign in")
    password = hand.desktop.field("Password")
    hand.until(lambda: hand.desktop.focused(password), "the cursor in the password")
    hand.type(PASSWORD)
    hand.press("Return")
    hand.window(LEADS)
    hand.desktop.click(hand.see("Kanban"))
    card(hand, "Northgate")


def card(hand: Hand, name: str) -> Node:
    """A card by its person."""
    return hand.see(re.compile(f"^{name} "), "list item")


def column(hand: Hand, stage: str) -> Node:
    """The cards of a stage."""
    return hand.see(stage, "list")


def stage_of(stored: Stored, name: str) -> object:
    return stored.value(STAGE, name)


def drop_a_card(hand: Hand, stored: Stored) -> None:
    hand.desktop.drag(card(hand, "Northgate"), column(hand, "Not reached"))
    hand.until_stored(lambda: stage_of(stored, "Northgate"), "no_answer", "the stage after the drop")
    hand.see(re.compile("^Northgate "), "list item", within=column(hand, "Not reached"))
    hand.see(re.compile("^Not reached, 1"))


def give_a_drag_up(hand: Hand, stored: Stored) -> None:
    """Going back from the dialog takes the card back."""
    hand.desktop.drag(card(hand, "Eastman"), column(hand, "Arranging a meeting"))
    hand.window("Move to a stage")
    hand.press("Escape")
    hand.gone("Move to a stage")
    hand.window(LEADS)
    assert stage_of(stored, "Eastman") == "new"
    hand.see(re.compile("^Eastman "), "list item", within=column(hand, "New lead"))


def drop_where_fields_are_needed(hand: Hand, stored: Stored) -> None:
    hand.desktop.drag(card(hand, "Eastman"), column(hand, "Arranging a meeting"))
    hand.window("Move to a stage")
    for label, text in (("Total debt", "820000"), ("Number of creditors", "3"), ("City", "Riverside")):
        hand.tab_to(label)
        hand.type(text)
    hand.press("ctrl+Return")
    hand.gone("Move to a stage")
    hand.until_stored(lambda: stage_of(stored, "Eastman"), "scheduling", "the stage after the dialog")
    hand.see(re.compile("^Eastman "), "list item", within=column(hand, "Arranging a meeting"))


def send_a_card_by_keys(hand: Hand, stored: Stored) -> None:
    hand.window(LEADS)
    hand.desktop.click(card(hand, "Southwell"), at=(0.5, 0.2))
    hand.press("ctrl+Right")
    hand.until_stored(lambda: stage_of(stored, "Southwell"), "no_answer", "the stage after Ctrl and an arrow")
