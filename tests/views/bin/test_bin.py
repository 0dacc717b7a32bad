"""The bin as a window: a section at a time, and the way back."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.bin import open_bin
from app.views.bin.dialog import BinDialog
from tests.services.clients.making import new_lead, phones
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


async def test_what_is_restored_leaves_the_list(window: QWidget, workplace: Workplace) -> None:
    context, _navigator = view_context(workplace)
    services = context.services
    leads = [await services.leads.create(new_lead(workplace)) for _ in range(2)]
    contact = await services.contacts.create({"last_name": "Зимина", "phones": phones("+79160004127")})
    for lead in leads:
        await services.leads.delete(lead)
    await services.contacts.delete(contact)
    opened = asyncio.ensure_future(open_bin(context, window))
    await until(lambda: any(one.isVisible() for one in window.findChildren(BinDialog)))
    (dialog,) = window.findChildren(BinDialog)
    assert dialog.tree.topLevelItemCount() == 2
    dialog.tree.selectAll()
    dialog.restore.click()
    await until(lambda: dialog.tree.topLevelItemCount() == 0)
    assert [(await services.leads.card(lead)).deleted_at for lead in leads] == [None, None]
    dialog.sections.button("contact").click()
    await until(lambda: dialog.tree.topLevelItemCount() == 1)
    dialog.restore.click()
    await until(lambda: dialog.tree.topLevelItemCount() == 0)
    assert (await services.contacts.card(contact)).deleted_at is None
    dialog.accept()
    await opened
    await settled()
