"""Makes one record of several in one transaction: values are chosen, belongings go over, the others go to the bin."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import delete, select, update

from app.core.errors import Conflict, UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import Right, TimelineKind
from app.db.unit import Unit
from app.models import Activity, Attachment, ContactPoint, Deal, Lead, Operation, RelatedPerson, TimelineItem
from app.services.clients.cleaning import clean_values
from app.services.clients.person import copy_person
from app.services.clients.reading import Record, read_record
from app.services.clients.requirements import emptied_required, is_answered
from app.services.clients.sections import CONTACT, LEAD, POINT_FIELDS, SECTIONS
from app.services.clients.writing import write_values
from app.services.duplicates.comparing import is_united, mergeable
from app.services.lines import write_line
from app.services.records.activities import ClientRef
from app.services.records.duplicates import Merge
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, Values
from app.services.workplace import Workplace

MOVED: Final = "moved"
"""In the operation's parameters: the rows without history of their owner that went over, by table and former owner."""

_UNTRACKED: Final[tuple[Any, ...]] = (TimelineItem, Attachment)
"""Their owner stands in no history. Any: entities of two tables."""


class Merger:
    """Carries out one order inside an open unit."""

    def __init__(self, workplace: Workplace, order: Merge) -> None:
        self._workplace = workplace
        self._order = order
        self._moved: dict[str, dict[str, list[int]]] = {}

    async def merge(self, unit: Unit) -> None:
        """Raises UserError: "not_allowed", "in_bin", "merged_already", "merge_keep_deal", "merge_apart_contacts",
        "required_emptied"; Conflict("record_changed") where somebody changed one of them meanwhile."""
        records = await self._hold(unit)
        survivor = records[self._order.survivor]
        others = [record for ref, record in records.items() if ref != self._order.survivor]
        _check_kinds(survivor, others)
        await self._write_values(unit, survivor, others)
        for other in others:
            if other.section is survivor.section:
                await self._hand_over(unit, survivor, other)
            else:
                await self._attach(unit, survivor, other)
        await self._tell(unit, survivor, others)
        if survivor.section is CONTACT:
            await copy_person(unit, survivor.id)
        params = {**unit.order.params, MOVED: self._moved}
        await unit.session.execute(update(Operation).where(Operation.id == unit.operation_id).values(params=params))
        unit.touch("activity")

    async def _hold(self, unit: Unit) -> dict[ClientRef, Record]:
        """All records, in one order for everyone, each as it was looked at."""
        workplace = self._workplace
        found: dict[ClientRef, Record] = {}
        for ref in sorted(self._order.versions, key=lambda one: (one.section, one.id)):
            record = await read_record(
                unit.session, workplace.registry, workplace.zone, SECTIONS[ref.section], ref.id, lock=True
            )
            if record.row["merged_into_id"] is not None:
                raise UserError("merged_already", kind=ref.section, id=ref.id, into=record.row["merged_into_id"])
            if record.row["deleted_at"] is not None:
                raise UserError("in_bin", kind=ref.section, id=ref.id)
            found[ref] = record
        for ref, record in found.items():
            workplace.rights.require(record.section.kind, Right.MERGE, record.row["responsible_id"])
            if record.row["version"] != self._order.versions[ref]:
                raise Conflict("record_changed", kind=ref.section, id=ref.id, fields=(), by=record.row["updated_by"])
        return found

    async def _write_values(self, unit: Unit, survivor: Record, others: Sequence[Record]) -> None:
        attaches = any(other.section is not survivor.section for other in others)
        values: dict[str, FieldValue] = {}
        for field in mergeable(self._workplace, [survivor, *others], attaches=attaches):
            value = self._value(field, survivor, others)
            if value != survivor.values.get(field.code) and (is_answered(value) or field.code in self._order.taken):
                values[field.code] = value
        if not values:
            return
        if values.get("responsible") not in (None, survivor.row["responsible_id"]):
            await write_line(
                unit, TimelineKind.RESPONSIBLE, survivor.section.clients(survivor.id),
                before=survivor.row["responsible_id"], after=values["responsible"],
            )  # fmt: skip
        workplace = self._workplace
        cleaned = clean_values(workplace.registry, workplace.zone, survivor.section, values, survivor.currency)
        _keep_required(workplace, survivor, cleaned)
        await write_values(unit, workplace.registry, workplace.zone, survivor, cleaned)

    def _value(self, field: FieldRecord, survivor: Record, others: Sequence[Record]) -> FieldValue:
        """The chosen one; unsaid, the survivor's, or the first there is."""
        records = [survivor, *others]
        by_ref = {ClientRef(one.section.name, one.id): one for one in records}
        if is_united(field):
            chosen = self._order.united.get(field.code)
            return united(field, [by_ref[ref] for ref in chosen] if chosen is not None else records)
        taken = self._order.taken.get(field.code)
        if taken is not None:
            return by_ref[taken].values.get(field.code)
        return next((one.values[field.code] for one in records if is_answered(one.values.get(field.code))), None)

    async def _hand_over(self, unit: Unit, survivor: Record, other: Record) -> None:
        """What belongs to the other goes to the survivor; the other goes to the bin."""
        owner = survivor.section.owner_column
        entities: tuple[Any, ...] = (Activity, *((Lead, Deal) if survivor.section is CONTACT else ()))
        for entity in entities:
            column = entity.__table__.c[owner]
            rows = await unit.session.scalars(
                update(entity)
                .where(column == other.id)
                .values({owner: survivor.id, "version": entity.version + 1})
                .returning(entity.id)
            )
            ids = rows.all()
            if ids:
                unit.touch(entity.__tablename__, *ids)
        for entity in _UNTRACKED:
            column = entity.__table__.c[owner]
            ids = (
                await unit.session.scalars(
                    update(entity).where(column == other.id).values({owner: survivor.id}).returning(entity.id)
                )
            ).all()
            self._note(entity.__tablename__, other, list(ids))
        if survivor.section is CONTACT:
            await self._hand_over_relations(unit, survivor, other)
        entity = survivor.section.entity
        await unit.session.execute(
            update(entity)
            .where(entity.id == other.id)
            .values(
                deleted_at=unit.at, deleted_by=unit.order.actor_id, merged_into_id=survivor.id,
                updated_at=unit.at, updated_by=unit.order.actor_id, version=entity.version + 1,
            )
        )  # fmt: skip
        unit.touch(other.section.name, other.id)
        unit.touch(survivor.section.name, survivor.id)

    async def _hand_over_relations(self, unit: Unit, survivor: Record, other: Record) -> None:
        """Related people; what would repeat, or relate the person to themselves, stays with the other."""
        for column, opposite in (("contact_id", "other_contact_id"), ("other_contact_id", "contact_id")):
            table = RelatedPerson.__table__.c
            present = select(table[opposite], table.relation).where(table[column] == survivor.id)
            kept = {(row[0], row[1]) for row in await unit.session.execute(present)}
            rows = await unit.session.execute(
                select(table.id, table[opposite], table.relation).where(table[column] == other.id)
            )
            ids = [row[0] for row in rows if row[1] != survivor.id and (row[1], row[2]) not in kept]
            if ids:
                await unit.session.execute(
                    update(RelatedPerson).where(RelatedPerson.id.in_(ids)).values({column: survivor.id})
                )
                self._note(f"related_person.{column}", other, ids)

    async def _attach(self, unit: Unit, contact: Record, lead: Record) -> None:
        """The lead gets the contact; from now on name and phones are the contact's (SPEC, "Conversion")."""
        await unit.session.execute(delete(ContactPoint).where(ContactPoint.lead_id == lead.id))
        await unit.session.execute(
            update(Lead)
            .where(Lead.id == lead.id)
            .values(contact_id=contact.id, updated_at=unit.at, updated_by=unit.order.actor_id, version=Lead.version + 1)
        )
        unit.touch("lead", lead.id)
        unit.touch("contact", contact.id)

    def _note(self, table: str, other: Record, ids: Sequence[int]) -> None:
        if ids:
            self._moved.setdefault(table, {})[str(other.id)] = list(ids)

    async def _tell(self, unit: Unit, survivor: Record, others: Sequence[Record]) -> None:
        names = [{"section": one.section.name, "id": one.id, "name": one.name} for one in others]
        await write_line(unit, TimelineKind.MERGED, survivor.section.clients(survivor.id), merged=names)
        for other in others:
            into = {"section": survivor.section.name, "id": survivor.id, "name": survivor.name}
            await write_line(unit, TimelineKind.MERGED, other.section.clients(other.id), into=into)


