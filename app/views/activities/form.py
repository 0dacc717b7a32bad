"""The one activity form: values in and out, problems at their fields. It knows no service."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.kinds import ActivityKind
from app.qtbase.error_texts import error_text
from app.services.records.activities import ActivityDraft, ActivityRecord, ClientRef, PlanningHelp
from app.services.workplace import Workplace
from app.views.activities.chips import Chip
from app.views.activities.client_picker import ClientPicker
from app.views.activities.form_layout import FormLayout
from app.views.activities.look import Answer, Question
from app.views.activities.when_words import first_of, missing_moment, say_when
from app.views.activities.wording import limit_words, minutes_words, offered_minutes
from app.views.navigator import Beginning
from app.views.widgets.fields import Choice, FieldFrame

_USUAL_MINUTES = 15
_STRIP_DAYS = 9
_ORDER = ("client", "subject", "when", "minutes", "place", "override")


class ActivityForm(FormLayout):
    """Asks for a step and shows what the office says of it."""

    changed = Signal()
    """The office is to be asked again."""

    def __init__(
        self, workplace: Workplace, client: ClientRef | None, picker: ClientPicker | None, *, title: str, act: str,
        may_override: bool, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(workplace, picker, title=title, act=act, parent=parent)
        self._client = client
        self._may_override = may_override
        self._answer: Answer | None = None
        self._touched: set[str] = set()
        """Fields that the user, or the activity that is changed, has a word about: defaults leave them alone."""
        self._typed = False
        self._connect()

    def _connect(self) -> None:
        for signal, name in (
            (self.subject.changed, "subject"), (self.when.changed, "when"), (self.minutes.changed, "minutes"),
            (self.reminders.changed, "reminders"), (self.description.changed, "description"),
            (self.place.changed, "place"), (self.responsible.changed, "responsible"),
            (self.override.changed, "override"),
        ):  # fmt: skip
            signal.connect(lambda of=name: self._edited(of))
        self.kinds.changed.connect(self._kind_chosen)
        self.chips.picked.connect(self._take_subject)
        self.strip.picked.connect(self._take_day)
        self.subject_line.returnPressed.connect(self.when.focus)
        self.when.line.returnPressed.connect(self.submitted)
        if self.picker is not None:
            self.picker.changed.connect(lambda: self._edited("client"))
            self.picker.resized.connect(self.resized)

    @property
    def subject_line(self) -> QLineEdit:
        return self.subject.line

    # what stands in it

    def kind(self) -> ActivityKind:
        return ActivityKind(self.kinds.value())

    def client(self) -> ClientRef | None:
        return self.picker.value() if self.picker is not None else self._client

    def question(self, except_id: int | None = None) -> Question:
        """What the office is asked about it; `except_id` is the activity that is changed."""
        return Question(
            ref=self.client(),
            kind=self.kind(),
            starts_at=self.when.value(),
            minutes=self._chosen_minutes() if "minutes" in self._touched else None,
            responsible_id=self.responsible.value(),
            first_day=self._first_day(),
            except_id=except_id,
            place_id=None if self.place.isHidden() else self.place.value()[0],
        )

    def draft(self) -> ActivityDraft:
        """What is sent; `problems` is asked first."""
        moment = self.when.value()
        assert moment is not None, "no date is a problem"
        place_id, place_text = (None, "") if self.place.isHidden() else self.place.value()
        return ActivityDraft(
            kind=self.kind(),
            subject=self.subject_line.text(),
            starts_at=moment,
            minutes=self._chosen_minutes(),
            client=self.client(),
            responsible_id=self.responsible.value(),
            description=str(self.description.value() or ""),
            place_id=place_id,
            place_text=place_text,
            reminders=self.reminders.value(),
            override_reason=None if self.override.isHidden() else str(self.override.value() or "") or None,
        )

    def problems(self) -> dict[str, str]:
        """What can't be sent so, by field; the rules of the office answer afterwards."""
        found: dict[str, str] = {}
        if self.picker is not None and self.picker.is_open():
            found["client"] = QCoreApplication.translate("Activities", "Choose from the list, or empty the line.")
        if not self.subject_line.text().strip():
            found["subject"] = QCoreApplication.translate("Activities", "Enter the next step.")
        missing = missing_moment(self.when)
        if missing is not None:
            found["when"] = missing
        return found

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Words at their fields, the cursor in the first; what belongs to no field stands in the foot."""
        frames: dict[str, FieldFrame] = {
            "subject": self.subject, "minutes": self.minutes, "place": self.place.frame, "override": self.override,
        }  # fmt: skip
        if self.picker is not None:
            frames["client"] = self.picker.frame
        for name, frame in frames.items():
            frame.set_error(problems.get(name))
        if "when" in problems:
            self.when.say(problems["when"], "danger")
        self.foot.say(next((words for name, words in problems.items() if name not in _ORDER), ""))
        first = first_of(problems, _ORDER)
        if first == "when":
            self.when.focus()
        elif first in frames:
            frames[first].focus()
        self.resized.emit()

    def show_record(self, record: ActivityRecord) -> None:
        """Fill the form with an activity that is changed."""
        self.kinds.set_value(record.kind.value)
        self.subject.set_value(record.subject)
        self.when.set_value(record.starts_at)
        self._offer_minutes(record.minutes, None)
        self.reminders.set_value(record.reminders)
        self.responsible.set_value(record.responsible_id)
        self._fill_more(record.description, record.place_id, record.place_text)
        self._touched |= {"minutes", "reminders"}

    def ask_reason(self) -> None:
        """Let a supervisor say why they go on against a rule."""
        self.override.show()
        self.override.focus()
        self.resized.emit()

    def show_kind(self, kind: ActivityKind) -> None:
        """Begin with a kind; a meeting has a place."""
        self.kinds.set_value(kind.value)
        if kind is ActivityKind.MEETING:
            self.show_place(shown=True)

    def show_beginning(self, begin: Beginning) -> None:
        """Begin with the time and place that was pointed at in the calendar."""
        self.when.set_value(begin.starts_at)
        if begin.minutes is not None:
            self._offer_minutes(begin.minutes, None)
            self._touched.add("minutes")
        if begin.responsible_id is not None:
            self.responsible.set_value(begin.responsible_id)
        if begin.place_id is not None:
            self._fill_more(str(self.description.value() or ""), begin.place_id, "")

    # drafts

    def content(self) -> dict[str, object]:
        """What the user typed, for a draft; nothing where all is as the form began."""
        if not self._typed:
            return {}
        place_id, place_text = self.place.value()
        return {
            "kind": self.kinds.value(), "subject": self.subject_line.text(), "when": self.when.text(),
            "minutes": self._chosen_minutes(), "reminders": self.reminders.value(),
            "responsible": self.responsible.value(), "description": str(self.description.value() or ""),
            "place_id": place_id, "place_text": place_text, "touched": sorted(self._touched),
        }  # fmt: skip

    def set_content(self, content: Mapping[str, object]) -> None:
        """Show a draft again."""
        kind, minutes, reminders = content.get("kind"), content.get("minutes"), content.get("reminders")
        responsible, place_id = content.get("responsible"), content.get("place_id")
        touched = content.get("touched")
        if isinstance(kind, str) and kind in set(ActivityKind):
            self.show_kind(ActivityKind(kind))
        self.subject.set_value(content.get("subject"))
        self.when.set_text(str(content.get("when") or ""))
        if isinstance(minutes, int):
            self._offer_minutes(minutes, None)
        if isinstance(reminders, tuple):
            self.reminders.set_value(tuple(one for one in reminders if isinstance(one, int)))
        if isinstance(responsible, int):
            self.responsible.set_value(responsible)
        self._fill_more(
            str(content.get("description") or ""),
            place_id if isinstance(place_id, int) else None,
            str(content.get("place_text") or ""),
        )
        self._touched |= {str(name) for name in touched} if isinstance(touched, list) else set()
        self._typed = True

    # what the office says

    def show_answer(self, answer: Answer) -> None:
        """Limits, days and rules as they stand for what is typed."""
        self._answer = answer
        self._show_help(answer.help)
        say_when(
            self.when, self._workplace, self._chosen_minutes(), answer,
            stale=answer.question.starts_at != self.when.value(),
        )
        too_long = answer.finding("minutes")
        self.minutes.set_error(None if too_long is None else error_text(too_long.error()))
        taken = answer.finding("place")
        self.place.frame.set_error(None if taken is None else error_text(taken.error()))
        self.override.setVisible(answer.overridable)
        self.resized.emit()

    def _show_help(self, help_: PlanningHelp) -> None:
        self.subject.offer(help_.subjects)
        self.chips.set_chips([Chip(text, text) for text in help_.subjects])
        chosen = self._chosen_minutes() if "minutes" in self._touched else help_.default_minutes
        self._offer_minutes(chosen, None if self._may_override else help_.max_minutes)
        if "reminders" not in self._touched:
            self.reminders.set_value(help_.default_reminders)
        today = self._workplace.today()
        self.strip.set_days(help_.strip, help_.latest_day, today)
        self.strip.set_chosen(self._chosen_day())
        self.latest.show_help(help_, today)
        self.foot.hint(limit_words(self.kind(), help_.max_minutes))

    def _offer_minutes(self, chosen: int, longest: int | None) -> None:
        self._minutes.set_choices([Choice(one, minutes_words(one)) for one in offered_minutes(longest, chosen)])
        self._minutes.set_value(chosen)

    def _chosen_minutes(self) -> int:
        chosen = self._minutes.value()
        return chosen if isinstance(chosen, int) else _USUAL_MINUTES

    def _chosen_day(self) -> date | None:
        moment = self.when.value()
        return moment.astimezone(self._workplace.zone).date() if moment is not None else None

    def _first_day(self) -> date | None:
        """The strip stays where it is as long as the chosen day is in it; None: it begins today."""
        day, today = self._chosen_day(), self._workplace.today()
        shown = [load.day for load in self._answer.help.strip] if self._answer is not None else []
        if day is None or day in shown:
            return shown[0] if shown else None
        near = today <= day < today + timedelta(days=_STRIP_DAYS)
        return None if near else max(today, day - timedelta(days=_STRIP_DAYS // 2))

    # what the user does

    def _edited(self, name: str) -> None:
        self._touched.add(name)
        self._typed = True
        if name == "when":
            say_when(self.when, self._workplace, self._chosen_minutes(), self._answer, stale=True)
            self.strip.set_chosen(self._chosen_day())
        if name == "subject":
            self.chips.set_chosen(self.subject_line.text())
        if name in ("when", "minutes", "responsible", "client", "place"):
            self.changed.emit()
        self.resized.emit()

    def _kind_chosen(self, kind: str) -> None:
        self._touched -= {"minutes", "reminders"}  # each kind has its own
        self.show_kind(ActivityKind(kind))
        self._edited("kind")
        self.changed.emit()

    def _take_subject(self, subject: str) -> None:
        self.subject.set_value(subject)
        self.subject.set_error(None)
        self.subject_line.setCursorPosition(len(subject))
        self.subject.focus()
        self._edited("subject")

    def _take_day(self, day: date) -> None:
        self.when.take_day(day)
        self._edited("when")

    def _fill_more(self, description: str, place_id: int | None, place_text: str) -> None:
        self.description.set_value(description)
        self.show_description(bool(description))
        self.place.set_value(place_id, place_text)
        self.show_place(place_id is not None or bool(place_text) or self.kind() is ActivityKind.MEETING)
