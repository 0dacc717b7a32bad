"""The entrance to databases that exist: a wrong password, the right one, files that are gone or are something else."""

import re
from pathlib import Path

import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored

PASSWORD = "quiet harbour 7"
LOGIN = "dymov@primer.test"
ENTRANCE = "Prichal — sign in"
GARBAGE = b"\x00\xff garbage " * 500
REFUSED = "The login or the password is wrong."


@pytest.fixture
def office(program: Program) -> Path:
    """A database made from the terminal."""
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", LOGIN, "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    return file


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_neither_part_of_a_wrong_entry_is_told(hand: Hand, program: Program, office: Path) -> None:
    program.start()
    hand.window(ENTRANCE)
    hand.see("Ready")
    hand.see("Who opened and changed what is written to the history.")
    enter(hand, LOGIN, "something else")
    hand.see(REFUSED)
    enter(hand, "nobody@primer.test", PASSWORD)
    hand.until(lambda: hand.desktop.find_all("label", REFUSED), "the same words")
    enter(hand, LOGIN, PASSWORD)
    hand.window("Prichal — Leads")
    entries = Stored(office).rows("SELECT op, actor_id FROM history WHERE op LIKE 'sign%' ORDER BY id")
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []
    assert entries == [("sign_in", 1), ("sign_in_refused", None), ("sign_in_refused", None), ("sign_in", 1)]


def enter(hand: Hand, login: str, password: str) -> None:
    hand.fill("Phone or email", login)
    hand.secret("Password", password)
    hand.press("Return")


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_a_file_that_is_gone_or_something_else_is_named(hand: Hand, program: Program, office: Path) -> None:
    program.start()
    hand.window(ENTRANCE)
    hand.see("Ready")
    office.rename(office.with_name("elsewhere.db"))
    for rest in office.parent.glob("main.db-*"):
        rest.unlink()
    enter(hand, LOGIN, PASSWORD)
    hand.see(re.compile("^There is no database file at .*main.db"), "label")
    assert not office.exists(), "nothing is made in its place"
    garbage = office.with_name("garbage.db")
    garbage.write_bytes(GARBAGE)
    connect(hand, garbage)
    hand.window("This database can't be connected")
    hand.see(re.compile("^This file is not a database: .*garbage.db"), "label")
    hand.push("Close")
    hand.window(ENTRANCE)
    assert garbage.read_bytes() == GARBAGE
    connect(hand, office.with_name("elsewhere.db"))
    hand.see("elsewhere", "label")
    enter(hand, LOGIN, PASSWORD)
    hand.window("Prichal — Leads")
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


def connect(hand: Hand, file: Path) -> None:
    hand.push("Connect a database")
    hand.push("Database file…", role="menu item")
    hand.pick_file(file)
