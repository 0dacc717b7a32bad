"""The matrix of rights in the settings: by keys, by the menu, back to the preset, with undo."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.kinds import Kind, Right, Scope
from app.services.people.workplaces import relearn
from app.services.workplace import Workplace
from app.views.settings.rights import RightsPage
from tests.support.asynchronous import until
from tests.support.office import MANAGER, sit_down
from tests.views.settings.test_settings import at, opened


async def test_a_right_is_set_by_a_key_saved_and_taken_back(
    workplace: Workplace, qapp: QApplication, qtbot: QtBot
) -> None:
    manager = await sit_down(workplace.database, workplace.clock, MANAGER)
    window = await opened(workplace, qapp)
    page = await at(window, "rights", RightsPage)
    page.matrix.setCurrentCell(1, 1)
    qtbot.keyClick(page.matrix, Qt.Key.Key_2)
    item = page.matrix.item(1, 1)
    assert item is not None
    told = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Deals, Read: Department (usually Own)"
    assert window.foot.words.text().startswith("Not saved: 1 change. 2 employees concerned")
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.changes() == 0 and "Saved" in window.banner.text())
    await relearn(manager)
    assert manager.rights.scope(Kind.DEAL, Right.READ) is Scope.DEPARTMENT
    window.banner._acted()
    await until(lambda: window.banner.text() == "As it was before.")
    await relearn(manager)
    assert manager.rights.scope(Kind.DEAL, Right.READ) is Scope.OWN
    window.close()


async def test_what_does_not_apply_is_not_offered_and_a_role_goes_back_to_the_preset(
    workplace: Workplace, qapp: QApplication, qtbot: QtBot
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "rights", RightsPage)
    assert not page.reset.isEnabled()
    assert page.matrix.right_at(3, 7) is None
    assert page.others.scopes_of((Kind.SETTINGS.value, Right.CHANGE.value)) == (Scope.NONE, Scope.ALL)
    page.others.setCurrentCell(5, 1)
    qtbot.keyClick(page.others, Qt.Key.Key_1)
    assert page.changes() == 0
    page.matrix.setCurrentCell(0, 6)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    (menu,) = page.matrix.findChildren(QMenu)
    menu.actions()[3].trigger()
    menu.close()
    assert page.changes() == 1
    page.reset.click()
    assert page.changes() == 0
    window.close()


async def test_an_administrator_cannot_lock_everybody_out(workplace: Workplace, qapp: QApplication) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "rights", RightsPage)
    page.list.setCurrentRow(2)
    page.others.wanted.emit(Kind.SETTINGS.value, Right.CHANGE.value, Scope.NONE.value)
    window.save()
    await until(lambda: "Somebody must stay" in window.banner.text())
    assert page.changes() == 1
    window.drop()
    await until(lambda: page.changes() == 0)
    window.close()