def united(field: FieldRecord, records: Sequence[Record]) -> FieldValue:
    """Points, options and texts of several records, each once."""
    values = [record.values.get(field.code) for record in records]
    if field.code in POINT_FIELDS:
        points: dict[str, ContactPointValue] = {}
        for value in values:
            for point in value if isinstance(value, tuple) else ():
                if isinstance(point, ContactPointValue):
                    points.setdefault(point.normal or point.value, point)
        return tuple(points.values())
    if field.type is FieldType.SEVERAL_OF:
        options = dict.fromkeys(one for value in values for one in (value if isinstance(value, tuple) else ()))
        return tuple(one for one in options if isinstance(one, int))
    texts = dict.fromkeys(value.strip() for value in values if isinstance(value, str))
    return "\n\n".join(text for text in texts if text)


def _keep_required(workplace: Workplace, survivor: Record, cleaned: Values) -> None:
    """What its stage needs can't be emptied by a merge either."""
    if survivor.section.staged:
        stage = workplace.registry.stage(survivor.row["stage_id"])
        emptied = emptied_required(workplace.registry, stage, survivor.values, {**survivor.values, **cleaned})
        if emptied:
            raise UserError("required_emptied", fields=emptied, stage=stage.name)


def _check_kinds(survivor: Record, others: Sequence[Record]) -> None:
    """A lead never takes a contact in; who became a deal, or has a contact, stays."""
    if survivor.section is CONTACT:
        return
    if survivor.section is not LEAD or any(other.section is not LEAD for other in others):
        raise UserError("merge_keep_contact")
    deals = [one for one in others if one.values.get("deal") is not None]
    if deals:
        raise UserError("merge_keep_deal", id=deals[0].id)
    contacts = {one.row["contact_id"] for one in (survivor, *others)} - {None}
    if len(contacts) > 1 or (contacts and survivor.row["contact_id"] is None):
        raise UserError("merge_apart_contacts")


__all__ = ["MOVED", "Merger", "united"]
