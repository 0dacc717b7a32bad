"""The tab History as a user has it: narrowed, opened, put back, exported, new lines without a jump."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.qtbase.theme import theme
from app.services.history import OfficeLine
from app.services.workplace import Workplace
from app.views.history.page import HistoryPage
from app.views.history.words import presets
from app.views.widgets.buttons import Button
from tests.services.lists.making import add_leads
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context


async def opened(workplace: Workplace, qapp: QApplication) -> tuple[HistoryPage, NotingNavigator]:
    theme().apply(qapp, "light")
    workplace.clock = SystemClock()  # the database's own triggers tell when
    context, navigator = view_context(workplace)
    page = HistoryPage(context)
    page.resize(1366, 690)
    page.show()
    await until(lambda: page.model.rowCount() > 0)
    return page, navigator


def line_at(page: HistoryPage, row: int) -> OfficeLine:
    line = page.model.line(page.model.index(row, 0))
    assert isinstance(line, OfficeLine)
    return line


def words(page: HistoryPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data() or "") for column in range(page.model.columnCount())]


async def test_lines_are_read_opened_put_back_and_exported(
    workplace: Workplace, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lead,) = await add_leads(workplace, {"last_name": "Рябова"})
    page, navigator = await opened(workplace, qapp)
    leads = page._context.services.leads
    for amount in (Decimal(90_000), Decimal(120_000)):
        card = await leads.card(lead)
        await leads.edit(lead, card.version, {"amount": amount})
    page.tools.acts.set_value("changed")
    page.tools.things.set_value("lead")
    page.tools.things.changed.emit()
    await until(lambda: page.model.rowCount() == 2, 5)
    assert words(page, 0)[1:] == ["Дымов Андрей", "Changed", f"Рябова · № {lead}", "Сумма: 90,000.00 → 120,000.00"]

    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert ("open_card", "lead", lead) in navigator.asked

    async def yes(*_words: object) -> bool:
        return True

    monkeypatch.setattr("app.qtbase.dialogs.confirm", yes)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    buttons = [one for one in page.details.findChildren(Button) if one.isVisible()]
    (restore,) = [one for one in buttons if one.accessibleName().startswith("Restore: ")]
    restore.click()
    await until(lambda: page.model.rowCount() == 3)
    assert (await leads.card(lead)).values["amount"] == Decimal(90_000)
    assert len(await exported(page, tmp_path, monkeypatch)) == 4
    await close(page)


async def exported(page: HistoryPage, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the button Export writes."""
    target = folder / "history.csv"

    async def chosen(*_words: object) -> Path:
        return target

    monkeypatch.setattr("app.qtbase.dialogs.choose_new_file", chosen)
    page.tools.export.click()
    await until(lambda: "history.csv" in page.banner.text())
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:2] == ["When", "Who"]
    return rows


async def test_new_lines_come_at_the_top_and_nobody_loses_their_place(workplace: Workplace, qapp: QApplication) -> None:
    await add_leads(workplace, *({"last_name": f"Клиент {number}"} for number in range(40)))
    page, _ = await opened(workplace, qapp)
    page.table.verticalScrollBar().setValue(400)
    seen = line_at(page, page.table.rowAt(0)).id
    (newest,) = await add_leads(workplace, {"last_name": "Новая"})
    await until(lambda: line_at(page, 0).ref == newest or line_at(page, 1).ref == newest)
    assert line_at(page, page.table.rowAt(0)).id == seen
    page.tools.take(presets()[1])
    await until(lambda: page.model.rowCount() == 0)
    assert page.nothing.isVisible()
    page.nothing.button.click()
    await until(lambda: page.model.rowCount() > 40)
    await close(page)


async def close(page: HistoryPage) -> None:
    page.close()
    page.deleteLater()
    await settled()
