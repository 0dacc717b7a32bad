"""The dialog of the required fields (SPEC, "Required on entering a stage"; design/required-fields-dialog.png)."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.core.fieldkinds import FieldType
from app.core.kinds import StageKind
from app.qtbase import i18n
from app.qtbase.metrics import GAP_S
from app.services.records.clients import StageNeeds
from app.services.records.office import FieldRecord
from app.views.field_forms import FieldForm, FieldWorld, value_words
from app.views.widgets.banner import Note
from app.views.widgets.elided_label import ElidedLabel
from app.views.widgets.fields import LongTextEditor
from app.views.widgets.fields.frame import FieldFrame
from app.views.widgets.form_dialog import CheckRow, FormDialog
from app.views.widgets.icon_label import IconLabel
from app.views.widgets.tags import Tag

WIDTH, ASIDE_WIDTH = 740, 302
MAX_HEIGHT = 780


class StageDialog(FormDialog):
    """Missing fields first with the cursor in them, the filled ones as a check list."""

    def __init__(self, needs: StageNeeds, phone: str | None, world: FieldWorld, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Stages", "Move to a stage"), _act(needs), parent, aside_width=ASIDE_WIDTH
        )
        self.needs = needs
        self._world = world
        self.setMinimumWidth(WIDTH)
        self._fill_head(phone)
        self._note = Note("warn", "", parent=self)
        self.body.addWidget(self._note)
        self.form = FieldForm(
            needs.missing, world, required={field.code for field in needs.missing}, columns=1, parent=self
        )
        self.form.setVisible(bool(needs.missing))
        self.body.addWidget(self.form)
        self._reason = self._make_reason() if needs.asks_reason else None
        if self._reason is not None:
            self.body.addWidget(self._reason)
        self.body.addStretch(1)
        self._fill_aside()
        self.form.changed.connect(lambda _code: self._show_left())
        self._show_left()
        self.fit_height(WIDTH, MAX_HEIGHT)
        self._focus_first()

    def reason(self) -> str:
        """Why the client is closed as failed; an empty text where nothing is asked."""
        value = None if self._reason is None else self._reason.editor.value()
        return str(value or "")

    def set_reason(self, text: str) -> None:
        if self._reason is not None:
            self._reason.set_value(text)

    def is_complete(self) -> bool:
        """Check all at once; what is wrong is said at its field and the cursor goes there."""
        complete = self.form.check({field.code for field in self.needs.missing})
        if self._reason is not None:
            empty = not self.reason().strip()
            self._reason.set_error(QCoreApplication.translate("Stages", "Write the reason") if empty else None)
            if empty and complete:
                self._reason.focus()
            complete = complete and not empty
        self._show_left()
        return complete

    def _fill_head(self, phone: str | None) -> None:
        name_row = QHBoxLayout()
        name = ElidedLabel(self)
        name.set_text(self.needs.name)
        name.setProperty("role", "heading")
        name_row.addWidget(name)
        if phone:
            number = QLabel(i18n.phone(phone), self)
            number.setProperty("tone", "second")
            name_row.addWidget(number)
        name_row.addStretch(1)
        self.head.addLayout(name_row)
        way = QHBoxLayout()
        way.setSpacing(GAP_S)
        way.addWidget(Tag(self.needs.source.name, self.needs.source.tone, parent=self))
        way.addWidget(IconLabel("arrow_right", "text2", parent=self))
        way.addWidget(Tag(self.needs.target.name, self.needs.target.tone, filled=True, parent=self))
        way.addStretch(1)
        self.head.addLayout(way)

    def _make_reason(self) -> FieldFrame:
        editor = LongTextEditor(QCoreApplication.translate("Stages", "What the client said, what did not suit"))
        frame = FieldFrame(QCoreApplication.translate("Stages", "Reason"), editor, required=True, parent=self)
        frame.changed.connect(self._show_left)
        return frame

    def _fill_aside(self) -> None:
        heading = QLabel(QCoreApplication.translate("Stages", "Check of the fields"), self)
        heading.setProperty("role", "name")
        heading.setVisible(bool(self.needs.missing or self.needs.filled))
        self.aside.addWidget(heading)
        self.checks = {field.code: CheckRow(field.name, "", missing=True, parent=self) for field in self.needs.missing}
        for row in self.checks.values():
            self.aside.addWidget(row)
        for field, value in self.needs.filled:
            words = value_words(field, value, self._world, self._world.currency)
            self.aside.addWidget(CheckRow(field.name, words, missing=False, parent=self))
        if self.needs.target.hint:
            what = QLabel(QCoreApplication.translate("Stages", "What to do here"), self)
            what.setProperty("role", "name")
            hint = QLabel(self.needs.target.hint, self)
            hint.setProperty("role", "caption")
            hint.setWordWrap(True)
            self.aside.addSpacing(GAP_S)
            self.aside.addWidget(what)
            self.aside.addWidget(hint)
        self.aside.addStretch(1)

    def _show_left(self) -> None:
        """Banner, check list and foot follow what is still missing."""
        self._show_checks()
        left = [field.name for field in self.needs.missing if self._is_empty(field.code)]
        total = len(self.needs.missing) + len(self.needs.filled)
        reason_left = self._reason is not None and not self.reason().strip()
        if left:
            words = QCoreApplication.translate("Stages", "{left} of {total} fields missing").format(
                left=len(left), total=total
            )
            self._note.set_note("warn", f"{words}: {', '.join(left)}")
        elif reason_left:
            self._note.set_note("warn", QCoreApplication.translate("Stages", "Closing as failed needs the reason"))
        self._note.setVisible(bool(left) or reason_left)
        remaining = [*left, *([QCoreApplication.translate("Stages", "Reason")] if reason_left else [])]
        if remaining:
            self.say(QCoreApplication.translate("Stages", "Still to fill in: {fields}").format(
                fields=", ".join(remaining)))
        else:
            self.say("")

    def _show_checks(self) -> None:
        absent = QCoreApplication.translate("Stages", "not filled in")
        for field in self.needs.missing:
            words = self._said_of(field)
            self.checks[field.code].show_value(words or absent, missing=not words)

    def _said_of(self, field: FieldRecord) -> str:
        """What stands in a field now; nothing where it is empty or can't be read."""
        frame = self.form.frames[field.code]
        if self._is_empty(field.code) or (not frame.is_unknown() and frame.editor.problem()):
            return ""
        if field.type is FieldType.FILE:
            return Path(str(frame.editor.value())).name
        return value_words(field, self.form.value(field.code), self._world, self._world.currency)

    def _is_empty(self, code: str) -> bool:
        frame = self.form.frames[code]
        return not frame.is_unknown() and frame.editor.value() in (None, "", ())

    def _focus_first(self) -> None:
        if self.needs.missing:
            self.form.frames[self.needs.missing[0].code].focus()
        elif self._reason is not None:
            self._reason.focus()


def _act(needs: StageNeeds) -> str:
    if needs.target.kind is StageKind.FAILURE:
        return QCoreApplication.translate("Stages", "Close as failed")
    return QCoreApplication.translate("Stages", "Move")
