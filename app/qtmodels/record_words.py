"""The words and cells of list rows, as they stand at this moment, in the reader's language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.fieldkinds import UNKNOWN, FieldType
from app.core.kinds import StageKind
from app.qtbase import i18n
from app.qtmodels.roles import (
    ActivityCell,
    Cell,
    CheckCell,
    Mark,
    MoneyCell,
    NameCell,
    PaidCell,
    PersonCell,
    PhoneCell,
    QueueCell,
    StageCell,
    State,
    TagCell,
    TextCell,
)
from app.qtmodels.timeline_words import TimelineWriter
from app.services.records.activities import TimelineRecord
from app.services.records.cells import Amount, LastLine, NextActivity, Paid, PersonName, StageTag
from app.services.records.lists import Column
from app.services.registry import Registry

SOON: Final = timedelta(hours=2)
"""How long before its start an activity says "in 48 min"."""
_LAST_RANK: Final = 9

Row = Mapping[str, object]


class Office(Protocol):
    """What the words depend on."""

    registry: Registry
    zone: ZoneInfo
    currency: str

    def now(self) -> datetime: ...


class RecordWriter:
    """Makes the cells of one section's rows; a row is what the list service read, by column."""

    def __init__(self, office: Office, section: str, columns: Iterable[Column]) -> None:
        self._office = office
        self._section = section
        self._known = {column.code: column for column in columns}
        self._makers: dict[str, Callable[[Row], Cell | None]] = {
            "queue": self._queue,
            "name": self._name,
            "stage": self._stage,
            "activity": self._activity,
            "phone": self._phone,
            "email": self._email,
            "last_contact": self._last_contact,
            "responsible": self._responsible,
            "clients": self._clients,
            "paid": self._paid,
        }

    # columns

    def needs(self, code: str) -> tuple[str, ...]:
        """What a column's cell is made of."""
        if code == "name":
            second = {"lead": "source", "deal": "deal_type"}.get(self._section)
            return tuple(one for one in ("name", second, "badge") if one in self._known)
        return ("activity", "stage") if code == "activity" and "stage" in self._known else (code,)

    def kind(self, code: str) -> type[object]:
        """The kind of cell that stands in a column."""
        if code in _KINDS:
            return _KINDS[code]
        column = self._known.get(code)
        return MoneyCell if code == "sum" or (column and column.type is FieldType.MONEY) else TextCell

    def stands_right(self, code: str) -> bool:
        """Numbers, sums and dates stand at the right."""
        column = self._known.get(code)
        return code in _RIGHT or self.kind(code) is MoneyCell or (column is not None and column.type in _RIGHT_TYPES)

    def heading(self, code: str) -> str:
        """The words of the header."""
        column = self._known.get(code)
        return _heading(self._section, code) or (column.label if column else "")

    # cells

    def cell(self, row: Row, record_id: int, code: str) -> Cell | None:
        """What the delegate of the column paints."""
        maker = self._makers.get(code)
        if maker is not None:
            return maker(row)
        if code == "number":
            return TextCell(str(record_id), mark=Mark.SECOND, right=True)
        return self._value(row.get(code), code)

    def plain(self, row: Row, record_id: int, code: str) -> str:
        """The cell's words alone, in one line."""
        return " · ".join(part for part in _words(self.cell(row, record_id, code)) if part)

    def tool_tip(self, row: Row, record_id: int, code: str) -> str:
        """The whole words of what may be elided."""
        return "\n".join(part for part in _words(self.cell(row, record_id, code)) if part)

    def spoken(self, row: Row, record_id: int, code: str) -> str:
        """The name's cell says the whole row, any other only itself (design language, section 9)."""
        if code != "name":
            return self.plain(row, record_id, code)
        told = ("name", "stage", "activity", "phone", "sum")
        return ", ".join(part for one in told if one in row and (part := self.plain(row, record_id, one)))

    def _queue(self, row: Row) -> QueueCell:
        rank = row.get("queue")
        return QueueCell(rank if isinstance(rank, int) and rank < _LAST_RANK else 0)

    def _name(self, row: Row) -> NameCell | None:
        name, badge = row.get("name"), row.get("badge")
        if not isinstance(name, PersonName):
            return None
        return NameCell(name.name, self._second(row) or name.title, badge if isinstance(badge, int) else 0)

    def _second(self, row: Row) -> str:
        everything = self._office.registry.all
        source, deal_type = row.get("source"), row.get("deal_type")
        if isinstance(source, int) and source in everything.sources:
            return everything.sources[source].name
        if isinstance(deal_type, int) and deal_type in everything.deal_types:
            return everything.deal_types[deal_type].name
        return ""

    def _stage(self, row: Row) -> StageCell | None:
        registry, stage_id = self._office.registry, row.get("stage")
        stage = registry.all.stages.get(stage_id) if isinstance(stage_id, int) else None
        if stage is None:
            return None
        working = registry.open_stages(self._section)
        if stage.kind is StageKind.FAILURE:
            return StageCell(stage.name, stage.tone, len(working), len(working), failed=True)
        place = next((number for number, one in enumerate(working, 1) if one.id == stage.id), len(working))
        return StageCell(stage.name, stage.tone, place, len(working))

    def _activity(self, row: Row) -> ActivityCell | None:
        planned = row.get("activity")
        if isinstance(planned, NextActivity):
            state, when = self._when(planned)
            return ActivityCell(planned.subject, state, when, planned.kind.value)
        if not self._is_open(row):
            return None
        nothing = QCoreApplication.translate("List", "No activity")
        return ActivityCell(nothing, State.NONE, QCoreApplication.translate("List", "Plan one"))

    def _is_open(self, row: Row) -> bool:
        """Closed leads and deals need no next step; contacts are planned for through them."""
        stage_id = row.get("stage")
        stage = self._office.registry.all.stages.get(stage_id) if isinstance(stage_id, int) else None
        return stage is not None and stage.kind is StageKind.WORKING

    def _when(self, planned: NextActivity) -> tuple[State, str]:
        now, zone = self._office.now(), self._office.zone
        words = i18n.date_words(planned.starts_at, now, zone)
        if planned.starts_at <= now:
            late = QCoreApplication.translate("List", "Overdue · {when}")
            return State.OVERDUE, late.format(when=i18n.date_words(planned.starts_at, now, zone, inside=True))
        place = self._place(planned)
        if planned.starts_at.astimezone(zone).date() != now.astimezone(zone).date():
            return State.LATER, _joined(words, place)
        left = planned.starts_at - now
        return State.TODAY, _joined(words, place or (i18n.until_words(left) if left <= SOON else ""))

    def _place(self, planned: NextActivity) -> str:
        place = self._office.registry.all.places.get(planned.place_id) if planned.place_id is not None else None
        return planned.place or (place.name if place is not None else "")

    def _phone(self, row: Row) -> PhoneCell | TextCell:
        phone = row.get("phone")
        return PhoneCell(i18n.phone(phone)) if isinstance(phone, str) and phone else PhoneCell("")

    def _email(self, row: Row) -> TextCell:
        email = row.get("email")
        if isinstance(email, str) and email:
            return TextCell(email)
        return TextCell(QCoreApplication.translate("List", "not set"), mark=Mark.MUTED)

    def _last_contact(self, row: Row) -> TextCell:
        line = row.get("last_contact")
        if not isinstance(line, LastLine):
            return TextCell(QCoreApplication.translate("List", "not yet"), mark=Mark.MUTED)
        writer = TimelineWriter(self._office, self._section, 0)
        entry = writer.entry(TimelineRecord(0, line.at, line.kind, None, line.body, line.params, False, False,
                                            None, None, None))  # fmt: skip
        said = entry.body.strip().replace("\n", " · ") or _joined(
            entry.title, " → ".join(name for name, _ in entry.tags)
        )
        return TextCell(said, i18n.past_words(line.at, self._office.now(), self._office.zone))

    def _responsible(self, row: Row) -> PersonCell | None:
        person = self._office.registry.all.employees.get(_number(row.get("responsible")))
        return PersonCell(person.short_name, person.id) if person is not None else None

    def _clients(self, row: Row) -> TagCell:
        tags = row.get("clients")
        stages = self._office.registry.all.stages
        found = [tag for tag in tags if isinstance(tag, StageTag)] if isinstance(tags, tuple) else []
        return TagCell(tuple((stages[tag.stage_id].name, stages[tag.stage_id].tone) for tag in found))

    def _paid(self, row: Row) -> PaidCell | None:
        paid = row.get("paid")
        if not isinstance(paid, Paid) or not paid.price:
            return None
        share = paid.paid / paid.price
        amount, percent = i18n.money(paid.paid, paid.currency), f"{i18n.number(int(share * 100))}\u202f%"
        return PaidCell(min(1.0, float(share)), min(1.0, float(paid.overdue / paid.price)), amount, percent)

    # values of fields

    def _value(self, value: object, code: str) -> Cell | None:
        if isinstance(value, Amount):
            return MoneyCell(i18n.money(value.amount, value.currency))
        if self.kind(code) is MoneyCell:
            return MoneyCell(QCoreApplication.translate("List", "not set"), missing=True)
        if value is UNKNOWN:
            return TextCell(QCoreApplication.translate("List", "doesn't know"), mark=Mark.MUTED)
        words = self._field_words(value, code)
        return TextCell(
            words, mark=Mark.SECOND if self.stands_right(code) else Mark.PLAIN, right=self.stands_right(code)
        )

    def _field_words(self, value: object, code: str) -> str:
        match value:
            case None:
                return ""
            case bool():
                yes, no = QCoreApplication.translate("List", "Yes"), QCoreApplication.translate("List", "No")
                return yes if value else no
            case datetime():
                return self._moment(value)
            case date():
                return i18n.day_full(value)
            case Decimal():
                return i18n.number(value)
            case tuple():
                return ", ".join(self._option(one, code) for one in value)
            case int():
                return self._option(value, code)
        return str(value).replace("\n", " · ")

    def _moment(self, moment: datetime) -> str:
        """With the time this year; of other years the day is enough."""
        zone, today = self._office.zone, self._office.now().astimezone(self._office.zone).date()
        day = moment.astimezone(zone).date()
        return i18n.stamp(moment, zone, today) if day.year == today.year else i18n.day_full(day)

    def _option(self, value: object, code: str) -> str:
        """The name of a choice: of a built-in dictionary, or an option of the field."""
        everything, number = self._office.registry.all, _number(value)
        names: dict[str, Mapping[int, object]] = {
            "source": everything.sources, "deal_type": everything.deal_types, "place": everything.places,
        }  # fmt: skip
        if code in names:
            return str(getattr(names[code].get(number), "name", ""))
        for section in (self._section, "lead"):  # a deal carries the lead's fields
            if self._office.registry.has_field(section, code):
                options = self._office.registry.field(section, code).options
                return next((option.name for option in options if option.id == number), str(value))
        return str(value)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _words(cell: Cell | None) -> tuple[str, ...]:
    """What a cell says, part by part."""
    match cell:
        case TextCell() | PersonCell():
            return (cell.text, cell.second) if isinstance(cell, TextCell) else (cell.name, cell.second)
        case NameCell():
            return cell.name, cell.second
        case StageCell() | MoneyCell() | PhoneCell():
            return (cell.name,) if isinstance(cell, StageCell) else (cell.text,)
        case PaidCell():
            return cell.text, cell.percent
        case ActivityCell():
            return cell.subject, cell.when
        case TagCell():
            return tuple(words for words, _ in cell.tags)
        case QueueCell():
            return (str(cell.rank),) if cell.rank else ()
    return ()


