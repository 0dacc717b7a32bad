"""The work queue as its user meets it: the strip, "Next", the order of offers, words."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.qtbase import i18n
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.views.activities.page import ActivitiesPage
from app.views.activities.queue_walk import REST, QueueWalk
from app.views.activities.queue_words import nobody_words, why_words
from tests.support.asynchronous import until
from tests.support.office import NOW
from tests.views.activities.desk import Desk, activated, moscow, press


async def opened(desk: Desk) -> ActivitiesPage:
    page = ActivitiesPage(desk.context)
    page.resize(1300, 800)
    page.show()
    await until(lambda: page.queue.strip is not None)
    return page


def counts(page: ActivitiesPage) -> list[int]:
    return [tile.waiting for tile in page.queue.tiles]


async def test_strip_counts_who_waits_and_follows_changes(qapp: QApplication, desk: Desk) -> None:
    theme().apply(qapp, "light")
    i18n.install(qapp, "en")
    page = await opened(desk)
    assert counts(page) == [1, 0, 0, 0, 0]
    assert page.queue.tiles[0].text() == "New leads"
    assert page.queue.tiles[0].accessibleName() == "1. New leads: 1 waits"
    await desk.plan(starts_at=moscow(18, 17))
    await until(page.queue.nobody.isVisible)
    assert page.queue.nobody.text() == nobody_words(0, 1) == "Nobody waits now; 1 more later today"
    assert not page.queue.next.isEnabled()
    await desk.put_on("no_answer")
    desk.move_clock(moscow(18, 17))
    page.refresh()
    await until(lambda: counts(page) == [0, 0, 0, 0, 1])


async def test_next_and_a_place_ask_for_the_client(qtbot: QtBot, desk: Desk) -> None:
    page = await opened(desk)
    qtbot.mouseClick(page.queue.next, Qt.MouseButton.LeftButton)
    assert desk.navigator.asked[-1] == ("next_client", "lead", None)
    await activated(page)
    page.queue.tiles[0].setFocus()
    press(page.queue.tiles[0], Qt.Key.Key_Return)
    assert desk.navigator.asked[-1] == ("next_client", "lead", 1)
    press(page.queue.tiles[0], Qt.Key.Key_Right)
    assert page.queue.tiles[1].hasFocus()


async def test_the_chosen_queue_is_kept(desk: Desk) -> None:
    page = await opened(desk)
    page.queue.choose("deal")
    await until(lambda: len(page.queue.tiles) == 6)
    again = await opened(desk)
    assert again.queue.strip is not None
    assert again.queue.strip.section == "deal"


async def test_nobody_is_offered_twice_while_others_wait(desk: Desk) -> None:
    other = await desk.lead("Рябова", "Алла", "+7 903 000-18-64")
    walk = QueueWalk(desk.context)

    async def offered(leaving: ClientRef | None = None) -> ClientRef | None:
        item = await walk.next(leaving=leaving)
        return item.ref if item else None

    assert [await offered(), await offered(), await offered()] == [desk.ref, other, desk.ref]
    assert await offered(desk.ref) == other
    desk.move_clock(NOW + REST)
    assert await offered() == desk.ref
    await desk.plan(starts_at=NOW + timedelta(hours=4), client=other)
    assert await offered(desk.ref) is None
    assert await walk.left() == (1, 1)


async def test_why_a_client_is_next_is_said(qapp: QApplication, desk: Desk) -> None:
    i18n.install(qapp, "en")
    await desk.plan(subject="Вторая попытка", starts_at=moscow(17, 16))
    item = await QueueWalk(desk.context).next()
    assert item is not None
    words = why_words(desk.workplace, item)
    assert words == "From the queue: Новый лид · overdue, yesterday 16:00 · Вторая попытка"
