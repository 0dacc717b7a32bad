"""Naming a colleague in the card's comment: offered behind "@", chosen by keyboard and mouse, kept with the comment."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from app.core.kinds import TimelineKind
from app.qtbase.theme import theme
from app.qtmodels.roles import Role
from app.services.container import Services
from app.views.cards import CardWindow
from app.views.cards.comment_dialog import CommentDialog
from app.views.widgets.timeline_delegate import lay_out
from tests.support.asynchronous import until
from tests.support.windows import open_dialog
from tests.views.cards.conftest import Opener
from tests.views.cards.test_card import general
from tests.views.cards.test_comments import lines, place_of, stand_on_comment

BOSS, HEAD = "Дымов Андрей", "Шарова Елена"


def offered(window: CardWindow | CommentDialog) -> list[str]:
    shown = [one for one in window.findChildren(QListWidget) if one.accessibleName() and one.isVisible()]
    return [one.item(row).text() for one in shown for row in range(one.count())]


async def named(services: Services, window: CardWindow, text: str) -> list[str]:
    """Whom the comment with this text names."""
    line = next(one for one in await lines(services, window) if one.body == text and one.kind is TimelineKind.COMMENT)
    ids = line.params["mentions"]
    assert isinstance(ids, list)
    return [services.workplace.registry.employee(one).name for one in ids]


async def test_a_colleague_is_named_by_keyboard(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    editor = general(window).action_bar.comment
    editor.focus()
    editor.area.insertPlainText("Спросить @")
    await until(lambda: offered(window) == [BOSS, HEAD])
    editor.area.insertPlainText("елен")
    assert offered(window) == [HEAD]
    QTest.keyClick(editor.area, Qt.Key.Key_Return)
    assert editor.text() == f"Спросить @{HEAD}"
    assert offered(window) == []
    QTest.keyClick(editor.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: place_of(window, f"Спросить @{HEAD}").isValid())
    assert await named(services, window, f"Спросить @{HEAD}") == [HEAD]


async def test_names_stand_out_in_the_timeline(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    text = f"👍🏽 @{BOSS}, звонил?\n@{BOSS}"
    people = services.workplace.registry.all.employees
    boss = next(number for number, one in people.items() if one.name == BOSS)
    await services.timeline.add_comment(window.card.ref, text, [boss])
    await until(lambda: place_of(window, text).isValid())
    entry = place_of(window, text).data(Role.ENTRY)
    assert entry.names == (f"@{BOSS}",)
    marked = lay_out(entry, 400).formats()
    utf16 = text.encode("utf-16-le")
    halves = [utf16[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in marked]
    assert halves == [f"@{BOSS}"] * 2
    assert {one.format.foreground().color().name() for one in marked} == {theme().colors.accent.name()}
    view = general(window).timeline.view
    assert view.visualRect(place_of(window, text)).height() >= 2 * view.fontMetrics().height()


async def test_escape_closes_the_list_and_not_the_card(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    editor = general(window).action_bar.comment
    editor.focus()
    editor.area.insertPlainText("@")
    await until(lambda: offered(window))
    QTest.keyClick(editor.area, Qt.Key.Key_Escape)
    assert offered(window) == []
    assert window.isVisible()
    assert editor.text() == "@"


async def test_a_colleague_is_named_by_mouse(open_card: Opener, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    editor = general(window).action_bar.comment
    editor.focus()
    editor.area.insertPlainText("@")
    await until(lambda: offered(window))
    shown = next(one for one in window.findChildren(QListWidget) if one.isVisible() and one.accessibleName())
    place = shown.visualItemRect(shown.item(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert editor.text() == f"@{HEAD}"
    assert editor.area.hasFocus()


async def test_a_draft_names_whom_it_named(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    editor = general(window).action_bar.comment
    editor.set_text(f"@{BOSS}, как быть?")
    editor.submit()
    await until(lambda: place_of(window, f"@{BOSS}, как быть?").isValid())
    assert await named(services, window, f"@{BOSS}, как быть?") == [BOSS]


async def test_the_correction_names_too(open_card: Opener, services: Services, lead_id: int) -> None:
    window = await open_card("lead", lead_id)
    await stand_on_comment(services, window)
    QTest.keyClick(general(window).timeline.view, Qt.Key.Key_F2)
    await until(lambda: open_dialog(CommentDialog))
    dialog = open_dialog(CommentDialog)
    assert isinstance(dialog, CommentDialog)
    dialog.comment.set_value("")
    area = dialog.focusWidget()
    assert isinstance(area, QPlainTextEdit)
    area.insertPlainText("@дым")
    assert offered(dialog) == [BOSS]
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert dialog.text() == f"@{BOSS}"
    dialog.submitted.emit()
    await until(lambda: place_of(window, f"@{BOSS}").isValid())
    assert await named(services, window, f"@{BOSS}") == [BOSS]
