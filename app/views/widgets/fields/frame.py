"""The frame of a form field: label above, star, "the client doesn't know", error or hint below (section 4)."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.qtbase.metrics import GAP_CONTROL, GAP_XS
from app.qtbase.theme import restyle, theme
from app.views.widgets.fields.base import Editor
from app.views.widgets.icon_label import IconLabel

HintTone = Literal["muted", "ok", "warn", "danger"]
_MARKS: dict[HintTone, str] = {"muted": "info", "ok": "check", "warn": "alert", "danger": "alert"}


class FieldFrame(QWidget):
    """Label, editor and what is said about its value.

    An error set from outside stays until the user types; what can't be read is said on leaving the field.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        editor: Editor,
        *,
        required: bool = False,
        note: str = "",
        can_be_unknown: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint: tuple[str, HintTone] = ("", "muted")
        self._error: str | None = None
        self._description = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._label_row(label, note, can_be_unknown))
        column.addWidget(editor)
        column.addWidget(self._say_row())
        column.addStretch(1)
        editor.changed.connect(self._edited)
        editor.left.connect(self._leave)
        self.set_required(required)

    def _label_row(self, label: str, note: str, can_be_unknown: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_XS)
        self.label = QLabel(label, self)
        self.label.setProperty("role", "label")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(self.editor.input())
        self._star = QLabel("*", self)
        self._star.setProperty("role", "label")
        self._star.setProperty("tone", "danger")
        self.note = QLabel(note, self)
        self.note.setProperty("role", "caption")
        self.note.setVisible(bool(note))
        self._unknown = QCheckBox(QCoreApplication.translate("Fields", "the client doesn't know"), self)
        self._unknown.setProperty("small", True)
        self._unknown.setVisible(can_be_unknown)
        self._unknown.toggled.connect(self._unknown_toggled)
        row.addWidget(self.label)
        row.addWidget(self._star)
        row.addStretch(1)
        row.addWidget(self.note)
        row.addWidget(self._unknown)
        return row

    def _say_row(self) -> QWidget:
        self._say = QWidget(self)
        grid = QGridLayout(self._say)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_CONTROL)
        self._mark = IconLabel("info", "text3", theme().metrics.icon_cell, parent=self._say)
        self._words = QLabel(self._say)
        self._words.setProperty("role", "caption")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        grid.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._words, 0, 1)
        grid.setColumnStretch(1, 1)
        self._say.hide()
        return self._say

    def value(self) -> object:
        """The editor's value; None while the client doesn't know."""
        return None if self.is_unknown() else self.editor.value()

    def set_value(self, value: object) -> None:
        """Show a value without `changed`."""
        self.editor.set_value(value)

    def is_unknown(self) -> bool:
        """Whether "the client doesn't know" is on."""
        return self._unknown.isChecked()

    def set_unknown(self, unknown: bool) -> None:
        """Set it without `changed`."""
        self._unknown.blockSignals(True)
        self._unknown.setChecked(unknown)
        self._unknown.blockSignals(False)
        self.editor.setEnabled(not unknown)

    def set_required(self, required: bool) -> None:
        """Show the star and tell it to screen readers."""
        self._star.setVisible(required)
        self._description = QCoreApplication.translate("Fields", "Required") if required else ""
        self._show()

    def set_error(self, text: str | None) -> None:
        """Red edge, icon and words under the field, until the user changes it; None takes them away."""
        self._error = text
        self.editor.set_state("error" if text else "")
        self._show()

    def error(self) -> str | None:
        return self._error

    def set_hint(self, text: str, tone: HintTone = "muted") -> None:
        """Words under the field that are no error: how a typed date was read, that a password is strong."""
        self._hint = (text, tone)
        self._show()

    def set_note(self, text: str) -> None:
        """Grey words at the right of the label."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def focus(self) -> None:
        """Put the cursor in."""
        self.editor.input().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        text, tone = self._hint
        if self._error is not None:
            text, tone = self._error, "danger"
        self._say.setVisible(bool(text))
        self._words.setText(text)
        restyle(self._words, tone=tone)
        role = "text3" if tone == "muted" else tone
        self._mark.set_icon(_MARKS[tone], role)
        spoken = ". ".join(part for part in (self._description, text) if part)
        self.editor.input().setAccessibleDescription(spoken)

    def _edited(self) -> None:
        if self._error is not None:
            self.set_error(self.editor.problem())
        self.changed.emit()

    def _leave(self) -> None:
        problem = self.editor.problem()
        if problem is not None or self._error is None:
            self.set_error(problem)
        self.left.emit()

    def _unknown_toggled(self, unknown: bool) -> None:
        self.editor.setEnabled(not unknown)
        if unknown:
            self.set_error(None)
        self.changed.emit()
