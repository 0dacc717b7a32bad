"""Tags, activities and files for the selected rows, as a user gives them."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import dialogs, i18n
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.leads.page import LEADS
from app.views.records.bulk.further_asking import ExportDialog, PlanDialog, TagDialog
from app.views.records.page import RecordsPage
from tests.services.clients.making import new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context


async def test_tags_activity_and_file_go_to_all_selected(
    qtbot: QtBot, qapp: QApplication, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    services = context.services
    leads = [await services.leads.create(new_lead(workplace, last_name=name)) for name in ("=Зимина", "Гаврилова")]
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    await until(lambda: page.model.is_loaded and page.model.rowCount() == 2)

    def shown(kind: type) -> list[object]:
        return [one for one in page.findChildren(kind) if one.isVisible()]

    page.model.check_all(True)
    page.bulk.bar.tag.click()
    await until(lambda: bool(shown(TagDialog)))
    (tagging,) = page.findChildren(TagDialog)
    tagging.new.line.setText("VIP, Повторный")
    tagging.new.line.textEdited.emit("VIP, Повторный")
    tagging.submitted.emit()
    await until(lambda: any(call[0] == "notify" and "Tags" in str(call[1]) for call in navigator.asked))
    assert len((await services.leads.card(leads[0])).values["tags"]) == 2  # type: ignore[arg-type]  # ids of options

    page.model.check_all(True)
    page.bulk.bar.plan.click()
    await until(lambda: bool(shown(PlanDialog)))
    (planning,) = page.findChildren(PlanDialog)
    planning.submitted.emit()
    assert planning.isVisible()  # nothing is said yet
    planning.subject.line.setText("Поздравить с праздником")
    planning.subject.line.textEdited.emit("Поздравить с праздником")
    planning.submitted.emit()
    await until(lambda: any("Activity" in str(call[1]) for call in navigator.asked))
    assert [len(await services.activities.of_client(ClientRef("lead", lead))) for lead in leads] == [1, 1]

    target = tmp_path / "leads.csv"

    async def chosen(*_about: object) -> Path:
        return target

    monkeypatch.setattr(dialogs, "choose_new_file", chosen)
    page.model.check_all(True)
    page.bulk.bar.export.click()
    await until(lambda: bool(shown(ExportDialog)))
    (exporting,) = page.findChildren(ExportDialog)
    exporting.columns.set_value("all")
    exporting.form.set_value("csv")
    exporting.submitted.emit()
    await until(lambda: any("Exported 2 records" in str(call[1]) for call in navigator.asked))
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    names = {row[rows[0].index("Lead")] for row in rows[1:]}
    assert any(name.startswith("'=Зимина") for name in names)
    assert "VIP, Повторный" in rows[1]
    page.close()
    await settled()
