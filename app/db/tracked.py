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
    keeps_owner: bool = False
    """Whether each line names the first parent there is: rows that are erased can't be asked any more."""
    named_by: tuple[str, ...] | None = None
    """Of a dictionary: columns that say, beside the table's name, which entry a line is about."""
    numbered: bool = True
    """Whether the row has an `id`; without one its feed line says that something of the kind changed."""
    untold: str = ""
    """Of new rows, as a condition over `{row}`: those that say nothing but what another line says already."""


_CLIENTS = (("lead", "lead_id"), ("deal", "deal_id"), ("contact", "contact_id"))


def _dictionary(table: str, *columns: str) -> Tracked:
    return Tracked(table, "settings", columns, responsible=None, named_by=())


def _unnumbered(table: str, key: tuple[str, ...], *columns: str) -> Tracked:
    return Tracked(table, "settings", columns, responsible=None, named_by=key, numbered=False)


FILLED = frozenset({"lead", "contact_point", "timeline"})
"""Tables that an import fills: what the history says of their new rows can be written for many of them at once."""

TRACKED = (
    Tracked(
        "lead",
        "lead",
        (
            "title", "stage_id", "source_id", "source_details", "referrer", "amount", "currency", "comment",
            "responsible_id", "meeting_at", "place_id", "first_payment", "contact_id", "merged_into_id", *_SINCE,
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
    Tracked(
        "contact",
        "contact",
        (*_PERSON, "title", "comment", "responsible_id", "merged_into_id", *_SINCE),
        has_custom=True,
    ),
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
        untold="{row}.kind = 'imported' AND {row}.body = ''",
    ),
    Tracked(
        "payment",
        "payment",
        ("number", "planned_on", "amount", "received_on", "method", "received_by", "receipt_id"),
        parents=(("deal", "deal_id"),),
        own_feed=False,
        responsible=None,
        keeps_owner=True,
    ),
    Tracked(
        "contact_point",
        "contact_point",
        ("point_kind", "value", "label", "position"),
        parents=(("lead", "lead_id"), ("contact", "contact_id")),
        own_feed=False,
        responsible=None,
        keeps_owner=True,
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
        "profile",
        "employee",
        ("work_phone", "mobile_phone", "workplace", "about", "theme", "interests"),
        responsible=None,
    ),
    _dictionary("stage", "section", "code", "name", "stage_kind", "tone", "hint", "position", "queue_rank", *_SINCE),
    _dictionary("block", "section", "code", "name", "position", "technical"),
    _dictionary(
        "field", "section", "code", "name", "field_type", "slot", "scale", "unknown_allowed", "position", "block_id",
        *_SINCE,
    ),
    _dictionary("field_option", "field_id", "code", "name", "position", *_SINCE),
    _dictionary("source", "code", "name", "position", *_SINCE),
    _dictionary("deal_type", "code", "name", "position", *_SINCE),
    _dictionary("place", "name", "address", "room", "position", *_SINCE),
    _dictionary("subject_preset", "activity_kind", "text", "position"),
    _dictionary("call_result", "activity_kind", "code", "name", "reached", "needs_comment", "position"),
    _dictionary("department", "name", "parent_id", "head_id", "executing", "position"),
    _dictionary("role", "code", "name", "position"),
    _unnumbered("stage_requirement", ("stage_id", "field_id"), "inherited"),
    _unnumbered("rule", ("code", "role_code", "section", "stage_code"), "mode", "numbers"),
    _unnumbered("role_right", ("role_id", "kind", "right"), "scope"),
    _unnumbered("setting", ("key",), "value"),
    _unnumbered("day_off", ("day",), "working", "name", "own"),
)  # fmt: skip
