"""The question how an activity ended and what comes next (design/my-activities.png); it knows no service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtbase.metrics import GAP_M
from app.qtbase.shortcuts import Command, Shortcuts
from app.services.ladder import LadderStep
from app.services.records.activities import ActivityRecord, ClientRef, Completion
from app.services.workplace import Workplace
from app.views.activities.completion_keys import MOST_RESULTS, TIME_KEYS
from app.views.activities.form_layout import override_field
from app.views.activities.ladder_line import LadderLine
from app.views.activities.next_step import NextStep
from app.views.activities.numbered import NumberedHead
from app.views.activities.results import ROOM, RecordingReason, ResultSwitch, results_of
from app.views.activities.stage_field import StageField
from app.views.widgets.fields import FieldFrame, LongTextEditor

LIKELY = 4
"""Times offered by one click."""
_CHECK_BOX = 32
"""What a check box takes beside its words."""
FIELDS = ("comment", "recording", "subject", "when", "override")
"""What an error can be about, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends: a planned activity, or a call held without a plan."""

    kind: ActivityKind
    subject: str
    ref: ClientRef | None
    client_name: str
    phone: str | None
    stage_id: int | None
    record: ActivityRecord | None = None

    @classmethod
    def of(cls, record: ActivityRecord) -> "Ending":
        return cls(
            record.kind, record.subject, record.client, record.client_name, record.client_phone, record.stage_id, record
        )

    @property
    def title(self) -> str:
        if self.record is None:
            return QCoreApplication.translate("Completion", "Log the call")
        match self.kind:
            case ActivityKind.CALL:
                return QCoreApplication.translate("Completion", "Complete the call")
            case ActivityKind.MEETING:
                return QCoreApplication.translate("Completion", "Complete the meeting")
            case ActivityKind.MESSAGE:
                return QCoreApplication.translate("Completion", "Complete the message")
            case ActivityKind.LETTER:
                return QCoreApplication.translate("Completion", "Complete the letter")
            case ActivityKind.OTHER:
                return QCoreApplication.translate("Completion", "Complete the activity")

    @property
    def second(self) -> str:
        """The line under the title."""
        phone = i18n.phone(self.phone) if self.phone else ""
        return " · ".join(part for part in (self.client_name or self.subject, phone) if part)


class CompletionForm(QWidget):
    """Result and comment, the next activity, the stage."""

    changed = Signal()
    """The office is to be asked again: another result, kind or time."""
    act_changed = Signal()
    """What the main button does is another now."""

    def __init__(self, workplace: Workplace, ending: Ending, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ending = ending
        self._typed = False
        self._recording_required = False
        self._comment_required = False
        self._planned_subject = ""
        self._besides = ("", True)
        """What is planned with the client besides, and whether a next activity is asked for."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        self._add_result(column)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        self.next = NextStep(workplace, ending.ref, self)
        column.addWidget(self.next)
        self.stage = self._make_stage()
        if self.stage is not None:
            column.addWidget(self.stage)
        self.override = override_field(self)
        self.override.hide()
        column.addWidget(self.override)
        column.addStretch(1)
        self._connect()
        self._result_changed()

    def _add_result(self, column: QVBoxLayout) -> None:
        column.addWidget(NumberedHead(1, QCoreApplication.translate("Completion", "How it ended"), self))
        self.results = ResultSwitch(results_of(self._workplace.registry, self._ending.kind), self)
        editor = LongTextEditor(lines=3)
        self.comment_area = editor.area
        self.comment = FieldFrame(QCoreApplication.translate("Completion", "Comment"), editor, parent=self)
        self.recording = RecordingReason(self)
        self.recording.hide()
        self.planned = QCheckBox(self)
        self.planned.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.planned.hide()
        self.ladder = LadderLine(self)
        for widget in (self.results, self.ladder, self.comment, self.recording, self.planned):
            column.addWidget(widget)

    def _make_stage(self) -> StageField | None:
        ref, stage_id = self._ending.ref, self._ending.stage_id
        if ref is None or stage_id is None or ref.section == "contact":
            return None
        return StageField(self._workplace.registry, ref.section, stage_id, self)

    def _connect(self) -> None:
        self.results.changed.connect(self._result_changed)
        self.results.taken.connect(self._go_on)
        self.results.typed.connect(self._begin_comment)
        self.comment.changed.connect(self._note_typing)
        self.recording.changed.connect(self._note_typing)
        self.ladder.close_wanted.connect(self._close_client)
        self.next.changed.connect(self.changed)
        self.next.toggled.connect(self.act_changed)
        if self.stage is not None:
            self.stage.changed.connect(self._stage_changed)
        self.planned.toggled.connect(self._suggest)
        self._bind_keys()

    def _bind_keys(self) -> None:
        """Each answer by one chord, whatever has the cursor."""
        keys = Shortcuts(self)
        for number in range(1, min(len(self.results.buttons()), MOST_RESULTS) + 1):
            keys.add(Command(f"result.{number}", "", f"Alt+{number}"), partial(self.results.take, number))
        for number, key in enumerate(TIME_KEYS, 1):
            keys.add(Command(f"time.{number}", "", key), partial(self.next.take_time, number))
        keys.add(Command("next", "", "Alt+N"), self.next.enter)

    # what stands in it

    def act(self) -> str:
        """The words of the main button."""
        if self.next.is_open():
            return QCoreApplication.translate("Completion", "Complete and plan")
        return QCoreApplication.translate("Completion", "Complete")

    def completion(self) -> Completion:
        """What is sent; `problems` is asked first."""
        reason = str(self.override.value() or "") or None if not self.override.isHidden() else None
        return Completion(
            result=self.results.value().code,
            comment=str(self.comment.value() or ""),
            no_recording_reason=None if self.recording.isHidden() else self.recording.value(),
            next_activity=self.next.draft(reason),
            stage_id=self.stage.value() if self.stage is not None else None,
            override_reason=reason,
        )

    def problems(self) -> dict[str, str]:
        """What can't be sent so, by field; the rules of the office answer afterwards."""
        found = dict(self.next.problems())
        if self._comment_required and not self.comment.value():
            found["comment"] = QCoreApplication.translate("Completion", "Write a comment for the timeline.")
        if self._recording_required and not self.recording.isHidden() and not self.recording.value():
            found["recording"] = QCoreApplication.translate("Completion", "Say why there is no recording.")
        return found

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Words at their fields, the cursor in the first."""
        self.comment.set_error(problems.get("comment"))
        self.recording.frame.set_error(problems.get("recording"))
        self.override.set_error(problems.get("override"))
        first = next((name for name in FIELDS if name in problems), None)
        if first in ("subject", "when") and not self.next.is_open():
            self.next.enter()  # a rule wants the step that was declined
        self.next.show_problems(problems, take_focus=first in ("subject", "when"))
        if first == "comment":
            self.comment.focus()
        elif first == "recording":
            self.recording.frame.focus()

    def ask_reason(self) -> None:
        """Let a supervisor say why they go on against a rule."""
        self.override.show()
        self.override.focus()

    def ask_recording(self, *, asked: bool, required: bool) -> None:
        """Whether the rules want a reason for no recording."""
        self.recording.setVisible(asked)
        self.recording.frame.set_required(required)
        self._recording_required = required

    def ask_comment(self, *, required: bool) -> None:
        """Whether nothing can be sent without a comment."""
        self._comment_required = required

    def offer_planned(self, subject: str) -> None:
        """A call that was just held may be the one that was planned."""
        words = QCoreApplication.translate("Completion", "This was the planned call: {subject}").format(subject=subject)
        metrics = self.planned.fontMetrics()
        self.planned.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, ROOM - _CHECK_BOX))
        self.planned.setToolTip(words)
        self._planned_subject = subject
        self.planned.setChecked(True)
        self.planned.show()

    def set_others(self, others: Sequence[ActivityRecord], *, in_progress: bool) -> None:
        """What is planned besides. With something there, or with no client in progress, nothing is asked for."""
        words = ""
        if others:
            now, zone = self._workplace.now(), self._workplace.zone
            when = i18n.date_words(others[0].starts_at, now, zone, inside=True)
            already = QCoreApplication.translate("Completion", "Planned already: {subject}, {when}")
            words = already.format(subject=others[0].subject, when=when)
        self._besides = words, in_progress and not others
        self._show_besides()

    def _show_besides(self) -> None:
        words, asked = self._besides
        if self.stage is not None and self.stage.closes():
            words, asked = QCoreApplication.translate("Completion", "The client is closed: nothing follows."), False
        self.next.set_others(words)
        self.next.set_open(is_open=asked)
        self.act_changed.emit()

    def show_ladder(self, step: LadderStep | None) -> None:
        """How often nobody answered, and closing the client once that is often enough."""
        self.ladder.show_step(step, self._workplace.registry)

    def with_retry(self, times: Sequence[datetime]) -> Sequence[datetime]:
        """The likely times, after "no answer" the ladder's first."""
        step = self.ladder.step
        self.next.offer_time(None if step is None else step.next_at)
        return times if step is None else (step.next_at, *(one for one in times if one != step.next_at))[:LIKELY]

    def _close_client(self, stage_id: int) -> None:
        if self.stage is not None:
            self.stage.set_value(stage_id)
            self._stage_changed()

    # drafts

    def content(self) -> dict[str, object]:
        """What the user typed, for a draft; nothing where nothing was."""
        following = self.next.content()
        if not self._typed and not following:
            return {}
        return {
            "result": self.results.value().code, "comment": self.comment.value(),
            "recording": self.recording.value(), **following,
        }  # fmt: skip

    def set_content(self, content: Mapping[str, object]) -> None:
        """Show a draft again."""
        self.results.set_value(str(content.get("result") or ""))
        self.comment.set_value(content.get("comment"))
        recording = content.get("recording")
        self.recording.set_value(recording if isinstance(recording, str) else None)
        self.next.set_content(content)
        self._typed = True
        self._result_changed()

    # what the user does

    def _note_typing(self) -> None:
        self._typed = True

    def _result_changed(self) -> None:
        result = self.results.value()
        self.comment.set_required(result.needs_comment)
        self.comment.set_error(None)
        self._comment_required = False  # until the rules say so of this result
        self._suggest()
        self.changed.emit()

    def _suggest(self) -> None:
        """Nobody was reached: the same step is tried again."""
        again = not self.results.value().reached and self._ending.kind is ActivityKind.CALL
        subject = self._ending.subject or (self._planned_subject if self.planned.isChecked() else "")
        self.next.suggest(self._first_kind(), subject if again else "")

    def _first_kind(self) -> ActivityKind:
        """A meeting that wasn't held is tried again; after anything else people call."""
        again = self._ending.kind is ActivityKind.MEETING and not self.results.value().reached
        return ActivityKind.MEETING if again else ActivityKind.CALL

    def _begin_comment(self, letter: str) -> None:
        """Who begins to type, types the comment."""
        self.comment.focus()
        self.comment_area.textCursor().insertText(letter)

    def _go_on(self) -> None:
        """Where the cursor goes once the result is taken: "no answer" needs no comment."""
        if self.results.value().needs_comment:
            self.comment.focus()
        elif self.next.is_open() and not self.next.subject_line.text():
            self.next.subject.focus()
        elif self.next.is_open():
            self.next.when.focus()

    def _stage_changed(self) -> None:
        self._typed = True
        self._show_besides()
