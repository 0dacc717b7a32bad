"""The words and looks of calendar items: semantic parts for delegates, whole sentences for screen readers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.initials import short_name
from app.core.kinds import ActivityKind, ActivityState
from app.qtbase import i18n
from app.qtmodels.agenda_words import kind_name
from app.services.records.calendar import CalendarItem
from app.services.registry import Registry

Look = Literal["planned", "overdue", "done"]

KIND_TONES: Final = {
    ActivityKind.CALL: "blue",
    ActivityKind.MESSAGE: "blue",
    ActivityKind.MEETING: "teal",
    ActivityKind.LETTER: "olive",
    ActivityKind.OTHER: "violet",
}


class Office(Protocol):
    """What the words depend on."""

    registry: Registry
    zone: ZoneInfo

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class CalendarBlock:
    """An item as it is painted."""

    time: str
    """Empty for a whole day."""
    title: str
    """Whom it is about, else what."""
    short: str
    """The same for little room: "Гаврилова Н."."""
    second: str
    icon: str
    tone: str
    look: Look
    person_id: int
    confirmed: bool


class CalendarWriter:
    """Says what an item is at this moment, in the reader's language."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def block(self, item: CalendarItem) -> CalendarBlock:
        registry = self._office.registry
        stage = registry.all.stages.get(item.stage_id or 0) if item.section != "activity" else None
        tone = stage.tone if stage is not None else KIND_TONES.get(item.kind or ActivityKind.OTHER, "blue")
        about = ", ".join(part for part in (item.subject, item.place) if part)
        return CalendarBlock(
            time="" if item.starts_at is None else i18n.clock(item.starts_at, self._office.zone),
            title=item.client_name or item.subject,
            short=short_name(item.client_name) if item.client_name else item.subject,
            second=about if item.client_name else item.place,
            icon=item.kind.value if item.kind is not None else "flag" if item.section == "deal" else "user",
            tone=tone,
            look=self.look(item),
            person_id=item.responsible_id,
            confirmed=item.confirmed,
        )

    def look(self, item: CalendarItem) -> Look:
        """An activity is overdue from the minute its start passes (SPEC)."""
        if item.state is None:
            return "planned"
        if item.state is not ActivityState.PLANNED:
            return "done"
        return "overdue" if item.starts_at is not None and item.starts_at <= self._office.now() else "planned"

    def spoken(self, item: CalendarItem) -> str:
        """Kind, subject, client, time: what screen readers say of an item."""
        kind = kind_name(item.kind) if item.kind is not None else ""
        parts = (
            self._state_words(item), kind, item.subject, item.client_name, self.when(item), item.place,
            self._office.registry.employee(item.responsible_id).short_name,
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def when(self, item: CalendarItem) -> str:
        """ "Ср, 19.11.2025 15:00 – 16:00", the day alone for a whole one."""
        day = i18n.day_with_weekday(item.day)
        if item.starts_at is None:
            return day
        zone, end = self._office.zone, item.starts_at + timedelta(minutes=item.minutes)
        return f"{day} {i18n.clock(item.starts_at, zone)} – {i18n.clock(end, zone)}"

    def tool_tip(self, item: CalendarItem) -> str:
        """What the block may have no room for."""
        kind = kind_name(item.kind) if item.kind is not None else ""
        what = ": ".join(part for part in (kind, item.subject) if part)
        who = self._office.registry.employee(item.responsible_id).name
        parts = (item.client_name, what, self.when(item), item.place, self._state_words(item), who)
        return "\n".join(part for part in parts if part)

    def _state_words(self, item: CalendarItem) -> str:
        look = self.look(item)
        if look == "overdue":
            return QCoreApplication.translate("Calendar", "overdue")
        if item.state is ActivityState.MISSED:
            return QCoreApplication.translate("Calendar", "missed")
        if look == "done":
            return QCoreApplication.translate("Calendar", "done")
        return QCoreApplication.translate("Calendar", "confirmed") if item.confirmed else ""
