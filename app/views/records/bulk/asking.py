"""What an act on many has to be told beforehand: values common to all, a reason, a field with its value."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.qtbase.theme import theme
from app.services.records.bulk import BulkNeeds
from app.services.records.office import FieldRecord
from app.services.records.values import Values
from app.views.field_forms import FieldForm, FieldWorld
from app.views.widgets.fields import LongTextEditor
from app.views.widgets.fields.frame import FieldFrame
from app.views.widgets.form_dialog import FormDialog

WIDTH = 520


class CommonDialog(FormDialog):
    """What a stage asks for, given once; empty fields are left to each record."""

    def __init__(self, stage: str, count: str, needs: BulkNeeds, world: FieldWorld, parent: QWidget) -> None:
        title = QCoreApplication.translate("Bulk", "Move to “{stage}”").format(stage=stage)
        super().__init__(title, QCoreApplication.translate("Bulk", "Move"), parent)
        self.setMinimumWidth(WIDTH)
        heading = QLabel(f"{title} · {count}", self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self.head.addWidget(heading)
        if needs.missing:
            words = QLabel(
                QCoreApplication.translate(
                    "Bulk",
                    "Some records lack these fields. A value given here goes only where there is none; "
                    "records that still lack something are left and listed.",
                ),
                self,
            )
            words.setProperty("tone", "second")
            words.setWordWrap(True)
            self.body.addWidget(words)
        self.form = FieldForm(tuple(needs.missing), world, columns=1, parent=self)
        self.form.setVisible(bool(needs.missing))
        self.body.addWidget(self.form)
        self._reason: FieldFrame | None = None
        if needs.asks_reason:
            editor = LongTextEditor(QCoreApplication.translate("Bulk", "Why they are closed as failed"))
            self._reason = FieldFrame(QCoreApplication.translate("Bulk", "Reason"), editor, required=True, parent=self)
            self.body.addWidget(self._reason)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        if needs.missing:
            next(iter(self.form.frames.values())).focus()
        elif self._reason is not None:
            self._reason.focus()

    def values(self) -> Values:
        """The values that were given."""
        return {code: value for code, value in self.form.values().items() if value not in (None, "", ())}

    def reason(self) -> str:
        return "" if self._reason is None else str(self._reason.editor.value() or "")

    def _submit(self) -> None:
        well = self.form.check()
        if self._reason is not None and not self.reason().strip():
            self._reason.set_error(QCoreApplication.translate("Bulk", "Write the reason"))
            self._reason.focus()
            well = False
        if well:
            self.accept()


class FieldDialog(FormDialog):
    """Choose a field, give it a value; an empty one empties it."""

    def __init__(self, fields: Sequence[FieldRecord], count: str, world: FieldWorld, parent: QWidget) -> None:
        title = QCoreApplication.translate("Bulk", "Set a field")
        super().__init__(title, QCoreApplication.translate("Bulk", "Set"), parent)
        self.setMinimumWidth(WIDTH)
        self._fields, self._world = sorted(fields, key=lambda one: one.name.casefold()), world
        heading = QLabel(f"{title} · {count}", self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        label = QLabel(QCoreApplication.translate("Bulk", "Field"), self)
        label.setProperty("role", "label")
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(label.text())
        theme().fix_height(self.choice, "control")
        for one in self._fields:
            self.choice.addItem(one.name, one.code)
        self.body.addWidget(label)
        self.body.addWidget(self.choice)
        self.form = self._make_form()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.choice.currentIndexChanged.connect(self._show_field)
        self.submitted.connect(self._submit)
        self.choice.setFocus()

    def values(self) -> Values:
        return self.form.values()

    def field_name(self) -> str:
        return self.choice.currentText()

    def _make_form(self) -> FieldForm:
        chosen = self._fields[max(0, self.choice.currentIndex())]
        return FieldForm((chosen,), self._world, columns=1, parent=self)

    def _show_field(self) -> None:
        before, self.form = self.form, self._make_form()
        self.body.replaceWidget(before, self.form)
        before.deleteLater()

    def _submit(self) -> None:
        if self.form.check():
            self.accept()
