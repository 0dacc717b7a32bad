"""Editor of a file: picking is asked of the owner, because it is awaited."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.qtbase.file_drops import take_files
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.fields.base import Editor
from app.views.widgets.icon_label import IconLabel


class FileEditor(Editor):
    """A file of this workstation, picked or dropped on it; its Path, None where there is none."""

    asked = Signal()
    """The user wants to pick: the owner awaits `dialogs.choose_file` and calls `pick`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.setAcceptDrops(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._mark = IconLabel("file", "text3", parent=self)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._pick = Button(QCoreApplication.translate("Fields", "Choose…"), parent=self)
        self._pick.clicked.connect(self.asked)
        self._drop = IconButton("close", QCoreApplication.translate("Fields", "Remove the file"), parent=self)
        self._drop.clicked.connect(lambda: self.pick(None))
        for widget in (self._mark, self._name):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._drop)
        row.addWidget(self._pick)
        self.box.addLayout(row)
        self.add_input(self._pick)
        self._show()

    def value(self) -> Path | None:
        return self._path

    def set_value(self, value: object) -> None:
        self._path = value if isinstance(value, Path) else None
        self._show()

    def pick(self, path: Path | None) -> None:
        """Take a file as if the user had chosen it."""
        self.set_value(path)
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if files := take_files(event):
            self.pick(files[0])

    def _show(self) -> None:
        self._mark.set_icon("file", "accent" if self._path else "text3")
        none = QCoreApplication.translate("Fields", "No file")
        self._name.setText(self._path.name if self._path else none)
        self._name.setToolTip(str(self._path or ""))
        self._drop.setVisible(self._path is not None)
