"""Records of the office's people as an administrator sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InvitationState(StrEnum):
    """What became of an invitation."""

    WAITING = "waiting"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Whom an administrator invites; `employee_id` where an import has named the person already."""

    login: str
    role_code: str
    department_id: int | None = None
    last_name: str = ""
    first_name: str = ""
    employee_id: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """A one-time code, shown this once: nobody can read it later, only a new one can be made."""

    employee_id: int
    login: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationRecord:
    """The newest invitation of a person."""

    employee_id: int
    login: str
    state: InvitationState
    created_at: datetime
    created_by: int | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person of the office with their way in."""

    id: int
    name: str
    logins: tuple[str, ...]
    role_code: str
    department_id: int | None
    department: str
    active: bool
    invitation: InvitationRecord | None
    last_name: str = ""
    first_name: str = ""
    last_sign_in: datetime | None = None
    """As far as the asker may read the history."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a person who left handed over: an operation a kind, each of which can be undone, and how many records."""

    operations: tuple[str, ...]
    leads: int = 0
    deals: int = 0
    contacts: int = 0
    activities: int = 0
    refused: int = 0
