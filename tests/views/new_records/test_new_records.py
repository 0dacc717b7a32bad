"""The forms of new records as a user meets them."""

import asyncio
from collections.abc import Coroutine

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.services.workplace import Workplace
from app.views.field_forms.known import KnownPeopleNote
from app.views.new_records import new_contact, new_deal, new_lead
from app.views.new_records.dialog import NewRecordDialog
from tests.services.clients.making import contacts_of, deals_of, leads_of, phones
from tests.services.clients.making import new_lead as lead_values
from tests.support.asynchronous import until
from tests.support.windows import open_dialog, type_text, view_context


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


async def opened(
    flow: Coroutine[object, object, None],
) -> tuple[NewRecordDialog, "asyncio.Task[None]"]:
    task = asyncio.ensure_future(flow)
    await until(lambda: open_dialog(NewRecordDialog) is not None)
    dialog = open_dialog(NewRecordDialog)
    assert isinstance(dialog, NewRecordDialog)
    return dialog, task


def line(dialog: NewRecordDialog, code: str) -> QLineEdit:
    widget = dialog.frame_of(code).editor.input()
    assert isinstance(widget, QLineEdit)
    return widget


async def test_new_lead_says_all_that_is_missing_and_saves_what_was_typed(
    qtbot: QtBot, workplace: Workplace, parent: QWidget
) -> None:
    context, navigator = view_context(workplace)
    dialog, task = await opened(new_lead(context, parent, {}))
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.frame_of("source").error() is not None)
    assert [dialog.frame_of(code).error() is None for code in ("last_name", "phones", "middle_name")] == [
        False,
        False,
        True,
    ]
    type_text(line(dialog, "last_name"), "Ёлкина")
    type_text(line(dialog, "phones"), "8 916 000-41-27")
    type_text(line(dialog, "total_debt"), "640000")
    source = next(iter(workplace.registry.all.sources))
    dialog.frame_of("source").set_value(source)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await task
    ((word, section, lead_id),) = [asked for asked in navigator.asked if asked[0] == "open_card"]
    assert (word, section) == ("open_card", "lead")
    assert isinstance(lead_id, int)
    card = await leads_of(workplace).card(lead_id)
    assert (card.name, card.values["source"]) == ("Ёлкина", source)


async def test_known_phone_is_pointed_out_while_typing(qtbot: QtBot, workplace: Workplace, parent: QWidget) -> None:
    lead_id = await leads_of(workplace).create(lead_values(workplace))
    context, _ = view_context(workplace)
    dialog, task = await opened(new_lead(context, parent, {}))
    type_text(line(dialog, "phones"), "+7 (916) 000-41-27")
    note = dialog.frame_of("phones").findChild(KnownPeopleNote)
    assert note is not None
    await until(lambda: not note.isHidden())
    words = " ".join(label.text() for label in note.findChildren(QLabel))
    assert "Гаврилова Нина" in words
    assert lead_id
    dialog.reject()
    await task


async def test_typed_words_are_there_again_after_leaving(workplace: Workplace, parent: QWidget) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(new_contact(context, parent, {}))
    type_text(line(dialog, "last_name"), "Ёлкина")
    dialog.reject()
    await task
    dialog, task = await opened(new_contact(context, parent, {}))
    assert line(dialog, "last_name").text() == "Ёлкина"
    dialog.reject()
    await task


async def test_deal_by_hand_wants_an_existing_contact(qtbot: QtBot, workplace: Workplace, parent: QWidget) -> None:
    contact_id = await contacts_of(workplace).create({"last_name": "Кац", "phones": phones("+79160004127")})
    context, navigator = view_context(workplace)
    dialog, task = await opened(new_deal(context, parent, None))
    picker = dialog.findChild(QListWidget)
    assert picker is not None
    search = next(one for one in dialog.findChildren(QLineEdit) if "phone" in one.placeholderText())
    type_text(search, "кац")
    await until(lambda: picker.count() == 1)
    picker.itemActivated.emit(picker.item(0))
    dialog.frame_of("deal_type").set_value(next(iter(workplace.registry.all.deal_types)))
    type_text(line(dialog, "amount"), "90 000")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await task
    ((_, _, deal_id),) = [asked for asked in navigator.asked if asked[0] == "open_card"]
    assert isinstance(deal_id, int)
    assert (await deals_of(workplace).card(deal_id)).contact_id == contact_id


async def test_new_lead_begins_with_the_office_currency_and_leaves_no_draft(
    workplace: Workplace, parent: QWidget
) -> None:
    context, _ = view_context(workplace)
    dialog, task = await opened(new_lead(context, parent, {}))
    assert dialog.values()["currency"] == workplace.currency
    dialog.reject()
    await task
    assert await context.services.drafts.get("new:lead") is None
