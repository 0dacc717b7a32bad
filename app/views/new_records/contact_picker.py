"""Chooses an existing contact by typing a part of the name or phone."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text
from app.qtbase.metrics import GAP_S
from app.qtbase.tasks import Tasks
from app.services.records.clients import ContactChoice
from app.views.navigator import ViewContext
from app.views.widgets.fields import TextEditor
from app.views.widgets.fields.frame import FieldFrame

ROWS_SHOWN = 4


class ContactPicker(QWidget):
    """A search line with what it finds below; Enter takes the first."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: ContactChoice | None = None
        self._found: Sequence[ContactChoice] = ()
        self._tasks = Tasks(self, self._show_error)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        self._editor = TextEditor(QCoreApplication.translate("NewRecords", "Part of the name or phone"))
        words = QCoreApplication.translate("NewRecords", "Contact")
        self._frame = FieldFrame(words, self._editor, required=True, parent=self)
        self._frame.changed.connect(self._typed)
        self.line: QLineEdit = self._editor.line
        self._list = QListWidget(self)
        self._list.setAccessibleName(QCoreApplication.translate("NewRecords", "Contacts found"))
        self._list.setMaximumHeight(ROWS_SHOWN * 34)
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._list.hide()
        column.addWidget(self._frame)
        column.addWidget(self._list)

    def choose(self, contact: ContactChoice) -> None:
        """Take a contact."""
        self._chosen = contact
        self._frame.set_value(contact.name)
        self._frame.set_error(None)
        number = QCoreApplication.translate("NewRecords", "Contact No. {number}").format(number=contact.contact_id)
        self._frame.set_hint(number, "ok")
        self._list.hide()

    def chosen_id(self) -> int:
        """The contact's number; `is_complete` is asked first."""
        assert self._chosen is not None, "a contact is chosen before the form is saved"
        return self._chosen.contact_id

    def focus_if_free(self) -> None:
        """Put the cursor in while no contact is chosen."""
        if self._chosen is None:
            self._frame.focus()

    def is_complete(self) -> bool:
        """Whether a contact is chosen; if not, says so at the field."""
        if self._chosen is None:
            self._frame.set_error(QCoreApplication.translate("NewRecords", "Choose a contact from the list"))
            self._frame.focus()
        return self._chosen is not None

    def _typed(self) -> None:
        self._chosen = None
        self._frame.set_hint("")
        self._tasks.run(self._search(self.line.text()), latest="search", quiet=True)

    async def _search(self, text: str) -> None:
        self._found = await self._context.services.contacts.find(text)
        self._list.clear()
        for contact in self._found:
            words = [contact.name, *([i18n.phone(contact.phone)] if contact.phone else [])]
            item = QListWidgetItem(" · ".join(words), self._list)
            item.setData(Qt.ItemDataRole.UserRole, contact.contact_id)
        self._list.setVisible(bool(self._found))

    def _take(self, item: QListWidgetItem) -> None:
        wanted = item.data(Qt.ItemDataRole.UserRole)
        for contact in self._found:
            if contact.contact_id == wanted:
                self.choose(contact)

    def _show_error(self, error: PrichalError) -> None:
        self._frame.set_error(error_text(error))
