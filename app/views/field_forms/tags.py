"""The editor of tags: those there are as check boxes, and a line that makes a new one."""

from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.core.errors import PrichalError
from app.qtbase.error_texts import error_text
from app.qtbase.tasks import Tasks
from app.qtbase.theme import restyle, theme
from app.services.records.office import FieldRecord
from app.views.widgets.fields import Choice, SeveralOfEditor
from app.views.widgets.popup import Popup

TAGS: Final = "tags"
LONGEST: Final = 60


class TagsEditor(SeveralOfEditor):
    """A new tag is there for everybody at once, and chosen here."""

    def __init__(self, field: FieldRecord, add: Callable[[str, str], Awaitable[int]]) -> None:
        super().__init__([Choice(option.id, option.name) for option in field.options])
        self._section = field.section
        self._add = add
        self._tasks = Tasks(self, self._refused)
        self.line: QLineEdit | None = None

    def _end_list(self, popup: Popup, column: QVBoxLayout) -> None:
        line = QLineEdit(popup)
        line.setMaxLength(LONGEST)
        line.setPlaceholderText(QCoreApplication.translate("FieldForms", "New tag, Enter"))
        line.setAccessibleName(QCoreApplication.translate("FieldForms", "New tag"))
        theme().fix_height(line, "control")
        line.returnPressed.connect(lambda: self._wanted(line.text().strip(), popup))
        column.addWidget(line)
        self.line = line
        popup.destroyed.connect(self._forget_line)

    def _forget_line(self) -> None:
        self.line = None

    def _wanted(self, name: str, popup: Popup) -> None:
        if name:
            self._tasks.run(self._make(name, popup))

    async def _make(self, name: str, popup: Popup) -> None:
        tag = await self._add(self._section, name)
        chosen = {*(self.value() or ()), tag}
        known = {choice.id for choice in self._choices}
        if tag not in known:
            self._choices = (*self._choices, Choice(tag, name))
        self.set_value(chosen)
        self.changed.emit()
        popup.close()

    def _refused(self, error: PrichalError) -> None:
        if self.line is not None:
            restyle(self.line, state="error")
            self.line.setToolTip(error_text(error))
