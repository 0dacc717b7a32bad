"""Dialogs that are awaited. `exec` would stop every other task of the loop, so it is never used."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.qtbase import icons
from app.qtbase.metrics import GAP_L, GAP_M, GAP_S, GAP_XL
from app.qtbase.theme import theme
from app.qtbase.window_state import StateStore

Tone = Literal["info", "warn", "danger", "ok"]
_ICONS: dict[Tone, tuple[str, str]] = {
    "info": ("info", "accent"),
    "warn": ("warning", "warn"),
    "danger": ("alert", "danger"),
    "ok": ("success", "ok"),
}

_last_folder: deque[Path] = deque(maxlen=1)
"""Where this program's person chose a file last."""
_stores: deque[StateStore] = deque(maxlen=1)
"""What keeps the folder until the next start."""
_FOLDER: Final = "files/folder"


def keep_folder_in(store: StateStore) -> None:
    """Go on where a file was chosen last, and keep that over the end of the program."""
    _stores.append(store)
    folder = store.get(_FOLDER)
    if folder:
        _last_folder.append(Path(folder))


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question."""

    id: str
    text: str
    kind: Literal["primary", "danger", ""] = ""


async def run(dialog: QDialog) -> bool:
    """Show a dialog over its parent and wait for it; True where it was accepted.

    The dialog is still alive afterwards, so its fields can be read; it goes with its parent or by `deleteLater`.
    Where the waiting task is cancelled, the dialog closes.
    """
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        return await done == QDialog.DialogCode.Accepted
    finally:
        if isValid(dialog):  # it goes with its parent, which may go first
            dialog.finished.disconnect(finished)
            if dialog.isVisible():
                dialog.reject()


class Question(QDialog):
    """Title, words and buttons; the last button is the main one and takes Enter."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice], tone: Tone = "info"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("role", "form")
        self.setMinimumWidth(400)
        self.chosen: str | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(GAP_L, GAP_L, GAP_XL, GAP_L)
        self.body.setSpacing(GAP_M)
        layout.addLayout(self.body)
        self.body.addLayout(_message_row(title, text, tone))
        layout.addWidget(self._footer(choices))

    def _footer(self, choices: Sequence[Choice]) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "foot")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(foot)
        row.setContentsMargins(GAP_L, GAP_M, GAP_L, GAP_M)
        row.setSpacing(GAP_S)
        row.addStretch(1)
        for choice in choices:
            button = QPushButton(choice.text, foot)
            button.setProperty("kind", choice.kind)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, chosen=choice.id: self._choose(chosen))
            theme().fix_height(button, "control")
            row.addWidget(button)
            if choice is choices[-1]:
                button.setDefault(True)
                button.setFocus()
        return foot

    def _choose(self, chosen: str) -> None:
        self.chosen = chosen
        self.accept()


def _message_row(title: str, text: str, tone: Tone) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP_M)
    mark = QLabel()
    name, role = _ICONS[tone]
    mark.setPixmap(icons.icon(name, role).pixmap(24, 24))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(GAP_S)
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    heading.setWordWrap(True)
    words.addWidget(heading)
    body = QLabel(text)
    body.setProperty("tone", "second")
    body.setTextFormat(Qt.TextFormat.PlainText)
    body.setWordWrap(True)
    body.setVisible(bool(text))
    words.addWidget(body)
    row.addLayout(words, 1)
    return row


async def ask(
    parent: QWidget | None, title: str, text: str, choices: Sequence[Choice], tone: Tone = "info"
) -> str | None:
    """Ask with named buttons; the id of the one pressed, None where it was closed by Esc."""
    dialog = Question(parent, title, text, choices, tone)
    try:
        await run(dialog)
        return dialog.chosen
    finally:
        dialog.deleteLater()


async def confirm(parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False) -> bool:
    """Ask for leave to do `action`, which is the verb on the button."""
    choices = (
        Choice("no", QCoreApplication.translate("Dialogs", "Cancel")),
        Choice("yes", action, "danger" if danger else "primary"),
    )
    return await ask(parent, title, text, choices, "danger" if danger else "warn") == "yes"


async def message(parent: QWidget | None, title: str, text: str, tone: Tone = "info") -> None:
    """Say something that must not be missed."""
    choices = (Choice("close", QCoreApplication.translate("Dialogs", "Close"), "primary"),)
    await ask(parent, title, text, choices, tone)


async def ask_text(parent: QWidget | None, title: str, label: str, action: str, value: str = "") -> str | None:
    """Ask for one line; None where it was cancelled. The line comes back without spaces around it."""
    choices = (
        Choice("no", QCoreApplication.translate("Dialogs", "Cancel")),
        Choice("yes", action, "primary"),
    )
    dialog = Question(parent, title, "", choices)
    caption = QLabel(label, dialog)
    caption.setProperty("role", "label")
    edit = QLineEdit(value, dialog)
    theme().fix_height(edit, "control")
    caption.setBuddy(edit)
    dialog.body.addWidget(caption)
    dialog.body.addWidget(edit)
    edit.setFocus()
    edit.selectAll()
    try:
        await run(dialog)
        return edit.text().strip() if dialog.chosen == "yes" else None
    finally:
        dialog.deleteLater()


async def choose_file(parent: QWidget | None, title: str, filters: str, folder: Path | None = None) -> Path | None:
    """Ask for an existing file; `filters` in Qt's form "Images (*.png *.jpg)".

    Begins in `folder`, else where a file was chosen last, else where downloads go.
    """
    dialog = QFileDialog(parent, title, str(folder or usual_folder()), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _file_chosen(dialog)


async def choose_new_file(parent: QWidget | None, title: str, filters: str, suggested: Path) -> Path | None:
    """Ask where to write a file; the system asks before overwriting."""
    dialog = QFileDialog(parent, title, str(suggested.parent), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
    dialog.selectFile(suggested.name)
    return await _file_chosen(dialog)


async def _file_chosen(dialog: QFileDialog) -> Path | None:
    try:
        accepted = await run(dialog)
        chosen = dialog.selectedFiles()
        if not (accepted and chosen):
            return None
        chosen_in(Path(chosen[0]).parent)
        return Path(chosen[0])
    finally:
        dialog.deleteLater()


def chosen_in(folder: Path) -> None:
    """Begin here next time."""
    _last_folder.append(folder)
    for store in _stores:
        store.set(_FOLDER, str(folder))


def usual_folder() -> Path:
    """Where a file was chosen last, else downloads, else the person's home."""
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    return next((folder for folder in (*reversed(_last_folder), downloads) if folder.is_dir()), Path.home())
