"""Attachments of a card: shown, opened, saved, deleted, added by button, drag or paste."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from datetime import datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QStandardPaths, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase import dialogs, i18n
from app.qtbase.file_drops import take_files
from app.qtbase.metrics import GAP_M, GAP_S
from app.services.files.content import content_of
from app.services.records.activities import AttachmentRecord
from app.services.records.office import FieldRecord
from app.views.cards.open_card import OpenCard
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.panel import Panel


class FileList(QWidget):
    """The files of one field, or those of the whole record that belong to no field."""

    def __init__(self, card: OpenCard, field: FieldRecord | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._field = field
        self.setProperty("role", "page")
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self._shown: tuple[AttachmentRecord, ...] | None = None
        self._rows: list[QWidget] = []
        self.add = Button(_add_words(field), "link", icon="plus", small=True, parent=self)
        self.add.clicked.connect(lambda: card.ask(self._pick()))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        """Show what was read last."""
        field_id = None if self._field is None else self._field.id
        files = tuple(one for one in self._card.data.files if one.field_id == field_id)
        self.add.setVisible(self._card.data.card.can_change)
        if files == self._shown:
            return
        self._shown = files
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [FileRow(self._card, one, self) for one in files]
        for number, row in enumerate(self._rows):
            self._column.insertWidget(number, row)

    def count(self) -> int:
        return len(self._rows)

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files one after another, each with its progress."""
        for path in paths:
            row = UploadRow(path.name, self)
            self._column.insertWidget(self._column.count() - 1, row)
            self._card.run(self._attach_with(path, row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._card.data.card.can_change:
            take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach(take_files(event))

    async def _pick(self) -> None:
        title = QCoreApplication.translate("CardFiles", "Choose a file")
        every = QCoreApplication.translate("CardFiles", "All files (*)")
        path = await dialogs.choose_file(self.window(), title, every)
        if path is not None:
            self.attach([path])

    async def _attach_with(self, path: Path, row: "UploadRow") -> None:
        try:
            await self._attach(path, row)
        finally:
            row.end()

    async def _attach(self, path: Path, row: "UploadRow") -> None:
        size = await asyncio.to_thread(_size, path)
        code = None if self._field is None else self._field.code
        async with aclosing(_counted(path, lambda read: row.show_progress(read, size))) as chunks:
            _ = await self._card.services.files.attach(self._card.ref, path.name, chunks, field_code=code)
        self._card.reload()


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


async def _counted(path: Path, progress: Callable[[int], None]) -> AsyncGenerator[bytes, None]:
    """The file's content, told as it goes; too large a file is refused before its first byte."""
    read = 0
    async with aclosing(content_of(path)) as chunks:
        async for chunk in chunks:
            yield chunk
            read += len(chunk)
            progress(read)


def picture_file(image: QImage, now: datetime) -> Path:
    """A pasted picture as a file, named by the moment."""
    name = QCoreApplication.translate("CardFiles", "Picture {moment}").format(moment=now.strftime("%d.%m.%Y %H-%M-%S"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes where Qt's own binding takes text
    path = Path(_opened_files().filePath(f"{name}.png"))
    path.write_bytes(buffer.data().data())
    return path


class UploadRow(QFrame):
    """A file on its way into the database."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("sunk", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        label = QLabel(name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName(QCoreApplication.translate("CardFiles", "Attaching {name}").format(name=name))
        row.addWidget(label, 1)
        row.addWidget(self.bar)

    def show_progress(self, read: int, size: int) -> None:
        self.bar.setValue(round(100 * read / size) if size else 100)

    def end(self) -> None:
        self.hide()
        self.deleteLater()


class FileRow(QFrame):
    """A file with Open and a menu."""

    def __init__(self, card: OpenCard, file: AttachmentRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self._file = file
        self.setProperty("role", "panel")
        self.setProperty("sunk", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("file", "accent", parent=self))
        row.addLayout(self._words(), 1)
        name = file.name
        self.open_button = Button(QCoreApplication.translate("CardFiles", "Open"), icon="eye", small=True, parent=self)
        self.open_button.setAccessibleName(QCoreApplication.translate("CardFiles", "Open {name}").format(name=name))
        self.open_button.clicked.connect(lambda: card.run(open_file(card, file.id)))
        more = IconButton(
            "more", QCoreApplication.translate("CardFiles", "More about {name}").format(name=name), small=True,
            parent=self,
        )  # fmt: skip
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu())
        row.addWidget(self.open_button)
        row.addWidget(more)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        name = ElidedLabel(self)
        name.setProperty("role", "control")
        name.set_text(self._file.name)
        employees = self._card.workplace.registry.all.employees
        author = employees[self._file.author_id].short_name if self._file.author_id in employees else ""
        day = i18n.day_full(self._file.created_at.astimezone(self._card.workplace.zone).date())
        size = i18n.file_size(self._file.size)
        about = ElidedLabel(self)
        about.setProperty("role", "caption")
        about.set_text(f"{size} · {day}{f', {author}' if author else ''}")
        for words in (name, about):
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(words)
        return column

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        save = menu.addAction(QCoreApplication.translate("CardFiles", "Save as…"))
        save.triggered.connect(lambda: self._card.ask(self._save()))
        if self._card.data.card.can_change:
            delete = menu.addAction(QCoreApplication.translate("CardFiles", "Delete…"))
            delete.triggered.connect(lambda: self._card.ask(self._delete()))
        return menu

    async def _save(self) -> None:
        title = QCoreApplication.translate("CardFiles", "Save the file")
        every = QCoreApplication.translate("CardFiles", "All files (*)")
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        path = await dialogs.choose_new_file(self.window(), title, every, folder / self._file.name)
        if path is not None:
            await self._card.services.files.save_to(self._file.id, path)

    async def _delete(self) -> None:
        title = QCoreApplication.translate("CardFiles", "Delete “{name}”?").format(name=self._file.name)
        words = QCoreApplication.translate("CardFiles", "The file goes from this card for everyone.")
        act = QCoreApplication.translate("CardFiles", "Delete")
        if await dialogs.confirm(self.window(), title, words, act, danger=True):
            await self._card.services.files.delete(self._file.id)
            self._card.reload()


async def open_file(card: OpenCard, attachment_id: int) -> None:
    """Write the file into a folder of this run and hand it to the system."""
    target = await card.services.files.save_to(attachment_id, Path(_opened_files().path()))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


@cache
def _opened_files() -> QTemporaryDir:
    """Goes with the program."""
    return QTemporaryDir()


class FilesPanel(Panel):
    """The files of the record that belong to no field."""

    def __init__(self, card: OpenCard, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CardFiles", "Files"), foldable=True, parent=parent)
        self._card = card
        self.files = FileList(card, None, self)
        self.content.addWidget(self.files)
        self.refresh()

    def refresh(self) -> None:
        self.files.refresh()
        self.set_count(self.files.count())
        self.setVisible(self._card.data.card.can_change or self.files.count() > 0)


def _add_words(field: FieldRecord | None) -> str:
    if field is None:
        return QCoreApplication.translate("CardFiles", "Attach a file")
    return QCoreApplication.translate("CardFiles", "Attach: {field}").format(field=field.name)
