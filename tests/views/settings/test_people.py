"""The people of the office in the settings: invited, corrected, handed over, taken back; departments as a tree."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models import Lead
from app.services.workplace import Workplace
from app.views.settings.code_dialog import CodeDialog
from app.views.settings.departments import DepartmentsPage
from app.views.settings.leaving_dialog import LeavingDialog
from app.views.settings.people import PeoplePage
from app.views.settings.people_table import STATE
from app.views.settings.person_dialog import PersonDialog
from tests.services.lists.making import add_leads
from tests.support.asynchronous import until
from tests.support.office import EXECUTOR, MANAGER, sit_down
from tests.views.settings.test_settings import at, opened

D = TypeVar("D", bound=QDialog)


async def the(kind: type[D]) -> D:
    """The dialog of a kind, once it is open."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def state_of(page: PeoplePage, name: str) -> Callable[[], str]:
    """What the table says of somebody's way in."""

    def read() -> str:
        for row in range(page.table.rowCount()):
            first, state = page.table.item(row, 0), page.table.item(row, STATE)
            if first is not None and state is not None and first.text() == name:
                return state.text()
        return ""

    return read


async def test_an_employee_is_invited_and_the_code_copied_withdrawn_and_made_anew(
    workplace: Workplace, qapp: QApplication, qtbot: QtBot
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "people", PeoplePage)
    assert page.table.rowCount() == 4
    page.invite.click()
    dialog = await the(PersonDialog)
    qtbot.keyClicks(dialog.login.editor.input(), "not a login")
    dialog.main.click()
    await until(lambda: dialog.login.error() is not None)
    dialog.login.set_value("chudova@primer.test")
    dialog.last_name.set_value("Чудова")
    dialog.first_name.set_value("Марина")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    code = await the(CodeDialog)
    shown = code.code.text()
    code.main.click()
    assert QApplication.clipboard().text() == f"Login: chudova@primer.test\nCode: {shown}"
    code.reject()
    state = state_of(page, "Чудова Марина")
    assert state().startswith("Invited until")
    page.panel.buttons["withdraw"].click()
    await until(lambda: state() == "Invitation withdrawn")
    page.panel.buttons["code"].click()
    await until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    question = QApplication.activeModalWidget()
    assert question is not None
    next(one for one in question.findChildren(QPushButton) if one.text() == "Make a code").click()
    again = await the(CodeDialog)
    assert again.code.text() != shown
    again.reject()
    await until(lambda: state().startswith("Invited until"))
    window.close()


async def test_who_leaves_hands_over_and_undo_brings_both_back(workplace: Workplace, qapp: QApplication) -> None:
    olga = (await sit_down(workplace.database, workplace.clock, MANAGER)).actor
    pavel = (await sit_down(workplace.database, workplace.clock, EXECUTOR)).actor
    await add_leads(workplace, *({"responsible_id": olga.employee_id} for _ in range(3)))
    window = await opened(workplace, qapp)
    page = await at(window, "people", PeoplePage)
    page.table.choose(olga.employee_id)
    page.panel.buttons["deactivate"].click()
    dialog = await the(LeavingDialog)
    dialog.main.click()
    assert dialog.heir.error() is not None
    dialog.heir.set_value(pavel.employee_id)
    dialog.main.click()
    state = state_of(page, olga.name)
    await until(lambda: state() == "Deactivated")
    await until(lambda: "Handed over: leads 3," in window.banner.text())
    window.banner._acted()
    code = await the(CodeDialog)
    code.reject()
    await until(lambda: state().startswith("Invited"))
    async with workplace.database.read() as session:
        assert set(await session.scalars(select(Lead.responsible_id))) == {olga.employee_id}
    window.close()


async def test_a_department_gets_a_part_and_a_head_and_keeps_what_has_people(
    workplace: Workplace, qapp: QApplication
) -> None:
    window = await opened(workplace, qapp)
    page = await at(window, "departments", DepartmentsPage)
    before = len(page.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive))
    assert not page.remove.isEnabled()
    parent = page._current
    page.add_department()
    page.name.set_value("Вторая группа")
    page.leader.set_value(workplace.actor.employee_id)
    page.name.changed.emit()
    window.save()
    await until(lambda: page.changes() == 0 and "Saved" in window.banner.text())
    added = next(one for one in workplace.registry.all.departments.values() if one.name == "Вторая группа")
    assert (added.parent_id, added.head_id) == (parent, workplace.actor.employee_id)
    page._current = added.id
    page._show()
    assert page.remove.isEnabled()
    page.delete()
    window.save()
    await until(lambda: page.changes() == 0 and len(workplace.registry.all.departments) == before)
    window.close()
