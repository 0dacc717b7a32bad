"""One form for a new record: its blocks as panels, Save at the bottom."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.core.fieldkinds import FieldType
from app.services.records.office import BlockRecord, FieldRecord
from app.services.records.values import FieldValue, Values
from app.views.field_forms import FieldForm, FieldWorld
from app.views.widgets.fields.frame import FieldFrame
from app.views.widgets.form_dialog import FormDialog
from app.views.widgets.panel import Panel

WIDTH, MAX_HEIGHT = 820, 760
HIDDEN = frozenset({"contact", "deal", "payments", "lead"})
"""Links, set by the process."""


class NewRecordDialog(FormDialog):
    """Panels of fields by block."""

    def __init__(
        self,
        title: str,
        blocks: Sequence[tuple[BlockRecord, Sequence[FieldRecord]]],
        world: FieldWorld,
        *,
        required: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, QCoreApplication.translate("NewRecords", "Save"), parent)
        self.required = tuple(required)
        self.forms: list[FieldForm] = []
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.head.addWidget(heading)
        for block, fields in blocks:
            self._add_block(block, [field for field in fields if field.code not in HIDDEN], world)
        self.body.addStretch(1)
        self.fit_height(WIDTH, MAX_HEIGHT)
        if self.forms:
            self.frame_of("last_name" if "last_name" in self.codes() else self.forms[0].codes()[0]).focus()

    def add_top(self, widget: QWidget) -> None:
        """Put something above the blocks; Tab comes to it before them."""
        self.body.insertWidget(0, widget)
        last: QWidget = self.main  # the foot was made first, the blocks follow it
        for part in widget.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, part)
                last = part
        self.fit_height(WIDTH, MAX_HEIGHT)

    def codes(self) -> tuple[str, ...]:
        return tuple(code for form in self.forms for code in form.codes())

    def frame_of(self, code: str) -> FieldFrame:
        return next(form.frames[code] for form in self.forms if code in form.frames)

    def values(self) -> dict[str, FieldValue]:
        """What was typed, empty fields left out."""
        found: dict[str, FieldValue] = {}
        for form in self.forms:
            found.update({code: value for code, value in form.values().items() if value not in (None, "", ())})
        return found

    def set_values(self, values: Values) -> None:
        for form in self.forms:
            form.set_values({**form.values(), **{code: values[code] for code in form.codes() if code in values}})

    def files(self) -> dict[str, object]:
        """Chosen files by field, to be attached once the record is there."""
        return {
            code: form.frames[code].editor.value()
            for form in self.forms
            for code in form.codes()
            if form.field(code).type is FieldType.FILE and form.frames[code].editor.value() is not None
        }

    def is_complete(self) -> bool:
        """Every form is checked, so all that is wrong is said at once; the cursor stands at the first."""
        verdicts = [form.check(self.required) for form in reversed(self.forms)]
        return all(verdicts)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        for form in reversed(self.forms):
            form.show_errors({code: words for code, words in errors.items() if code in form.frames})

    def _add_block(self, block: BlockRecord, fields: Sequence[FieldRecord], world: FieldWorld) -> None:
        fields = sorted(fields, key=lambda field: field.code == "title")  # made from the name where left empty
        panel = Panel(block.name, foldable=True, parent=self)
        form = FieldForm(fields, world, required=self.required, parent=panel)
        self.forms.append(form)
        panel.content.addWidget(form)
        self.body.addWidget(panel)
