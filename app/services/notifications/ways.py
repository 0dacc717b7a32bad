"""How each kind reaches the employee, as it is kept among their settings."""

from collections.abc import Mapping
from typing import Final

from app.services.records.notifications import DEFAULT_WAYS, NotificationKind, Ways

KEY: Final = "notifications"


def to_json(ways: Mapping[NotificationKind, Ways]) -> dict[str, object]:
    """What is stored."""
    return {kind.value: [one.popup, one.bell, one.sound] for kind, one in ways.items()}


def from_json(stored: object) -> dict[NotificationKind, Ways]:
    """What was stored; kinds never set, or set unreadably, as they come."""
    kept = stored if isinstance(stored, Mapping) else {}
    found = dict(DEFAULT_WAYS)
    for kind in NotificationKind:
        value = kept.get(kind.value)
        if isinstance(value, list) and len(value) == 3 and all(isinstance(one, bool) for one in value):
            found[kind] = Ways(*value)
    return found
