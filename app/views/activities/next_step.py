"""What follows with the client: the next activity with its four likely times, or none, by one more click."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.core.kinds import ActivityKind
from app.qtbase.metrics import GAP_M, GAP_S
from app.qtbase.shortcuts import native
from app.qtbase.theme import restyle
from app.services.records.activities import ActivityDraft, ClientRef
from app.services.workplace import Workplace
from app.views.activities.chips import Chip, ChipRow
from app.views.activities.completion_keys import TIME_KEYS
from app.views.activities.form_parts import Latest
from app.views.activities.look import Answer, Question
from app.views.activities.numbered import NumberedHead
from app.views.activities.reminders import RemindersField
from app.views.activities.subject_field import SubjectField
from app.views.activities.when_field import WhenField
from app.views.activities.when_words import first_of, missing_moment, say_when
from app.views.activities.wording import kind_segments, moment_words
from app.views.widgets.buttons import Button, SegmentedSwitch

REMINDER_WIDTH = 148
_USUAL_MINUTES = 15


class NextStep(QWidget):
    """Open where a next activity is asked for; closed where there is one already, or none is wanted."""

    changed = Signal()
    """The office is to be asked again."""
    toggled = Signal()
    """It was opened or closed by the user."""

    def __init__(self, workplace: Workplace, ref: ClientRef | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ref = ref
        self._answer: Answer | None = None
        self._times: tuple[datetime, ...] = ()
        self._typed: set[str] = set()
        self._others = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self._make_head())
        self._closed_words = QLabel(self)
        self._closed_words.setWordWrap(True)
        self._closed_words.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._closed_words)
        column.addWidget(self._make_body())
        self.set_open(is_open=True)
        self._connect()

    def _make_head(self) -> NumberedHead:
        head = NumberedHead(2, QCoreApplication.translate("Completion", "Next activity"), self)
        self.toggle = Button("", "link", small=True, parent=head)
        self.toggle.clicked.connect(self._toggle)
        head.row.addWidget(self.toggle)
        return head

    def _make_body(self) -> QWidget:
        self._body = QWidget(self)
        self._body.setProperty("role", "page")
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_S)
        self.kinds = SegmentedSwitch(kind_segments(icons=False), small=True, stretch=True, parent=self._body)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.subject = SubjectField(self._body)
        self.times = ChipRow(QCoreApplication.translate("Completion", "Likely times"), self._body, lines=2)
        self.when = WhenField(self._workplace, self._body)
        self.reminders = RemindersField(self._body)
        self.reminders.setFixedWidth(REMINDER_WIDTH)
        self.latest = Latest(self._body)
        row = QHBoxLayout()
        row.setSpacing(GAP_M)
        row.addWidget(self.when, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reminders, 0, Qt.AlignmentFlag.AlignTop)
        for above in (self.kinds, self.subject, self.times):
            rows.addWidget(above)
        rows.addLayout(row)
        for below in (self.when.read_back, self.reminders.more, self.latest):
            rows.addWidget(below)
        return self._body

    def _connect(self) -> None:
        self.kinds.changed.connect(lambda _kind: self._edited("kind"))
        self.subject.changed.connect(lambda: self._edited("subject"))
        self.when.changed.connect(lambda: self._edited("when"))
        self.reminders.changed.connect(lambda: self._edited("reminders"))
        self.times.picked.connect(self._take_time)

    @property
    def subject_line(self) -> QLineEdit:
        return self.subject.line

    # open or closed

    def is_open(self) -> bool:
        return not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        self._body.setVisible(is_open)
        without = QCoreApplication.translate("Completion", "Without an activity")
        plan = QCoreApplication.translate("Completion", "Plan the next activity")
        self.toggle.setText(without if is_open else plan)
        self._show_closed()

    def set_others(self, words: str) -> None:
        """What is planned with the client besides; the next activity need not be asked for then."""
        self._others = words
        self._show_closed()

    def _show_closed(self) -> None:
        alone = QCoreApplication.translate("Completion", "The client stays without a next activity; this is counted.")
        nobody = self._ref is None
        self._closed_words.setText(self._others or ("" if nobody else alone))
        restyle(self._closed_words, role="caption", tone="muted" if self._others else "warn")
        self._closed_words.setVisible(not self.is_open() and bool(self._closed_words.text()))

    def enter(self) -> None:
        """The cursor into its first field, opened where it is closed."""
        if not self.is_open():
            self.set_open(is_open=True)
            self.toggled.emit()
        self.subject.focus()

    def _toggle(self) -> None:
        if not self.is_open():
            self.enter()
            return
        self.set_open(is_open=False)
        self.toggled.emit()

    # what stands in it

    def kind(self) -> ActivityKind:
        return ActivityKind(self.kinds.value())

    def question(self, except_id: int | None, *, after_contact: bool) -> Question:
        """What the office is asked about it."""
        return Question(
            ref=self._ref, kind=self.kind(), starts_at=self.when.value(), minutes=None, except_id=except_id,
            after_contact=after_contact,
        )

    def draft(self, override_reason: str | None) -> ActivityDraft | None:
        """What is planned; None without an activity."""
        moment = self.when.value()
        if not self.is_open() or moment is None:
            return None
        return ActivityDraft(
            kind=self.kind(),
            subject=self.subject_line.text(),
            starts_at=moment,
            minutes=self._minutes(),
            client=self._ref,
            reminders=self.reminders.value(),
            override_reason=override_reason,
        )

    def problems(self) -> dict[str, str]:
        """What can't be sent so, by field."""
        if not self.is_open():
            return {}
        found: dict[str, str] = {}
        if not self.subject_line.text().strip():
            words = QCoreApplication.translate("Completion", "Enter the next step, or choose “Without an activity”.")
            found["subject"] = words
        missing = missing_moment(self.when)
        if missing is not None:
            found["when"] = missing
        return found

    def show_problems(self, problems: Mapping[str, str], *, take_focus: bool) -> None:
        """Words at their fields."""
        self.subject.set_error(problems.get("subject"))
        if "when" in problems:
            self.when.say(problems["when"], "danger")
        first = first_of(problems, ("subject", "when")) if take_focus else None
        if first == "subject":
            self.subject.focus()
        elif first == "when":
            self.when.focus()

    def suggest(self, kind: ActivityKind, subject: str) -> None:
        """Begin with a kind and a subject, unless the user has a word about them already."""
        if "kind" not in self._typed:
            self.kinds.set_value(kind.value)
        if "subject" not in self._typed:
            self.subject.set_value(subject)

    # drafts

    def content(self) -> dict[str, object]:
        """What the user typed; nothing where nothing was."""
        if not self._typed:
            return {}
        return {
            "next_kind": self.kinds.value(), "next_subject": self.subject_line.text(), "next_when": self.when.text(),
            "next_reminders": self.reminders.value(), "next_open": self.is_open(),
        }  # fmt: skip

    def set_content(self, content: Mapping[str, object]) -> None:
        """Show a draft again."""
        kind, reminders = content.get("next_kind"), content.get("next_reminders")
        if not isinstance(kind, str) or kind not in set(ActivityKind):
            return
        self.kinds.set_value(kind)
        self.subject.set_value(content.get("next_subject"))
        self.when.set_text(str(content.get("next_when") or ""))
        if isinstance(reminders, tuple):
            self.reminders.set_value(tuple(one for one in reminders if isinstance(one, int)))
        self.set_open(is_open=bool(content.get("next_open")))
        self._typed |= {"kind", "subject", "when", "reminders"}

    # what the office says

    def show_answer(self, answer: Answer) -> None:
        """Subjects, limits and rules as they stand for what is typed."""
        self._answer = answer
        self.subject.offer(answer.help.subjects)
        if "reminders" not in self._typed:
            self.reminders.set_value(answer.help.default_reminders)
        self.latest.show_help(answer.help, self._workplace.today())
        stale = answer.question.starts_at != self.when.value()
        say_when(self.when, self._workplace, self._minutes(), answer, stale=stale)

    def show_times(self, times: Sequence[datetime]) -> None:
        """The likely times, each one click."""
        self._times = tuple(times)
        now, zone = self._workplace.now(), self._workplace.zone
        keys = (*map(native, TIME_KEYS), *("" for _ in times))
        self.times.set_chips(
            [Chip(one.isoformat(), moment_words(one, now, zone), key) for one, key in zip(times, keys, strict=False)]
        )
        self._mark_time()

    def take_time(self, number: int) -> None:
        """The likely time of a number, from 1."""
        if self.is_open():
            self.times.take(number)

    def offer_time(self, moment: datetime | None) -> None:
        """Begin with a time, or with none, unless the user has a word about it already."""
        if "when" not in self._typed and moment != self.when.value():
            self.when.set_value(moment)
            say_when(self.when, self._workplace, self._minutes(), self._answer, stale=True)
            self._mark_time()
            self.changed.emit()

    def _minutes(self) -> int:
        return self._answer.help.default_minutes if self._answer is not None else _USUAL_MINUTES

    def _take_time(self, chosen: str) -> None:
        self.when.set_value(datetime.fromisoformat(chosen))
        self._edited("when")

    def _mark_time(self) -> None:
        moment = self.when.value()
        self.times.set_chosen(next((one.isoformat() for one in self._times if one == moment), None))

    def _edited(self, name: str) -> None:
        self._typed.add(name)
        if name == "when":
            say_when(self.when, self._workplace, self._minutes(), self._answer, stale=True)
            self._mark_time()
        if name in ("kind", "when"):
            self.changed.emit()
