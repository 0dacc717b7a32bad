"""The words and icons of notifications, in the reader's language."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.core.initials import short_name
from app.qtbase import i18n
from app.services.records.notifications import NotificationGroup, NotificationKind, NotificationRecord
from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Line:
    """What one row shows."""

    title: str
    second: str
    icon: str
    tone: str
    """"danger", "warn", "ok", "info" or "" for grey."""


def line_of(one: NotificationRecord, workplace: Workplace) -> Line:
    """A notification in words."""
    who = short_name(one.actor_name) if one.actor_name else ""
    match one.kind:
        case NotificationKind.OVERDUE:
            title = QCoreApplication.translate("Bell", "Overdue: “{subject}”").format(subject=one.subject)
            return Line(title, _joined(one.client_name, _planned(one, workplace)), "overdue", "danger")
        case NotificationKind.CONFIRMED:
            title = QCoreApplication.translate("Bell", "Meeting confirmed: “{subject}”").format(subject=one.subject)
            return Line(title, _joined(one.client_name, _when(one, workplace)), "meeting", "ok")
        case NotificationKind.STAGE:
            return Line(_moved(one, who, workplace), one.client_name, "flag", "")
        case NotificationKind.COMMENT:
            title = QCoreApplication.translate("Bell", "{who} left a comment").format(who=who)
            return Line(title, _joined(one.client_name, _quoted(one.text)), "comment", "info")
        case NotificationKind.MENTION:
            title = QCoreApplication.translate("Bell", "{who} mentioned you").format(who=who)
            return Line(title, _joined(_quoted(one.text), one.client_name), "comment", "info")
    return Line(_given(one, who), _joined(one.subject, _when(one, workplace)), "user", "info")


def _given(one: NotificationRecord, who: str) -> str:
    """Who gave what."""
    if one.count > 1:
        words = QCoreApplication.translate("Bell", "%n client(s) are yours now", None, one.count)
        return f"{who}: {words[:1].lower()}{words[1:]}" if who else words
    if one.activity_id is not None:
        words = QCoreApplication.translate("Bell", "New activity for you: {client}")
    elif one.ref is not None and one.ref.section == "deal":
        words = QCoreApplication.translate("Bell", "A deal is yours now: {client}")
    elif one.ref is not None and one.ref.section == "contact":
        words = QCoreApplication.translate("Bell", "A contact is yours now: {client}")
    else:
        words = QCoreApplication.translate("Bell", "A lead is yours now: {client}")
    return words.format(client=one.client_name or "—")


def _moved(one: NotificationRecord, who: str, workplace: Workplace) -> str:
    stage = workplace.registry.all.stages.get(one.stage_id or 0)
    name = stage.name if stage is not None else "—"
    if not who:
        return QCoreApplication.translate("Bell", "Moved to “{stage}”").format(stage=name)
    return QCoreApplication.translate("Bell", "{who} moved it to “{stage}”").format(who=who, stage=name)


def _planned(one: NotificationRecord, workplace: Workplace) -> str:
    if one.starts_at is None:
        return ""
    when = i18n.date_words(one.starts_at, workplace.now(), workplace.zone, inside=True)
    return QCoreApplication.translate("Bell", "was planned for {when}").format(when=when)


def _when(one: NotificationRecord, workplace: Workplace) -> str:
    return i18n.date_words(one.starts_at, workplace.now(), workplace.zone) if one.starts_at is not None else ""


def _quoted(text: str) -> str:
    first = text.strip().partition("\n")[0]
    return QCoreApplication.translate("Bell", "“{text}”").format(text=first) if first else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def group_words(group: NotificationGroup | None) -> str:
    """The filter's names."""
    match group:
        case NotificationGroup.ACTIVITIES:
            return QCoreApplication.translate("Bell", "Activities")
        case NotificationGroup.CLIENTS:
            return QCoreApplication.translate("Bell", "Clients")
        case NotificationGroup.COLLEAGUES:
            return QCoreApplication.translate("Bell", "Colleagues")
    return QCoreApplication.translate("Bell", "All")


def kind_words(kind: NotificationKind) -> str:
    """A kind in the settings."""
    match kind:
        case NotificationKind.OVERDUE:
            return QCoreApplication.translate("Bell", "An activity is overdue")
        case NotificationKind.CONFIRMED:
            return QCoreApplication.translate("Bell", "A meeting is confirmed")
        case NotificationKind.ASSIGNED:
            return QCoreApplication.translate("Bell", "Something is given to me")
        case NotificationKind.STAGE:
            return QCoreApplication.translate("Bell", "A colleague moves my client's stage")
        case NotificationKind.COMMENT:
            return QCoreApplication.translate("Bell", "A comment on my client")
    return QCoreApplication.translate("Bell", "Somebody mentions me")
