"""Blocks of a card as a user edits them: whole, by Save or Ctrl+Enter, with nothing lost."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.core.fieldkinds import UNKNOWN
from app.services.container import Services, open_services
from app.services.workplace import Workplace
from app.views.cards import CardWindow
from app.views.cards.blocks.panel import BlockPanel
from tests.support.asynchronous import until
from tests.support.office import SUPERVISOR, sit_down
from tests.support.windows import NotingNavigator, type_text
from tests.views.cards.conftest import Opener, close
from tests.views.cards.people import mironenko, points


def block(window: CardWindow, key: str) -> BlockPanel:
    assert window.general is not None
    return next(one for one in window.general.blocks.blocks if one.plan.key == key)


def line(panel: BlockPanel, code: str) -> QLineEdit:
    assert panel.form is not None
    widget = panel.form.form.frames[code].editor.input()
    assert isinstance(widget, QLineEdit)
    return widget


def retype(panel: BlockPanel, code: str, text: str) -> None:
    line(panel, code).selectAll()
    type_text(line(panel, code), text)


def error(panel: BlockPanel, code: str) -> str | None:
    assert panel.form is not None
    return panel.form.form.frames[code].error()


async def test_a_text_too_long_is_refused_in_words_and_stays_whole(
    open_card: Opener, lead_id: int, services: Services
) -> None:
    window = await open_card("lead", lead_id)
    about = block(window, "lead.about")
    about.edit("last_name")
    QGuiApplication.clipboard().setText("Щ" * 10_000)
    line(about, "last_name").selectAll()
    line(about, "last_name").paste()
    about.save()
    await until(lambda: error(about, "last_name") is not None)
    assert line(about, "last_name").text() == "Щ" * 10_000
    assert await value(services, lead_id, "last_name") == "Мироненко"


async def value(services: Services, lead_id: int, code: str) -> object:
    return (await services.leads.card(lead_id)).values.get(code)


async def colleague(workplace: Workplace) -> Services:
    """The supervisor at another workstation; the same program, so that no feed is needed."""
    return open_services(await sit_down(workplace.database, workplace.clock, SUPERVISOR))


async def test_blocks_count_what_success_requires(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    assert block(window, "lead.loans").plan.progress(window.card.data.values) == (6, 6)
    assert block(window, "lead.meeting").is_folded() is False
    assert block(window, "lead.meeting").plan.editable == frozenset()


async def test_block_is_saved_as_a_whole_by_ctrl_enter(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "total_debt", "2 310 000")
    retype(loans, "creditors", "Банки — 5")
    QTest.keyClick(line(loans, "creditors"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: loans.form is None)
    assert await value(services, lead_id, "total_debt") == Decimal(2_310_000)
    assert await value(services, lead_id, "creditors") == "Банки — 5"
    await until(lambda: not window.card.has_unsaved)


async def test_leaving_a_field_saves_nothing_and_closing_keeps_the_draft(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "creditors", "Банки — 7")
    retype(loans, "monthly_payment", "шестьдесят")
    assert window.general is not None
    window.general.action_bar.comment.focus()
    assert await value(services, lead_id, "creditors") == "Банки — 4, МФО — 2"
    await close(window)
    again = await open_card("lead", lead_id)
    offered = block(again, "lead.loans")
    assert again.card.has_unsaved
    offered.edit()
    assert line(offered, "creditors").text() == "Банки — 7"
    assert line(offered, "monthly_payment").text() == "шестьдесят"
    offered.cancel()
    await until(lambda: not again.card.has_unsaved)
    assert await value(services, lead_id, "creditors") == "Банки — 4, МФО — 2"


async def test_escape_stops_editing_and_offers_what_was_typed(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    about = block(window, "lead.about")
    window.edit_name()
    retype(about, "last_name", "Мироненков")
    window.escape()
    assert about.form is None
    about.edit("last_name")
    assert line(about, "last_name").text() == "Мироненков"


async def test_bad_values_are_said_at_their_fields_and_stay_typed(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "monthly_payment", "много")
    loans.save()
    await until(lambda: error(loans, "monthly_payment") is not None)
    retype(loans, "monthly_payment", "9" * 30)
    loans.save()
    await until(lambda: error(loans, "monthly_payment") not in (None, "This is not a sum"))
    assert line(loans, "monthly_payment").text().startswith("999")
    assert await value(services, lead_id, "monthly_payment") == Decimal(64_300)


async def test_field_required_so_far_cannot_be_emptied(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    line(loans, "total_debt").selectAll()
    QTest.keyClick(line(loans, "total_debt"), Qt.Key.Key_Delete)
    loans.save()
    await until(lambda: error(loans, "total_debt") is not None)
    assert await value(services, lead_id, "total_debt") == Decimal(2_150_000)


async def test_client_who_does_not_know_is_an_answer(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    assert loans.form is not None
    frame = loans.form.form.frames["creditor_count"]
    frame._unknown.click()
    loans.save()
    await until(lambda: loans.form is None)
    assert await value(services, lead_id, "creditor_count") is UNKNOWN


async def test_what_others_save_meanwhile_is_taken_over_and_typing_stays(
    open_card: Opener, services: Services, workplace: Workplace, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "creditors", "Банки — 9")
    other = await colleague(workplace)
    card = await other.leads.card(lead_id)
    _ = await other.leads.edit(lead_id, card.version, {"monthly_payment": Decimal(68_900)})
    await until(lambda: loans.form is not None and loans.form.version > card.version)
    assert line(loans, "creditors").text() == "Банки — 9"
    assert "68" in line(loans, "monthly_payment").text()
    loans.save()
    await until(lambda: loans.form is None)
    assert await value(services, lead_id, "creditors") == "Банки — 9"
    assert await value(services, lead_id, "monthly_payment") == Decimal(68_900)


async def test_same_field_changed_by_two_is_decided_by_the_second(
    open_card: Opener, services: Services, workplace: Workplace, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "creditors", "моё")
    retype(loans, "total_debt", "2 280 000")
    other = await colleague(workplace)
    card = await other.leads.card(lead_id)
    _ = await other.leads.edit(
        lead_id, card.version, {"creditors": "чужое", "total_debt": Decimal(2_310_000)}, card.values
    )
    await until(lambda: loans.form is not None and set(loans.form.undecided()) == {"creditors", "total_debt"})
    assert loans.form is not None
    assert await value(services, lead_id, "creditors") == "чужое"
    loans.form._strips["creditors"].keep.click()
    loans.form._strips["total_debt"].take.click()
    loans.save()
    await until(lambda: loans.form is None)
    assert await value(services, lead_id, "creditors") == "моё"
    assert await value(services, lead_id, "total_debt") == Decimal(2_310_000)


async def test_conflict_found_while_saving_asks_and_writes_nothing(
    open_card: Opener, services: Services, workplace: Workplace, lead_id: int
) -> None:
    window = await open_card("lead", lead_id)
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "creditors", "моё")
    other = await colleague(workplace)
    card = await other.leads.card(lead_id)
    window.card._settle.setInterval(60_000)  # the change is told too late
    _ = await other.leads.edit(lead_id, card.version, {"creditors": "чужое"}, card.values)
    loans.save()
    await until(lambda: loans.form is not None and loans.form.undecided() == ("creditors",))
    assert await value(services, lead_id, "creditors") == "чужое"
    assert line(loans, "creditors").text() == "моё"


async def test_known_phone_is_pointed_out_with_a_way_to_the_client(
    open_card: Opener, services: Services, navigator: NotingNavigator, lead_id: int
) -> None:
    known = await services.leads.create(
        {**mironenko(services), "last_name": "Гаврилова", "phones": points("+7 916 000-41-27")}
    )
    window = await open_card("lead", lead_id)
    about = block(window, "lead.about")
    about.edit("phones")
    assert about.form is not None
    strip = about.form._known.notes["phones"]
    retype(about, "phones", "8 (916) 000-41-27")
    await until(lambda: not strip.isHidden())
    link = strip.findChild(type(about.form.save))
    assert link is not None
    link.click()
    assert ("open_card", "lead", known) in navigator.asked


async def test_folding_is_remembered(open_card: Opener, lead_id: int, services: Services) -> None:
    window = await open_card("lead", lead_id)
    block(window, "lead.loans").toggle()
    for _ in range(100):
        if await services.preferences.get("card.folds.lead"):
            break
    await close(window)
    again = await open_card("lead", lead_id)
    assert block(again, "lead.loans").is_folded()
    assert not block(again, "lead.about").is_folded()


async def test_one_block_folds_where_the_window_is_narrow(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    assert not block(window, "lead.client").is_folded()
    window.resize(1366, 738)
    await until(lambda: block(window, "lead.client").is_folded())
    assert window.general is not None
    assert window.general.blocks.width() == 430
    overhang = window.general.blocks.horizontalScrollBar().maximum()
    assert overhang == 0
