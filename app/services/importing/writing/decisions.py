"""What becomes of the rows of one batch: new leads, rows for known records, rows left out."""

from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.fieldkinds import FieldType
from app.services.clients.requirements import is_answered
from app.services.importing.outcomes import Counts
from app.services.importing.points import once
from app.services.importing.request import DuplicatePolicy
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.importing.writing.matching import Target
from app.services.records.values import ContactPointValue, FieldValue, Values

POINTS = ("phones", "emails", "messengers")


@dataclass(slots=True)
class NewLead:
    """A lead in the making: the row that brings it, and the values of rows that were found to be the same person."""

    row: ImportRow
    values: dict[str, FieldValue]
    source: str
    """As named in the file."""


@dataclass(frozen=True, slots=True)
class Known:
    """The records of the database that rows belong to."""

    by_key: Mapped[str, Target] = field(default_factory=dict)
    """By phone and email."""
    by_line: Mapped[int, Target] = field(default_factory=dict)
    """By the line of the row whose number in the other system they have."""


@dataclass(slots=True)
class Decisions:
    """The rows of a batch by what becomes of them."""

    new: list[NewLead] = field(default_factory=list)
    fills: dict[Target, list[ImportRow]] = field(default_factory=dict)
    rejected: list[RejectedRow] = field(default_factory=list)
    updated: int = 0
    skipped: int = 0
    owners: list[NewLead | Target | None] = field(default_factory=list)
    """Row by row: the lead it brings or joins, the record it fills, None where it is left out."""

    @property
    def counts(self) -> Counts:
        return Counts(len(self.new), self.updated, self.skipped, len(self.rejected))


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides by the policy and the kinds of the section's fields; `may_change` says whether rights reach a record."""

    policy: DuplicatePolicy
    kinds: Mapped[str, FieldType]
    currency: str
    may_change: frozenset[int] | None = None
    """Responsibles whose records the user may change; None: everyone's."""

    def decide(self, rows: Sequence[ImportRow | RejectedRow], known: Known) -> Decisions:
        """`known` are the records found in the database; rows later in the batch also find the earlier ones."""
        decisions = Decisions()
        owners: dict[str, Target | NewLead] = dict(known.by_key)
        for row in rows:
            if isinstance(row, RejectedRow):
                decisions.rejected.append(row)
                decisions.owners.append(None)
                continue
            owner = None if self.policy is DuplicatePolicy.ADD else _owner(row, owners) or known.by_line.get(row.line)
            if owner is None:
                owner = NewLead(row, row_values(row), row.source)
                decisions.new.append(owner)
                owners.update((key, owner) for key in row.match_keys if key not in owners)
            elif self.policy is DuplicatePolicy.SKIP or not self._allowed(owner):
                decisions.skipped += 1
                owner = None
            else:
                decisions.updated += 1
                owners.update((key, owner) for key in row.match_keys if key not in owners)
                if isinstance(owner, NewLead):
                    owner.values |= self.filling(owner.values, row)
                    owner.source = owner.source or row.source
                else:
                    decisions.fills.setdefault(owner, []).append(row)
            decisions.owners.append(owner)
        return decisions

    def _allowed(self, owner: Target | NewLead) -> bool:
        return isinstance(owner, NewLead) or self.may_change is None or owner.responsible_id in self.may_change

    def filling(self, present: Values, row: ImportRow) -> dict[str, FieldValue]:
        """What a row puts into the empty fields of a record; phones and emails are united, nothing is replaced.

        Amounts in another currency than the record's are left out: they would mean something else.
        """
        same_currency = row.values.get("currency", self.currency) == present.get("currency", self.currency)
        filled: dict[str, FieldValue] = {}
        for code, value in row_values(row).items():
            if code in POINTS:
                united = once([*_points(present.get(code)), *_points(value)])
                if len(united) > len(_points(present.get(code))):
                    filled[code] = united
            elif not is_answered(present.get(code)) and (same_currency or self.kinds.get(code) is not FieldType.MONEY):
                filled[code] = value
        return filled


def row_values(row: ImportRow) -> dict[str, FieldValue]:
    """The values of a row with its phones, emails and messengers; what could not be read stands below the comment."""
    points = zip(POINTS, (row.phones, row.emails, row.messengers), strict=True)
    values: dict[str, FieldValue] = {**row.values, **{code: listed for code, listed in points if listed}}
    if row.note:
        values["comment"] = "\n".join(filter(None, (str(values.get("comment") or ""), row.note)))
    return values


def _owner(row: ImportRow, owners: Mapped[str, Target | NewLead]) -> Target | NewLead | None:
    """Whose row it is; a record of the database goes before one that this batch brings."""
    found = [owners[key] for key in row.match_keys if key in owners]
    return next((one for one in found if isinstance(one, Target)), found[0] if found else None)


def _points(value: FieldValue) -> tuple[ContactPointValue, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(point for point in value if isinstance(point, ContactPointValue))
