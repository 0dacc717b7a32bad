"""A comment written where no card is open: colleagues are offered, files go along, nothing typed is lost."""

import asyncio
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.kinds import TimelineKind
from app.services.records.activities import ClientRef
from app.services.workplace import Workplace
from app.views.cards.comment_dialog import NewCommentDialog, write_comment
from tests.support.asynchronous import until
from tests.support.windows import open_dialog, view_context
from tests.views.cards.test_mentions import BOSS, HEAD, offered


async def test_a_comment_from_a_list_names_a_colleague_and_takes_a_file(
    qtbot: QtBot, workplace: Workplace, lead_id: int, tmp_path: Path
) -> None:
    context, _ = view_context(workplace)
    ref = ClientRef("lead", lead_id)
    parent = QWidget()
    qtbot.addWidget(parent)
    task = asyncio.ensure_future(write_comment(context, parent, ref))
    await until(lambda: open_dialog(NewCommentDialog))
    dialog = open_dialog(NewCommentDialog)
    assert isinstance(dialog, NewCommentDialog)
    dialog.submitted.emit()
    assert dialog.comment.error() is not None
    editor = dialog.comment.editor.input()
    dialog.activateWindow()
    await until(editor.hasFocus)
    dialog.comment_area.insertPlainText("Спросить @")
    await until(lambda: offered(dialog) == [BOSS, HEAD])
    dialog.comment_area.insertPlainText("елен")
    qtbot.keyClick(dialog.comment_area, Qt.Key.Key_Return)
    paper = tmp_path / "справка.txt"
    paper.write_text("долг", encoding="utf-8")
    dialog.add_file(paper)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await task
    lines = await context.services.timeline.of_client(ref)
    comment = next(one for one in lines if one.kind is TimelineKind.COMMENT)
    assert comment.body == f"Спросить @{HEAD}"
    assert len(comment.params["mentions"]) == 1
    assert [one.name for one in await context.services.files.of_client(ref)].count("справка.txt") == 1


async def test_what_was_typed_stays_where_a_file_is_refused(
    qtbot: QtBot, workplace: Workplace, lead_id: int, tmp_path: Path
) -> None:
    context, _ = view_context(workplace)
    ref = ClientRef("lead", lead_id)
    dialog = NewCommentDialog(context, ref)
    qtbot.addWidget(dialog)
    dialog.comment.set_value("Прислал справку")
    dialog.add_file(tmp_path / "gone.pdf")
    dialog.show()
    dialog.submitted.emit()
    await until(lambda: dialog._say.text() != "")
    assert dialog.isVisible()
    dialog.files.clear()
    dialog.submitted.emit()
    await until(lambda: not dialog.isVisible())
    comments = [one for one in await context.services.timeline.of_client(ref) if one.kind is TimelineKind.COMMENT]
    assert [one.body for one in comments].count("Прислал справку") == 1
