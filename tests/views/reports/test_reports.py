"""The reports page: numbers, what stands behind them, the file, and who sees what."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter, Sort
from app.services.workplace import Workplace
from app.views.reports.behind import BehindDialog
from app.views.reports.page import ReportsPage
from app.views.reports.words import METRICS
from tests.services.lists.making import add_leads, plan
from tests.support.asynchronous import until
from tests.support.office import MANAGER, NOW, sit_down
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context


async def opened(workplace: Workplace, qapp: QApplication) -> tuple[ReportsPage, NotingNavigator]:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    page = ReportsPage(context)
    page.resize(1366, 690)
    page.show()
    await until(lambda: page.table.rowCount() > 0)
    return page, navigator


def cell(page: ReportsPage, row: int, metric: str) -> str:
    item = page.table.item(row, METRICS.index(metric) + 1)  # type: ignore[arg-type]  # a metric's name
    assert item is not None
    return item.text()


async def close(page: ReportsPage) -> None:
    page.close()
    page.deleteLater()
    await settled()


async def test_a_number_opens_the_list_that_finds_the_same(workplace: Workplace, qapp: QApplication) -> None:
    late, _idle = await add_leads(workplace, {}, {})
    await plan(workplace, NOW - timedelta(days=1), lead_id=late)
    page, navigator = await opened(workplace, qapp)
    row = next(n for n in range(page.table.rowCount()) if page.table.item(n, 0).text() == "Дымов Андрей")
    assert (cell(page, row, "overdue"), cell(page, row, "without"), cell(page, row, "too_late")) == ("1", "1", "—")
    page.table.cellClicked.emit(row, METRICS.index("overdue") + 1)
    (asked,) = [one for one in navigator.asked if one[0] == "show_list"]
    assert asked[1] == "lead"
    assert isinstance(asked[2], Filter)
    found = await page._context.services.lists.ids("lead", asked[2], Sort("created"))
    assert list(found) == [late]
    await close(page)


async def test_calls_without_words_are_listed_and_open_their_cards(workplace: Workplace, qapp: QApplication) -> None:
    (lead,) = await add_leads(workplace, {"last_name": "Рябова"})
    page, navigator = await opened(workplace, qapp)
    services = page._context.services
    rules = services.office_rules
    seen = rules.stored()
    await rules.save(seen, [replace(one, mode="off") if one.code == "completion_comment" else one for one in seen])
    await services.activities.log_held(ClientRef("lead", lead), ActivityKind.CALL, "talked", "", 5)
    page.refresh()
    last = page.table.rowCount() - 1
    await until(lambda: cell(page, last, "calls_silent") == "1")
    page.table.setCurrentCell(last, METRICS.index("calls_silent") + 1)
    page.table.cellClicked.emit(last, METRICS.index("calls_silent") + 1)
    await until(lambda: bool(page.findChildren(BehindDialog)))
    dialog = page.findChildren(BehindDialog)[0]
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    dialog.tree.itemActivated.emit(item, 0)
    assert ("open_card", "lead", lead) in navigator.asked
    dialog.close()
    await close(page)


async def test_the_week_before_stands_beside_the_numbers(workplace: Workplace, qapp: QApplication) -> None:
    (lead,) = await add_leads(workplace, {})
    old, new = NOW - timedelta(days=7, hours=1), NOW - timedelta(hours=1)
    call = {"lead_id": lead, "state": "done", "result": "talked", "result_comment": "x"}
    await plan(workplace, old, completed_at=old, **call)
    await plan(workplace, new, completed_at=new, **{**call, "result_comment": ""})
    await plan(workplace, NOW - timedelta(days=1), lead_id=lead)
    page, navigator = await opened(workplace, qapp)
    assert not page.tiles.tiles[2].change.isVisible()
    page.tools.compare.click()
    await until(page.tiles.tiles[2].change.isVisible)
    assert (page.tiles.tiles[2].change.text(), page.tiles.tiles[2].change.property("tone")) == ("↓ −50", "danger")
    assert page.tiles.tiles[1].change.text() == "↑ +1"
    assert "a week ago 0" in page.tiles.tiles[1].accessibleName()
    assert page.tiles.tiles[0].change.isHidden()
    await until(lambda: not page._tasks._running.tasks)
    assert await page._context.services.preferences.get("reports.compare") is True
    page.settings.click()
    assert ("open_settings", "thresholds") in navigator.asked
    await close(page)


async def test_the_report_goes_into_a_file(
    workplace: Workplace, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, _ = await opened(workplace, qapp)
    target = tmp_path / "discipline.csv"

    async def chosen(*_words: object) -> Path:
        return target

    monkeypatch.setattr("app.qtbase.dialogs.choose_new_file", chosen)
    page.tools.export.click()
    await until(lambda: "Written" in page.banner.text())
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=","))
    assert rows[0][0] == "Employee"
    assert [row[0] for row in rows[1:]] == [*sorted(row[0] for row in rows[1:-1]), "All together"]
    await close(page)


async def test_a_manager_sees_only_oneself(workplace: Workplace, qapp: QApplication) -> None:
    manager = await sit_down(workplace.database, workplace.clock, MANAGER)
    page, _ = await opened(manager, qapp)
    assert page.table.rowCount() == 2
    assert not page.tools.people.isVisible()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    await close(page)
