"""The office's history in rows: one a line, its changes in a sentence; the details stand beside."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.kinds import HistoryOp, Kind
from app.qtbase import i18n
from app.qtmodels.history_model import PAGE, HistoryRow, person_cell, tone_of
from app.qtmodels.history_office_words import dictionary_words
from app.qtmodels.history_words import done_words, thing_words, told_changes
from app.qtmodels.roles import Cell, Mark, PersonCell, TagCell, TextCell
from app.services.history import HistoryFilter, OfficeLine
from app.services.records.activities import HistoryRecord
from app.services.registry import Registry

OFFICE_CELLS: Final[tuple[type[Cell], ...]] = (TextCell, PersonCell, TagCell, TextCell, TextCell)
ICONS: Final[Mapping[str, str]] = {
    Kind.LEAD: "user", Kind.DEAL: "briefcase", Kind.CONTACT: "users", Kind.ACTIVITY: "task", Kind.PAYMENT: "cash",
    Kind.TIMELINE: "comment", Kind.FILE: "file", Kind.EMPLOYEE: "contact", Kind.SETTINGS: "gear",
    "contact_point": "call",
}  # fmt: skip
_WEIGHTS: Final[Mapping[str, int]] = {
    code: place
    for place, code in enumerate(
        (
            "stage",
            "responsible",
            "body",
            "subject",
            "value",
            "name",
            "amount",
            "source",
            "deal_type",
            "state",
            "starts_at",
        )
    )
}
"""What says most of a line comes first."""
_NAMED: Final = frozenset({"deleted_at", "currency", "last_name", "first_name", "middle_name"})
"""Said by the act, by the object, or saying nothing."""
_CLIENTS: Final = frozenset({Kind.LEAD, Kind.DEAL, Kind.CONTACT})


class OfficeSource(Protocol):
    """Where lines come from: `app.services.history.OfficeHistory`."""

    async def page(
        self, chosen: HistoryFilter, before: OfficeLine | None = None, limit: int = PAGE
    ) -> tuple[OfficeLine, ...]: ...


class Office(Protocol):
    """What is asked of a workplace."""

    registry: Registry
    zone: ZoneInfo

    def today(self) -> date: ...


class OfficeTeller:
    """`chosen` says which lines; the owner sets it and has the model load anew."""

    def __init__(self, source: OfficeSource, office: Office) -> None:
        self._source = source
        self._office = office
        self.chosen = HistoryFilter()

    def headings(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("History", "When"),
            QCoreApplication.translate("History", "Who"),
            QCoreApplication.translate("History", "Act"),
            QCoreApplication.translate("History", "With what"),
            QCoreApplication.translate("History", "What exactly"),
        )

    async def read(self, before: HistoryRecord | None) -> tuple[HistoryRecord, ...]:
        return await self._source.page(self.chosen, before if isinstance(before, OfficeLine) else None, PAGE)

    def rows(self, line: HistoryRecord) -> list[HistoryRow]:
        office = self._office
        mark = Mark.LINK if isinstance(line, OfficeLine) and line.client is not None else Mark.PLAIN
        cells = (
            TextCell(i18n.stamp(line.at, office.zone, office.today()), mark=Mark.MUTED),
            person_cell(line),
            TagCell(((act_words(line), act_tone(line)),)),
            TextCell(about_words(line, office.registry), mark=mark, icon=ICONS.get(line.kind)),
            TextCell(exact_words(line, office.registry, office.zone)),
        )
        return [HistoryRow(line, cells)]


def act_words(line: HistoryRecord) -> str:
    """What was done, in the office's words where it was an act of its own: a stage moved, a record put into the bin."""
    changed = {code: new for code, _old, new in line.changes}
    if line.op != HistoryOp.CHANGE or line.kind not in {*_CLIENTS, Kind.ACTIVITY}:
        return done_words(line.op)
    if "deleted_at" in changed:
        if changed["deleted_at"] is None:
            return QCoreApplication.translate("History", "Taken out of the bin")
        return QCoreApplication.translate("History", "Put into the bin")
    if "stage" in changed:
        return QCoreApplication.translate("History", "Stage moved")
    if "responsible" in changed:
        return QCoreApplication.translate("History", "Handed over")
    return done_words(line.op)


def act_tone(line: HistoryRecord) -> str:
    """The tone of the act; losing a record is a loss whatever it is written as."""
    binned = any(code == "deleted_at" and new is not None for code, _old, new in line.changes)
    return "danger" if binned else tone_of(line)


def about_words(line: HistoryRecord, registry: Registry) -> str:
    """Which object it was done with."""
    if line.kind == Kind.SETTINGS:
        table = str(line.params.get("table", ""))
        named = line.params.get("key") or line.params.get("code") or line.params.get("day") or ""
        words = dictionary_words(table) if table else QCoreApplication.translate("History", "Settings")
        return f"{words}: {named}" if named else words
    if line.kind == Kind.EMPLOYEE:
        return _employee_words(line, registry)
    if not isinstance(line, OfficeLine) or line.client is None:
        return _nameless(line)
    client = f"{line.client_name} · № {line.client.id}"
    if line.kind in _CLIENTS:
        return client
    return f"{line.subject or thing_words(line.kind)} · {client}"


def exact_words(line: HistoryRecord, registry: Registry, zone: ZoneInfo) -> str:
    """The changes in a sentence: the first one, and how many more there are."""
    match line.op:
        case HistoryOp.EXPORT | HistoryOp.LOOKUP:
            count = line.params.get("count")
            return QCoreApplication.translate("History", "%n line(s)", None, count) if isinstance(count, int) else ""
        case HistoryOp.OVERRIDE:
            return str(line.params.get("reason", ""))
    skipped = _NAMED if line.op == HistoryOp.CREATE else {"deleted_at"}
    told = [change for change in told_changes(line, registry, zone) if change.code not in skipped]
    if not told:
        return ""
    first = min(told, key=lambda change: _WEIGHTS.get(change.code, len(_WEIGHTS)))
    words = f"{first.field}: {first.new}"
    if line.op != HistoryOp.CREATE:
        empty = QCoreApplication.translate("History", "empty")
        words = f"{first.field}: {first.old or empty} → {first.new or empty}"
    if len(told) == 1:
        return words
    return f"{words}; {QCoreApplication.translate('History', '%n more field(s)', None, len(told) - 1)}"


def _employee_words(line: HistoryRecord, registry: Registry) -> str:
    report = line.params.get("report")
    if report == "history":
        return QCoreApplication.translate("History", "History")
    if report is not None:
        return QCoreApplication.translate("History", "Report")
    known = registry.all.employees.get(line.ref) if line.ref is not None else None
    return known.name if known else QCoreApplication.translate("History", "Employee")


def _nameless(line: HistoryRecord) -> str:
    """An object that is erased, out of sight, or a list of many."""
    names = {
        Kind.LEAD: (QCoreApplication.translate("History", "Lead"), QCoreApplication.translate("History", "Leads")),
        Kind.DEAL: (QCoreApplication.translate("History", "Deal"), QCoreApplication.translate("History", "Deals")),
        Kind.CONTACT: (
            QCoreApplication.translate("History", "Contact"), QCoreApplication.translate("History", "Contacts"),
        ),
    }  # fmt: skip
    if line.kind not in names:
        return thing_words(line.kind)
    one, many = names[Kind(line.kind)]
    return f"{one} № {line.ref}" if line.ref is not None else many
