"""The window of duplicates is opened once, from the palette's command and from a card's hint, and goes when closed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.container import open_services
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.duplicates import DuplicatesWindow
from app.views.shell.navigator import ShellNavigator
from tests.services.clients.making import phones
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import view_context
from tests.views.shell.noting import NotingFeatures


class Frame(QWidget):
    """A main window that hears nothing."""

    def show_error(self, error: Exception) -> None:
        raise error

    def show_success(self, words: str, undo: object) -> None: ...

    def show_tab(self, tab: str, chosen: object = None) -> None: ...

    def show_palette(self, text: str) -> None: ...


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication) -> Frame:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    frame = Frame()
    qtbot.addWidget(frame)
    return frame


async def test_one_window_that_compares_what_a_hint_names(frame: Frame, workplace: Workplace) -> None:
    context, _noting = view_context(workplace)
    features = replace(NotingFeatures().features(), duplicates=DuplicatesWindow)
    navigator = ShellNavigator(frame, frame, open_services(workplace), context.changes, features)  # type: ignore[arg-type]  # hears nothing
    contacts = context.services.contacts
    pair = [await contacts.create({"last_name": name, "phones": phones("+79260001547")}) for name in ("Один", "Два")]
    navigator.find_duplicates()
    (window,) = frame.findChildren(DuplicatesWindow)
    await until(lambda: window.model.rowCount() == 1)
    navigator.find_duplicates([ClientRef("contact", one) for one in pair])
    assert frame.findChildren(DuplicatesWindow) == [window]
    await until(lambda: window.right.picker is not None and window.model.rowCount() == 2)
    window.close()
    await until(lambda: not frame.findChildren(DuplicatesWindow))
    navigator.find_duplicates()
    (again,) = frame.findChildren(DuplicatesWindow)
    again.close()
    await settled()
