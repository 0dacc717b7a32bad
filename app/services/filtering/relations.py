"""Fields of a filter that other tables answer: stages gone through, attached files, ways to reach a person, links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import ColumnElement, and_, exists, not_, or_, select

from app.core.kinds import ContactPointKind
from app.models import Attachment, ContactPoint, StagePassage
from app.services.filtering import values as taken
from app.services.filtering.context import FilterContext, Unsuitable
from app.services.listed import CONTACTS, LEADS, Listed
from app.services.search.conditions import folded, like

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class PassedStages:
    """Whether a record stands on a stage or ever did, as its timeline told (SPEC: "was ever in stage X")."""

    kind: ClassVar[str] = "references"
    operators: ClassVar[tuple[str, ...]] = ("any_of", "none_of")

    section: Listed
    entries: frozenset[int | str]

    def condition(self, operator: str, values: Sequence[object], context: FilterContext) -> Condition:
        stages = taken.ids(values)
        if not stages:
            raise Unsuitable
        record, passed = self.section.table.c, StagePassage.__table__.c
        there = self.section.table.alias("standing").c
        standing = select(there.id).where(there.stage_id.in_(stages), there.deleted_at.is_(None))
        once = select(passed.record_id).where(passed.section == self.section.code, passed.stage_id.in_(stages))
        # Two ranges of indexes, put together once; an OR over each record would look at all of them. PostgreSQL guesses
        # at 200 records without a UNION's count, and looks up a hundred thousand one by one.
        both = standing.union_all(once) if context.sqlite else standing.union(once)
        found = record.id.in_(both)
        return found if operator == "any_of" else not_(found)


@dataclass(frozen=True, slots=True)
class Presence:
    """What is there or not: a file, a link to another record."""

    kind: ClassVar[str] = "presence"
    operators: ClassVar[tuple[str, ...]] = ("filled", "empty")
    entries: ClassVar[None] = None

    filled: Condition

    def condition(self, operator: str, values: Sequence[object], context: FilterContext) -> Condition:
        return self.filled if operator == "filled" else not_(self.filled)


@dataclass(frozen=True, slots=True)
class Points:
    """Ways to reach the person, each as it was written."""

    kind: ClassVar[str] = "text"
    operators: ClassVar[tuple[str, ...]] = ("contains", "empty", "filled")
    entries: ClassVar[None] = None

    section: Listed
    point_kind: ContactPointKind

    def condition(self, operator: str, values: Sequence[object], context: FilterContext) -> Condition:
        if operator in ("empty", "filled"):
            some = self._some()
            return some if operator == "filled" else not_(some)
        phrase = taken.phrase(values)
        return self._some(like(folded(ContactPoint.__table__.c.value, sqlite=context.sqlite), phrase))

    def _some(self, *conditions: Condition) -> Condition:
        """They belong to the contact once there is one (SPEC, "Conversion")."""
        record, point = self.section.table.c, ContactPoint.__table__.c
        owners = [point.contact_id == (record.id if self.section.code == CONTACTS else record.contact_id)]
        if self.section.code == LEADS:
            owners.append(point.lead_id == record.id)
        # one look-up for each owner: an OR inside one would leave the indexes
        found = (
            exists(select(point.id).where(owner, point.point_kind == self.point_kind, *conditions)) for owner in owners
        )
        return or_(*found)


def attached(section: Listed, field_id: int) -> Condition:
    """Whether a file is attached as the value of a field."""
    file = Attachment.__table__.c
    owner = file[f"{section.code}_id"] == section.table.c.id
    return exists(select(file.id).where(and_(owner, file.field_id == field_id, file.deleted_at.is_(None))))
