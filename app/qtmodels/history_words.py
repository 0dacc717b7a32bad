"""The words of the history: what was done with what, and what a column is called."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.fieldkinds import Unknown
from app.core.kinds import HistoryOp, Kind
from app.qtbase import i18n
from app.qtmodels.history_office_words import office_columns
from app.qtmodels.point_words import point_label
from app.services.records.activities import HistoryRecord
from app.services.registry import Registry

_CLIENTS: Final = frozenset({Kind.LEAD, Kind.DEAL, Kind.CONTACT})
_OWNERS: Final = frozenset({"lead", "deal", "contact", "file_id"})


def what_words(line: HistoryRecord) -> str:
    """What a line tells: "Changed", "Activity added", "Viewed"."""
    own = line.kind in _CLIENTS
    thing = "" if own else thing_words(line.kind)
    done = done_words(line.op)
    reason = line.params.get("reason") if line.op == HistoryOp.OVERRIDE else None
    told = f"{thing}: {done.lower()}" if thing else done
    return f"{told}. {reason}" if reason else told


def done_words(op: str) -> str:
    """What was done, in one word."""
    words: dict[str, str] = {
        HistoryOp.CREATE: QCoreApplication.translate("History", "Added"),
        HistoryOp.CHANGE: QCoreApplication.translate("History", "Changed"),
        HistoryOp.DELETE: QCoreApplication.translate("History", "Removed"),
        HistoryOp.VIEW: QCoreApplication.translate("History", "Viewed"),
        HistoryOp.EXPORT: QCoreApplication.translate("History", "Exported"),
        HistoryOp.REFUSED: QCoreApplication.translate("History", "Refused"),
        HistoryOp.OVERRIDE: QCoreApplication.translate("History", "A rule overridden"),
        HistoryOp.LOOKUP: QCoreApplication.translate("History", "Looked up"),
        HistoryOp.SIGN_IN: QCoreApplication.translate("History", "Signed in"),
        HistoryOp.SIGN_IN_REFUSED: QCoreApplication.translate("History", "Sign-in refused"),
    }
    return words.get(op, op)


def thing_words(kind: str) -> str:
    """What hangs on a record."""
    match kind:
        case Kind.ACTIVITY:
            return QCoreApplication.translate("History", "Activity")
        case Kind.TIMELINE:
            return QCoreApplication.translate("History", "Comment")
        case Kind.FILE:
            return QCoreApplication.translate("History", "File")
        case Kind.PAYMENT:
            return QCoreApplication.translate("History", "Payment")
        case "contact_point":
            return QCoreApplication.translate("History", "Phone or email")
    return kind


def field_name(registry: Registry, kind: str, code: str) -> str:
    """A field as the office calls it, a column of ours in the reader's language."""
    for section in dict.fromkeys((kind, "lead")):
        if section in _CLIENTS and registry.has_field(section, code):
            return registry.field(section, code).name
    return {**_client_columns(), **_other_columns(), **office_columns()}.get(code, code)


def is_told(line: HistoryRecord, code: str, _old: object, new: object) -> bool:
    """Whether a change says anything: of what was added, neither what is empty nor whose it is."""
    if line.op != HistoryOp.CREATE:
        return True
    own = line.kind in _CLIENTS
    return new not in (None, "", ()) and (own or code not in _OWNERS) and (line.kind, code) != (Kind.TIMELINE, "kind")


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A changed value in words."""

    code: str
    field: str
    old: str
    new: str


def told_changes(line: HistoryRecord, registry: Registry, zone: ZoneInfo) -> list[ToldChange]:
    """The changes of a line that say anything."""

    def words(code: str, value: object) -> str:
        return code_words(registry, code, value) or changed_words(value, zone)

    return [
        ToldChange(code, field_name(registry, line.kind, code), words(code, old), words(code, new))
        for code, old, new in line.changes
        if is_told(line, code, old, new)
    ]


def code_words(registry: Registry, code: str, value: object) -> str:
    """What a code means in the reader's language; an empty text for a value that is no code."""
    if not isinstance(value, str):
        return ""
    match code:
        case "kind" | "state" | "point_kind":
            return _codes().get(value, "")
        case "label":
            return point_label(value)
        case "result":
            return next((one.name for one in registry.all.call_results if one.code == value), "")
        case "method":
            methods = registry.setting("payment_methods", [])
            known = methods if isinstance(methods, list) else []
            return next((str(one["name"]) for one in known if one["code"] == value), "")
    return ""


