"""Naming a colleague while one writes: "@" offers them over the text, by keyboard and mouse."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from app.core.mentions import Person, fitting, mentioned
from app.qtbase.metrics import GAP_S
from app.views.widgets.list_delegates import LineDelegate

_BEGUN: Final = re.compile(r"(?:^|[^\w@.])@(\w[\w-]*(?: [\w-]*)?|)$")
"""An "@" that begins a word, and what of a name stands behind it up to the cursor: one or two words."""
_MOST_SHOWN: Final = 6
_WIDTH: Final = 240


class Mentions(QObject):
    """Watches a text field; `named_in` tells whom a text names."""

    wanted = Signal()
    """Somebody is going to be named and nobody is known yet: `set_people` is waited for."""

    def __init__(self, area: QPlainTextEdit) -> None:
        super().__init__(area)
        self._area = area
        self._people: tuple[Person, ...] | None = None
        self._chosen: set[int] = set()
        self._list: QListWidget | None = None
        area.installEventFilter(self)
        area.textChanged.connect(self._offer)
        area.cursorPositionChanged.connect(self._offer)

    @property
    def knows_people(self) -> bool:
        return self._people is not None

    def set_people(self, people: Sequence[Person], chosen: Collection[int] = ()) -> None:
        """Whom the text may name, and whom it names already."""
        self._people = tuple(people)
        self._chosen.update(chosen)
        self._offer()

    def named_in(self, text: str) -> tuple[int, ...]:
        """The employees whose names stand in a text behind an "@"."""
        return mentioned(text, self._people or (), self._chosen)

    def is_offering(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _offer(self) -> None:
        begun = self._begun() if self._area.hasFocus() else None
        if begun is not None and self._people is None:
            self.wanted.emit()
        found = fitting(self._people or (), begun) if begun is not None else ()
        if not found:
            self._hide()
            return
        offered = self._offered()
        offered.clear()
        for person in found:
            item = QListWidgetItem(person.name, offered)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
        offered.setCurrentRow(0)
        self._place(offered, len(found))

    def _begun(self) -> str | None:
        """What of a name is typed before the cursor; None where no name is."""
        cursor = self._area.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _BEGUN.search(before) if not cursor.hasSelection() else None
        return found.group(1) if found is not None else None

    def _offered(self) -> QListWidget:
        """A part of the window rather than a window of its own: the keyboard stays with the text."""
        if self._list is None:
            offered = self._list = QListWidget(self._area.window())
            offered.setProperty("framed", True)
            offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            offered.setItemDelegate(LineDelegate(offered))
            offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            offered.setAccessibleName(QCoreApplication.translate("Mentions", "Colleagues to name"))
            offered.itemClicked.connect(self._choose)
            self.destroyed.connect(offered.deleteLater)
        return self._list

    def _place(self, offered: QListWidget, count: int) -> None:
        """Under the line that is written, above it where there is no room."""
        height = offered.sizeHintForRow(0) * min(count, _MOST_SHOWN) + 2 * offered.frameWidth() + 2
        window, at = self._area.window(), self._area.cursorRect()
        corner = self._area.viewport().mapTo(window, QPoint(at.left(), at.bottom() + 2))
        above = self._area.viewport().mapTo(window, at.topLeft()).y() - height - 2
        top = corner.y() if corner.y() + height <= window.height() - GAP_S else max(above, 0)
        left = max(min(corner.x(), window.width() - _WIDTH - GAP_S), 0)
        offered.setGeometry(left, top, _WIDTH, height)
        offered.show()
        offered.raise_()

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _choose(self, item: QListWidgetItem) -> None:
        """Put the name where its beginning stands."""
        begun = self._begun()
        if begun is None:
            return
        self._chosen.add(item.data(Qt.ItemDataRole.UserRole))
        cursor = self._area.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(f"{item.text()} ")
        self._area.setTextCursor(cursor)
        self._hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self._hide()
        if not (isinstance(event, QKeyEvent) and self.is_offering() and not event.modifiers()):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() in _KEYS:
            event.accept()  # Esc closes the list, not the window
            return True
        if event.type() is QEvent.Type.KeyPress:
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        """Whether the key was meant for the list."""
        offered = self._offered()
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if key == Qt.Key.Key_Down else -1
                offered.setCurrentRow((offered.currentRow() + step) % offered.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._choose(offered.item(offered.currentRow()))
            case Qt.Key.Key_Escape:
                offered.hide()
            case _:
                return False
        return True


_KEYS: Final = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape,
})  # fmt: skip
