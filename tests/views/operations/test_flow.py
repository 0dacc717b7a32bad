"""Ctrl+Z and the list of the last operations: each asks first, undoes, and says what it undid."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.dialogs import Question
from app.qtbase.theme import theme
from app.services.records.bulk import BulkStop
from app.services.workplace import Workplace
from app.views.navigator import ViewContext
from app.views.operations import last_operations, undo_last
from app.views.operations.dialog import OperationsDialog
from tests.services.clients.making import new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def given(workplace: Workplace) -> tuple[ViewContext, NotingNavigator]:
    return view_context(workplace)


async def _answer(window: QWidget, chosen: str) -> Question:
    await until(lambda: any(one.isVisible() for one in window.findChildren(Question)))
    question = next(one for one in window.findChildren(Question) if one.isVisible())
    question._choose(chosen)
    return question


async def test_nothing_to_undo_is_said(window: QWidget, given: tuple[ViewContext, NotingNavigator]) -> None:
    context, navigator = given
    await undo_last(context, window)
    assert navigator.asked == [("notify", "There is nothing to undo")]


async def test_the_newest_own_operation_is_undone_after_asking(
    window: QWidget, given: tuple[ViewContext, NotingNavigator]
) -> None:
    context, navigator = given
    leads = context.services.leads
    lead = await leads.create(new_lead(context.services.workplace))
    card = await leads.card(lead)
    await leads.edit(lead, card.version, {"city": "Клин"})
    undoing = asyncio.ensure_future(undo_last(context, window))
    await _answer(window, "no")
    await undoing
    assert (await leads.card(lead)).values.get("city") == "Клин"
    undoing = asyncio.ensure_future(undo_last(context, window))
    await _answer(window, "yes")
    await undoing
    assert (await leads.card(lead)).values.get("city") is None
    assert navigator.asked[-1] == ("notify", "Undone: Lead: changed · Гаврилова Нина")


async def test_a_line_of_the_list_is_undone_and_leaves_it(
    window: QWidget, given: tuple[ViewContext, NotingNavigator]
) -> None:
    context, _navigator = given
    services = context.services
    leads = [await services.leads.create(new_lead(services.workplace)) for _ in range(2)]
    await services.bulk.delete("lead", leads, lambda _done, _total: None, BulkStop())
    listing = asyncio.ensure_future(last_operations(context, window))
    await until(lambda: bool(window.findChildren(OperationsDialog)))
    (dialog,) = window.findChildren(OperationsDialog)
    texts = [dialog.tree.topLevelItem(row).text(1) for row in range(dialog.tree.topLevelItemCount())]  # type: ignore[union-attr]  # rows that are there
    assert "Lead: deleted · 2" in texts
    row = texts.index("Lead: deleted · 2")
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(row))  # type: ignore[arg-type]  # a row that is there
    dialog.undo.click()
    await _answer(window, "yes")
    await until(lambda: dialog.tree.topLevelItemCount() == len(texts) - 1)
    assert (await services.leads.card(leads[0])).deleted_at is None
    dialog.accept()
    await listing
    await settled()
