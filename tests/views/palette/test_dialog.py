"""Ctrl+K as it is used: type, choose with the arrows, act; the newest answer wins."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.shortcuts import Command
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.records.values import ContactPointValue
from app.services.workplace import Workplace
from app.views.palette.dialog import PaletteDialog
from app.views.palette.matches import phone_match, text_match
from app.views.palette.rows import ActionRow, ClientRow, HeadingRow, spoken
from tests.services.clients.making import leads_of, new_lead, phones, stage_id
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, type_text, view_context


class Desk:
    """The palette over a window, and what it was given."""

    def __init__(
        self, window: QWidget, palette: PaletteDialog, navigator: NotingNavigator, leads: list[int], ran: list[str]
    ) -> None:
        self.window = window
        self.palette = palette
        self.navigator = navigator
        self.leads = leads
        self.ran = ran

    def clients(self) -> list[ClientRow]:
        return [row for row in self.palette.model.rows() if isinstance(row, ClientRow)]

    def actions(self) -> list[str]:
        return [row.text for row in self.palette.model.rows() if isinstance(row, ActionRow)]

    def chosen(self) -> str:
        row = self.palette.chosen_row()
        return spoken(row) if row is not None else ""


@pytest.fixture
async def leads(workplace: Workplace) -> list[int]:
    service = leads_of(workplace)
    people = (("Мироненко", "+79620008011"), ("Рыжов", "+79180008011"), ("Гаврилова", "+79160004127"))
    return [await service.create(new_lead(workplace, last_name=name, phones=phones(phone))) for name, phone in people]


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace, leads: list[int]) -> Desk:
    i18n.install(qapp, "en")
    window, ran = QWidget(), list[str]()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    window.show()
    context, navigator = view_context(workplace)

    def run(name: str) -> Callable[[], object]:
        return lambda: ran.append(name)

    commands = [
        (Command("import", "Import from a file", ""), run("import")),
        (Command("refresh", "Refresh", "F5"), run("refresh")),
        (Command("tab.lead", "Leads", "Ctrl+1"), run("tab.lead")),
    ]
    palette = PaletteDialog(context, window, commands)
    palette.open()
    return Desk(window, palette, navigator, leads, ran)


async def test_piece_of_a_phone_finds_clients_while_it_is_typed(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.palette.field, "80-11")
    await until(lambda: {row.hit.id for row in desk.clients()} == set(desk.leads[:2]))
    row = desk.clients()[0]
    assert row.phone_match is not None
    assert row.phone[slice(*row.phone_match)] == "80-11"
    assert desk.palette.said.text() == "phone contains <b>8011</b>"


async def test_second_phone_that_was_searched_is_the_one_to_call(
    qtbot: QtBot, desk: Desk, workplace: Workplace
) -> None:
    both = phones("+79850004094", "+79860002013")
    lead_id = await leads_of(workplace).create(new_lead(workplace, last_name="Колесова", phones=both))
    qtbot.keyClicks(desk.palette.field, "20-13")
    await until(lambda: len(desk.clients()) == 1)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert ("call", "+79860002013", ClientRef("lead", lead_id)) in desk.navigator.asked


async def test_enter_opens_the_first_client_found(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "мироненко")
    await until(lambda: len(desk.clients()) == 1)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    assert desk.navigator.asked == [("open_card", "lead", desk.leads[0])]
    assert not desk.palette.isVisible()


async def test_arrows_choose_and_the_actions_follow(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.palette.field, "0008011")
    await until(lambda: len(desk.clients()) == 2)
    first, second = desk.clients()
    assert desk.chosen() == spoken(first)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Down)
    assert desk.chosen() == spoken(second)
    headings = [row.text for row in desk.palette.model.rows() if isinstance(row, HeadingRow)]
    assert headings == ["Clients", second.name, "Actions"]
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert desk.navigator.asked == [("call", second.hit.phone, ClientRef("lead", second.hit.id))]


async def test_tab_goes_to_the_actions_of_the_client(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "Гаврилова")
    await until(lambda: len(desk.clients()) == 1)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Tab)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Down)
    assert desk.chosen() == "New activity"
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    assert desk.navigator.asked == [("plan_activity", ClientRef("lead", desk.leads[2]), None)]


async def test_stage_is_changed_from_the_palette(qtbot: QtBot, desk: Desk, workplace: Workplace) -> None:
    type_text(desk.palette.field, "Гаврилова")
    await until(lambda: len(desk.clients()) == 1)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert desk.palette.isVisible()
    assert desk.chosen() == "Не удалось связаться"
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    moved = ("move_stage", ClientRef("lead", desk.leads[2]), stage_id(workplace, "no_answer"))
    assert desk.navigator.asked == [moved]


async def test_escape_leaves_the_stages_first_and_then_the_palette(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "Гаврилова")
    await until(lambda: len(desk.clients()) == 1)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Escape)
    assert len(desk.clients()) == 1
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Escape)
    assert not desk.palette.isVisible()


async def test_unknown_phone_becomes_a_new_lead(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.palette.field, "8 (987) 654-32-10")
    await until(lambda: "Add a lead with this phone" in desk.actions())
    await settled()
    assert desk.chosen() == "Add a lead with this phone"
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    assert desk.navigator.asked == [("new_lead", {"phones": (ContactPointValue("8 (987) 654-32-10"),)})]


async def test_unknown_name_is_carried_into_the_new_lead(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "Шубин Аркадий Львович")
    await until(lambda: "Add a lead named “Шубин Аркадий Львович”" in desk.actions())
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    names = {"last_name": "Шубин", "first_name": "Аркадий", "middle_name": "Львович"}
    assert desk.navigator.asked == [("new_lead", names)]


async def test_query_is_shown_in_the_list_of_leads(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.palette.field, "8011")
    await until(lambda: len(desk.clients()) == 2)
    for _ in range(20):
        qtbot.keyClick(desk.palette.field, Qt.Key.Key_Down)
    assert desk.chosen() == "Show all with “8011” in the list of leads"
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    assert desk.navigator.asked == [("show_list", "lead", Filter(text="8011"))]


async def test_greater_than_asks_for_commands_only(qtbot: QtBot, desk: Desk) -> None:
    assert desk.actions() == ["Import from a file", "Refresh", "Leads"]
    qtbot.keyClicks(desk.palette.field, ">FILE import")
    assert desk.actions() == ["Import from a file"]
    qtbot.keyClick(desk.palette.field, Qt.Key.Key_Return)
    assert desk.ran == ["import"]


async def test_newest_query_wins(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "рыжов")
    await until(lambda: [row.name.split()[0] for row in desk.clients()] == ["Рыжов"])
    await settled()
    assert [row.name.split()[0] for row in desk.clients()] == ["Рыжов"]


async def test_client_is_opened_by_a_click(qtbot: QtBot, desk: Desk) -> None:
    type_text(desk.palette.field, "Гаврилова")
    await until(lambda: len(desk.clients()) == 1)
    row = desk.palette.model.rows().index(desk.clients()[0])
    place = desk.palette.list.visualRect(desk.palette.model.index(row)).topLeft() + QPoint(60, 10)
    qtbot.mouseClick(desk.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.navigator.asked == [("open_card", "lead", desk.leads[2])]


async def test_quotes_and_percent_signs_are_letters_like_any_other(qtbot: QtBot, desk: Desk) -> None:
    for query in ('"%_\\', "' OR 1=1 --", "🦊", "\u202eabc", "<b>"):
        desk.palette.field.clear()
        type_text(desk.palette.field, query)
        await until(lambda query=query: any(query in text for text in desk.actions()))  # type: ignore[misc]  # a default
        assert desk.clients() == []


@pytest.mark.parametrize("query", ["80-11", "8011", "000 80 11", "8 (962) 000-80-11", "+7 962 0008011", "9620008011"])
def test_matched_digits_are_found_in_any_writing(query: str) -> None:
    written = "+7 (962) 000-80-11"
    match = phone_match(query, written)
    assert match is not None
    assert written[slice(*match)].endswith("80-11")


def test_matched_name_is_found_in_any_case_with_or_without_yo() -> None:
    assert text_match("АРТЕМ", "Белоусов Артём Игоревич") == (9, 14)
    assert text_match("нет", "Белоусов Артём") is None
