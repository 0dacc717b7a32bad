"""Words about the people of the office: how somebody comes in, and since when."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.qtbase import i18n
from app.services.records.people import InvitationState, PersonRecord
from app.services.workplace import Workplace


def state_words(person: PersonRecord, workplace: Workplace) -> tuple[str, str]:
    """The state of a person's way in, and the colour role it is said in."""
    if not person.active:
        return QCoreApplication.translate("People", "Deactivated"), "text3"
    if not person.logins:
        return QCoreApplication.translate("People", "Not invited"), "text3"
    if person.invitation is None or person.invitation.state is InvitationState.ACCEPTED:
        return QCoreApplication.translate("People", "Active"), "ok"
    if person.invitation.state is InvitationState.EXPIRED:
        return QCoreApplication.translate("People", "The code has expired"), "danger"
    if person.invitation.state is InvitationState.WITHDRAWN:
        return QCoreApplication.translate("People", "Invitation withdrawn"), "text3"
    until = moment_words(person.invitation.expires_at, workplace)
    if person.last_sign_in is not None:
        return QCoreApplication.translate("People", "New code until {moment}").format(moment=until), "warn"
    return QCoreApplication.translate("People", "Invited until {moment}").format(moment=until), "warn"


def sign_in_words(person: PersonRecord, workplace: Workplace) -> str:
    """When somebody signed in last."""
    if person.last_sign_in is None:
        return QCoreApplication.translate("People", "not yet")
    return moment_words(person.last_sign_in, workplace)


def moment_words(moment: datetime, workplace: Workplace) -> str:
    """Day and time in the office's zone."""
    return i18n.stamp(moment, workplace.zone, workplace.today())


def is_waiting(person: PersonRecord) -> bool:
    """Whether a code is out that may still be used."""
    return person.invitation is not None and person.invitation.state is InvitationState.WAITING
