"""The page of leads with its kanban in front, and a hand for it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.workplace import Workplace
from app.views.kanban import KANBAN
from app.views.kanban.pane import ColumnPane
from app.views.kanban.view import KanbanView
from app.views.leads.page import LEADS
from app.views.navigator import ViewContext
from app.views.records.page import RecordsPage
from app.views.stages import move_stage
from tests.services.clients.making import leads_of, new_lead, phones, stage_id
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import NotingNavigator, view_context

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """The board with what it was given."""

    page: RecordsPage
    view: KanbanView
    context: ViewContext
    navigator: NotingNavigator
    workplace: Workplace

    def stage(self, code: str) -> int:
        return stage_id(self.workplace, code)

    def pane(self, code: str) -> ColumnPane:
        pane = self.view.columns.pane(self.stage(code))
        assert pane is not None, code
        return pane

    def names(self, code: str) -> list[str]:
        """The last names in a column, from the top."""
        pane = self.pane(code)
        return [str(pane.column.data(pane.column.index(row))).split()[0] for row in range(pane.column.rowCount())]

    def place(self, code: str, row: int) -> QPoint:
        """The middle of a card on the screen."""
        pane = self.pane(code)
        return pane.cards.card_rect(pane.column.index(row)).center()

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call for call in self.navigator.asked if call[0] == name]

    async def stands(self, code: str, names: list[str]) -> None:
        await until(lambda: self.names(code) == names)

    async def laid_out(self) -> None:
        """All columns stand side by side with their cards."""
        await until(lambda: all(pane.is_folded() or pane.cards.height() > 300 for pane in self.view.columns.panes))
        await settled()

    # the hand

    def send(self, code: str, kind: QEvent.Type, place: QPoint, *, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """One event of the mouse, as the column that holds the pointer gets it."""
        viewport = self.pane(code).cards.viewport()
        moves, ends = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
        local = QPointF(viewport.mapFromGlobal(place))
        event = QMouseEvent(kind, local, QPointF(place), NONE if moves else LEFT, NONE if ends else LEFT, keys)
        QApplication.sendEvent(viewport, event)

    def press(self, code: str, row: int, *, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.send(code, QEvent.Type.MouseButtonPress, self.place(code, row), keys=keys)

    def click(self, code: str, row: int, *, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.press(code, row, keys=keys)
        self.send(code, QEvent.Type.MouseButtonRelease, self.place(code, row), keys=keys)

    def take_up(self, code: str, row: int) -> None:
        """Press and move far enough for a drag."""
        place = self.place(code, row)
        self.press(code, row)
        self.send(code, QEvent.Type.MouseMove, place + QPoint(30, 6))

    def carry(self, code: str, place: QPoint) -> None:
        self.send(code, QEvent.Type.MouseMove, place)

    def let_go(self, code: str, place: QPoint) -> None:
        self.send(code, QEvent.Type.MouseButtonRelease, place)

    def drag(self, code: str, row: int, place: QPoint) -> None:
        """From a card to a place on the screen."""
        self.take_up(code, row)
        self.carry(code, place)
        self.let_go(code, place)

    def column_middle(self, code: str) -> QPoint:
        return self.pane(code).screen_rect().center()


async def add_lead(workplace: Workplace, name: str, number: int = 0, **values: object) -> int:
    """A lead of a manager's."""
    filled = new_lead(workplace, last_name=name, phones=phones(f"+7916000{number:04}"), **values)  # type: ignore[arg-type]  # field values
    return await leads_of(workplace).create(filled)


async def open_desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace, *, width: int = 1440) -> Desk:
    """The page as it is when the employee chose the kanban."""
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    context, navigator = view_context(workplace)
    page = RecordsPage(context, LEADS, views=(KANBAN,))
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    await until(lambda: page.model.is_loaded)
    page.show_view("kanban")
    view = page.stack.front
    assert isinstance(view, KanbanView)
    navigator.stage_move = lambda ref, stage: move_stage(context, page, ref, stage)
    await until(lambda: view.board.is_loaded)
    await settled()
    desk = Desk(page, view, context, navigator, workplace)
    await desk.laid_out()
    return desk
