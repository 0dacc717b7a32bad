"""The list of fields behind "Add a condition", searched by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.qtbase.metrics import GAP_S, GAP_XS
from app.qtbase.theme import theme
from app.services.records.lists import FilterField
from app.views.records.filter.names import field_words
from app.views.widgets.popup import Popup

GROUP = "group"
"""In place of a field's code: a group of which any condition holds."""
WIDTH, HEIGHT = 320, 380
_CODE = Qt.ItemDataRole.UserRole


class FieldPicker(Popup):
    """Enter or a click takes the field."""

    picked = Signal(str)
    """A field's code, or `GROUP`."""

    def __init__(self, fields: Sequence[FilterField], *, groups: bool, parent: QWidget) -> None:
        super().__init__(parent, margin=GAP_S)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedSize(WIDTH, HEIGHT)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(QCoreApplication.translate("Filter", "Find a field"))
        self.search.setAccessibleName(self.search.placeholderText())
        theme().fix_height(self.search, "control")
        self.search.textEdited.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(QCoreApplication.translate("Filter", "Fields"))
        if groups:
            self._add(QCoreApplication.translate("Filter", "A group: any of its conditions holds"), GROUP)
        for words, code in sorted(((field_words(one), one.code) for one in fields), key=lambda one: one[0].casefold()):
            self._add(words, code)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.content.addWidget(self.search)
        self.content.addSpacing(GAP_XS)
        self.content.addWidget(self.list)
        self.list.setCurrentRow(0)
        self._taken = False

    def _add(self, words: str, code: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_CODE, code)
        item.setSizeHint(QSize(0, theme().metrics.control_small))

    def _narrow(self, text: str) -> None:
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(text.strip().casefold() not in item.text().casefold())
            first = first or (None if item.isHidden() else item)
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or item.isHidden() or self._taken:
            return
        self._taken = True  # a click may also activate
        code = str(item.data(_CODE))
        self.close()
        self.picked.emit(code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys in the search walk through the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
