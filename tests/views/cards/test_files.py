"""Files of a card: dragged on it, pasted, opened, saved, deleted."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from app.qtbase import dialogs
from app.services.container import Services
from app.services.records.activities import ClientRef
from app.views.cards import CardWindow
from app.views.cards.files import FileList, FileRow, UploadRow
from app.views.widgets.elided_label import ElidedLabel
from tests.support.asynchronous import until
from tests.views.cards.conftest import Opener


def free_files(window: CardWindow) -> FileList:
    assert window.general is not None
    return window.general.blocks.files.files


def questionnaire(window: CardWindow) -> FileList:
    assert window.general is not None
    (block,) = [one for one in window.general.blocks.blocks if one.plan.key == "lead.questionnaire"]
    return block._files[0]


def drop(
    target: CardWindow | FileList, *paths: Path, actions: Qt.DropAction = Qt.DropAction.CopyAction
) -> Qt.DropAction:
    """What Qt sends at the end of a drag; what the source is told was done."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(QPointF(5, 5), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    if actions & Qt.DropAction.MoveAction:
        event.setDropAction(Qt.DropAction.MoveAction)
    event.ignore()
    target.dropEvent(event)
    return event.dropAction() if event.isAccepted() else Qt.DropAction.IgnoreAction


def starts_as_pdf(path: Path) -> bool:
    return path.read_bytes().startswith(b"%PDF")


async def test_dragged_file_is_attached_whole(
    open_card: Opener, lead_id: int, services: Services, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 3_000
    path = tmp_path / "Справка 2-НДФЛ.pdf"
    path.write_bytes(content)
    window = await open_card("lead", lead_id)
    drop(window, path)
    assert window.findChildren(UploadRow)
    await until(lambda: free_files(window).count() == 1)
    (file,) = [one for one in await services.files.of_client(ClientRef("lead", lead_id)) if one.field_id is None]
    stored = b"".join([chunk async for chunk in services.files.read(file.id)])
    assert (file.name, hashlib.sha256(stored).digest()) == (path.name, hashlib.sha256(content).digest())
    await until(lambda: not window.findChildren(UploadRow))


async def test_a_files_name_takes_the_room_that_there_is(open_card: Opener, lead_id: int, tmp_path: Path) -> None:
    path = tmp_path / "Справка о доходах за прошлый год.pdf"
    path.write_bytes(b"%PDF-1.4")
    window = await open_card("lead", lead_id)
    drop(window, path)
    await until(lambda: free_files(window).count() == 1)
    (row,) = free_files(window).findChildren(FileRow)
    name = row.findChildren(ElidedLabel)[0]
    button = row.open_button
    await until(lambda: button.x() - name.geometry().right() < 20 and button.width() == button.sizeHint().width())


async def test_dragged_file_stays_where_it_was(open_card: Opener, lead_id: int, tmp_path: Path) -> None:
    path = tmp_path / "Справка.pdf"
    path.write_bytes(b"%PDF-1.4")
    window = await open_card("lead", lead_id)
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    for target in (window, free_files(window)):
        assert drop(target, path, actions=either) is Qt.DropAction.CopyAction
        assert drop(target, path, actions=Qt.DropAction.MoveAction) is Qt.DropAction.IgnoreAction
    await until(lambda: free_files(window).count() == 2)


async def test_file_dragged_on_the_questionnaire_becomes_its_value(
    open_card: Opener, lead_id: int, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "Анкета 2.pdf"
    path.write_bytes(b"second")
    window = await open_card("lead", lead_id)
    drop(questionnaire(window), path)
    await until(lambda: questionnaire(window).count() == 2)
    assert free_files(window).count() == 0


async def test_file_above_the_limit_is_refused_with_the_number(
    open_card: Opener, lead_id: int, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "Запись.mp4"
    with path.open("wb") as file:
        file.truncate(25 * 1024 * 1024 + 1)
    window = await open_card("lead", lead_id)
    drop(window, path)
    await until(lambda: bool(window.banner.text()))
    assert "25" in window.banner.text()
    assert free_files(window).count() == 0


async def test_pasted_picture_becomes_a_file(open_card: Opener, lead_id: int, services: Services) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    window = await open_card("lead", lead_id)
    assert window.general is not None
    area = window.general.action_bar.comment.area
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: free_files(window).count() == 1)
    (file,) = [one for one in await services.files.of_client(ClientRef("lead", lead_id)) if one.field_id is None]
    stored = b"".join([chunk async for chunk in services.files.read(file.id)])
    assert QImage.fromData(stored).size() == image.size()
    assert area.toPlainText() == ""


async def test_file_is_opened_from_a_copy(open_card: Opener, lead_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = await open_card("lead", lead_id)
    row = questionnaire(window).findChild(FileRow)
    assert row is not None
    row.open_button.click()
    await until(lambda: bool(opened))
    assert starts_as_pdf(Path(opened[0].toLocalFile()))


async def test_file_is_saved_where_the_user_says(
    open_card: Opener, lead_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def choose(*_: object) -> Path:
        return tmp_path / "копия.pdf"

    monkeypatch.setattr(dialogs, "choose_new_file", choose)
    window = await open_card("lead", lead_id)
    row = questionnaire(window).findChild(FileRow)
    assert row is not None
    row._menu().actions()[0].trigger()
    await until((tmp_path / "копия.pdf").exists)


async def test_required_file_is_not_deleted_and_another_is(
    open_card: Opener, lead_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def agree(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr(dialogs, "confirm", agree)
    path = tmp_path / "лишний.txt"
    path.write_text("x")
    window = await open_card("lead", lead_id)
    drop(window, path)
    await until(lambda: free_files(window).count() == 1)
    needed = questionnaire(window).findChild(FileRow)
    spare = free_files(window).findChild(FileRow)
    assert needed is not None
    assert spare is not None
    needed._menu().actions()[1].trigger()
    await until(lambda: bool(window.banner.text()))
    spare._menu().actions()[1].trigger()
    await until(lambda: free_files(window).count() == 0)
    assert questionnaire(window).count() == 1
