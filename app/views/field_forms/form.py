"""A form of fields in two columns: values in, values out, errors at their fields."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.fieldkinds import FieldType
from app.qtbase.metrics import GAP_M
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue, Values
from app.views.field_forms.making import FieldWorld, fill_frame, make_editor, read_frame
from app.views.widgets.fields.frame import FieldFrame

WIDE = frozenset({"title", "comment"})
"""Fields that take the whole width."""


class FieldForm(QWidget):
    """Editors of some fields; files are shown but kept out of the values, as they are attached at once."""

    changed = Signal(str)
    """The user changed the field of this code."""
    left = Signal(str)
    """The focus left the field of this code."""

    def __init__(
        self,
        fields: Sequence[FieldRecord],
        world: FieldWorld,
        *,
        required: Collection[str] = (),
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.world = world
        self._fields = {field.code: field for field in fields}
        self.frames: dict[str, FieldFrame] = {}
        self._echoes: dict[str, tuple[FieldValue, FieldValue]] = {}
        """What a field was filled with, and how its editor gives that back untouched."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_M)
        grid.setVerticalSpacing(GAP_M)
        row = column = 0
        for field in fields:
            frame = self._make_frame(field, world, field.code in required)
            wide = field.code in WIDE or field.type in {FieldType.LONG_TEXT, FieldType.FILE}
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(frame, row, column, 1, columns if wide else 1)
            column = columns if wide else column + 1
            if column >= columns:
                row, column = row + 1, 0
        for number in range(columns):
            grid.setColumnStretch(number, 1)

    def _make_frame(self, field: FieldRecord, world: FieldWorld, required: bool) -> FieldFrame:
        frame = FieldFrame(
            field.name, make_editor(field, world), required=required, can_be_unknown=field.unknown_allowed, parent=self
        )
        frame.changed.connect(lambda code=field.code: self.changed.emit(code))
        frame.left.connect(lambda code=field.code: self.left.emit(code))
        self.frames[field.code] = frame
        return frame

    def codes(self) -> tuple[str, ...]:
        return tuple(self.frames)

    def field(self, code: str) -> FieldRecord:
        return self._fields[code]

    def value(self, code: str) -> FieldValue:
        return read_frame(self._fields[code], self.frames[code])

    def values(self) -> dict[str, FieldValue]:
        """All values but files, empty ones as None."""
        return {code: self.value(code) for code, field in self._fields.items() if field.type is not FieldType.FILE}

    def changed_values(self, before: Values) -> dict[str, FieldValue]:
        """The values that differ from what the form was filled with."""
        return {code: value for code, value in self.values().items() if self.differs(code, before.get(code))}

    def differs(self, code: str, before: FieldValue) -> bool:
        """Whether a field holds something else; not where its editor only writes the same in another way."""
        value = self.value(code)
        filled, echo = self._echoes.get(code, (before, before))
        return not same_value(value, before) and not (same_value(filled, before) and same_value(echo, value))

    def set_values(self, values: Values) -> None:
        """Fill the form; silent."""
        for code in self.frames:
            if self._fields[code].type is not FieldType.FILE:
                self.set_value(code, values.get(code))

    def set_value(self, code: str, value: FieldValue) -> None:
        """Fill one field; silent."""
        fill_frame(self.frames[code], value)
        self._echoes[code] = value, self.value(code)

    def unreadable(self) -> dict[str, str]:
        """What was typed and can't be read, by field; nothing of it is lost."""
        found: dict[str, str] = {}
        for code, frame in self.frames.items():
            problem = None if frame.is_unknown() else frame.editor.problem()
            if problem:
                found[code] = problem
        return found

    def check(self, required: Collection[str] = ()) -> bool:
        """Show what is missing or unreadable, the cursor in the first; True where all is well."""
        errors = self.unreadable()
        for code in required:
            if code in self.frames and code not in errors and self._is_empty(code):
                errors[code] = QCoreApplication.translate("FieldForms", "Fill this in")
        self.show_errors(errors)
        return not errors

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Words at their fields; the cursor goes to the first of them."""
        for code, frame in self.frames.items():
            frame.set_error(errors.get(code))
        for code, frame in self.frames.items():
            if code in errors:
                frame.focus()
                return

    def _is_empty(self, code: str) -> bool:
        if self._fields[code].type is FieldType.FILE:
            return self.frames[code].editor.value() is None
        return self.value(code) in (None, "", ())


def same_value(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values mean the same; contact points are compared as written."""
    return _plain(one) == _plain(other)


def _plain(value: FieldValue) -> object:
    if value in (None, "", ()):
        return None
    if isinstance(value, tuple):
        return tuple(getattr(one, "normal", None) or getattr(one, "value", one) for one in value)
    return value
