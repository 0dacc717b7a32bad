"""What can be done with many records at once; each act takes a piece of them inside an open unit."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import select, update

from app.core.errors import UserError
from app.core.kinds import Right, TimelineKind
from app.core.text import display_name
from app.db.unit import Unit
from app.services.clients.cleaning import clean_values
from app.services.clients.handing import goes_out_of_sight, hand_over
from app.services.clients.reading import Record
from app.services.clients.sections import Section
from app.services.clients.service import ClientService
from app.services.clients.staged import StagedService
from app.services.clients.writing import write_many
from app.services.lines import write_lines
from app.services.records.bulk import Piece, Refused
from app.services.records.values import Values
from app.services.workplace import Workplace

Row = Mapping[str, Any]  # Any: as columns hold


class Act(Protocol):
    """One act; `first` is how many records its first transaction takes."""

    name: str
    first: int

    async def perform(self, unit: Unit, ids: Sequence[int]) -> Piece: ...


class _Plain:
    """An act that asks nothing of a record's values: alike records are written by one statement."""

    name = ""
    first = 200
    right = Right.CHANGE

    def __init__(self, workplace: Workplace, section: Section) -> None:
        self.workplace = workplace
        self.section = section

    async def perform(self, unit: Unit, ids: Sequence[int]) -> Piece:
        piece = Piece()
        rows = await read_rows(unit, self.section, ids)
        chosen: list[Row] = []
        for record_id in ids:
            row = rows.get(record_id)
            error = self._refusal(record_id, row)
            if error is not None:
                piece.refused.append(Refused(record_id, shown(self.workplace, self.section, row), error))
            elif row is None or self.is_done(row):
                piece.already += 1
            else:
                chosen.append(row)
        if chosen:
            await self.write(unit, chosen)
            piece.done = [row["id"] for row in chosen]
            unit.touch(self.section.name, *piece.done)
        return piece

    def is_done(self, row: Row) -> bool:
        """Whether the record is as wanted."""
        raise AssertionError("each act says it")

    async def write(self, unit: Unit, rows: Sequence[Row]) -> None:
        """Write the records."""
        raise AssertionError("each act says it")

    async def _update(self, unit: Unit, rows: Sequence[Row], **columns: object) -> None:
        entity = self.section.entity
        await unit.session.execute(
            update(entity)
            .where(entity.id.in_([row["id"] for row in rows]))
            .values(**columns, updated_at=unit.at, updated_by=unit.order.actor_id, version=entity.version + 1)
        )

    def _refusal(self, record_id: int, row: Row | None) -> UserError | None:
        if row is None:
            return UserError("not_found", kind=self.section.name, id=record_id)
        if row["deleted_at"] is not None:
            return UserError("in_bin", kind=self.section.name, id=record_id)
        if not self.workplace.rights.allows(self.section.kind, self.right, row["responsible_id"]):
            return UserError("not_allowed", kind=self.section.name, right=self.right.value)
        return None


class Assign(_Plain):
    """Hand over; planned activities stay with whom they were planned for, as with one record."""

    name = "assign"

    def __init__(self, workplace: Workplace, section: Section, employee_id: int) -> None:
        """Raises FieldErrors for someone who doesn't work here."""
        super().__init__(workplace, section)
        clean_values(workplace.registry, workplace.zone, section, {"responsible": employee_id}, workplace.currency)
        self._employee_id = employee_id

    def is_done(self, row: Row) -> bool:
        return bool(row["responsible_id"] == self._employee_id)

    async def write(self, unit: Unit, rows: Sequence[Row]) -> None:
        gone = goes_out_of_sight(self.workplace, self.section.kind, self._employee_id)
        handed_on = {} if gone else {"responsible_id": self._employee_id}
        await self._update(unit, rows, **handed_on)
        told: list[tuple[Any, dict[str, object]]] = []
        for row in rows:
            handed: dict[str, object] = {"before": row["responsible_id"], "after": self._employee_id}
            told.append((self.section.clients(row["id"]), handed))
        await write_lines(unit, TimelineKind.RESPONSIBLE, told)
        if gone:
            await hand_over(unit, self.section.kind, [row["id"] for row in rows], self._employee_id)


