"""Why records look like one person, and what they are, in the reader's language."""

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.records.activities import ClientRef
from app.services.records.duplicates import Belongings, DuplicateGroup, Match


def reason_words(group: DuplicateGroup) -> str:
    """The strongest reason, short: "same phone"."""
    if not group.matches:  # laid side by side by hand
        return ""
    match group.matches[0].reason:
        case "phone":
            return QCoreApplication.translate("Duplicates", "same phone")
        case "email":
            return QCoreApplication.translate("Duplicates", "same email")
        case "birth":
            return QCoreApplication.translate("Duplicates", "same name and birth date")
    return QCoreApplication.translate("Duplicates", "same full name")


def match_words(match: Match) -> str:
    """A reason with what is the same: "Same phone +7 926 …"."""
    match match.reason:
        case "phone":
            return QCoreApplication.translate("Duplicates", "Same phone {phone}").format(phone=i18n.phone(match.key))
        case "email":
            return QCoreApplication.translate("Duplicates", "Same email {email}").format(email=match.key)
        case "birth":
            return QCoreApplication.translate("Duplicates", "Same name and birth date")
    return QCoreApplication.translate("Duplicates", "Same full name")


def group_words(group: DuplicateGroup) -> str:
    """What they are: "3 contacts", "Lead of a known contact"."""
    count = len(group.refs)
    if group.sections == {"contact"}:
        return QCoreApplication.translate("Duplicates", "%n contact(s)", None, count)
    if group.sections == {"lead"}:
        return QCoreApplication.translate("Duplicates", "%n lead(s)", None, count)
    return QCoreApplication.translate("Duplicates", "%n lead(s) of a known contact", None, _leads(group))


def question_words(name: str, group: DuplicateGroup, count: int) -> str:
    """The heading over the comparison."""
    if group.sections == {"contact"}:
        words = QCoreApplication.translate("Duplicates", "{name}: %n contact(s) of one person?", None, count)
    elif group.sections == {"lead"}:
        words = QCoreApplication.translate("Duplicates", "{name}: %n lead(s) of one person?", None, count)
    else:
        words = QCoreApplication.translate("Duplicates", "{name}: %n record(s) of one person?", None, count)
    return words.format(name=name)


def ref_words(ref: ClientRef) -> str:
    """ "Contact No. 1480"."""
    if ref.section == "contact":
        return QCoreApplication.translate("Duplicates", "Contact No. {id}").format(id=ref.id)
    return QCoreApplication.translate("Duplicates", "Lead No. {id}").format(id=ref.id)


def belonging_words(moved: Belongings) -> str:
    """What goes over: "deals 1 · leads 3 · activities 3"."""
    told = (
        (moved.deals, QCoreApplication.translate("Duplicates", "deals {count}")),
        (moved.leads, QCoreApplication.translate("Duplicates", "leads {count}")),
        (moved.activities, QCoreApplication.translate("Duplicates", "activities {count}")),
        (moved.lines, QCoreApplication.translate("Duplicates", "timeline {count}")),
        (moved.files, QCoreApplication.translate("Duplicates", "files {count}")),
    )
    words = " · ".join(pattern.format(count=i18n.number(count)) for count, pattern in told if count)
    return words or QCoreApplication.translate("Duplicates", "nothing")


def _leads(group: DuplicateGroup) -> int:
    return sum(ref.section == "lead" for ref in group.refs)
