"""The bar under a list: it comes with the selection, acts on it, tells what became of it and takes it back."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.dialogs import Question
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.contacts.page import contacts_page
from app.views.leads.page import LEADS
from app.views.records.bulk.asking import CommonDialog, FieldDialog
from app.views.records.bulk.report import ReportDialog
from app.views.records.page import RecordsPage
from tests.services.clients.making import leads_of, new_lead, stage_id
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context

Shown = TypeVar("Shown", CommonDialog, FieldDialog, ReportDialog)


class Desk:
    """The page and what it asked for."""

    def __init__(self, page: RecordsPage, navigator: NotingNavigator, leads: list[int]) -> None:
        self.page = page
        self.navigator = navigator
        self.leads = leads
        self.undos: list[Callable[[], None]] = []
        """What the banner's button would do."""
        navigator.notify = self._hear  # type: ignore[method-assign]  # the undo is to be pressed

    def _hear(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self.navigator.asked.append(("notify", words))
        if undo is not None:
            self.undos.append(undo)

    def dialog(self, kind: type[Shown]) -> Shown:
        return next(one for one in self.page.findChildren(kind) if one.isVisible())

    def told(self) -> list[str]:
        return [str(call[1]) for call in self.navigator.asked if call[0] == "notify"]


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    leads = [await leads_of(workplace).create(new_lead(workplace)) for _ in range(3)]
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    await until(lambda: page.model.is_loaded and page.model.rowCount() == 3)
    await settled()
    return Desk(page, navigator, leads)


async def test_the_bar_comes_with_the_selection_and_goes_by_escape(desk: Desk, qtbot: QtBot) -> None:
    page = desk.page
    assert not page.bulk.bar.isVisible()
    page.model.toggle(page.model.index(0, 0))
    assert page.bulk.bar.isVisible()
    assert page.bulk.bar.count.text() == "Selected: 1"
    page.model.check_all(True)
    assert page.bulk.bar.count.text() == "All found selected: 3"
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.bulk.bar.isVisible()


async def test_a_stage_asks_once_for_what_is_missing_and_reports_who_was_refused(
    desk: Desk, workplace: Workplace
) -> None:
    page = desk.page
    page.model.check_all(True)
    page.bulk.bar.stage_chosen.emit(stage_id(workplace, "scheduling"))
    await until(lambda: any(one.isVisible() for one in page.findChildren(CommonDialog)))
    dialog = desk.dialog(CommonDialog)
    assert "city" in dialog.form.frames
    dialog.submitted.emit()  # nothing given: each lead lacks something
    await until(lambda: any(one.isVisible() for one in page.findChildren(ReportDialog)))
    report = desk.dialog(ReportDialog)
    assert report.tree.topLevelItemCount() == 1
    group = report.tree.topLevelItem(0)
    assert group is not None
    assert group.childCount() == 3
    report.accept()
    await settled()
    assert not page.bulk.bar.isVisible()


async def test_closing_takes_a_reason_and_says_so(desk: Desk, workplace: Workplace) -> None:
    page = desk.page
    page.model.check_all(True)
    page.bulk.bar.stage_chosen.emit(stage_id(workplace, "refused"))
    await until(lambda: any(one.isVisible() for one in page.findChildren(CommonDialog)))
    dialog = desk.dialog(CommonDialog)
    dialog.submitted.emit()
    assert dialog.isVisible()
    assert dialog._reason is not None
    dialog._reason.set_value("дорого")
    dialog.submitted.emit()
    await until(lambda: bool(desk.told()))
    assert desk.told()[0].endswith("3 records")


async def test_a_field_is_set_for_all(desk: Desk, workplace: Workplace) -> None:
    page = desk.page
    page.model.check_all(True)
    page.bulk.bar.field.click()
    await until(lambda: any(one.isVisible() for one in page.findChildren(FieldDialog)))
    dialog = desk.dialog(FieldDialog)
    dialog.choice.setCurrentIndex(dialog.choice.findData("city"))
    dialog.form.set_value("city", "Клин")
    dialog.submitted.emit()
    await until(lambda: bool(desk.told()))
    cards = [await leads_of(workplace).card(lead) for lead in desk.leads]
    assert {card.values["city"] for card in cards} == {"Клин"}


async def test_contacts_have_no_stage_button(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> None:
    context, _navigator = view_context(workplace)
    page = contacts_page(context)
    qtbot.addWidget(page)
    page.show()
    assert isinstance(page, RecordsPage)
    page.bulk._offer()
    assert page.bulk.bar.stage.isHidden()
    await settled()


async def test_deleting_asks_first_and_its_undo_brings_the_rows_back(desk: Desk, workplace: Workplace) -> None:
    page = desk.page
    page.model.check_all(True)
    page.bulk.bar.delete.click()
    await until(lambda: any(one.isVisible() for one in page.findChildren(Question)))
    next(one for one in page.findChildren(Question) if one.isVisible())._choose("yes")
    await until(lambda: page.model.rowCount() == 0)
    await until(lambda: bool(desk.undos))
    desk.undos[0]()
    await until(lambda: page.model.rowCount() == len(desk.leads))
    assert desk.told()[-1] == "Undone · 3 records"
