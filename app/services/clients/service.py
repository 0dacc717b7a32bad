"""What can be done with a lead, deal or contact alike: open, edit, hand over, delete, restore."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import Conflict, UserError
from app.core.kinds import Kind, Right, TimelineKind
from app.db.unit import Unit
from app.services.clients.cleaning import clean_values
from app.services.clients.handing import goes_out_of_sight, hand_over
from app.services.clients.reading import Record, read_record, read_records, renewed, to_card
from app.services.clients.requirements import emptied_required
from app.services.clients.sections import Section
from app.services.clients.writing import write_values
from app.services.lines import write_line
from app.services.records.clients import ClientCard
from app.services.records.values import FieldValue, Values
from app.services.workplace import Workplace


class ViewLog(Protocol):
    """Notes in the history that a record was opened."""

    async def note_view(self, kind: Kind, ref: int) -> None: ...


class ClientService:
    """The operations that the three sections share."""

    def __init__(self, workplace: Workplace, section: Section, views: ViewLog) -> None:
        self.workplace = workplace
        self.section = section
        self._views = views

    @property
    def kind(self) -> Kind:
        return self.section.kind

    async def card(self, record_id: int) -> ClientCard:
        """The record with all its values; that it was opened is written into the history.

        Raises UserError: "not_found", "not_allowed".
        """
        database = self.workplace.database
        async with database.read() as session:
            record = await self._read(session, record_id)
        try:
            self._require(Right.READ, record)
        except UserError:
            await database.refused(self.workplace.order(f"{self.section.name}.read", ref=record_id))
            raise
        await self._views.note_view(self.kind, record_id)
        return self._card(record)

    async def edit(self, record_id: int, version: int, values: Values, before: Values | None = None) -> ClientCard:
        """Save changed values; `before` are the values the form was filled with.

        Where somebody saved meanwhile, other fields are merged. Raises Conflict("record_changed", fields=…)
        on the same field, FieldErrors on bad input, UserError("required_emptied", fields=…) where a field
        required so far would be emptied.
        """
        workplace = self.workplace
        async with workplace.database.write(workplace.order(f"{self.section.name}.edit", ref=record_id)) as unit:
            record = await self._locked(unit, record_id)
            self._require(Right.CHANGE, record)
            cleaned = clean_values(workplace.registry, workplace.zone, self.section, values, record.currency)
            if record.row["version"] != version:
                self._refuse_overwriting(record, cleaned, before)
            self._keep_required(record, cleaned)
            heir = cleaned.get("responsible")
            if heir not in (None, record.row["responsible_id"]):
                await self._hand_over(unit, record, heir)
            own, gone = self._without_heir(cleaned)
            columns = await write_values(unit, workplace.registry, workplace.zone, record, own)
            saved = await renewed(unit.session, workplace.registry, workplace.zone, record, own, columns)
            if gone is not None:
                await hand_over(unit, self.kind, [record_id], gone)
                saved.row = {**saved.row, "responsible_id": gone}
        return self._card(saved)

    async def assign(self, record_id: int, employee_id: int) -> None:
        """Hand the record over. Raises UserError("responsible_left") for someone who doesn't work here any more."""
        workplace = self.workplace
        async with workplace.database.write(workplace.order(f"{self.section.name}.assign", ref=record_id)) as unit:
            record = await self._locked(unit, record_id)
            self._require(Right.CHANGE, record)
            chosen: Values = {"responsible": employee_id}
            cleaned = clean_values(workplace.registry, workplace.zone, self.section, chosen, record.currency)
            if employee_id != record.row["responsible_id"]:
                await self._hand_over(unit, record, employee_id)
                own, gone = self._without_heir(cleaned)
                await write_values(unit, workplace.registry, workplace.zone, record, own)
                if gone is not None:
                    await hand_over(unit, self.kind, [record_id], gone)

    async def hold(self, unit: Unit, record_id: int, right: Right = Right.CHANGE) -> Record:
        """The record for an act inside an open unit. Raises UserError: "not_found", "in_bin", "not_allowed"."""
        record = await self._locked(unit, record_id)
        self._require(right, record)
        return record

    async def read_many(self, unit: Unit, ids: Sequence[int]) -> dict[int, Record]:
        """Records for acts inside an open unit, held until it ends; `held` says which of them may be acted on."""
        workplace = self.workplace
        return await read_records(unit.session, workplace.registry, workplace.zone, self.section, ids, lock=True)

    def held(self, record_id: int, record: Record | None, right: Right = Right.CHANGE) -> Record:
        """A record that was read with others. Raises UserError: "not_found", "in_bin", "not_allowed"."""
        if record is None:
            raise UserError("not_found", kind=self.section.name, id=record_id)
        if record.row["deleted_at"] is not None:
            raise UserError("in_bin", kind=self.section.name, id=record_id)
        self._require(right, record)
        return record

    def to_put(self, record: Record, values: Values) -> Values:
        """What storing values would write; nothing where the record holds them. Raises what editing raises."""
        workplace = self.workplace
        cleaned = clean_values(workplace.registry, workplace.zone, self.section, values, record.currency)
        if all(_same(record.values.get(code), value) for code, value in cleaned.items()):
            return {}
        self._keep_required(record, cleaned)
        return cleaned

    async def delete(self, record_id: int) -> None:
        """Put the record into the bin, where it stays 30 days."""
        await self._set_deleted(record_id, deleted=True)

    async def restore(self, record_id: int) -> None:
        """Take the record out of the bin: who deleted it, or a supervisor."""
        await self._set_deleted(record_id, deleted=False)

    async def _set_deleted(self, record_id: int, *, deleted: bool) -> None:
        workplace = self.workplace
        word = "delete" if deleted else "restore"
        async with workplace.database.write(workplace.order(f"{self.section.name}.{word}", ref=record_id)) as unit:
            record = await self._locked(unit, record_id, in_bin=not deleted)
            if deleted or record.row["deleted_by"] != workplace.actor.employee_id:
                self._require(Right.DELETE, record)
            by = workplace.actor.employee_id if deleted else None
            # restored by hand, it is no longer part of the record that it was merged into
            alone = {"merged_into_id": None} if "merged_into_id" in record.row else {}
            await write_values(
                unit,
                workplace.registry,
                workplace.zone,
                record,
                {},
                deleted_at=unit.at if deleted else None,
                deleted_by=by,
                **alone,
            )
            if not deleted:
                await write_line(unit, TimelineKind.RESTORED, self.section.clients(record_id))

    async def _read(self, session: AsyncSession, record_id: int) -> Record:
        return await read_record(session, self.workplace.registry, self.workplace.zone, self.section, record_id)

    async def _locked(self, unit: Unit, record_id: int, *, in_bin: bool = False) -> Record:
        """The record held until the unit ends. Raises UserError("not_found") where it is (not) in the bin."""
        workplace = self.workplace
        record = await read_record(unit.session, workplace.registry, workplace.zone, self.section, record_id, lock=True)
        if (record.row["deleted_at"] is not None) is not in_bin:
            raise UserError("in_bin" if not in_bin else "not_in_bin", kind=self.section.name, id=record_id)
        return record

    async def _hand_over(self, unit: Unit, record: Record, employee_id: FieldValue) -> None:
        """Tell the timeline; planned activities stay with whom they were planned for."""
        await write_line(
            unit,
            TimelineKind.RESPONSIBLE,
            self.section.clients(record.id),
            before=record.row["responsible_id"],
            after=employee_id,
        )

    def _without_heir(self, cleaned: Values) -> tuple[Values, int | None]:
        """The values to write now, and who gets the record last of all, where that takes it out of sight."""
        heir = cleaned.get("responsible")
        if not isinstance(heir, int) or not goes_out_of_sight(self.workplace, self.kind, heir):
            return cleaned, None
        return {code: value for code, value in cleaned.items() if code != "responsible"}, heir

    def _require(self, right: Right, record: Record) -> None:
        owners = record.owners if right is Right.READ else (record.row["responsible_id"],)
        self.workplace.rights.require(self.kind, right, *owners)

    def _card(self, record: Record) -> ClientCard:
        owner = record.row["responsible_id"]
        rights = self.workplace.rights
        return to_card(
            record,
            can_change=rights.allows(self.kind, Right.CHANGE, owner) and record.row["deleted_at"] is None,
            can_delete=rights.allows(self.kind, Right.DELETE, owner),
        )

    def _refuse_overwriting(self, record: Record, cleaned: Values, before: Values | None) -> None:
        """Three-way: a field is in conflict where it changed meanwhile to something else than is saved now."""
        collided = tuple(
            code
            for code, mine in cleaned.items()
            if not _same(record.values.get(code), mine)
            and (before is None or not _same(record.values.get(code), before.get(code)))
        )
        if collided:
            raise Conflict(
                "record_changed", kind=self.section.name, id=record.id, fields=collided, by=record.row["updated_by"]
            )

    def _keep_required(self, record: Record, cleaned: Values) -> None:
        if not self.section.staged:
            return
        stage = self.workplace.registry.stage(record.row["stage_id"])
        emptied = emptied_required(self.workplace.registry, stage, record.values, {**record.values, **cleaned})
        if emptied:
            raise UserError("required_emptied", fields=emptied, stage=stage.name)


def _same(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values mean the same; nothing, an empty text and an empty list do."""
    return one == other or (one in (None, "", ()) and other in (None, "", ()))
