"""With whom: a lead, deal or contact found by a piece of the name, phone or number."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_XS
from app.qtbase.tasks import Tasks
from app.qtbase.theme import theme
from app.services.records.activities import ClientRef
from app.services.records.lists import SearchHit
from app.views.navigator import ViewContext
from app.views.widgets.fields import FieldFrame, TextEditor
from app.views.widgets.list_delegates import LineDelegate

FOUND_AT_MOST = 5


class ClientPicker(QWidget):
    """A line with what it finds below; Down walks into the list, Enter takes the first. An activity needs no client."""

    changed = Signal()
    resized = Signal()
    """What was found takes more or less room."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: ClientRef | None = None
        self._found: Sequence[SearchHit] = ()
        self._tasks = Tasks(self, self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        placeholder = QCoreApplication.translate("Activities", "Name, phone or number; empty: for nobody in particular")
        editor = TextEditor(placeholder)
        self.line = editor.line
        self.line.installEventFilter(self)
        self.frame = FieldFrame(QCoreApplication.translate("Activities", "Client"), editor, parent=self)
        self.frame.changed.connect(self._typed)
        self.list = QListWidget(self)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setAccessibleName(QCoreApplication.translate("Activities", "Clients found"))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        column.addWidget(self.frame)
        column.addWidget(self.list)

    def value(self) -> ClientRef | None:
        return self._chosen

    def is_open(self) -> bool:
        """Whether something is typed that names nobody yet."""
        return self._chosen is None and bool(self.line.text().strip())

    def choose(self, ref: ClientRef, name: str) -> None:
        """Take a client, without `changed`."""
        self._chosen = ref
        self.frame.set_value(name)
        self.frame.set_error(None)
        self.frame.set_hint(section_words(ref), "ok")
        self._show_found(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._found:
                self.list.setFocus()
                self.list.setCurrentRow(0)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found and not event.modifiers():
                self._take(self.list.item(0))
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        had = self._chosen is not None
        self._chosen = None
        self.frame.set_hint("")
        text = self.line.text().strip()
        if text:
            self._tasks.run(self._search(text), latest="search", quiet=True)
        else:
            self._tasks.cancel("search")
            self._show_found(())
        if had:
            self.changed.emit()

    async def _search(self, text: str) -> None:
        found = await self._context.services.search.find(text, FOUND_AT_MOST)
        self._show_found(found)
        if not found:
            self.frame.set_hint(QCoreApplication.translate("Activities", "Nobody was found"))

    def _show_found(self, found: Sequence[SearchHit]) -> None:
        self._found = found
        self.list.clear()
        for hit in found:
            phone = i18n.phone(hit.phone) if hit.phone else ""
            parts = (hit.name, section_words(ClientRef(hit.section, hit.id)), phone)
            self.list.addItem(QListWidgetItem(" · ".join(part for part in parts if part)))
        self.list.setFixedHeight(len(found) * theme().metrics.row_line + 2)
        self.list.setVisible(bool(found))
        self.resized.emit()

    def _take(self, item: QListWidgetItem) -> None:
        hit = self._found[self.list.row(item)]
        self.choose(ClientRef(hit.section, hit.id), hit.name)
        self.line.setFocus()
        self.changed.emit()

    def _say(self, error: PrichalError) -> None:
        self.frame.set_error(error_text(error))


def section_words(ref: ClientRef) -> str:
    """ "лид № 2230"."""
    match ref.section:
        case "lead":
            return QCoreApplication.translate("Activities", "lead No. {number}").format(number=ref.id)
        case "deal":
            return QCoreApplication.translate("Activities", "deal No. {number}").format(number=ref.id)
    return QCoreApplication.translate("Activities", "contact No. {number}").format(number=ref.id)
