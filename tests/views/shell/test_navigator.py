"""Where words go: into the window that the user looks at."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import PrichalError, UserError
from app.qtbase.changes import ChangeBridge
from app.services.container import Services, open_services
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.navigator import ViewContext
from app.views.shell.navigator import ShellNavigator
from tests.support.asynchronous import until
from tests.views.shell.noting import NotingFeatures


class Teller(QWidget):
    """Notes what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def show_tab(self, tab: str, chosen: object = None) -> None:
        self.told.append(tab)

    def show_palette(self, text: str) -> None:
        self.told.append(text)

    def show_error(self, error: PrichalError) -> None:
        self.told.append(error.code)

    def show_success(self, words: str, undo: Callable[[], None] | None) -> None:
        self.told.append(words)


class TellingCards(NotingFeatures):
    """Cards that have a banner of their own."""

    def card(self, _context: ViewContext, ref: ClientRef, neighbours: object) -> QWidget:
        self.cards.append(Teller())
        return self.cards[-1]


@pytest.fixture
def services(workplace: Workplace) -> Services:
    return open_services(workplace)


async def test_what_a_card_began_is_told_in_the_card(qtbot: QtBot, services: Services) -> None:
    frame, made = Teller(), TellingCards()
    qtbot.addWidget(frame)
    frame.show()
    navigator = ShellNavigator(frame, frame, services, ChangeBridge(), made.features())
    navigator.open_card("lead", 5)
    card = made.cards[0]
    assert isinstance(card, Teller)
    await until(card.isActiveWindow)
    navigator.notify("sent")
    dialog = QDialog(card)
    dialog.open()
    await until(dialog.isActiveWindow)
    navigator.report(UserError("already_converted"))
    dialog.close()
    assert (card.told, frame.told) == (["sent", "already_converted"], [])
    card.close()
    await until(lambda: not navigator.has_cards())
    navigator.notify("in the bin")
    assert frame.told == ["in the bin"]
