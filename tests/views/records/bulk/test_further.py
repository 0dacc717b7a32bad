"""Tags, activities and files for the selected rows, as a user gives them."""

import csv
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.qtbase import dialogs, i18n
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.leads.page import LEADS
from app.views.navigator import ViewContext
from app.views.records.bulk.further_asking import ExportDialog, PlanDialog, TagDialog
from app.views.records.page import RecordsPage
from app.views.widgets.buttons import Button
from app.views.widgets.fields import TextEditor
from tests.services.clients.making import new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context

Shown = TypeVar("Shown", TagDialog, PlanDialog, ExportDialog)


class Desk:
    """The page with two leads and what it asked for."""

    def __init__(self, page: RecordsPage, context: ViewContext, navigator: NotingNavigator, leads: list[int]) -> None:
        self.page = page
        self.services = context.services
        self.navigator = navigator
        self.leads = leads

    async def asked(self, button: Button, kind: type[Shown]) -> Shown:
        """Everything selected, the button pressed, its dialog on the screen."""
        self.page.model.check_all(True)
        button.click()
        await until(lambda: any(one.isVisible() for one in self.page.findChildren(kind)))
        return next(one for one in self.page.findChildren(kind) if one.isVisible())

    async def hears(self, words: str) -> None:
        await until(lambda: any(call[0] == "notify" and words in str(call[1]) for call in self.navigator.asked))


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    create = context.services.leads.create
    leads = [await create(new_lead(workplace, last_name=name)) for name in ("=Зимина", "Гаврилова")]
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    await until(lambda: page.model.is_loaded and page.model.rowCount() == 2)
    await settled()
    return Desk(page, context, navigator, leads)


def write(editor: TextEditor, text: str) -> None:
    editor.line.setText(text)
    editor.line.textEdited.emit(text)


async def test_new_tags_and_an_activity_go_to_all_selected(desk: Desk) -> None:
    tagging = await desk.asked(desk.page.bulk.bar.tag, TagDialog)
    write(tagging.new, "VIP, Повторный")
    tagging.submitted.emit()
    await desk.hears("Tags")
    assert len((await desk.services.leads.card(desk.leads[0])).values["tags"]) == 2  # type: ignore[arg-type]  # ids of options
    planning = await desk.asked(desk.page.bulk.bar.plan, PlanDialog)
    planning.submitted.emit()
    assert planning.isVisible()  # nothing is said yet
    assert any(label.text().startswith("Tue, 25.11") for label in planning.findChildren(QLabel))
    planning.kind.set_value("meeting")
    planning.kind.combo.currentIndexChanged.emit(planning.kind.combo.currentIndex())
    assert planning.minutes.value() == 60
    planning.kind.set_value("call")
    planning.kind.combo.currentIndexChanged.emit(planning.kind.combo.currentIndex())
    assert planning.minutes.value() == 15
    write(planning.subject, "Поздравить с праздником")
    planning.submitted.emit()
    await desk.hears("Activity")
    for lead in desk.leads:
        assert len(await desk.services.activities.of_client(ClientRef("lead", lead))) == 1
    desk.page.close()
    await settled()


async def test_all_fields_go_into_a_file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "leads.csv"

    async def chosen(*_about: object) -> Path:
        return target

    monkeypatch.setattr(dialogs, "choose_new_file", chosen)
    tags = await desk.services.tags.ensure("lead", ["VIP"])
    card = await desk.services.leads.card(desk.leads[0])
    await desk.services.leads.edit(card.id, card.version, {"tags": tags})
    exporting = await desk.asked(desk.page.bulk.bar.export, ExportDialog)
    exporting.columns.set_value("all")
    exporting.form.set_value("csv")
    exporting.submitted.emit()
    await desk.hears("Exported 2 records")
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    names = {row[rows[0].index("Lead")] for row in rows[1:]}
    assert any(name.startswith("'=Зимина") for name in names)
    assert any("VIP" in row for row in rows[1:])
    assert {row[rows[0].index("All phones")] for row in rows[1:]} == {"+79160004127"}
    desk.page.close()
    await settled()