def _codes() -> dict[str, str]:
    return {
        "call": QCoreApplication.translate("History", "Call"),
        "meeting": QCoreApplication.translate("History", "Meeting"),
        "message": QCoreApplication.translate("History", "Message"),
        "letter": QCoreApplication.translate("History", "Letter"),
        "other": QCoreApplication.translate("History", "Other"),
        "planned": QCoreApplication.translate("History", "planned"),
        "done": QCoreApplication.translate("History", "done"),
        "missed": QCoreApplication.translate("History", "missed"),
        "cancelled": QCoreApplication.translate("History", "cancelled"),
        "phone": QCoreApplication.translate("History", "Phone"),
        "email": QCoreApplication.translate("History", "Email"),
        "messenger": QCoreApplication.translate("History", "Messenger"),
    }


def changed_words(value: object, zone: ZoneInfo) -> str:
    """An old or new value; references and choices come with their names already."""
    match value:
        case None:
            words = ""
        case Unknown():
            words = QCoreApplication.translate("History", "the client doesn't know")
        case True:
            words = QCoreApplication.translate("History", "yes")
        case False:
            words = QCoreApplication.translate("History", "no")
        case datetime():
            words = i18n.stamp(value, zone)
        case date():
            words = i18n.day_full(value)
        case Decimal():
            words = i18n.number(value)
        case tuple() | list():
            words = ", ".join(changed_words(one, zone) for one in value)
        case _:
            words = str(value)
    return words


def _client_columns() -> dict[str, str]:
    return {
        "stage": QCoreApplication.translate("History", "Stage"),
        "responsible": QCoreApplication.translate("History", "Responsible"),
        "contact": QCoreApplication.translate("History", "Contact"),
        "lead": QCoreApplication.translate("History", "Lead"),
        "deal": QCoreApplication.translate("History", "Deal"),
        "deleted_at": QCoreApplication.translate("History", "In the bin since"),
        "merged_into": QCoreApplication.translate("History", "Merged into No."),
        "amount": QCoreApplication.translate("History", "Amount"),
        "title": QCoreApplication.translate("History", "Title"),
    }


def _other_columns() -> dict[str, str]:
    """Columns of activities, comments, payments, files, phones."""
    return {
        "kind": QCoreApplication.translate("History", "Kind"),
        "subject": QCoreApplication.translate("History", "Subject"),
        "description": QCoreApplication.translate("History", "Description"),
        "starts_at": QCoreApplication.translate("History", "Start"),
        "minutes": QCoreApplication.translate("History", "Minutes"),
        "place": QCoreApplication.translate("History", "Place"),
        "place_text": QCoreApplication.translate("History", "Place"),
        "state": QCoreApplication.translate("History", "State"),
        "confirmed_at": QCoreApplication.translate("History", "Confirmed"),
        "result": QCoreApplication.translate("History", "Result"),
        "result_comment": QCoreApplication.translate("History", "Comment on the result"),
        "no_recording_reason": QCoreApplication.translate("History", "Why there is no recording"),
        "body": QCoreApplication.translate("History", "Text"),
        "pinned_at": QCoreApplication.translate("History", "Pinned"),
        "number": QCoreApplication.translate("History", "Number"),
        "planned_on": QCoreApplication.translate("History", "Planned for"),
        "received_on": QCoreApplication.translate("History", "Received on"),
        "received_by": QCoreApplication.translate("History", "Taken by"),
        "method": QCoreApplication.translate("History", "Method"),
        "receipt_id": QCoreApplication.translate("History", "Receipt"),
        "point_kind": QCoreApplication.translate("History", "Kind"),
        "value": QCoreApplication.translate("History", "Value"),
        "label": QCoreApplication.translate("History", "Label"),
        "name": QCoreApplication.translate("History", "Name"),
        "file_id": QCoreApplication.translate("History", "File"),
        "field": QCoreApplication.translate("History", "Field"),
    }
