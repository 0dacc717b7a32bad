"""The words of the kanban's cards, as they stand at this moment, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.core.kinds import ActivityKind
from app.qtbase import i18n
from app.qtmodels.record_words import Office, RecordWriter
from app.qtmodels.roles import ActivityCell, BoardCard, NameCell, PaidCell, PersonCell, State
from app.services.records.cells import Amount, NextActivity, Paid

Row = Mapping[str, object]

AT_ONCE: Final = timedelta(hours=1)
"""How long before its start a card says how many minutes are left."""

_SHARED: Final = (
    "name",
    "last_name",
    "first_name",
    "badge",
    "responsible",
    "sum",
    "activity",
    "stage",
    "phone",
    "created",
)
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "lead": (*_SHARED, "source"),
    "deal": (*_SHARED, "deal_type", "paid"),
}
"""What a card is made of, as columns of the section's list."""


class BoardWriter:
    """Makes the cards of one section; a row is what the list service read, by column."""

    def __init__(self, office: Office, section: str, cells: RecordWriter) -> None:
        self._office = office
        self._section = section
        self._cells = cells

    def columns(self) -> tuple[str, ...]:
        """What has to be read for a card."""
        return COLUMNS[self._section]

    def card(self, row: Row, record_id: int) -> BoardCard:
        """What the delegate paints."""
        name = self._cells.cell(row, record_id, "name")
        person = self._cells.cell(row, record_id, "responsible")
        activity = self._cells.cell(row, record_id, "activity")
        planned = row.get("activity")
        state, strip, subject, icon = State.PLAIN, "", "", None
        if isinstance(planned, NextActivity):
            state, strip = self._when(planned)
            subject, icon = planned.subject, planned.kind.value
        elif isinstance(activity, ActivityCell):
            state, strip = State.NONE, QCoreApplication.translate("Board", "No activity · plan one")
        return BoardCard(
            id=record_id,
            name=_short_name(row) or (name.name if isinstance(name, NameCell) else ""),
            person=person.name if isinstance(person, PersonCell) else "",
            person_id=person.id if isinstance(person, PersonCell) else 0,
            strong=self._amount(row),
            plain=name.second if isinstance(name, NameCell) else "",
            subject=subject,
            subject_icon=icon,
            strip=strip,
            state=state,
            count=name.count if isinstance(name, NameCell) else 0,
            paid=self._paid(row),
        )

    def spoken(self, row: Row, record_id: int) -> str:
        """The whole card for screen readers."""
        return self._cells.spoken(row, record_id, "name")

    def tool_tip(self, card: BoardCard) -> str:
        """The whole words of what may be elided."""
        lines = (card.name, card.plain, card.strong, card.subject, card.strip, card.person)
        return "\n".join(line for line in lines if line)

    def _amount(self, row: Row) -> str:
        amount = row.get("sum")
        if isinstance(amount, Amount):
            return i18n.money(amount.amount, amount.currency)
        return QCoreApplication.translate("Board", "No amount")

    def _paid(self, row: Row) -> PaidCell | None:
        paid = row.get("paid")
        if not isinstance(paid, Paid) or not paid.price:
            return None
        share = paid.paid / paid.price
        words = f"{i18n.number(int(share * 100))}\u202f%"
        return PaidCell(min(1.0, float(share)), min(1.0, float(paid.overdue / paid.price)), words)

    def _when(self, planned: NextActivity) -> tuple[State, str]:
        """Overdue by its duration (design language, section 8), else the day and the time as short as can be."""
        now, zone = self._office.now(), self._office.zone
        starts = planned.starts_at
        if starts <= now:
            late = QCoreApplication.translate("Board", "Overdue · {duration}")
            return State.OVERDUE, late.format(duration=i18n.duration_words(now - starts))
        day, today, clock = starts.astimezone(zone).date(), now.astimezone(zone).date(), i18n.clock(starts, zone)
        relative = i18n.relative_day(day, today)
        if day == today:
            left = starts - now
            words = f"{relative} {clock}"
            return State.TODAY, f"{words} · {i18n.duration_words(left)}" if left < AT_ONCE else words
        return State.LATER, f"{relative} {clock}" if relative else (
            f"{i18n.weekday_short(day)} {i18n.day_short(day, today)}, {clock}"
        )


def _short_name(row: Row) -> str:
    """Last and first name: a card has no room for the middle one."""
    parts = (row.get("last_name"), row.get("first_name"))
    return " ".join(part for part in parts if isinstance(part, str) and part)


def strip_icon(card: BoardCard) -> str:
    """The mark before the strip's words: the kind of what comes later, else how pressing it is."""
    match card.state:
        case State.LATER:
            return card.subject_icon or ActivityKind.OTHER.value
        case State.OVERDUE:
            return "overdue"
        case State.TODAY:
            return "clock"
    return "none"


def presses_at(row: Row, tomorrow: datetime) -> tuple[int, datetime | None, object]:
    """Where a card stands in the order by activity, as `services.boards` sorts it."""
    planned, created = row.get("activity"), row.get("created")
    if not isinstance(planned, NextActivity):
        return 1, None, created
    return (0 if planned.starts_at < tomorrow else 2), planned.starts_at, created
