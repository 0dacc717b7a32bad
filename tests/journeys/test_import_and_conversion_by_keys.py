"""A file taken in and a lead made a deal with the keyboard alone, in English."""

import re
from pathlib import Path

import pytest

from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored

PASSWORD = "quiet harbour 7"
LEADS = "Prichal — Leads"
ROWS = (
    "Last name;First name;Phone;Source\nNorthgate;Olivia;8 905 123-77-01;Web site\nEastman;Paul;8 905 123-77-02;2GIS\n"
)
LEAD_CARD = re.compile("^Eastman Paul — lead No. 2$")
DEAL_CARD = re.compile("^Eastman Paul — deal No. 1$")
LEAD = "SELECT stage.code FROM lead JOIN stage ON stage.id = stage_id WHERE last_name = 'Eastman'"
DEAL = "SELECT amount, paid, stage.code FROM deal JOIN stage ON stage.id = stage_id"


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_a_file_is_imported_and_a_lead_converted_without_a_mouse(hand: Hand, program: Program, tmp_path: Path) -> None:
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", "dymov@primer.test", "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    stored = Stored(file)
    program.start()
    hand.window("Prichal — sign in")
    password = hand.desktop.field("Password")
    hand.until(lambda: hand.desktop.focused(password), "the cursor in the password")
    hand.type(PASSWORD)
    hand.press("Return")
    hand.window(LEADS)
    import_a_file(hand, tmp_path, stored)
    fill_what_the_stages_need(hand, tmp_path, stored)
    convert(hand, stored)
    for card in (DEAL_CARD, LEAD_CARD):
        hand.window(card)
        hand.press("Escape")
        hand.gone(card)
    hand.window(LEADS)
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


def import_a_file(hand: Hand, papers: Path, stored: Stored) -> None:
    paper = papers / "leads.csv"
    paper.write_text(ROWS, encoding="utf-8")
    hand.press("ctrl+k")
    hand.window("Search and commands")
    hand.type(">import")
    hand.see(re.compile("^Import from a file"), "list item")
    hand.press("Return")
    hand.window("Import of leads")
    hand.until_focus("Choose a file", "push button")
    hand.press("space")
    hand.pick_file(paper)
    hand.see("recognised 4 of 4")
    hand.press("ctrl+Return")
    hand.see("Import 2 rows", "push button")
    hand.press("ctrl+Return")
    hand.see("The import is done")
    assert stored.column("SELECT last_name FROM lead ORDER BY id") == ["Northgate", "Eastman"]
    hand.press("Escape")
    hand.gone("Import of leads")


def fill_what_the_stages_need(hand: Hand, papers: Path, stored: Stored) -> None:
    """The dialog of the conversion asks for all that is missing; every kind of field has its keys."""
    paper = papers / "questionnaire.pdf"
    paper.write_bytes(b"%PDF-1.4 harbour")
    hand.until_focus("List", "table")
    hand.press("Down", "Return")
    hand.window(LEAD_CARD)
    hand.tab_onto("Finish", "button menu")
    hand.press("space")
    hand.see(re.compile("^Complete the lead"), "menu item")
    hand.press("Down", "Return")
    hand.window("Convert to a deal")
    hand.enter("Total debt", "900 000")
    hand.enter("Number of creditors", "3")
    hand.enter("City", "Balashikha")
    hand.enter("Birth date", "14.07.1975")
    hand.tab_onto("Choose…")
    hand.press("space")
    hand.pick_file(paper)
    hand.see(paper.name)
    hand.enter("Creditors", "Two banks, a shop")
    hand.enter("Monthly payment", "32 500.50")
    hand.tab_to("Marital status")
    hand.press("m")
    hand.until(lambda: hand.desktop.field("Marital status").name == "Married", "married")
    answer(hand, "Payments overdue", "Yes")
    hand.enter("Official income", "65 000")
    hand.tab_to("Property")
    hand.press("space")
    hand.until_focus("No property", "check box")
    hand.press("space", "Escape")
    answer(hand, "Enforcement proceedings", "No")


def answer(hand: Hand, label: str, choice: str) -> None:
    """One of the buttons beside each other: Tab stops at the chosen one, arrows go along them."""
    hand.tab_into(label)
    for passed in ("No", "Yes"):
        hand.press("Left")
        hand.until_focus(passed, "check box")
        if passed == choice:
            return


def convert(hand: Hand, stored: Stored) -> None:
    hand.tab_to("Type")
    hand.press("b")
    hand.until(lambda: hand.desktop.field("Type").name == "Bankruptcy", "the type")
    hand.enter("Full price, ₽", "120 000")
    hand.enter("First payment, ₽", "30 000")
    hand.press("ctrl+Return")
    hand.gone("Convert to a deal")
    hand.window(DEAL_CARD)
    assert stored.value(LEAD) == "converted"
    assert stored.rows(DEAL) == [(12_000_000, 3_000_000, "signed")]
