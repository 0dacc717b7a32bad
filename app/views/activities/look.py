"""What the office says of a step while it is typed: limits, load, rules, what else stands at that time."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import UserError
from app.core.kinds import ActivityKind
from app.qtbase.tasks import Tasks
from app.services.activities import Activities
from app.services.records.activities import ActivityDraft, ActivityRecord, ClientRef, PlanningHelp
from app.services.rules import Finding, Mode, RuleCode
from app.views.activities.wording import FIELD_OF

PAUSE_MS: Final = 80
"""Keys come in bursts; the office is asked once they pause."""

_SUBJECT_TO_COME: Final = "0"
"""Stands for a subject that is not typed yet: the subject is judged when the form is sent."""


@dataclass(frozen=True, slots=True)
class Question:
    """A step as it stands in a form."""

    ref: ClientRef | None
    kind: ActivityKind
    starts_at: datetime | None
    minutes: int | None
    """None: the kind's usual length."""
    responsible_id: int | None = None
    first_day: date | None = None
    """The first day of the strip; None: today."""
    except_id: int | None = None
    """The activity that the form changes or completes."""
    after_contact: bool = False
    """The client is being talked to now: the five working days count from today."""
    place_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the office says to it."""

    question: Question
    help: PlanningHelp
    findings: tuple[Finding, ...] = ()
    clashes: tuple[ActivityRecord, ...] = ()
    error: UserError | None = None
    """What can't be stored at all."""

    def finding(self, field: str) -> Finding | None:
        """What a rule says of a field of the form, the sternest first."""
        found = [one for one in self.findings if FIELD_OF.get(one.code) == field]
        return next((one for one in found if one.mode is Mode.BLOCK), found[0] if found else None)

    @property
    def overridable(self) -> bool:
        """Whether this employee may go on against what blocks, with a reason."""
        return any(one.mode is Mode.BLOCK and one.overridable for one in self.findings)


class Looker(QObject):
    """Asks while a form is filled in; the newest question wins."""

    answered = Signal(object)
    """Answer"""

    def __init__(self, activities: Activities, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._activities = activities
        self._tasks = tasks
        self._question: Question | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def ask(self, question: Question) -> None:
        """Ask soon; `answered` follows."""
        if question == self._question:
            return
        self._question = question
        self._pause.start()

    async def ask_now(self, question: Question) -> Answer:
        """Ask without a pause, before the form is shown."""
        self._question = question
        return await look(self._activities, question)

    def _start(self) -> None:
        if self._question is not None:
            self._tasks.run(self._look(self._question), latest="look", quiet=True)

    async def _look(self, question: Question) -> None:
        self.answered.emit(await look(self._activities, question))


async def look(activities: Activities, question: Question) -> Answer:
    """The answer to a question."""
    help_ = await activities.planning_help(
        question.ref, question.kind, question.first_day, responsible_id=question.responsible_id,
        except_id=question.except_id, after_contact=question.after_contact,
    )
    answer = Answer(question, help_)
    if question.starts_at is None:
        return answer
    minutes = question.minutes or help_.default_minutes
    draft = ActivityDraft(
        kind=question.kind, subject=_SUBJECT_TO_COME, starts_at=question.starts_at, minutes=minutes,
        client=question.ref, responsible_id=question.responsible_id, place_id=question.place_id,
    )
    try:
        findings = await activities.findings(draft, question.except_id)
        clashes = await activities.clashes(
            question.starts_at, minutes, question.responsible_id, question.except_id
        )
    except UserError as error:
        return replace(answer, error=error)
    return replace(answer, findings=tuple(one for one in findings if _holds(one, question, help_)), clashes=clashes)


def _holds(finding: Finding, question: Question, help_: PlanningHelp) -> bool:
    """The talk that is being completed moves the latest day on, which the rules learn only once it is stored."""
    if finding.rule is not RuleCode.CONTACT_INTERVAL or not question.after_contact:
        return True
    latest, refused = help_.latest_day, finding.params.get("latest")
    return latest is not None and isinstance(refused, date) and latest <= refused
