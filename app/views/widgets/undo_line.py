"""A quiet line over the foot of a window: what was just done, with "Undo"; it takes no room and goes by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from app.qtbase.metrics import GAP_M, GAP_S, GAP_XL
from app.qtbase.shortcuts import native
from app.qtbase.theme import theme
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint

STAYS_MS: Final = 7_000
ABOVE_FOOT: Final = 44
"""Clear of the status bar."""


class UndoLine(QFrame):
    """One a window; it waits while the pointer or the keyboard is on it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._typing: QLineEdit | QPlainTextEdit | None = None
        """The field that had the keyboard when the line came."""
        self._on_undo: Callable[[], None] | None = None
        self.setProperty("role", "undoline")
        theme().fix_height(self, "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, 0, GAP_S, 0)
        row.setSpacing(GAP_M)
        row.addWidget(IconLabel("success", "ok", parent=self))
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(self.words)
        self.undo = Button(QCoreApplication.translate("UndoLine", "Undo"), icon="undo", small=True, parent=self)
        self.undo.clicked.connect(self._undo)
        row.addWidget(self.undo)
        row.addWidget(KeyHint(native("Ctrl+Z"), self))
        close = IconButton("close", QCoreApplication.translate("UndoLine", "Close"), small=True, parent=self)
        close.clicked.connect(self.put_away)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)
        over.installEventFilter(self)
        self.hide()

    def tell(self, words: str, undo: Callable[[], None]) -> None:
        """Say what was done; what was said before gives way."""
        self._on_undo = undo
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(160, self._over.width() - 320))
        self.words.setText(shown)
        self.words.setToolTip(words if shown != words else "")
        self.setAccessibleName(words)
        self.undo.setAccessibleName(f"{self.undo.text()}: {words}")
        self._watch_focus()
        self.show()
        self._lie_at_foot()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        """The words shown now; empty where there are none."""
        return "" if self.isHidden() else self.accessibleName()

    def put_away(self) -> None:
        self._timer.stop()
        self._on_undo = None
        if self._typing is not None:
            self._typing.removeEventFilter(self)
            self._typing = None
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start()

    def _watch_focus(self) -> None:
        """A field in which nothing was typed has nothing to undo: there Ctrl+Z takes the act back."""
        focused = QApplication.focusWidget()
        if focused is self._typing or not isinstance(focused, QLineEdit | QPlainTextEdit):
            return
        if self._typing is not None:
            self._typing.removeEventFilter(self)
        self._typing = focused
        focused.installEventFilter(self)
        focused.destroyed.connect(self._forget_field)

    def _forget_field(self) -> None:
        self._typing = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._typing
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not _can_undo(self._typing)
        ):
            event.ignore()
            return True
        if watched is self._over and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._lie_at_foot()
        return super().eventFilter(watched, event)

    def _lie_at_foot(self) -> None:
        self.adjustSize()
        left = max(0, (self._over.width() - self.width()) // 2)
        self.move(left, self._over.height() - self.height() - ABOVE_FOOT + GAP_XL // 4)

    def _time_is_up(self) -> None:
        if self.undo.hasFocus():
            self._timer.start()
        else:
            self.put_away()

    def _undo(self) -> None:
        act = self._on_undo
        self.put_away()
        if act is not None:
            act()


def _can_undo(field: QLineEdit | QPlainTextEdit) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def undo_line(window: QMainWindow) -> UndoLine | None:
    """The line of a window, made when first wanted; made anew with the window's inside."""
    inside = window.centralWidget()
    if inside is None:
        return None
    found = inside.findChild(UndoLine, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, UndoLine) else UndoLine(inside)
