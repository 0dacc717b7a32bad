"""One result: its name, whether the client was reached, whether it takes a comment."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from app.qtbase.metrics import GAP_L, GAP_S
from app.qtbase.theme import theme
from app.services.records.office import CallResultRecord
from app.views.widgets.buttons import IconButton

NAME_WIDTH = 280


class ResultRow(QWidget):
    """Alt+Up and Alt+Down move it."""

    changed = Signal()
    removed = Signal()
    shifted = Signal(int)

    def __init__(self, result: CallResultRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self._result = result
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_L)
        self.name = QLineEdit(result.name, self)
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.setMaxLength(200)
        self.name.setAccessibleName(QCoreApplication.translate("Settings", "Name of the result"))
        theme().fix_height(self.name, "control")
        self.reached = QCheckBox(QCoreApplication.translate("Settings", "The client was reached"), self)
        self.reached.setChecked(result.reached)
        self.comment = QCheckBox(QCoreApplication.translate("Settings", "Takes a comment"), self)
        self.comment.setChecked(result.needs_comment)
        for widget in (self.name, self.reached, self.comment):
            line.addWidget(widget)
        line.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_S)
        for icon, words, step in (
            ("arrow_up", QCoreApplication.translate("Settings", "Up"), -1),
            ("arrow_down", QCoreApplication.translate("Settings", "Down"), 1),
        ):
            button = IconButton(icon, words, small=True, parent=self)
            button.clicked.connect(lambda _=False, by=step: self.shifted.emit(by))
            buttons.addWidget(button)
        remove = IconButton("trash", QCoreApplication.translate("Settings", "Remove"), small=True, parent=self)
        remove.clicked.connect(self.removed)
        buttons.addWidget(remove)
        line.addLayout(buttons)
        self.name.textEdited.connect(self.changed)
        self.reached.toggled.connect(self.changed)
        self.comment.toggled.connect(self.changed)

    def value(self) -> CallResultRecord:
        return replace(
            self._result, name=self.name.text(), reached=self.reached.isChecked(),
            needs_comment=self.comment.isChecked(),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        else:
            super().keyPressEvent(event)
