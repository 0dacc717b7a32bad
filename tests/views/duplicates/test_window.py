"""The window of duplicates as a user meets it: search, compare, merge by keys, undo, "not a duplicate"."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.duplicates import DuplicatesWindow
from app.views.duplicates.apart import ApartDialog
from tests.services.clients.making import new_lead, phones
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context


@pytest.fixture
def parent(qtbot: QtBot, qapp: QApplication) -> QWidget:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    return window


async def test_a_pair_is_merged_undone_and_set_apart_by_keys_alone(parent: QWidget, workplace: Workplace) -> None:
    context, _navigator = view_context(workplace)
    contacts = context.services.contacts
    phone = phones("+79260001547")
    one = await contacts.create({"last_name": "Осипова", "first_name": "Лидия", "phones": phone})
    other = await contacts.create({"last_name": "Осипова", "phones": phone, "birth_date": date(1974, 5, 12)})
    lead = await context.services.leads.create(new_lead(workplace, phones=phones("+79160000001")))
    await context.services.leads.create(new_lead(workplace, phones=phones("+79160000001")))
    window = DuplicatesWindow(context, parent)
    window.show()
    await until(lambda: window.model.rowCount() == 2 and window.right.picker is not None)
    assert {group.refs[0].id for group in window.model.groups} >= {lead}
    window.left.list.go_to(next(row for row, group in enumerate(window.model.groups) if "contact" in group.sections))
    await until(lambda: window.right.question.text().startswith("Осипова"))
    picker = window.right.picker
    assert picker is not None
    QTest.keyClick(window, Qt.Key.Key_2)
    assert picker.survivor == ClientRef("contact", other)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: "Merged" in window.banner.text())
    assert window.model.rowCount() == 1
    assert (await contacts.card(one)).deleted_at is not None
    merged = await contacts.card(other)
    assert (merged.name, merged.deleted_at) == ("Осипова Лидия", None)
    window.banner._act.click()
    await until(lambda: "undone" in window.banner.text())
    assert (await contacts.card(one)).deleted_at is None
    assert window.model.rowCount() == 2
    await until(lambda: window.right.picker is not None and window.right.merge.isEnabled())
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    await until(lambda: window.model.rowCount() == 1)
    assert len(await context.services.duplicates.apart()) == 1
    await look_at_what_is_set_apart(window)
    window.close()
    await settled()


async def look_at_what_is_set_apart(window: DuplicatesWindow) -> None:
    await until(window.left.show_button.isVisible)
    window.left.show_button.click()
    await until(lambda: bool(window.findChildren(ApartDialog)))
    (apart,) = window.findChildren(ApartDialog)
    await until(lambda: apart.tree.topLevelItemCount() == 1)
    row = apart.tree.topLevelItem(0)
    assert row is not None
    apart.search.setText("zzz")
    assert row.isHidden()
    apart.search.setText(row.text(0).split()[0].upper())
    assert not row.isHidden()
    apart.reject()