class Delete(_Plain):
    """Put into the bin."""

    name = "delete"
    right = Right.DELETE

    def is_done(self, row: Row) -> bool:
        return False

    async def write(self, unit: Unit, rows: Sequence[Row]) -> None:
        await self._update(unit, rows, deleted_at=unit.at, deleted_by=unit.order.actor_id)


class Checked:
    """An act that each record's own values decide: all are read at once, then each is checked, then all are written."""

    name = ""
    first = 100

    def __init__(self, service: ClientService) -> None:
        self._service = service

    async def perform(self, unit: Unit, ids: Sequence[int]) -> Piece:
        piece = Piece()
        found = await self._service.read_many(unit, ids)
        chosen: list[tuple[Record, Values]] = []
        for record_id in ids:
            try:
                record = self._service.held(record_id, found.get(record_id))
                values = self.check(record)
            except UserError as error:
                piece.refused.append(self._refused(record_id, found.get(record_id), error))
                continue
            if values is None:
                piece.already += 1
            else:
                chosen.append((record, values))
        if chosen:
            await self.write(unit, chosen, piece)
        return piece

    def check(self, record: Record) -> Values | None:
        """What to write, None where nothing changes; raises what refuses the record."""
        raise AssertionError("each act says it")

    async def write(self, unit: Unit, chosen: Sequence[tuple[Record, Values]], piece: Piece) -> None:
        """Write the records and note them as done."""
        raise AssertionError("each act says it")

    def _refused(self, record_id: int, record: Record | None, error: UserError) -> Refused:
        row = None if record is None else record.row
        return Refused(record_id, shown(self._service.workplace, self._service.section, row), error)


class SetValues(Checked):
    """Give fields a value."""

    name = "edit"

    def __init__(self, service: ClientService, values: Values) -> None:
        super().__init__(service)
        self._values = values

    def check(self, record: Record) -> Values | None:
        return self._service.to_put(record, self._values) or None

    async def write(self, unit: Unit, chosen: Sequence[tuple[Record, Values]], piece: Piece) -> None:
        workplace, section = self._service.workplace, self._service.section
        await write_many(unit, workplace.registry, workplace.zone, section, chosen)
        piece.done = [record.id for record, _ in chosen]


class Move(Checked):
    """Move to a stage; the common values fill only what a record lacks."""

    name = "move"

    def __init__(self, service: StagedService, stage_id: int, values: Values, reason: str) -> None:
        super().__init__(service)
        self._staged = service
        self._stage_id = stage_id
        self._values = values
        self._reason = reason

    def check(self, record: Record) -> Values | None:
        if record.row["stage_id"] == self._stage_id:
            return None
        values: Values = {}
        if self._values:
            lacking = {field.code for field in self._staged.needs_of(record, self._stage_id).missing}
            values = {code: value for code, value in self._values.items() if code in lacking}
        return self._staged.to_move(record, self._stage_id, values, self._reason)

    async def write(self, unit: Unit, chosen: Sequence[tuple[Record, Values]], piece: Piece) -> None:
        if not self._staged.plans_meeting(self._stage_id):
            await self._staged.move_many(unit, chosen, self._stage_id, self._reason)
            piece.done = [record.id for record, _ in chosen]
            return
        for record, values in chosen:  # the meeting is planned after the move: a savepoint takes a refused one back
            try:
                async with unit.session.begin_nested():
                    await self._staged.move_held(unit, record, self._stage_id, values, reason=self._reason)
            except UserError as error:
                piece.refused.append(self._refused(record.id, record, error))
            else:
                piece.done.append(record.id)


async def read_rows(unit: Unit, section: Section, ids: Sequence[int], *, hold: bool = True) -> dict[int, Row]:
    """The records' rows; held until the unit ends in the order of their numbers, so that two runs never cross."""
    table = section.entity.__table__
    query = select(table).where(table.c.id.in_(ids)).order_by(table.c.id)
    if hold:
        query = query.with_for_update()
    return {row["id"]: dict(row) for row in (await unit.session.execute(query)).mappings()}


def shown(workplace: Workplace, section: Section, row: Row | None) -> str:
    """The name, where the employee may read it."""
    if row is None:
        return ""
    owners = (row["responsible_id"], row.get("lead_responsible_id"))
    if not workplace.rights.allows(section.kind, Right.READ, *owners):
        return ""
    return display_name(row["last_name"], row["first_name"], row["middle_name"]) or str(row["title"])
