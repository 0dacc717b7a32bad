"""Dialling and writing through the workstation's own programs, and what the timeline then says."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.kinds import TimelineKind
from app.qtbase import i18n
from app.qtbase.changes import ChangeBridge
from app.qtbase.dialogs import Question
from app.services.container import Services, open_services
from app.services.records.activities import ClientRef
from app.services.records.values import ContactPointValue
from app.services.workplace import Workplace
from app.views.shell import navigator as shell_navigator
from app.views.shell.navigator import ShellNavigator
from app.views.shell.outside import dial_link, first_address, message_link
from tests.services.clients.making import leads_of, new_lead
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.support.windows import open_dialog
from tests.views.shell.noting import NotingFeatures


class SilentFrame:
    """Notes what the frame was told to show."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def show_tab(self, *_about: object) -> None:
        self.said.append("tab")

    def show_palette(self, text: str) -> None:
        self.said.append(f"palette {text}")

    def show_error(self, error: Exception) -> None:
        self.said.append(str(error))

    def show_success(self, words: str, _undo: object) -> None:
        self.said.append(words)


class Desk:
    """A navigator over a plain window."""

    def __init__(self, services: Services, window: QWidget) -> None:
        self.services = services
        self.frame = SilentFrame()
        self.made = NotingFeatures()
        self.window = window
        self.navigator = ShellNavigator(window, self.frame, services, ChangeBridge(), self.made.features())


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    links: list[QUrl] = []

    def open_link(link: QUrl) -> bool:
        links.append(link)
        return True

    monkeypatch.setattr(shell_navigator, "open_link", open_link)
    return links


@pytest.fixture
async def lead(workplace: Workplace) -> ClientRef:
    return ClientRef("lead", await leads_of(workplace).create(new_lead(workplace)))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, workplace: Workplace) -> Desk:
    i18n.install(qapp, "en")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Desk(open_services(workplace), window)


async def _press(qtbot: QtBot, words: str) -> None:
    await until(lambda: open_dialog(Question) is not None)
    dialog = open_dialog(Question)
    assert dialog is not None
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_call_goes_to_the_softphone_and_is_offered_to_be_logged(
    desk: Desk, lead: ClientRef, opened: list[QUrl]
) -> None:
    desk.navigator.call("+79160004127", lead)
    await until(lambda: desk.made.opened)
    assert [link.toString() for link in opened] == ["tel:+79160004127"]
    assert desk.made.opened == [("log_call", lead)]


async def test_message_is_noted_once_the_user_says_it_was_sent(
    qtbot: QtBot, desk: Desk, lead: ClientRef, opened: list[QUrl]
) -> None:
    desk.navigator.message(lead, "whatsapp", "Ждём вас завтра")
    await _press(qtbot, "It was sent")
    await settled()
    assert opened[0].host() == "wa.me"
    lines = await desk.services.timeline.of_client(lead)
    (sent,) = [line for line in lines if line.kind is TimelineKind.MESSAGE_OUT]
    assert (sent.body, sent.params["by_hand"]) == ("Ждём вас завтра", True)


async def test_message_that_was_not_sent_leaves_no_trace(
    qtbot: QtBot, desk: Desk, lead: ClientRef, opened: list[QUrl]
) -> None:
    desk.navigator.message(lead, "sms")
    await _press(qtbot, "Cancel")
    await settled()
    assert len(opened) == 1
    lines = await desk.services.timeline.of_client(lead)
    assert [line for line in lines if line.kind is TimelineKind.MESSAGE_OUT] == []


async def test_letter_without_an_address_is_refused_in_words(
    qtbot: QtBot, desk: Desk, lead: ClientRef, opened: list[QUrl]
) -> None:
    desk.navigator.message(lead, "letter")
    await _press(qtbot, "Close")
    assert opened == []


async def test_training_database_neither_dials_nor_sends(
    desk: Desk, workplace: Workplace, lead: ClientRef, opened: list[QUrl]
) -> None:
    workplace.demo = True
    desk.navigator.call("+79160004127", lead)
    desk.navigator.message(lead, "sms")
    await until(lambda: len(desk.frame.said) == 2)
    assert opened == []
    assert set(desk.frame.said) == {"A training database neither dials nor sends."}


async def test_completing_without_an_activity_plans_one(desk: Desk, lead: ClientRef) -> None:
    desk.navigator.complete_next_activity(lead)
    await until(lambda: desk.made.opened)
    assert desk.made.opened == [("plan", lead, None)]


def test_links_carry_any_text_whole() -> None:
    text = "50% & «скидка»?\nДа #1"
    assert message_link("sms", "+79160004127", "").toString() == "sms:+79160004127"
    letter = message_link("letter", "olga+crm@primer.test", text)
    assert letter.scheme() == "mailto"
    for link in (letter, message_link("sms", "+79160004127", text), message_link("whatsapp", "+79160004127", text)):
        encoded = bytes(link.toEncoded().data()).decode("ascii")
        assert "%26" in encoded
        assert "%23" in encoded
        assert "\n" not in encoded
    assert dial_link("+7 (916) 000-41-27").toString() == "tel:+79160004127"


def test_first_address_that_can_be_reached_is_taken() -> None:
    points = (ContactPointValue("не знает"), ContactPointValue("8 916 000-41-27", "+79160004127"))
    assert first_address(points) == "+79160004127"
    assert first_address(points[:1]) is None
    assert first_address(None) is None
