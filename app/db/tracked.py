"""Which columns the history keeps, and whom a change concerns: the one list the trigger installers read."""

from dataclasses import dataclass

_PERSON = ("last_name", "first_name", "middle_name", "birth_date")
_SINCE = ("deleted_at",)


@dataclass(frozen=True, slots=True)
class Tracked:
    """A table with history. Copies that triggers keep are not tracked: they have their own source."""

    table: str
    kind: str
    columns: tuple[str, ...]
    person: tuple[str, ...] = ()
    """Columns that belong to the contact once `contact_id` is set."""
    has_custom: bool = False
    parents: tuple[tuple[str, str], ...] = ()
    """Pairs of kind and column: whose card shows this row."""
    own_feed: bool = True
    """Whether the feed also names the row itself, not only its parents."""
    responsible: str | None = "responsible_id"


_CLIENTS = (("lead", "lead_id"), ("deal", "deal_id"), ("contact", "contact_id"))

TRACKED = (
    Tracked(
        "lead",
        "lead",
        (
            "title", "stage_id", "source_id", "source_details", "referrer", "amount", "currency", "comment",
            "responsible_id", "meeting_at", "place_id", "first_payment", "contact_id", *_SINCE,
        ),
        person=_PERSON,
        has_custom=True,
    ),
    Tracked(
        "deal",
        "deal",
        (
            "title", "stage_id", "deal_type_id", "amount", "currency", "contract_number", "contract_date",
            "comment", "responsible_id", "contact_id", "lead_id", *_SINCE,
        ),
        has_custom=True,
    ),
    Tracked("contact", "contact", (*_PERSON, "title", "comment", "responsible_id", *_SINCE), has_custom=True),
    Tracked(
        "activity",
        "activity",
        (
            "kind", "subject", "description", "starts_at", "minutes", "place_id", "place_text", "state",
            "confirmed_at", "result", "result_comment", "no_recording_reason", "responsible_id",
            "lead_id", "deal_id", "contact_id", *_SINCE,
        ),
        parents=_CLIENTS,
    ),
    Tracked(
        "timeline",
        "timeline",
        ("kind", "body", "pinned_at", *_SINCE),
        parents=_CLIENTS,
        own_feed=False,
        responsible=None,
    ),
    Tracked(
        "payment",
        "payment",
        ("number", "planned_on", "amount", "received_on", "method", "received_by", "receipt_id"),
        parents=(("deal", "deal_id"),),
        own_feed=False,
        responsible=None,
    ),
    Tracked(
        "contact_point",
        "contact_point",
        ("point_kind", "value", "label"),
        parents=(("lead", "lead_id"), ("contact", "contact_id")),
        own_feed=False,
        responsible=None,
    ),
    Tracked(
        "attachment",
        "file",
        ("name", "file_id", "field_id", *_SINCE),
        parents=_CLIENTS,
        own_feed=False,
        responsible=None,
    ),
    Tracked(
        "employee",
        "employee",
        ("name", "job_title", "department_id", "role_id", "active", "absent_from", "absent_until", "stand_in_id"),
        responsible=None,
    ),
    Tracked(
        "stage",
        "settings",
        ("code", "name", "stage_kind", "tone", "hint", "position", *_SINCE),
        responsible=None,
    ),
    Tracked(
        "field",
        "settings",
        ("code", "name", "field_type", "slot", "position", "block_id", *_SINCE),
        responsible=None,
    ),
)
