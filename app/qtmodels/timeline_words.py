"""Makes a timeline's entries out of kinds and parameters, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.kinds import ActivityKind, TimelineKind
from app.qtbase import i18n
from app.qtmodels.roles import Mark, TimelineEntry
from app.services.records.activities import TimelineRecord
from app.services.records.office import CallResultRecord
from app.services.registry import Registry

Params = Mapping[str, object]

_ICONS: Final = {
    TimelineKind.CREATED: "plus",
    TimelineKind.COMMENT: "comment",
    TimelineKind.CALL: "call",
    TimelineKind.MEETING: "meeting",
    TimelineKind.VISIT: "visit",
    TimelineKind.MESSAGE_OUT: "message",
    TimelineKind.MESSAGE_IN: "message",
    TimelineKind.LETTER: "letter",
    TimelineKind.ACTIVITY_DONE: "check",
    TimelineKind.STAGE: "flag",
    TimelineKind.PAYMENT: "payment",
    TimelineKind.FILE: "file",
    TimelineKind.CONVERTED: "briefcase",
    TimelineKind.RESPONSIBLE: "user",
    TimelineKind.IMPORTED: "download",
    TimelineKind.RESTORED: "undo",
    TimelineKind.MERGED: "merge",
}
_MARKS: Final = {
    TimelineKind.COMMENT: Mark.LINK,
    TimelineKind.CALL: Mark.OK,
    TimelineKind.PAYMENT: Mark.OK,
    TimelineKind.CONVERTED: Mark.OK,
}


class Office(Protocol):
    """What the writer asks of a workplace."""

    registry: Registry
    zone: ZoneInfo
    currency: str

    def now(self) -> datetime: ...


class TimelineWriter:
    """Writes the lines of one client's timeline; lines of another record of the person carry its tag."""

    def __init__(self, office: Office, section: str, record_id: int) -> None:
        self._office = office
        self._section = section
        self._id = record_id
        self._details: dict[TimelineKind, Callable[[TimelineEntry, TimelineRecord], TimelineEntry]] = {
            TimelineKind.CREATED: self._created,
            TimelineKind.CALL: self._held,
            TimelineKind.MEETING: self._held,
            TimelineKind.VISIT: self._held,
            TimelineKind.ACTIVITY_DONE: self._held,
            TimelineKind.MESSAGE_OUT: self._message,
            TimelineKind.MESSAGE_IN: self._message,
            TimelineKind.LETTER: self._message,
            TimelineKind.STAGE: self._stage,
            TimelineKind.CONVERTED: self._converted,
            TimelineKind.RESPONSIBLE: self._responsible,
            TimelineKind.PAYMENT: self._payment,
            TimelineKind.FILE: self._file,
            TimelineKind.MERGED: self._merged,
        }

    def today(self) -> date:
        return self._office.now().astimezone(self._office.zone).date()

    def day(self, record: TimelineRecord) -> date:
        """The day of a line in the office's zone."""
        return record.at.astimezone(self._office.zone).date()

    def entry(self, record: TimelineRecord, *, with_day: bool = False) -> TimelineEntry:
        """A line in words; `with_day` for one that stands away from its day's heading."""
        when = record.at.astimezone(self._office.zone)
        entry = TimelineEntry(
            id=record.id,
            time=when.strftime("%d.%m") if with_day else when.strftime("%H:%M"),
            icon=_ICONS[record.kind],
            title=_title(record),
            author=self._author(record),
            body=record.body,
            names=self._named(record),
            mark=_MARKS.get(record.kind, Mark.MUTED),
            pinned=record.pinned,
        )
        detail = self._details.get(record.kind)
        written = detail(entry, record) if detail is not None else entry
        tag = self._foreign_tag(record)
        return replace(written, tags=(*written.tags, tag)) if tag is not None else written

    def _author(self, record: TimelineRecord) -> str:
        name = self._person(record.author_id)
        if record.edited:
            return _joined(name, QCoreApplication.translate("Timeline", "corrected"))
        return name

    def _person(self, employee_id: object) -> str:
        employees = self._office.registry.all.employees
        return employees[employee_id].short_name if isinstance(employee_id, int) and employee_id in employees else ""

    def _named(self, record: TimelineRecord) -> tuple[str, ...]:
        """Whom a comment names; who has another name by now stands there as it was written."""
        named = record.params.get("mentions")
        known = self._office.registry.all.employees
        people = [known[one] for one in named if one in known] if isinstance(named, list) else []
        return tuple(f"@{one.name}" for one in people)

    def _foreign_tag(self, record: TimelineRecord) -> tuple[str, str] | None:
        tone = "success" if record.kind is TimelineKind.CONVERTED else "grey"
        if record.kind is not TimelineKind.CONVERTED and record.deal_id is not None:
            if self._section == "contact":
                return QCoreApplication.translate("Timeline", "Deal No. {id}").format(id=record.deal_id), tone
            return None
        if record.lead_id is not None and self._section != "lead":
            return QCoreApplication.translate("Timeline", "Lead No. {id}").format(id=record.lead_id), tone
        return None

    def _created(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        source = self._office.registry.all.sources.get(_number(record.params.get("source")))
        return replace(entry, author=_joined(entry.author, source.name if source else ""))

    def _merged(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        """Which records went into this one, or into which this one went."""
        told = record.params.get("merged") or [record.params.get("into")]
        people = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        pattern = QCoreApplication.translate("Timeline", "{name} (No. {id})")
        return replace(entry, body=", ".join(pattern.format(name=one.get("name"), id=one.get("id")) for one in people))

    def _held(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        """A call, a meeting or another activity that was completed, with its result."""
        params = record.params
        minutes = _number(params.get("minutes"))
        length = i18n.duration_words(timedelta(minutes=minutes)) if minutes > 0 else ""
        ending = self._result(params)
        subject = str(params.get("subject") or "")
        icon = str(params.get("activity") or "")
        entry = replace(
            entry,
            icon=icon if icon in {one.value for one in ActivityKind} else entry.icon,
            author=_joined(entry.author, ending.name if ending else "", length),
            body="\n".join(part for part in (subject, record.body) if part),
        )
        return entry if ending is None or ending.reached else replace(entry, mark=Mark.MUTED)

    def _result(self, params: Params) -> CallResultRecord | None:
        """How the office calls the way it ended."""
        code = str(params.get("result") or "")
        return next((one for one in self._office.registry.all.call_results if one.code == code), None)

    def _message(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        channel = str(record.params.get("channel") or "")
        icon = {"sms": "sms", "whatsapp": "whatsapp", "telegram": "telegram"}.get(channel, entry.icon)
        by_hand = QCoreApplication.translate("Timeline", "by hand") if record.params.get("by_hand") else ""
        body = f"«{record.body}»" if record.body and record.kind is not TimelineKind.LETTER else record.body
        return replace(entry, icon=icon, body=body, author=_joined(entry.author, by_hand))

    def _stage(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        tags = tuple(tag for name in ("before", "after") if (tag := self._stage_tag(record.params.get(name))))
        return replace(entry, tags=tags, arrow=len(tags) > 1, tone=tags[-1][1] if tags else None)

    def _stage_tag(self, stage_id: object) -> tuple[str, str] | None:
        stage = self._office.registry.all.stages.get(_number(stage_id))
        return None if stage is None else (stage.name, stage.tone)

    def _converted(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        parts = []
        amount = _amount(record.params.get("first_payment"))
        if amount is not None:
            words = QCoreApplication.translate("Timeline", "First payment {amount}")
            parts.append(words.format(amount=self._money(amount, record.params)))
        if record.deal_id is not None and self._section != "deal":
            parts.append(QCoreApplication.translate("Timeline", "deal No. {id}").format(id=record.deal_id))
        if record.contact_id is not None and self._section != "contact":
            parts.append(QCoreApplication.translate("Timeline", "contact No. {id}").format(id=record.contact_id))
        return replace(entry, body=record.body or ", ".join(parts), tone="success")

    def _responsible(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        names = (self._person(record.params.get("before")), self._person(record.params.get("after")))
        tags = tuple((name, "grey") for name in names if name)
        return replace(entry, tags=tags, arrow=len(tags) > 1)

    def _payment(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        params = record.params
        amount = _amount(params.get("amount"))
        words = QCoreApplication.translate("Timeline", "taken by {name}")
        taken = words.format(name=entry.author) if params.get("event") == "received" and entry.author else entry.author
        return replace(
            entry,
            amount=self._money(amount, params) if amount is not None else "",
            author=_joined(self._method(params.get("method")), taken),
            link=str(params.get("receipt_name") or ""),
        )

    def _method(self, code: object) -> str:
        methods = self._office.registry.setting("payment_methods", [])
        known = methods if isinstance(methods, list) else []
        return next((str(one["name"]).lower() for one in known if one["code"] == code), "")

    def _file(self, entry: TimelineEntry, record: TimelineRecord) -> TimelineEntry:
        name = str(record.params.get("name") or record.body)
        size = _number(record.params.get("size"))
        author = _joined(entry.author, i18n.file_size(size) if size else "")
        if record.params.get("deleted"):
            return replace(entry, body=name, author=author)
        return replace(entry, link=name, body="", author=author)

    def _money(self, amount: Decimal, params: Params) -> str:
        return i18n.money(amount, str(params.get("currency") or self._office.currency))


def _title(record: TimelineRecord) -> str:
    """What happened, in two or three words."""
    match record.kind:
        case TimelineKind.COMMENT:
            return QCoreApplication.translate("Timeline", "Comment")
        case TimelineKind.CALL:
            return _call_title(record.params)
        case TimelineKind.MEETING | TimelineKind.VISIT:
            return _meeting_title(record)
        case TimelineKind.MESSAGE_OUT | TimelineKind.MESSAGE_IN | TimelineKind.LETTER:
            return _message_title(record)
        case TimelineKind.ACTIVITY_DONE:
            return QCoreApplication.translate("Timeline", "Activity done")
    return _process_title(record)


def _call_title(params: Params) -> str:
    if params.get("direction") == "in":
        return QCoreApplication.translate("Timeline", "Incoming call")
    if params.get("direction") == "out":
        return QCoreApplication.translate("Timeline", "Outgoing call")
    return QCoreApplication.translate("Timeline", "Call")


def _meeting_title(record: TimelineRecord) -> str:
    if record.kind is TimelineKind.VISIT:
        return QCoreApplication.translate("Timeline", "Visit")
    if record.params.get("result") == "missed":
        return QCoreApplication.translate("Timeline", "Meeting missed")
    return QCoreApplication.translate("Timeline", "Meeting")


def _message_title(record: TimelineRecord) -> str:
    if record.kind is TimelineKind.LETTER:
        return QCoreApplication.translate("Timeline", "Letter")
    names = {"sms": "SMS", "whatsapp": "WhatsApp", "telegram": "Telegram"}
    channel = names.get(str(record.params.get("channel")), "")
    if not channel:
        channel = QCoreApplication.translate("Timeline", "Message")
    if record.kind is TimelineKind.MESSAGE_IN:
        return QCoreApplication.translate("Timeline", "{channel} received").format(channel=channel)
    return QCoreApplication.translate("Timeline", "{channel} sent").format(channel=channel)


def _process_title(record: TimelineRecord) -> str:
    match record.kind:
        case TimelineKind.CREATED:
            return _created_title(record)
        case TimelineKind.STAGE:
            return QCoreApplication.translate("Timeline", "Stage")
        case TimelineKind.PAYMENT:
            return _payment_title(record.params)
        case TimelineKind.FILE:
            return _file_title(record.params)
        case TimelineKind.CONVERTED:
            return QCoreApplication.translate("Timeline", "Lead became a deal")
        case TimelineKind.RESPONSIBLE:
            return QCoreApplication.translate("Timeline", "Responsible")
        case TimelineKind.IMPORTED:
            return QCoreApplication.translate("Timeline", "Came by import")
        case TimelineKind.MERGED:
            return _merged_title(record.params)
    return QCoreApplication.translate("Timeline", "Taken out of the bin")


def _file_title(params: Params) -> str:
    if params.get("deleted"):
        return QCoreApplication.translate("Timeline", "File deleted")
    return QCoreApplication.translate("Timeline", "File attached")


def _payment_title(params: Params) -> str:
    match params.get("event"):
        case "corrected":
            return QCoreApplication.translate("Timeline", "Payment corrected")
        case "removed":
            return QCoreApplication.translate("Timeline", "Payment removed")
    return QCoreApplication.translate("Timeline", "Payment received")


def _created_title(record: TimelineRecord) -> str:
    if record.deal_id is not None:
        return QCoreApplication.translate("Timeline", "Deal added")
    if record.lead_id is not None:
        return QCoreApplication.translate("Timeline", "Lead added")
    return QCoreApplication.translate("Timeline", "Contact added")


def _merged_title(params: Params) -> str:
    if params.get("into") is None:
        return QCoreApplication.translate("Timeline", "Duplicates merged")
    return QCoreApplication.translate("Timeline", "Merged into another record")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _number(value: object) -> int:
    """A number among the parameters; 0, which no record has, where there is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _amount(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None
