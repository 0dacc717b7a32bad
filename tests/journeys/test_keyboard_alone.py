"""A manager's work without a mouse, in English and in the dark theme."""

import re
from pathlib import Path

import numpy as np
import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored

PASSWORD = "quiet harbour 7"
LIST = "Prichal — Leads"
CARD = re.compile("^Northgate Olivia — lead No. 1$")

LEAD = "SELECT last_name, first_name, phone, stage.code FROM lead JOIN stage ON stage.id = stage_id"
ACTIVITIES = "SELECT state, subject, result, result_comment FROM activity ORDER BY id"


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_a_lead_is_added_called_and_moved_on_without_a_mouse(hand: Hand, program: Program) -> None:
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", "dymov@primer.test", "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    stored = Stored(file)
    program.start()
    sign_in(hand)
    go_dark(hand)
    walk_through_the_tabs(hand)
    add_a_lead(hand, stored)
    plan_from_the_card(hand, stored)
    complete_from_the_list(hand, stored)
    move_from_the_list(hand, stored)
    walk_from_card_to_card(hand, stored)
    come_and_go_in_my_activities(hand)
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


def sign_in(hand: Hand) -> None:
    """The login is remembered, so the cursor stands in the password."""
    hand.window("Prichal — sign in")
    password = hand.desktop.field("Password")
    hand.until(lambda: hand.desktop.focused(password), "the cursor in the password")
    hand.type(PASSWORD)
    hand.press("Return")
    hand.window(LIST)


def go_dark(hand: Hand) -> None:
    hand.press("ctrl+k")
    hand.window("Search and commands")
    hand.type(">dark")
    hand.see("Switch between light and dark", "list item")
    hand.press("Return")
    hand.window(LIST)
    hand.until(lambda: brightness(hand.desktop.screenshot("dark")) < 80, "a dark window")


def brightness(picture: Path) -> float:
    """Of the middle of the screen, from 0 to 255."""
    from PySide6.QtGui import QImage  # reads the picture only: the program runs in a process of its own

    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return float(grey[300:600, 300:1100].mean())


def walk_through_the_tabs(hand: Hand) -> None:
    for keys, tab in (("ctrl+2", "Deals"), ("ctrl+3", "Contacts"), ("ctrl+4", "My activities"), ("ctrl+1", "Leads")):
        hand.press(keys)
        hand.window(f"Prichal — {tab}")


def add_a_lead(hand: Hand, stored: Stored) -> None:
    """Name, a phone, the source by a part of its name; the card opens at once."""
    hand.press("Insert")
    hand.window("New lead")
    for label, text in (
        ("Last name", "Northgate"), ("First name", "Olivia"), ("Phones", "8 905 123 77 01"),
    ):  # fmt: skip
        hand.enter(label, text)
    hand.tab_to("Source")
    hand.type("web s")
    hand.press("Tab")
    hand.until(lambda: hand.desktop.field("Source").name == "Web site", "the source chosen")
    hand.press("ctrl+Return")
    hand.window(CARD)
    assert stored.rows(LEAD) == [("Northgate", "Olivia", "+79051237701", "new")]
    hand.press("Escape")
    hand.gone(CARD)
    hand.window(LIST)


def plan_from_the_card(hand: Hand, stored: Stored) -> None:
    """Too late is refused with the last day that is allowed; what was typed stays."""
    hand.until_focus("List", "table")
    hand.press("Return")
    hand.window(CARD)
    hand.press("ctrl+n")
    hand.window("New activity")
    hand.enter("Subject", "Ask about the loans")
    hand.enter("When", "+10w 11:00")
    hand.see(re.compile("Too late: .* is the last day"))
    hand.press("ctrl+a")
    hand.type("tomorrow 11")
    hand.see(re.compile("11:00 – 11:15"))
    hand.press("ctrl+Return")
    hand.gone("New activity")
    hand.see("Ask about the loans", "label")
    assert stored.rows(ACTIVITIES) == [("planned", "Ask about the loans", None, "")]
    hand.press("Escape")
    hand.gone(CARD)


def complete_from_the_list(hand: Hand, stored: Stored) -> None:
    """The last activity done asks for the next one."""
    hand.window(LIST)
    hand.until_focus("List", "table")
    hand.press("e")
    hand.window("Complete the call")
    hand.enter("Comment", "Three banks, the car is pledged")
    hand.enter("Subject", "Call the pledge holder")
    hand.enter("When", "tomorrow 15")
    hand.press("ctrl+Return")
    hand.gone("Complete the call")
    done, planned = stored.rows(ACTIVITIES)
    assert (done[0], done[3]) == ("done", "Three banks, the car is pledged")
    assert planned[:2] == ("planned", "Call the pledge holder")


def move_from_the_list(hand: Hand, stored: Stored) -> None:
    hand.until_focus("List", "table")
    hand.press("s")
    hand.see("Not reached", "menu item")
    hand.press("Down", "Return")
    hand.see("Not reached", "cell")
    assert stored.rows(LEAD)[0][-1] == "no_answer"


def walk_from_card_to_card(hand: Hand, stored: Stored) -> None:
    """The next and the previous record of the list, one card in place of the other."""
    hand.press("Insert")
    hand.window("New lead")
    for label, text in (("Last name", "Eastman"), ("Phones", "8 905 123 77 02")):
        hand.enter(label, text)
    hand.tab_to("Source")
    hand.type("web s")
    hand.press("Tab", "ctrl+Return")
    newer = re.compile("^Eastman — lead No. 2$")
    hand.window(newer)
    hand.press("Escape")
    hand.gone(newer)
    hand.until_focus("List", "table")
    hand.press("Return")
    hand.window(CARD)
    hand.press("ctrl+Up")
    hand.gone(CARD)
    hand.window(newer)
    hand.press("ctrl+Down")
    hand.gone(newer)
    hand.window(CARD)
    hand.press("Escape")
    hand.gone(CARD)
    hand.until_focus("List", "table")


def come_and_go_in_my_activities(hand: Hand) -> None:
    """Esc leaves the completion at the side, and the keyboard is back in the list."""
    hand.press("ctrl+4")
    hand.until_focus("My activities", "table")
    hand.see(re.compile("^15:00, Call, Call the pledge holder, Northgate Olivia, Not reached$"), "cell")
    hand.press("e")
    hand.until_focus("Talked", "check box")
    hand.press("Escape")
    hand.until_focus("My activities", "table")
