"""Name, colour and hint of one stage."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.qtbase.metrics import GAP_M, GAP_S, GAP_XS
from app.qtbase.theme import theme
from app.services.office import StageDraft
from app.views.settings.stage_list import SWATCH, swatch
from app.views.widgets.buttons import Button
from app.views.widgets.panel import Panel

TONES: Final = ("blue", "olive", "violet", "teal", "orange", "green", "success", "failure", "grey")
HINT_HEIGHT: Final = 76


class StageForm(Panel):
    """`stage` lays what is typed over a draft."""

    changed = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("Settings", "The stage"), parent=parent)
        self.content.setContentsMargins(GAP_M, 0, GAP_M, GAP_M)
        name = QCoreApplication.translate("Settings", "Name")
        self.name = QLineEdit(self)
        self.name.setMaxLength(200)
        self.name.setAccessibleName(name)
        theme().fix_height(self.name, "control")
        self.name.textEdited.connect(self.changed)
        self.content.addLayout(self._labelled(name, self.name))
        self.content.addLayout(self._make_tones())
        hint = QCoreApplication.translate("Settings", "What to do here")
        self.hint = QPlainTextEdit(self)
        self.hint.setFixedHeight(HINT_HEIGHT)
        self.hint.setTabChangesFocus(True)
        self.hint.setAccessibleName(hint)
        self.hint.textChanged.connect(self._hint_typed)
        self.content.addLayout(self._labelled(hint, self.hint))
        line = QHBoxLayout()
        self.delete = Button(
            QCoreApplication.translate("Settings", "Delete the stage…"), "link", icon="trash", small=True, parent=self
        )
        self.delete.clicked.connect(self.delete_wanted)
        line.addWidget(self.delete)
        line.addStretch(1)
        self.content.addLayout(line)
        self._silent = False

    def _labelled(self, words: str, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP_XS)
        label = QLabel(words, self)
        label.setProperty("role", "label")
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)
        return column

    def _make_tones(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_S - 4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.tones: dict[str, QToolButton] = {}
        for tone in TONES:
            button = QToolButton(self)
            button.setCheckable(True)
            button.setProperty("edge", True)
            button.setIcon(swatch(tone))
            button.setIconSize(QSize(SWATCH, SWATCH))
            words = QCoreApplication.translate("Settings", "Colour: {tone}").format(tone=tone_words(tone))
            button.setAccessibleName(words)
            button.setToolTip(words)
            theme().fix_height(button, "control_small")
            button.clicked.connect(self.changed)
            self._group.addButton(button)
            row.addWidget(button)
            self.tones[tone] = button
        row.addStretch(1)
        return row

    def show_stage(self, one: StageDraft) -> None:
        """Fill the form, without `changed`."""
        self._silent = True
        if self.name.text() != one.name:
            self.name.setText(one.name)
        if self.hint.toPlainText() != one.hint:
            self.hint.setPlainText(one.hint)
        if one.tone in self.tones:
            self.tones[one.tone].setChecked(True)
        self._silent = False

    def stage(self, before: StageDraft) -> StageDraft:
        """The draft with what stands in the form."""
        tone = next((name for name, button in self.tones.items() if button.isChecked()), before.tone)
        return replace(before, name=self.name.text(), hint=self.hint.toPlainText(), tone=tone)

    def _hint_typed(self) -> None:
        if not self._silent:
            self.changed.emit()


def tone_words(tone: str) -> str:
    """A colour's name."""
    words = {
        "blue": QCoreApplication.translate("Settings", "blue"),
        "olive": QCoreApplication.translate("Settings", "olive"),
        "violet": QCoreApplication.translate("Settings", "violet"),
        "teal": QCoreApplication.translate("Settings", "teal"),
        "orange": QCoreApplication.translate("Settings", "orange"),
        "green": QCoreApplication.translate("Settings", "green"),
        "success": QCoreApplication.translate("Settings", "dark green"),
        "failure": QCoreApplication.translate("Settings", "red"),
        "grey": QCoreApplication.translate("Settings", "grey"),
    }
    return words.get(tone, tone)
