"""The conversion dialog as a user meets it, and the schedule of the rest."""

import asyncio
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services.records.schedule import lay_out, months_later
from app.services.workplace import Workplace
from app.views.conversion import convert
from app.views.conversion.dialog import ConversionDialog
from tests.services.clients.making import contacts_of, deals_of, leads_of, new_lead, phones, ready_lead
from tests.support.asynchronous import until
from tests.support.windows import NotingNavigator, open_dialog, type_text, view_context


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


async def opened(
    workplace: Workplace, parent: QWidget, lead_id: int
) -> tuple[ConversionDialog, "asyncio.Task[None]", NotingNavigator]:
    context, navigator = view_context(workplace)
    task = asyncio.ensure_future(convert(context, parent, lead_id))
    await until(lambda: open_dialog(ConversionDialog) is not None)
    dialog = open_dialog(ConversionDialog)
    assert isinstance(dialog, ConversionDialog)
    return dialog, task, navigator


def fill(dialog: ConversionDialog, price: str, first: str) -> None:
    dialog.deal.type.combo.setCurrentIndex(1)
    dialog.deal.type.combo.activated.emit(1)
    type_text(dialog.deal.price.line, price)
    type_text(dialog.deal.first.line, first)


async def test_filled_dialog_makes_the_deal_and_opens_its_card(
    qtbot: QtBot, workplace: Workplace, parent: QWidget
) -> None:
    lead_id = await ready_lead(workplace)
    dialog, task, navigator = await opened(workplace, parent, lead_id)
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.deal.frames[0].error() is not None)
    fill(dialog, "180 000", "25000")
    dialog.deal.in_parts.setChecked(True)
    assert "31,000" in dialog.deal.each.text()
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await task
    deal_id = (await leads_of(workplace).card(lead_id)).deal_id
    assert deal_id is not None
    assert ("open_card", "deal", deal_id) in navigator.asked
    assert (await deals_of(workplace).card(deal_id)).values["amount"] == Decimal(180_000)


async def test_first_payment_above_the_price_is_said_at_its_field(
    qtbot: QtBot, workplace: Workplace, parent: QWidget
) -> None:
    lead_id = await ready_lead(workplace)
    dialog, task, _ = await opened(workplace, parent, lead_id)
    fill(dialog, "100", "200")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(lambda: dialog.deal.frames[3].error() is not None)
    dialog.reject()
    await task
    assert (await leads_of(workplace).card(lead_id)).deal_id is None


async def test_what_was_typed_of_the_deal_outlives_going_back(workplace: Workplace, parent: QWidget) -> None:
    lead_id = await ready_lead(workplace)
    dialog, task, _ = await opened(workplace, parent, lead_id)
    fill(dialog, "180 000", "25000")
    dialog.deal.in_parts.setChecked(True)
    typed = dialog.deal.typed()
    dialog.reject()
    await task
    again, second, _ = await opened(workplace, parent, lead_id)
    assert again.deal.typed() == typed
    again.reject()
    await second


async def test_nothing_is_cut_off_when_the_rest_is_laid_out(workplace: Workplace, parent: QWidget) -> None:
    dialog, task, _ = await opened(workplace, parent, await ready_lead(workplace))
    fill(dialog, "1 234 567 890,50", "25000")
    dialog.deal.in_parts.setChecked(True)
    await until(dialog.deal.each.isVisible)
    room = dialog.deal.parentWidget()
    assert room is not None
    assert room.minimumSizeHint().width() <= room.width()
    dialog.reject()
    await task


async def test_no_missing_field_is_cut_off(workplace: Workplace, parent: QWidget) -> None:
    lead_id = await leads_of(workplace).create(new_lead(workplace, first_name="Olivia", phones=phones("+79051237701")))
    dialog, task, _ = await opened(workplace, parent, lead_id)
    assert dialog.missing is not None
    page = dialog.missing.parentWidget()
    assert page is not None
    room = page.parentWidget()
    assert room is not None
    assert page.width() <= room.width()
    dialog.reject()
    await task


async def test_contact_of_the_same_phone_comes_chosen(workplace: Workplace, parent: QWidget) -> None:
    contact_id = await contacts_of(workplace).create({"last_name": "Гаврилова", "phones": phones("+79160004127")})
    lead_id = await ready_lead(workplace)
    dialog, task, _ = await opened(workplace, parent, lead_id)
    assert dialog.contact.contact_id() == contact_id
    dialog.reject()
    await task


@given(st.decimals(min_value=1, max_value=10_000_000, places=2), st.integers(1, 36))
def test_payments_add_up_to_the_rest_exactly(rest: Decimal, count: int) -> None:
    payments = lay_out(rest, count, date(2025, 1, 31))
    assert sum(payment.amount for payment in payments) == rest
    assert all(payment.amount > 0 for payment in payments)


def test_month_without_that_day_pays_on_its_last() -> None:
    assert months_later(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert months_later(date(2025, 11, 30), 2) == date(2026, 1, 30)
    assert lay_out(Decimal(0), 5, date(2025, 1, 1)) == ()

