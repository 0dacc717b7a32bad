"""Records of what colleagues tell of themselves."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody named in a profile: the head, a subordinate."""

    id: int
    name: str
    job_title: str


@dataclass(frozen=True, slots=True)
class ProfileText:
    """What a person writes of themselves."""

    last_name: str = ""
    first_name: str = ""
    middle_name: str = ""
    job_title: str = ""
    work_phone: str = ""
    mobile_phone: str = ""
    workplace: str = ""
    about: str = ""
    theme: str = ""
    """The name of the band; empty: the first one."""


@dataclass(frozen=True, slots=True)
class Interest:
    """A tag of somebody's profile; `mine` where the reader has it, too."""

    word: str
    mine: bool


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """A profile as its reader sees it."""

    id: int
    name: str
    text: ProfileText
    active: bool
    logins: tuple[str, ...]
    department: str
    head: Colleague | None
    subordinates: tuple[Colleague, ...]
    interests: tuple[Interest, ...]
    photo: bytes | None
    absent_from: date | None
    absent_until: date | None
    stand_in: str
    own: bool
    """Whether the reader may write it."""
    changed_at: datetime | None
