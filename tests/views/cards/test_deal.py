"""The cards of deals and contacts: payments, the lead's blocks, the person's records."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from app.core.clock import FixedClock
from app.qtbase.theme import theme
from app.qtmodels.roles import Role, TimelineEntry
from app.services.container import Services
from app.services.records.activities import ClientRef
from app.services.records.clients import PaymentSummary
from app.services.records.schedule import lay_out, months_later
from app.views.cards import CardWindow
from app.views.cards.payment_dialogs import PaymentDialog
from app.views.cards.payments import PaymentRow, PaymentsPanel, paid_percent
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.support.windows import NotingNavigator, open_dialog, type_text
from tests.views.cards.conftest import Opener
from tests.views.cards.test_blocks import block, error, retype


def payments(window: CardWindow) -> PaymentsPanel:
    assert window.general is not None
    panel = window.general.blocks.payments
    assert panel is not None
    return panel


def rows(window: CardWindow) -> list[PaymentRow]:
    return [row for row in payments(window)._rows if isinstance(row, PaymentRow)]


async def summary(services: Services, deal_id: int) -> PaymentSummary:
    return await services.payments.summary(deal_id)


async def dialog_shown() -> PaymentDialog:
    await until(lambda: open_dialog(PaymentDialog) is not None)
    found = open_dialog(PaymentDialog)
    assert isinstance(found, PaymentDialog)
    return found


def confirm(dialog: PaymentDialog) -> None:
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)


async def test_payments_tell_paid_overdue_and_left(open_card: Opener, deal_id: int) -> None:
    window = await open_card("deal", deal_id)
    panel = payments(window)
    shown = {code: label.text() for code, label in panel._values.items()}
    assert shown == {"paid": "₽58,000", "overdue": "₽39,000", "left": "₽117,000", "price": "₽175,000"}
    assert [row.accessibleName().split(", ")[-1] for row in rows(window)] == [
        "received", "received", "overdue", "planned", "planned",
    ]  # fmt: skip
    assert "33%" in window.tabs.progress.findChildren(type(panel.title))[0].text()


async def test_payments_fit_into_the_narrow_column(open_card: Opener, deal_id: int, qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    window = await open_card("deal", deal_id)
    window.resize(1366, 738)
    assert window.general is not None
    blocks = window.general.blocks
    await until(lambda: blocks.width() == 430)
    assert blocks.widget().minimumSizeHint().width() <= blocks.viewport().width()
    amounts = {row.mapTo(window, row._amount.geometry().topRight()).x() for row in rows(window)}
    assert len(amounts) == 1


async def test_overdue_payment_is_received_in_its_row(
    open_card: Opener, deal_id: int, services: Services
) -> None:
    window = await open_card("deal", deal_id)
    (receive,) = [one for one in payments(window).findChildren(QPushButton) if one.text() == "Receive"]
    receive.click()
    dialog = await dialog_shown()
    assert dialog.amount("amount") == Decimal(39_000)
    confirm(dialog)
    await until(lambda: "received" in rows(window)[2].accessibleName())
    after = await summary(services, deal_id)
    assert (after.paid, after.overdue) == (Decimal(97_000), Decimal(0))
    assert after.payments[2].received_by == services.workplace.actor.employee_id


async def test_a_payment_received_is_a_change_of_the_deal(
    open_card: Opener, deal_id: int, services: Services, clock: FixedClock
) -> None:
    window = await open_card("deal", deal_id)
    overdue = (await summary(services, deal_id)).payments[2]
    clock.move_to(NOW + timedelta(hours=2, minutes=7))
    today = services.workplace.today()
    await services.payments.receive(overdue.id, overdue.version, today, overdue.amount, "cash", None)
    at = window.card.now().astimezone(services.workplace.zone)
    await until(lambda: f"Changed {at:%H:%M}, {me(services)}" in status_texts(window))
    assert window.card.data.card.updated_at < window.card.now()


def me(services: Services) -> str:
    return services.workplace.registry.employee(services.workplace.actor.employee_id).short_name


def status_texts(window: CardWindow) -> list[str]:
    return [label.text() for label in window.status.findChildren(QLabel)]


async def test_the_cursor_of_a_payment_stands_in_the_first_field_still_missing(
    open_card: Opener, deal_id: int
) -> None:
    window = await open_card("deal", deal_id)
    payments(window).add.click()
    dialog = await dialog_shown()
    assert dialog.focusWidget() is dialog.frames["amount"].editor.input()
    dialog.reject()


async def test_a_payment_dialog_grows_with_what_it_says(open_card: Opener, deal_id: int, qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    window = await open_card("deal", deal_id)
    payments(window).add.click()
    dialog = await dialog_shown()
    before = dialog.height()
    confirm(dialog)
    (area,) = dialog.findChildren(QScrollArea)
    await until(lambda: dialog.height() > before and area.verticalScrollBar().maximum() == 0)
    dialog.reject()


@given(paid=st.integers(0, 10**9), price=st.integers(1, 10**9))
def test_a_hundred_percent_means_that_nothing_is_left(paid: int, price: int) -> None:
    told = PaymentSummary(Decimal(price), Decimal(paid), Decimal(0), Decimal(max(price - paid, 0)), "RUB", ())
    assert (paid_percent(told) >= 100) == (paid >= price)


async def test_planned_payment_without_a_sum_is_not_taken(
    open_card: Opener, deal_id: int, services: Services
) -> None:
    window = await open_card("deal", deal_id)
    payments(window).add.click()
    dialog = await dialog_shown()
    confirm(dialog)
    await until(lambda: dialog.frames["amount"].error() is not None)
    type_text(dialog.frames["amount"].editor.input(), "12 000")
    confirm(dialog)
    await until(lambda: len(rows(window)) == 6)
    assert sum(one.amount for one in (await summary(services, deal_id)).payments) == Decimal(187_000)


async def test_what_is_left_is_laid_out_by_months(
    open_card: Opener, deal_id: int, services: Services
) -> None:
    for one in (await summary(services, deal_id)).payments:
        if one.received_on is None:
            await services.payments.remove(one.id, one.version)
    window = await open_card("deal", deal_id)
    payments(window).schedule.click()
    dialog = await dialog_shown()
    assert dialog.amount("amount") == Decimal(117_000)
    confirm(dialog)
    await until(lambda: len(rows(window)) == 5)
    planned = [one for one in (await summary(services, deal_id)).payments if one.received_on is None]
    assert [one.amount for one in planned] == [Decimal(39_000)] * 3


async def test_lead_blocks_stand_below_and_personal_fields_are_the_contacts(
    open_card: Opener, deal_id: int, services: Services
) -> None:
    window = await open_card("deal", deal_id)
    keys = [one.plan.key for one in window.general.blocks.blocks] if window.general else []
    assert keys[0] == "deal.deal"
    assert keys.index("lead.about") < keys.index("lead.loans")
    about = block(window, "lead.about")
    about.edit("emails")
    retype(about, "emails", "new@primer.test")
    about.save()
    await until(lambda: about.form is None)
    contact_id = window.card.data.card.contact_id
    assert contact_id is not None
    emails = (await services.contacts.card(contact_id)).values["emails"]
    assert [getattr(one, "value", "") for one in emails] == ["new@primer.test"]  # type: ignore[union-attr]  # points


async def test_own_block_refuses_a_price_that_is_none(open_card: Opener, deal_id: int) -> None:
    window = await open_card("deal", deal_id)
    own = block(window, "deal.deal")
    own.edit("amount")
    retype(own, "amount", "дорого")
    own.save()
    await until(lambda: error(own, "amount") is not None)


async def test_lines_of_the_lead_carry_its_tag(open_card: Opener, deal_id: int) -> None:
    window = await open_card("deal", deal_id)
    assert window.general is not None
    model = window.general.timeline.model
    await until(lambda: model.rowCount() > 6)
    found = [model.index(row, 0).data(Role.ENTRY) for row in range(model.rowCount())]
    entries = [one for one in found if isinstance(one, TimelineEntry)]
    lead = f"Lead No. {window.card.data.card.lead_id}"
    assert any((lead, "grey") in one.tags for one in entries)
    received = next(one for one in entries if one.title == "Payment received" and one.link)
    assert (received.amount, received.link, received.tags) == ("₽38,000", "Чек_14-10.pdf", ())


async def test_contact_shows_the_persons_deals_and_leads(
    open_card: Opener, deal_id: int, services: Services, navigator: NotingNavigator
) -> None:
    contact_id = (await services.deals.card(deal_id)).contact_id
    assert contact_id is not None
    window = await open_card("contact", contact_id)
    assert window.stages is None
    assert window.general is not None
    person = window.general.person
    assert person is not None
    names = [one for one in person.findChildren(QPushButton) if one.text().startswith(("Deal No.", "Lead No."))]
    for one in names:
        one.click()
    person.add.click()
    lead_id = window.card.data.links[1].record_id
    assert navigator.asked == [
        ("open_card", "deal", deal_id), ("open_card", "lead", lead_id), ("new_deal", contact_id),
    ]  # fmt: skip
    window.tabs.choose(1)
    assert {one.section for one in window.card.data.links} == {"deal", "lead"}


async def test_payment_made_elsewhere_shows_in_place(open_card: Opener, deal_id: int, services: Services) -> None:
    window = await open_card("deal", deal_id)
    own = block(window, "deal.deal")
    own.edit("comment")
    _ = await services.payments.plan(deal_id, date(2026, 3, 1), Decimal(1_000))
    await until(lambda: len(rows(window)) == 6)
    assert own.form is not None
    assert len(await services.files.of_client(ClientRef("deal", deal_id))) == len(window.card.data.files)


@given(st.integers(1, 10**9), st.integers(1, 60), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_equal_payments_add_up_and_come_monthly(total: int, count: int, first: date) -> None:
    planned = lay_out(Decimal(total), count, first)
    assert sum(one.amount for one in planned) == total
    assert len(planned) == (count if total >= count else 1)  # less than a unit each is paid at once
    assert all(one.amount > 0 for one in planned)
    assert all(timedelta(27) < later.on - one.on < timedelta(32) for one, later in pairwise(planned))
    assert all(one.on.day <= first.day for one in planned)


def test_last_day_of_a_month_stays_the_last() -> None:
    assert [months_later(date(2025, 1, 31), number) for number in (0, 1, 3, 13)] == [
        date(2025, 1, 31), date(2025, 2, 28), date(2025, 4, 30), date(2026, 2, 28),
    ]  # fmt: skip


async def test_schedule_laid_out_again_takes_the_place_of_the_first(
    open_card: Opener, deal_id: int, services: Services
) -> None:
    window = await open_card("deal", deal_id)
    for expected in (3, 3):
        payments(window).schedule.click()
        dialog = await dialog_shown()
        assert dialog.amount("amount") == Decimal(117_000)
        confirm(dialog)
        await until(lambda: open_dialog(PaymentDialog) is None)
        planned = [one for one in (await summary(services, deal_id)).payments if one.received_on is None]
        assert [one.amount for one in planned] == [Decimal(39_000)] * expected
