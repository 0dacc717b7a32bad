"""What an operation was, in the reader's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.registry import Registry

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.undo import OperationRecord


def operation_words(one: "OperationRecord", registry: Registry) -> str:
    """ "Stage → Refused · Zimina Oksana", or of many "Responsible → Sharova E. · 118"."""
    count = one.params.get("count")
    about = i18n.number(count) if isinstance(count, int) else one.name
    return " · ".join(part for part in (_done(one, registry), about) if part)


def _done(one: "OperationRecord", registry: Registry) -> str:
    head, _, act = one.kind.partition(".")
    act = act.removeprefix("bulk.")
    stage, to = one.params.get("stage"), one.params.get("to")
    if act == "move" and isinstance(stage, int):
        words = QCoreApplication.translate("Operations", "Stage → {stage}")
        return words.format(stage=registry.stage(stage).name)
    if act == "assign" and isinstance(to, int):
        words = QCoreApplication.translate("Operations", "Responsible → {name}")
        return words.format(name=registry.employee(to).short_name)
    thing = _thing(head)
    return f"{thing}: {_act(act)}"


def _thing(section: str) -> str:
    match section:
        case "lead":
            return QCoreApplication.translate("Operations", "Lead")
        case "deal":
            return QCoreApplication.translate("Operations", "Deal")
        case "contact":
            return QCoreApplication.translate("Operations", "Contact")
        case "activity":
            return QCoreApplication.translate("Operations", "Activity")
    return QCoreApplication.translate("Operations", "Timeline")


def _act(act: str) -> str:
    return _record_act(act) or _other_act(act) or QCoreApplication.translate("Operations", "changed")


def _record_act(act: str) -> str:
    match act:
        case "create" | "plan" | "log" | "comment" | "log_message":
            return QCoreApplication.translate("Operations", "added")
        case "assign":
            return QCoreApplication.translate("Operations", "handed over")
        case "move":
            return QCoreApplication.translate("Operations", "stage changed")
        case "delete" | "delete_comment":
            return QCoreApplication.translate("Operations", "deleted")
        case "restore":
            return QCoreApplication.translate("Operations", "restored")
        case "import":
            return QCoreApplication.translate("Operations", "import")
        case "convert":
            return QCoreApplication.translate("Operations", "converted into a deal")
        case "tag":
            return QCoreApplication.translate("Operations", "tags changed")
        case "merge":
            return QCoreApplication.translate("Operations", "duplicates merged")
    return ""


def _other_act(act: str) -> str:
    match act:
        case "move_meeting":
            return QCoreApplication.translate("Operations", "meeting moved")
        case "complete":
            return QCoreApplication.translate("Operations", "completed")
        case "cancel":
            return QCoreApplication.translate("Operations", "cancelled")
        case "reopen":
            return QCoreApplication.translate("Operations", "reopened")
        case "confirm":
            return QCoreApplication.translate("Operations", "confirmed")
        case "pin":
            return QCoreApplication.translate("Operations", "pinned")
    return ""