_KINDS: Final[Mapping[str, type[object]]] = {
    "check": CheckCell,
    "queue": QueueCell,
    "name": NameCell,
    "stage": StageCell,
    "activity": ActivityCell,
    "phone": PhoneCell,
    "responsible": PersonCell,
    "clients": TagCell,
    "paid": PaidCell,
}
_RIGHT: Final = frozenset({"created", "updated", "closed", "stage_since", "number", "next_payment"})
_RIGHT_TYPES: Final = frozenset({FieldType.NUMBER, FieldType.MONEY, FieldType.DATE, FieldType.DATETIME})


def _heading(section: str, code: str) -> str:
    """The heading of a composed column; empty where the field's own name says it."""
    if code == "name":
        return _name_heading(section)
    return _process_heading(code) or _person_heading(code)


def _name_heading(section: str) -> str:
    match section:
        case "deal":
            return QCoreApplication.translate("List", "Deal")
        case "contact":
            return QCoreApplication.translate("List", "Contact")
    return QCoreApplication.translate("List", "Lead")


def _process_heading(code: str) -> str:
    match code:
        case "queue":
            return QCoreApplication.translate("List", "Queue")
        case "stage":
            return QCoreApplication.translate("List", "Stage")
        case "stage_since":
            return QCoreApplication.translate("List", "On the stage since")
        case "closed":
            return QCoreApplication.translate("List", "Closed")
        case "paid":
            return QCoreApplication.translate("List", "Paid")
        case "next_payment":
            return QCoreApplication.translate("List", "Next payment")
        case "created":
            return QCoreApplication.translate("List", "Created")
        case "updated":
            return QCoreApplication.translate("List", "Changed")
    return ""


def _person_heading(code: str) -> str:
    match code:
        case "activity":
            return QCoreApplication.translate("List", "Activity")
        case "last_contact":
            return QCoreApplication.translate("List", "Last contact")
        case "phone":
            return QCoreApplication.translate("List", "Phone")
        case "email":
            return QCoreApplication.translate("List", "Email")
        case "responsible":
            return QCoreApplication.translate("List", "Responsible")
        case "clients":
            return QCoreApplication.translate("List", "Deals and leads")
        case "number":
            return QCoreApplication.translate("List", "Number")
    return ""
