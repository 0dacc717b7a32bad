"""The panel and the chips on a page: filters saved, arranged and shared, each part dropped by itself, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.records.lists import AnyOf, Condition, Filter
from app.services.records.saved_filters import Share
from app.services.workplace import Workplace
from app.views.leads.page import LEADS
from app.views.records.filter.panel import FilterPanel
from app.views.records.page import RecordsPage
from tests.services.clients.making import leads_of, new_lead, phones
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, type_text, view_context

MOSCOW = Condition("city", "contains", ("Москва",))
NAMED_TEST = "Москва"


class Desk:
    def __init__(self, page: RecordsPage, navigator: NotingNavigator) -> None:
        self.page = page
        self.navigator = navigator

    async def panel(self) -> FilterPanel:
        self.page.open_panel()
        panel = self.page.control.panel
        assert panel is not None
        await until(lambda: "my_open" in panel.saved.rows)
        return panel

    def chips(self) -> list[str]:
        return [chip.text() for chip in self.page.tools.filter.chips]


@pytest.fixture
async def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    for name, city in (("Гаврилова", "Москва"), ("Остапенко", "Химки")):
        await leads_of(workplace).create(new_lead(workplace, last_name=name, phones=phones("+79160004127"), city=city))
    page = RecordsPage(context, LEADS)
    qtbot.addWidget(page)
    page.resize(1440, 800)
    page.show()
    await until(lambda: page.model.is_loaded and page.model.rowCount() == 2)
    await settled()
    return Desk(page, navigator)


async def save(desk: Desk, name: str, *conditions: Condition | AnyOf) -> str:
    service = desk.page._services.saved_filters
    key = await service.save("lead", name, Filter(conditions=conditions))
    await settled()
    return key


async def test_ready_filter_stays_what_it_is_until_a_condition_is_changed(qtbot: QtBot, desk: Desk) -> None:
    panel = await desk.panel()
    assert [one.field for one in panel.conditions.conditions() if isinstance(one, Condition)] == [
        "stage",
        "responsible",
    ]
    assert panel.result_filter() == Filter(preset="my_open")
    box = panel.conditions.grid.box("city")
    box.focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "Москва")
    assert panel.result_filter().preset is None
    await until(lambda: "<b>1</b>" in panel.found.text())
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    await until(lambda: desk.page.model.rowCount() == 1)
    assert desk.chips()[-1] == "Город: contains Москва"
    assert panel.isHidden()


async def test_filter_is_saved_renamed_and_deleted_with_undo_by_keys(qtbot: QtBot, desk: Desk) -> None:
    desk.page.apply_filter(Filter(conditions=(MOSCOW,)))
    panel = await desk.panel()
    panel.saved.save.setFocus()
    qtbot.keyClick(panel.saved.save, Qt.Key.Key_Space)
    naming = panel.keeping.naming
    assert naming is not None
    qtbot.keyClick(naming, Qt.Key.Key_Return)
    await until(lambda: naming.name.error() is not None)
    type_text(naming.name.editor.input(), NAMED_TEST)
    qtbot.keyClick(naming, Qt.Key.Key_Return)
    await until(lambda: (panel.saved.value() or "").startswith("saved:"))
    key = panel.saved.value() or ""
    assert panel.saved.row(key).text() == NAMED_TEST
    await settled()
    qtbot.keyClick(panel.saved.row(key), Qt.Key.Key_F2)
    assert panel.keeping.naming is not None
    panel.keeping.naming.name.set_value("Столица")
    qtbot.keyClick(panel.keeping.naming, Qt.Key.Key_Return)
    await until(lambda: panel.saved.row(key).text() == "Столица")
    qtbot.keyClick(panel.saved.row(key), Qt.Key.Key_Delete)
    await until(lambda: key not in panel.saved.rows)
    assert desk.navigator.asked[-1] == ("notify", "The filter “Столица” is deleted")


async def test_filter_is_moved_and_made_the_start_and_both_are_kept(
    qtbot: QtBot, desk: Desk, workplace: Workplace
) -> None:
    key = await save(desk, NAMED_TEST, MOSCOW)
    panel = await desk.panel()
    row = panel.saved.row(key)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(panel.saved.rows)[-2] == key
    row.pinned.emit()
    await until(lambda: panel.saved.row(key).named.starts)
    panel.close()
    await settled()
    again = RecordsPage(view_context(workplace)[0], LEADS)
    qtbot.addWidget(again)
    await until(lambda: again.model.is_loaded and again.filter() == Filter(conditions=(MOSCOW,)))
    assert [chip.text() for chip in again.tools.filter.chips] == [NAMED_TEST]


async def test_changes_are_saved_into_the_filter_that_is_on(qtbot: QtBot, desk: Desk) -> None:
    key = await save(desk, NAMED_TEST, MOSCOW)
    panel = await desk.panel()
    assert not panel.save_button.isEnabled()
    qtbot.mouseClick(panel.saved.row(key), Qt.MouseButton.LeftButton, pos=panel.saved.row(key).rect().center())
    await until(lambda: "<b>1</b>" in panel.found.text())
    assert not panel.save_button.isEnabled()
    panel.conditions.grid.box("city").choose_operator("not_contains")
    assert panel.save_button.isEnabled()
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    await until(lambda: not panel.save_button.isEnabled())
    expected = Filter(conditions=(Condition("city", "not_contains", ("Москва",)),))
    assert panel.saved.row(key).named.filter == expected


async def test_filter_is_shared_with_the_office_from_its_menu(desk: Desk) -> None:
    key = await save(desk, NAMED_TEST, MOSCOW)
    panel = await desk.panel()
    await until(lambda: key in panel.saved.rows)
    menu = panel.saved.row(key).menu()
    words = [action.text() for action in menu.actions()]
    assert "For the whole office" in words
    assert "For my department" not in words, "an administrator without a department"
    menu.actions()[words.index("For the whole office")].trigger()
    await until(lambda: panel.saved.row(key).named.share is Share.OFFICE)


async def test_chips_say_what_is_asked_and_each_is_dropped_alone(qtbot: QtBot, desk: Desk) -> None:
    group = AnyOf((Condition("city", "equals", ("Клин",)), Condition("mortgage", "equals", (True,))))
    desk.page.apply_filter(Filter(preset="all_open", conditions=(MOSCOW, group)))
    assert desk.chips()[0] == "All leads in progress"
    assert desk.chips()[2] == "Город: Клин or Ипотека: yes"
    field = desk.page.tools.filter
    field.chips[1].setFocus()
    QTest.keyClick(field.chips[1], Qt.Key.Key_Delete)
    assert desk.page.filter() == Filter(preset="all_open", conditions=(group,))
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert desk.page.filter() == Filter(preset="all_open")


async def test_part_that_is_gone_is_struck_and_the_rest_works(desk: Desk) -> None:
    desk.page.apply_filter(Filter(conditions=(Condition("old_field", "contains", ("x",)), MOSCOW)))
    await until(lambda: desk.page.model.rowCount() == 1)
    broken, whole = desk.page.tools.filter.chips
    assert "deleted" in broken.chip.problem
    assert not whole.chip.problem


async def test_many_chips_leave_room_to_type(desk: Desk) -> None:
    parts = tuple(Condition("city", "contains", (f"Город номер {number}",)) for number in range(12))
    desk.page.apply_filter(Filter(conditions=parts))
    field = desk.page.tools.filter
    await until(lambda: field.line.width() >= 100)
    assert sum(chip.isVisible() for chip in field.chips) < len(parts)


@pytest.mark.parametrize("typed", ["%_\"'*()", "я" * 10_000, "а б " * 3_000])
async def test_any_search_text_is_borne(desk: Desk, typed: str) -> None:
    desk.page.control.wanted.emit(Filter(text=typed))
    await until(desk.page.nothing.isVisible)
    assert desk.navigator.reported == []
