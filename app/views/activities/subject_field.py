"""The line of the next step, which offers the usual and the recent ones."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from app.views.widgets.fields import FieldFrame, TextEditor
from app.views.widgets.list_delegates import LineDelegate


class SubjectField(FieldFrame):
    """What is typed is found anywhere in a subject; Down shows all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        editor = TextEditor()
        super().__init__(
            QCoreApplication.translate("Activities", "Subject"),
            editor,
            required=True,
            note=QCoreApplication.translate("Activities", "the next step, in brief"),
            parent=parent,
        )
        self.line: QLineEdit = editor.line
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self.line)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self.changed)
        self._popup = popup = QListView()
        self._completer.setPopup(popup)
        popup.setItemDelegate(LineDelegate(popup))
        popup.setStyleSheet("border: 1px solid palette(mid)")  # a list that floats has the edge of a popup
        self.line.setCompleter(self._completer)
        self.line.installEventFilter(self)
        popup.installEventFilter(self)

    def offer(self, subjects: tuple[str, ...]) -> None:
        """Subjects to choose from."""
        if self._offered.stringList() != list(subjects):
            self._offered.setStringList(list(subjects))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if watched is self.line and event.type() == QEvent.Type.KeyPress and _is_plain_down(event):
                self._completer.setCompletionPrefix("")
                self._completer.complete()
                return True
            if watched is not self.line and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._popup.hide()  # Ctrl+Enter saves, and leaves no list behind
        return super().eventFilter(watched, event)


def _is_plain_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Down and not event.modifiers()
