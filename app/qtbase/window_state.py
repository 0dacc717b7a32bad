"""Where windows stood and how wide columns were, remembered between sessions."""

import base64
import binascii
import json
import logging
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QHeaderView, QWidget

_log = logging.getLogger(__name__)

SAVE_AFTER_MS = 500
TITLE_BAR = 32
"""What the system's frame takes of the height."""


def size_within(window: QWidget, width: int, height: int) -> QSize:
    """This size, or what the screen has room for below a title bar: at 150 % a small screen has less."""
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    return QSize(width, height).boundedTo(room)


class StateStore(Protocol):
    """Keeps short texts by key, for this workstation and user."""

    def get(self, key: str) -> str | None: ...

    def set(self, key: str, value: str) -> None: ...


class JsonStateStore:
    """One JSON file, replaced as a whole; a file that can't be read counts as empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)

    def get(self, key: str) -> str | None:
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(self._path)


class MemoryStateStore:
    """Forgets with the program; for tests and guests."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        self._values[key] = value


def _read(path: Path) -> dict[str, str]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("window state in %s can't be read: %s", path, error)
        return {}
    return {str(key): str(value) for key, value in values.items()} if isinstance(values, dict) else {}


def remember_window(window: QWidget, key: str, store: StateStore) -> None:
    """Put the window where it was last, within the screen, and keep its place from now on."""
    saved = _bytes(store.get(f"window/{key}"))
    if saved is not None:
        window.restoreGeometry(saved)
    else:
        room = window.screen().availableSize() - QSize(0, TITLE_BAR)
        window.resize(window.size().boundedTo(room))
    _WindowWatch(window, f"window/{key}", store)


def remember_columns(header: QHeaderView, key: str, store: StateStore) -> None:
    """Give columns their last order, widths and sorting, and keep them from now on. Call it once the model is set."""
    saved = _bytes(store.get(f"columns/{key}"))
    if saved is not None:
        header.restoreState(saved)
    timer = QTimer(header, singleShot=True, interval=SAVE_AFTER_MS)
    timer.timeout.connect(lambda: store.set(f"columns/{key}", _text(header.saveState())))
    for signal in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
        signal.connect(timer.start)


class _WindowWatch(QObject):
    def __init__(self, window: QWidget, key: str, store: StateStore) -> None:
        super().__init__(window)
        self._window = window
        self._key = key
        self._store = store
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Close, QEvent.Type.Hide):
            self._store.set(self._key, _text(self._window.saveGeometry()))
        return super().eventFilter(watched, event)


def _text(value: QByteArray) -> str:
    return base64.b64encode(value.data()).decode("ascii")


def _bytes(text: str | None) -> QByteArray | None:
    if not text:
        return None
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except binascii.Error:
        return None
