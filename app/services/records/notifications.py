"""Records of what stands under the bell, and of how each kind reaches the employee."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.services.records.activities import ClientRef


class NotificationKind(StrEnum):
    """What a notification tells of."""

    OVERDUE = "overdue"
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    STAGE = "stage"
    COMMENT = "comment"
    MENTION = "mention"


class NotificationGroup(StrEnum):
    """What the list under the bell is filtered by."""

    ACTIVITIES = "activities"
    CLIENTS = "clients"
    COLLEAGUES = "colleagues"


GROUPS: Final[dict[NotificationKind, NotificationGroup]] = {
    NotificationKind.OVERDUE: NotificationGroup.ACTIVITIES,
    NotificationKind.CONFIRMED: NotificationGroup.ACTIVITIES,
    NotificationKind.ASSIGNED: NotificationGroup.CLIENTS,
    NotificationKind.STAGE: NotificationGroup.CLIENTS,
    NotificationKind.COMMENT: NotificationGroup.COLLEAGUES,
    NotificationKind.MENTION: NotificationGroup.COLLEAGUES,
}


@dataclass(frozen=True, slots=True)
class Ways:
    """How a kind reaches the employee; none of them: not at all."""

    popup: bool = False
    bell: bool = True
    sound: bool = False

    @property
    def off(self) -> bool:
        return not (self.popup or self.bell or self.sound)


DEFAULT_WAYS: Final[dict[NotificationKind, Ways]] = {
    NotificationKind.OVERDUE: Ways(),
    NotificationKind.CONFIRMED: Ways(),
    NotificationKind.ASSIGNED: Ways(popup=True, sound=True),
    NotificationKind.STAGE: Ways(),
    NotificationKind.COMMENT: Ways(),
    NotificationKind.MENTION: Ways(popup=True, sound=True),
}


@dataclass(frozen=True, slots=True)
class NotificationRecord:
    """One line; the words are made from it in the reader's language."""

    id: int
    at: datetime
    kind: NotificationKind
    actor_name: str
    """Who did it; empty where the program did."""
    ref: ClientRef | None
    """What a click opens."""
    client_name: str
    read: bool
    activity_id: int | None = None
    subject: str = ""
    """Of the activity."""
    starts_at: datetime | None = None
    """Of the activity."""
    stage_id: int | None = None
    """The stage that the client was moved to."""
    text: str = ""
    """Of the comment."""
    count: int = 1
    """How many records it is about, where they were too many to be told singly."""

    @property
    def group(self) -> NotificationGroup:
        return GROUPS[self.kind]


@dataclass(frozen=True, slots=True)
class Unread:
    """How much is unread, in all and by group."""

    groups: dict[NotificationGroup, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.groups.values())
