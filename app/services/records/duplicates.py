"""What the search for duplicates finds, lays side by side and merges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from app.services.records.activities import ClientRef
from app.services.records.office import FieldRecord
from app.services.records.values import Values

Reason = Literal["phone", "email", "birth", "name"]
"""Same phone, same email, same name and birth date; or just the same full name."""

EXACT: frozenset[Reason] = frozenset({"phone", "email", "birth"})
"""What hardly two people share."""


@dataclass(frozen=True, slots=True)
class Match:
    """Why records look like one person: the phone or the email itself, empty for a name."""

    reason: Reason
    key: str


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Leads and contacts that are likely one person."""

    refs: tuple[ClientRef, ...]
    """Contacts first, then by number."""
    matches: tuple[Match, ...]
    """The strongest first."""

    @property
    def is_exact(self) -> bool:
        return any(match.reason in EXACT for match in self.matches)

    @property
    def sections(self) -> frozenset[str]:
        return frozenset(ref.section for ref in self.refs)


@dataclass(frozen=True, slots=True)
class DuplicateScan:
    """What a search through everything found."""

    groups: tuple[DuplicateGroup, ...]
    """Exact ones first, the newest records first."""
    looked: int
    """Phones, emails and names that were looked at."""
    crowded: int
    """Phones and emails left out: more records share them than one person ever has."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Belongings:
    """What would go over to the one that stays."""

    deals: int = 0
    leads: int = 0
    activities: int = 0
    lines: int = 0
    """Of the timeline."""
    files: int = 0


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """One of the records laid side by side."""

    ref: ClientRef
    name: str
    values: Values
    version: int
    responsible_id: int
    created_at: datetime
    stage_id: int | None
    currency: str
    belongings: Belongings
    has_deal: bool
    """A lead that became a deal: it has to stay."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Records side by side, with the fields in which any of them holds something."""

    versions: tuple[RecordVersion, ...]
    fields: tuple[FieldRecord, ...]
    united: frozenset[str]
    """Codes of the fields that are put together: lists and long texts."""
    attaches: bool
    """Contacts and leads: the leads are attached to the contact that stays."""
    can_merge: bool
    suggested: ClientRef
    """The one that had better stay: who became a deal, else who has most."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The order to make one record of several."""

    survivor: ClientRef
    versions: Mapping[ClientRef, int]
    """All of them, the survivor too, with the versions that were looked at."""
    taken: Mapping[str, ClientRef] = field(default_factory=dict)
    """By field code, whose value is taken; what isn't named stays the survivor's, or the first there is."""
    united: Mapping[str, Sequence[ClientRef]] = field(default_factory=dict)
    """By field code of a list or long text, whose are put together; what isn't named unites all."""


@dataclass(frozen=True, slots=True)
class ApartPair:
    """Two records of which somebody said that they are two people."""

    one: ClientRef
    other: ClientRef
    one_name: str
    other_name: str
    at: datetime
    employee_id: int | None
