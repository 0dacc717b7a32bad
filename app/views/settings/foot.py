"""The foot of the settings: how many changes aren't saved, whom they touch, and the two buttons."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.qtbase.metrics import GAP_L, GAP_M, GAP_S
from app.qtbase.shortcuts import native
from app.views.widgets.buttons import Button
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.key_hint import KeyHint


class SettingsFoot(QFrame):
    """The main button stays; without changes there is nothing to press."""

    saved = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_L, GAP_M - 2, GAP_L, GAP_M - 2)
        row.setSpacing(GAP_S)
        row.addWidget(IconLabel("info", "text3", parent=self))
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)
        self.drop = Button(QCoreApplication.translate("Settings", "Cancel"), parent=self)
        self.drop.clicked.connect(self.dropped)
        self.save = Button(QCoreApplication.translate("Settings", "Save"), "primary", parent=self)
        self.save.clicked.connect(self.saved)
        for widget in (self.drop, self.save, KeyHint(native("Ctrl+Enter"), self)):
            row.addWidget(widget)

    def show_state(self, changes: int, touches: str) -> None:
        """How many changes there are, and whom they touch."""
        for button in (self.drop, self.save):
            button.setEnabled(changes > 0)
        if changes == 0:
            self.words.setText(QCoreApplication.translate("Settings", "Everything is saved"))
            return
        words = QCoreApplication.translate("Settings", "Not saved: %n change(s).", None, changes)
        self.words.setText(f"{words} {touches}".strip())
