"""Two people edit one card: the second decides field by field and loses nothing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.fieldkinds import FieldType
from app.core.text import LIMITS
from app.services.container import Services
from app.services.records.office import FieldRecord
from app.services.workplace import Workplace
from app.views.cards import CardWindow
from app.views.cards.blocks.panel import BlockPanel
from app.views.cards.conflict import ConflictDialog
from app.views.cards.conflict.versions import joined
from tests.support.asynchronous import until
from tests.support.windows import open_dialog
from tests.views.cards.conftest import Opener
from tests.views.cards.people import points
from tests.views.cards.test_blocks import block, colleague, line, retype, value


async def asked(
    window: CardWindow, workplace: Workplace, lead_id: int
) -> tuple[BlockPanel, ConflictDialog]:
    """Both changed creditors and the debt, the colleague the monthly payment, too."""
    loans = block(window, "lead.loans")
    loans.edit()
    retype(loans, "creditors", "моё")
    retype(loans, "total_debt", "2 280 000")
    other = await colleague(workplace)
    card = await other.leads.card(lead_id)
    window.card._settle.setInterval(60_000)  # the change is told too late
    _ = await other.leads.edit(
        lead_id, card.version,
        {"creditors": "чужое", "total_debt": Decimal(2_310_000), "monthly_payment": Decimal(68_900)}, card.values,
    )  # fmt: skip
    loans.save()
    await until(lambda: open_dialog(ConflictDialog) is not None)
    dialog = open_dialog(ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    return loans, dialog


async def test_only_fields_that_both_changed_are_asked_about(
    open_card: Opener, workplace: Workplace, lead_id: int
) -> None:
    _, dialog = await asked(await open_card("lead", lead_id), workplace, lead_id)
    assert {row.collision.field.code for row in dialog.rows} == {"creditors", "total_debt"}
    assert [(one.name, one.mine) for one in dialog._meeting.settled] == [("Ежемесячный платёж", False)]
    dialog.reject()


async def test_main_button_waits_for_every_decision_and_points_at_the_open_one(
    open_card: Opener, services: Services, workplace: Workplace, lead_id: int
) -> None:
    loans, dialog = await asked(await open_card("lead", lead_id), workplace, lead_id)
    rows = {row.collision.field.code: row for row in dialog.rows}
    rows["creditors"].cells[1].set_on(True)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Общий долг" in dialog._say.text()
    rows["total_debt"].cells[0].set_on(True)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    await until(lambda: loans.form is None)
    assert await value(services, lead_id, "creditors") == "моё"
    assert await value(services, lead_id, "total_debt") == Decimal(2_310_000)
    assert await value(services, lead_id, "monthly_payment") == Decimal(68_900)


async def test_going_back_keeps_what_was_typed_and_writes_nothing(
    open_card: Opener, services: Services, workplace: Workplace, lead_id: int
) -> None:
    loans, dialog = await asked(await open_card("lead", lead_id), workplace, lead_id)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    await until(lambda: open_dialog(ConflictDialog) is None)
    assert line(loans, "creditors").text() == "моё"
    assert await value(services, lead_id, "creditors") == "чужое"


async def test_columns_are_chosen_by_numbers(open_card: Opener, workplace: Workplace, lead_id: int) -> None:
    _, dialog = await asked(await open_card("lead", lead_id), workplace, lead_id)
    dialog.rows[0].focus()
    await until(dialog.rows[0].cells[0].radio.hasFocus)
    QTest.keyClick(dialog.rows[0].cells[0].radio, Qt.Key.Key_2)
    assert dialog.rows[0].choice() == 1
    QTest.keyClick(dialog.rows[0].cells[1].radio, Qt.Key.Key_J)
    assert dialog._current() is dialog.rows[1]
    dialog.reject()


async def test_labels_of_phones_outlive_an_edit(open_card: Opener, services: Services, lead_id: int) -> None:
    card = await services.leads.card(lead_id)
    labelled = tuple(type(one)(one.value, one.normal, "work") for one in points("+7 916 000-41-27"))
    _ = await services.leads.edit(lead_id, card.version, {"phones": labelled})
    window = await open_card("lead", lead_id)
    about = block(window, "lead.about")
    about.edit("phones")
    retype(about, "phones", "+7 916 000-41-28")
    about.save()
    await until(lambda: about.form is None)
    (phone,) = points_of(await value(services, lead_id, "phones"))
    assert phone == ("+79160004128", "work")


async def test_name_longer_than_its_field_is_not_cut_by_saving_the_block(
    open_card: Opener, services: Services, lead_id: int
) -> None:
    long = "Ы" * LIMITS["line"]
    card = await services.leads.card(lead_id)
    _ = await services.leads.edit(lead_id, card.version, {"last_name": long})
    window = await open_card("lead", lead_id)
    about = block(window, "lead.about")
    about.edit("first_name")
    retype(about, "first_name", "Олег")
    about.save()
    await until(lambda: about.form is None)
    assert await value(services, lead_id, "last_name") == long
    assert window.width() <= 1440


def points_of(found: object) -> list[tuple[str | None, str]]:
    assert isinstance(found, tuple)
    return [(one.normal, one.label) for one in found]


COMMENT = FieldRecord(1, "lead", "comment", "Comment", FieldType.LONG_TEXT, 1, True, None, 0, False, 1)


@given(st.text(min_size=1), st.text(), st.text())
def test_joined_text_loses_no_word_of_either(before: str, theirs: str, mine: str) -> None:
    whole = joined(COMMENT, before, before + theirs, before + mine)
    assert isinstance(whole, str)
    for word in (*(before + theirs).split(), *(before + mine).split()):
        assert word in whole
