"""What a drag's source is told when files are dropped: never of a move, after which it would delete its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.views.widgets.fields.files import FileEditor

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.mark.parametrize(("offered", "done"), [(COPY, COPY), (COPY | MOVE, COPY), (MOVE, None)])
def test_file_editor_takes_a_copy_and_refuses_a_mere_move(
    qtbot: QtBot, tmp_path: Path, offered: Qt.DropAction, done: Qt.DropAction | None
) -> None:
    path = tmp_path / "анкета.pdf"
    path.write_bytes(b"%PDF")
    editor = FileEditor()
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(5, 5), offered, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(MOVE if offered & MOVE else COPY)
    event.ignore()
    editor.dropEvent(event)
    assert (event.dropAction() if event.isAccepted() else None) == done
    assert editor.value() == (path if done else None)
