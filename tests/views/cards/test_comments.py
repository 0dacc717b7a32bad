"""Comments in a card's timeline, by keyboard: pinned, corrected with all their lines, deleted, each in its time."""

from datetime import timedelta

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.core.clock import FixedClock
from app.qtbase.dialogs import Question
from app.services.container import Services
from app.services.records.activities import ClientRef, TimelineRecord
from app.views.cards import CardWindow
from app.views.cards.comment_dialog import CommentDialog
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.support.windows import NotingNavigator, open_dialog
from tests.views.cards.conftest import Opener
from tests.views.cards.test_card import general

TEXT = "Советуется с супругой.\nПерезвонить в четверг."


def place_of(window: CardWindow, text: str) -> QModelIndex:
    """The line with this text; an invalid index where there is none."""
    model = general(window).timeline.model
    for row in range(model.rowCount()):
        line = model.record(model.index(row, 0))
        if line is not None and line.body == text:
            return model.index(row, 0)
    return QModelIndex()


async def stand_on_comment(services: Services, window: CardWindow) -> None:
    """Write a comment of two lines and put the cursor on it."""
    _ = await services.timeline.add_comment(window.card.ref, TEXT)
    await until(lambda: place_of(window, TEXT).isValid())
    view = general(window).timeline.view
    view.setFocus()
    view.setCurrentIndex(place_of(window, TEXT))


async def lines(services: Services, window: CardWindow) -> list[TimelineRecord]:
    return list(await services.timeline.of_client(window.card.ref))


async def test_f2_corrects_a_comment_with_all_its_lines(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    await stand_on_comment(services, window)
    QTest.keyClick(general(window).timeline.view, Qt.Key.Key_F2)
    await until(lambda: open_dialog(CommentDialog))
    dialog = open_dialog(CommentDialog)
    assert isinstance(dialog, CommentDialog)
    assert dialog.text() == TEXT
    dialog.comment.set_value("")
    dialog.submitted.emit()
    assert dialog.isVisible()
    longer = f"{TEXT}\nПосле 18:00."
    dialog.comment.set_value(longer)
    dialog.submitted.emit()
    await until(lambda: place_of(window, longer).isValid())
    assert next(one.edited for one in await lines(services, window) if one.body == longer)


async def test_p_pins_and_lets_go(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    await stand_on_comment(services, window)
    view = general(window).timeline.view

    def pinned() -> bool:
        line = general(window).timeline.model.record(place_of(window, TEXT))
        return line is not None and line.pinned

    QTest.keyClick(view, Qt.Key.Key_P)
    await until(pinned)
    assert [one.body for one in await services.timeline.pinned(window.card.ref)] == [TEXT]
    view.setCurrentIndex(place_of(window, TEXT))
    QTest.keyClick(view, Qt.Key.Key_P)
    await until(lambda: not pinned())


async def test_del_deletes_after_asking(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    await stand_on_comment(services, window)
    QTest.keyClick(general(window).timeline.view, Qt.Key.Key_Delete)
    await until(lambda: open_dialog(Question))
    dialog = open_dialog(Question)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    await until(lambda: not place_of(window, TEXT).isValid())
    assert TEXT not in [one.body for one in await lines(services, window)]


async def test_after_an_hour_a_comment_stays_and_why_is_said(
    open_card: Opener, services: Services, lead_id: int, clock: FixedClock, navigator: NotingNavigator
) -> None:
    window = await open_card("lead", lead_id)
    await stand_on_comment(services, window)
    timeline = general(window).timeline
    clock.move_to(NOW + timedelta(minutes=61))
    _ = await services.timeline.add_comment(ClientRef("lead", lead_id), "Ещё")  # the timeline is read anew
    await until(lambda: place_of(window, "Ещё").isValid())
    timeline.view.setCurrentIndex(place_of(window, TEXT))
    QTest.keyClick(timeline.view, Qt.Key.Key_F2)
    assert navigator.asked == [("notify", "Comments are corrected by their author within an hour.")]
    timeline.view.menu_asked.emit(
        timeline.view.currentIndex(), timeline.view.mapToGlobal(timeline.view.rect().center())
    )
    menu = timeline.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Pin", "Copy the text"]
    menu.close()
