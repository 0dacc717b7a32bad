"""What is said below a typed date: how it is understood, that the time is free, or why it won't do."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.core.errors import UserError
from app.qtbase.error_texts import error_text
from app.services.records.activities import PlanningHelp
from app.services.rules import Finding, Mode
from app.services.workplace import Workplace
from app.views.activities.look import Answer
from app.views.activities.when_field import Tone, WhenField
from app.views.activities.wording import clash_words, span_words


def say_when(
    when: WhenField, workplace: Workplace, minutes: int, answer: Answer | None, *, stale: bool = False
) -> None:
    """Say it at the field. `stale`: the answer is to an earlier date, so that only its limits still hold."""
    moment = when.value()
    if moment is None:
        when.say(*((missing_moment(when) or "", "danger") if when.is_unreadable() else ("", "muted")))
        return
    read = span_words(moment, minutes, workplace.zone)
    refused = _expected(moment, workplace, answer.help if answer else None) if stale else _refused(answer)
    if refused is not None:
        words, tone = refused
        when.say(f"{read}. {words}", tone)
    elif stale or answer is None:
        when.say(read, "ok")
    else:
        when.say(read, "ok", clash_words(answer.clashes, workplace.zone))


def _refused(answer: Answer | None) -> tuple[str, Tone] | None:
    """What the office says against the moment."""
    if answer is None:
        return None
    if answer.error is not None:
        return error_text(answer.error), "danger"
    finding = answer.finding("when")
    return None if finding is None else (error_text(finding.error()), _tone(finding))


def _expected(moment: datetime, workplace: Workplace, help_: PlanningHelp | None) -> tuple[str, Tone] | None:
    """What it is going to say, so that the words don't change their colour a moment later."""
    if moment < workplace.now().replace(second=0, microsecond=0):
        return error_text(UserError("past_time")), "danger"
    latest = help_.latest_day if help_ is not None else None
    if latest is not None and moment.astimezone(workplace.zone).date() > latest:
        return error_text(UserError("too_late", latest=latest)), "danger"
    return None


def _tone(finding: Finding) -> Tone:
    return "danger" if finding.mode is Mode.BLOCK else "warn"


def missing_moment(when: WhenField) -> str | None:
    """Why there is no moment to send; None where there is one."""
    if when.value() is not None:
        return None
    if when.is_unreadable():
        return QCoreApplication.translate("Activities", "This date can't be read: try “tomorrow 15” or “20.11 10:30”.")
    return QCoreApplication.translate("Activities", "Enter the day and the time.")


def first_of(problems: Mapping[str, str], order: tuple[str, ...]) -> str | None:
    """The first field with a problem, in the order in which the form shows them."""
    return next((name for name in order if name in problems), None)
