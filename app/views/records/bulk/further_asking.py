"""What tagging, planning and exporting many records has to be told beforehand."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.services.records.activities import ActivityDraft
from app.services.records.office import OptionRecord
from app.views.field_forms import FieldWorld
from app.views.widgets.fields import NumberEditor, OneOfEditor, SeveralOfEditor, TextEditor
from app.views.widgets.fields.choices import Choice
from app.views.widgets.fields.dates import DateTimeEditor
from app.views.widgets.fields.frame import FieldFrame
from app.views.widgets.form_dialog import FormDialog

WIDTH: Final = 520
EACH_OWN: Final = 0
"""In the list of people: each client's own responsible."""


class _Form(FormDialog):
    """Head and frames; `_check` says whether all is given."""

    def __init__(self, title: str, act: str, count: str, parent: QWidget) -> None:
        super().__init__(title, act, parent)
        self.setMinimumWidth(WIDTH)
        heading = QLabel(f"{title} · {count}", self)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self.head.addWidget(heading)

    def _words(self, text: str) -> None:
        label = QLabel(text, self)
        label.setProperty("tone", "second")
        label.setWordWrap(True)
        self.body.addWidget(label)


class TagDialog(_Form):
    """Tags to add, new ones among them, and tags to take away."""

    def __init__(self, tags: Sequence[OptionRecord], count: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("Bulk", "Tags")
        super().__init__(title, QCoreApplication.translate("Bulk", "Change the tags"), count, parent)
        choices = [Choice(one.id, one.name) for one in tags]
        self.added = SeveralOfEditor(choices)
        self.new = TextEditor(QCoreApplication.translate("Bulk", "several are parted by commas"))
        self.removed = SeveralOfEditor(choices)
        frames = (
            (QCoreApplication.translate("Bulk", "Add"), self.added, bool(choices)),
            (QCoreApplication.translate("Bulk", "New tags"), self.new, True),
            (QCoreApplication.translate("Bulk", "Take away"), self.removed, bool(choices)),
        )
        self._frames = [FieldFrame(label, editor, parent=self) for label, editor, _ in frames]
        for frame, (_, _, shown) in zip(self._frames, frames, strict=True):
            frame.setVisible(shown)
            self.body.addWidget(frame)
        self._words(QCoreApplication.translate("Bulk", "The other tags of each record stay."))
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        self._frames[0 if choices else 1].focus()

    def new_names(self) -> list[str]:
        return [name.strip() for name in str(self.new.value() or "").split(",") if name.strip()]

    def _submit(self) -> None:
        if self.added.value() or self.removed.value() or self.new_names():
            self.accept()
        else:
            self.say(QCoreApplication.translate("Bulk", "Choose a tag or write a new one"))


class PlanDialog(_Form):
    """One next step for all of them."""

    def __init__(
        self, count: str, world: FieldWorld, at: datetime, latest: date | None,
        usual_minutes: Callable[[ActivityKind], int], parent: QWidget,
    ) -> None:  # fmt: skip
        title = QCoreApplication.translate("Bulk", "Plan an activity with each")
        super().__init__(title, QCoreApplication.translate("Bulk", "Plan"), count, parent)
        registry = world.registry
        self.kind = OneOfEditor([Choice(kind.value, words) for kind, words in _kinds().items()])
        self.kind.set_value(ActivityKind.CALL.value)
        self.subject = TextEditor(QCoreApplication.translate("Bulk", "The next step in words"), max_length=255)
        self._subjects, self._usual_minutes = registry.all.subjects, usual_minutes
        self.when = DateTimeEditor(world.parse_moment, world.moment_words)
        self.when.set_value(at)
        self.minutes = NumberEditor()
        own = Choice(EACH_OWN, QCoreApplication.translate("Bulk", "Each client's own responsible"))
        self.responsible = OneOfEditor([own, *(Choice(one.id, one.name) for one in registry.employees())])
        self.responsible.set_value(EACH_OWN)
        self._frames = {
            "kind": FieldFrame(QCoreApplication.translate("Bulk", "Kind"), self.kind, parent=self),
            "subject": FieldFrame(
                QCoreApplication.translate("Bulk", "Subject"), self.subject, required=True, parent=self
            ),
            "when": FieldFrame(QCoreApplication.translate("Bulk", "When"), self.when, required=True, parent=self),
            "minutes": FieldFrame(QCoreApplication.translate("Bulk", "Minutes"), self.minutes, parent=self),
            "responsible": FieldFrame(QCoreApplication.translate("Bulk", "Responsible"), self.responsible, parent=self),
        }
        for frame in self._frames.values():
            self.body.addWidget(frame)
        self.kind.combo.currentIndexChanged.connect(self._follow_kind)
        self._follow_kind()
        self._tell_rules(latest)
        self.body.addStretch(1)
        self.submitted.connect(self._submit)
        self._frames["subject"].focus()

    def _tell_rules(self, latest: date | None) -> None:
        if latest is not None:
            words = QCoreApplication.translate("Bulk", "{day} is the last day that the rules leave for all of them.")
            self._words(words.format(day=i18n.day_with_weekday(latest)))
        self._words(
            QCoreApplication.translate(
                "Bulk", "The office's rules hold for each client; where they refuse it, the report says so."
            )
        )

    def _follow_kind(self) -> None:
        """The usual length and the usual subjects of the kind."""
        kind = ActivityKind(str(self.kind.value()))
        self.minutes.set_value(self._usual_minutes(kind))
        line = self.subject.line
        line.setCompleter(QCompleter(sorted(self._subjects.get(kind, ())), line))

    def draft(self) -> ActivityDraft:
        """What was asked for."""
        when = self.when.value()
        assert when is not None, "checked before it was accepted"
        minutes, responsible = self.minutes.value(), self.responsible.value()
        return ActivityDraft(
            ActivityKind(str(self.kind.value())), str(self.subject.value() or ""), when,
            int(minutes or 15), None, responsible if isinstance(responsible, int) and responsible else None,
        )  # fmt: skip

    def _submit(self) -> None:
        lacking = [
            (self._frames["subject"], self.subject.value(), QCoreApplication.translate("Bulk", "Say the next step")),
            (self._frames["when"], self.when.value(), QCoreApplication.translate("Bulk", "Say the day and the time")),
        ]
        wrong = [(frame, words) for frame, value, words in lacking if not value]
        for frame, words in wrong:
            frame.set_error(words)
        if wrong:
            wrong[0][0].focus()
        else:
            self.accept()


class ExportDialog(_Form):
    """Which columns, and which kind of file."""

    def __init__(self, count: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("Bulk", "Export")
        super().__init__(title, QCoreApplication.translate("Bulk", "Choose the file…"), count, parent)
        shown = Choice("shown", QCoreApplication.translate("Bulk", "The columns of the list"))
        every = Choice("all", QCoreApplication.translate("Bulk", "All fields"))
        self.columns = OneOfEditor([shown, every])
        self.columns.set_value("shown")
        self.form = OneOfEditor([Choice("xlsx", "Excel (XLSX)"), Choice("csv", "CSV")])
        self.form.set_value("xlsx")
        for label, editor in (
            (QCoreApplication.translate("Bulk", "What to write"), self.columns),
            (QCoreApplication.translate("Bulk", "Kind of file"), self.form),
        ):
            self.body.addWidget(FieldFrame(label, editor, parent=self))
        self._words(QCoreApplication.translate("Bulk", "The history notes who exported how many records."))
        self.body.addStretch(1)
        self.submitted.connect(self.accept)
        self.columns.combo.setFocus()

    def takes_all(self) -> bool:
        return self.columns.value() == "all"

    def file_form(self) -> str:
        return str(self.form.value())


def _kinds() -> dict[ActivityKind, str]:
    return {
        ActivityKind.CALL: QCoreApplication.translate("Bulk", "Call"),
        ActivityKind.MEETING: QCoreApplication.translate("Bulk", "Meeting"),
        ActivityKind.MESSAGE: QCoreApplication.translate("Bulk", "Message"),
        ActivityKind.LETTER: QCoreApplication.translate("Bulk", "Letter"),
        ActivityKind.OTHER: QCoreApplication.translate("Bulk", "Other"),
    }
