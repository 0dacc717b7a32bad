"""The words of My activities: groups, times, how late or how soon, in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from app.core.kinds import ActivityKind, ActivityState
from app.qtbase import i18n
from app.qtmodels.roles import Cell, CheckCell, GroupHeading, Mark, State, TagCell, TextCell
from app.services.records.activities import ActivityRecord
from app.services.registry import Registry

DONE: Final = "done"
GROUPS: Final = ("overdue", "today", "tomorrow", "later", DONE)
"""Codes of the groups in their order."""

SOON: Final = timedelta(hours=1)
"""How long before its start an activity says "in 48 min"."""

_STATES: Final[Mapping[str, tuple[State, str]]] = {
    "overdue": (State.OVERDUE, "overdue"),
    "today": (State.TODAY, "clock"),
    "tomorrow": (State.PLAIN, "calendar"),
    "later": (State.PLAIN, "calendar"),
    DONE: (State.DONE, "done"),
}


class Office(Protocol):
    """What the words depend on."""

    registry: Registry
    zone: ZoneInfo

    def now(self) -> datetime: ...


class AgendaWriter:
    """Cells and spoken words of activities as they stand at this moment."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def cell(self, record: ActivityRecord, column: int) -> Cell:
        """What the delegate of a column paints."""
        match column:
            case 0:
                return CheckCell(record.state is not ActivityState.PLANNED)
            case 1:
                return TextCell(self._when(record), mark=_WHEN_MARKS[self.group_of(record)])
            case 2:
                return TextCell(record.subject, icon=record.kind.value)
            case 3:
                words, mark = self._state(record)
                return TextCell(words, mark=mark, right=True)
            case 4:
                return TextCell(record.client_name, mark=Mark.STRONG)
        stage = self._office.registry.all.stages.get(record.stage_id or 0)
        return TagCell(((stage.name, stage.tone),) if stage is not None else ())

    def plain(self, record: ActivityRecord, column: int) -> str:
        """A cell's words alone."""
        match self.cell(record, column):
            case TextCell() as cell:
                return cell.text
            case TagCell() as cell:
                return ", ".join(words for words, _ in cell.tags)
        return ""

    def spoken(self, record: ActivityRecord) -> str:
        """The whole row for screen readers."""
        done = QCoreApplication.translate("Agenda", "done") if record.state is not ActivityState.PLANNED else ""
        parts = (
            done, self._when(record), kind_name(record.kind), record.subject, self._state(record)[0],
            record.client_name, self.plain(record, 5),
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def tool_tip(self, record: ActivityRecord) -> str:
        """What the row has no room for."""
        local = record.starts_at.astimezone(self._office.zone)
        end = i18n.clock(record.starts_at + timedelta(minutes=record.minutes), self._office.zone)
        when = f"{i18n.day_with_weekday(local.date())} {local:%H:%M} – {end}"
        comment = record.result_comment or record.description
        return "\n".join(part for part in (record.subject, when, record.place, comment) if part)

    def heading(self, group: str, count: int, *, folded: bool) -> GroupHeading:
        state, icon = _STATES[group]
        return GroupHeading(self._group_name(group), count, state, icon, folded)

    def spoken_heading(self, heading: GroupHeading) -> str:
        count = QCoreApplication.translate("Agenda", "%n activity(s)", None, heading.count)
        folded = QCoreApplication.translate("Agenda", "folded")
        return ", ".join((heading.text, count, *((folded,) if heading.folded else ())))

    def group_of(self, record: ActivityRecord) -> str:
        """The group an activity belongs to now."""
        if record.state is not ActivityState.PLANNED:
            return DONE
        if record.starts_at < self._office.now():
            return "overdue"
        distance = (self._day(record.starts_at) - self._today()).days
        return "today" if distance <= 0 else "tomorrow" if distance == 1 else "later"

    def _group_name(self, group: str) -> str:
        match group:
            case "overdue":
                return QCoreApplication.translate("Agenda", "Overdue")
            case "today":
                return QCoreApplication.translate("Agenda", "Today, {day}").format(day=_long_day(self._today()))
            case "tomorrow":
                day = _long_day(self._today() + timedelta(days=1))
                return QCoreApplication.translate("Agenda", "Tomorrow, {day}").format(day=day)
            case "later":
                return QCoreApplication.translate("Agenda", "Later")
        return QCoreApplication.translate("Agenda", "Done today")

    def _when(self, record: ActivityRecord) -> str:
        group = self.group_of(record)
        if group == DONE:
            return i18n.clock(record.completed_at or record.starts_at, self._office.zone)
        time = i18n.clock(record.starts_at, self._office.zone)
        if group in ("today", "tomorrow"):
            return time
        day, today = self._day(record.starts_at), self._today()
        named = i18n.relative_day(day, today) or f"{i18n.weekday_short(day)} {i18n.day_short(day, today)}"
        return f"{named}, {time}"

    def _state(self, record: ActivityRecord) -> tuple[str, Mark]:
        """How late, how soon, confirmed, or the result of what is done."""
        if record.state is not ActivityState.PLANNED:
            return self._result(record), Mark.MUTED
        span = record.starts_at - self._office.now()
        if span < timedelta():
            return i18n.duration_words(span), Mark.DANGER
        confirmed = QCoreApplication.translate("Agenda", "confirmed") if record.confirmed_at is not None else ""
        if span > SOON:
            return confirmed, Mark.OK
        return " · ".join(part for part in (confirmed, i18n.until_words(span)) if part), Mark.WARN

    def _result(self, record: ActivityRecord) -> str:
        for one in self._office.registry.all.call_results:
            if one.activity_kind is record.kind and one.code == record.result:
                return one.name
        return ""

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._office.zone).date()

    def _today(self) -> date:
        return self._day(self._office.now())


_WHEN_MARKS: Final[Mapping[str, Mark]] = {
    "overdue": Mark.DANGER,
    "today": Mark.STRONG,
    "tomorrow": Mark.SECOND,
    "later": Mark.SECOND,
    DONE: Mark.MUTED,
}


def kind_name(kind: ActivityKind) -> str:
    """The name of an activity's kind."""
    match kind:
        case ActivityKind.CALL:
            return QCoreApplication.translate("Agenda", "Call")
        case ActivityKind.MEETING:
            return QCoreApplication.translate("Agenda", "Meeting")
        case ActivityKind.MESSAGE:
            return QCoreApplication.translate("Agenda", "Message")
        case ActivityKind.LETTER:
            return QCoreApplication.translate("Agenda", "Letter")
        case ActivityKind.OTHER:
            return QCoreApplication.translate("Agenda", "Other")


def _long_day(day: date) -> str:
    """ "вторник 18 ноября"."""
    return f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)} {i18n.day_and_month(day)}"
