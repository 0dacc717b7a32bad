"""After a single act a line at the window's foot offers to take it back; acts of others and on many don't bring it."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.container import Services, open_services
from app.services.workplace import Workplace
from app.views.navigator import ViewContext
from app.views.shell.undo_watch import UndoWatch
from app.views.widgets.undo_line import UndoLine, undo_line
from tests.services.clients.making import new_lead, stage_id
from tests.support.asynchronous import until
from tests.support.office import MANAGER, sit_down
from tests.support.settling import settled
from tests.support.windows import view_context


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QMainWindow:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    window = QMainWindow()
    window.resize(900, 600)
    window.setCentralWidget(QWidget(window))
    qtbot.addWidget(window)
    window.show()
    return window


def line_of(window: QMainWindow) -> UndoLine:
    line = undo_line(window)
    assert line is not None
    return line


async def two_leads(context: ViewContext) -> list[int]:
    return [await context.services.leads.create(new_lead(context.services.workplace)) for _ in range(2)]


async def test_a_move_is_taken_back_by_its_line_and_several_cards_together(
    window: QMainWindow, workplace: Workplace
) -> None:
    context, navigator = view_context(workplace)
    watch = UndoWatch(context, lambda: window, window)
    leads = await two_leads(context)
    assert line_of(window).text() == ""
    no_answer, new = stage_id(workplace, "no_answer"), stage_id(workplace, "new")
    await context.services.leads.move(leads[0], no_answer)
    await until(lambda: line_of(window).text() == "Stage → Не удалось связаться · Гаврилова Нина")
    line_of(window).undo.click()
    await until(lambda: any(call[0] == "notify" for call in navigator.asked))
    assert (await context.services.leads.card(leads[0])).stage_id == new
    for lead in leads:
        await context.services.leads.move(lead, no_answer)
    await until(lambda: "1 more" in line_of(window).text())
    line_of(window).undo.click()
    await until(lambda: sum(call[0] == "notify" for call in navigator.asked) == 2)
    assert [(await context.services.leads.card(lead)).stage_id for lead in leads] == [new, new]
    watch.deleteLater()
    await settled()


async def test_edit_and_delete_bring_it_others_and_acts_on_many_dont(window: QMainWindow, workplace: Workplace) -> None:
    context, _navigator = view_context(workplace)
    watch = UndoWatch(context, lambda: window, window)
    leads = await two_leads(context)
    services = context.services
    card = await services.leads.card(leads[0])
    await services.leads.edit(leads[0], card.version, {"comment": "перезвонить"})
    await until(lambda: line_of(window).text() == "Lead: changed · Гаврилова Нина")
    line_of(window).put_away()
    await services.leads.delete(leads[0])
    await until(lambda: line_of(window).text() == "Lead: deleted · Гаврилова Нина")
    line_of(window).put_away()
    other: Services = open_services(await sit_down(workplace.database, workplace.clock, MANAGER))
    await other.leads.create(new_lead(other.workplace))
    await settled()
    assert line_of(window).text() == ""
    watch.deleteLater()
    await settled()
