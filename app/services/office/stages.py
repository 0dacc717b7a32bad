"""The stages of leads and deals as an administrator edits them: names, hints, colours, order, what they require."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import StageKind
from app.core.text import sort_key
from app.db.unit import Unit
from app.models import Stage, StageRequirement
from app.services.clients.requirements import CONVERTED
from app.services.clients.sections import fields_of, section_named
from app.services.office.base import OfficePage, require_seen
from app.services.office.leaving import leave_stage
from app.services.people.workplaces import relearn
from app.services.records.office import FieldRecord, StageRecord
from app.services.registry import Registry
from app.services.texts import typed_line, typed_text

MOST: Final = 40
_KINDS: Final = (StageKind.WORKING, StageKind.SUCCESS, StageKind.FAILURE)


@dataclass(frozen=True, slots=True)
class StageDraft:
    """A stage as the page shows and saves it."""

    id: int | None
    """None: a new one."""
    name: str
    kind: StageKind
    tone: str
    hint: str = ""
    required: frozenset[str] = frozenset()
    """Codes of the section's fields that this stage itself adds to what earlier ones require."""
    here_only: frozenset[str] = field(default=frozenset())
    """Of these, those that later stages don't inherit."""


Stages = tuple[StageDraft, ...]


class OfficeStages(OfficePage):
    """One section at a time, in its order: working, success, failure."""

    def stored(self, section: str) -> Stages:
        return _drafts(self._workplace.registry, section)

    def fields(self, section: str) -> tuple[FieldRecord, ...]:
        """What can be required on entering a stage."""
        return fields_of(self._workplace.registry, section)

    async def counts(self, section: str) -> Mapping[int, int]:
        """How many records stand on each stage."""
        entity = section_named(section).entity.__table__.c
        query = select(entity.stage_id, func.count()).where(entity.deleted_at.is_(None)).group_by(entity.stage_id)
        async with self._workplace.database.read() as session:
            return {row[0]: row[1] for row in await session.execute(query)}

    async def save(self, section: str, seen: Stages, wanted: Sequence[StageDraft]) -> None:
        """Store the section's stages anew; those left out stay (see `delete`).

        Raises UserError: "not_allowed", "stage_name_missing", "stage_named_twice", "stages_too_many";
        Conflict("settings_changed").
        """
        rows = _tidied(wanted)
        async with self._changing("stages", section=section) as (unit, stored):
            before = _drafts(Registry(stored), section)
            require_seen(seen, before)
            known = {one.id: one for one in before}
            fields = {one.code: one.id for one in self.fields(section)}
            for position, one in enumerate(rows):
                stage_id = await self._write(unit, section, one, position, stored.stages.get(one.id or 0))
                if one.id is None or known[one.id].required != one.required or known[one.id].here_only != one.here_only:
                    await _require(unit.session, stage_id, one, fields)

    async def delete(self, section: str, stage_id: int, target_id: int | None) -> int:
        """Take a stage out of use; its records go to another one. Returns how many went.

        The records' fields aren't asked for: the card says what is missing. Raises UserError: "not_allowed",
        "stage_gone", "stage_needed", "stage_target_missing".
        """
        workplace = self._workplace
        self._require_right()
        await relearn(workplace)
        target = self._check_target(section, stage_id, target_id)
        order = workplace.order("settings.stage.delete", section=section, stage=stage_id, target=target_id)
        moved = await leave_stage(workplace, order, section_named(section), stage_id, target)
        await relearn(workplace)
        return moved

    def _check_target(self, section: str, stage_id: int, target_id: int | None) -> StageRecord | None:
        stages = {one.id: one for one in self._workplace.registry.stages(section)}
        stage = stages.get(stage_id)
        if stage is None:
            raise UserError("stage_gone", stage=stage_id)
        alike = [one for one in stages.values() if one.kind is stage.kind]
        if stage.code == CONVERTED or len(alike) == 1:
            raise UserError("stage_needed", stage=stage.name)
        target = stages.get(target_id) if target_id is not None else None
        if target_id is not None and (target is None or target.id == stage_id or target.code == CONVERTED):
            raise UserError("stage_target_missing")
        return target

    async def _write(self, unit: Unit, section: str, one: StageDraft, position: int, before: StageRecord | None) -> int:
        values = {"name": one.name, "hint": one.hint, "tone": one.tone, "position": position}
        if one.id is None or before is None:
            code = await _new_code(unit.session, section)
            added = insert(Stage).values(section=section, code=code, stage_kind=one.kind, queue_rank=8, **values)
            stage_id = await unit.session.scalar(added.returning(Stage.id))
            assert stage_id is not None, "an insert returns its key"
            return int(stage_id)
        if (before.name, before.hint, before.tone, before.position) != tuple(values.values()):
            await unit.session.execute(update(Stage).where(Stage.id == one.id).values(**values))
        return one.id


def _drafts(registry: Registry, section: str) -> Stages:
    own = {one.code for one in fields_of(registry, section)}
    stages = sorted(registry.stages(section), key=lambda one: (_KINDS.index(one.kind), one.position))
    return tuple(
        StageDraft(
            one.id, one.name, one.kind, one.tone, one.hint, frozenset(one.required) & own,
            frozenset(one.required_here_only) & own,
        )
        for one in stages
    )  # fmt: skip


def _tidied(wanted: Sequence[StageDraft]) -> Stages:
    rows = tuple(
        replace(
            one, name=typed_line(one.name, "name"), hint=typed_text(one.hint), here_only=one.here_only & one.required
        )
        for one in sorted(wanted, key=lambda one: _KINDS.index(one.kind))
    )
    if len(rows) > MOST:
        raise UserError("stages_too_many", most=MOST)
    for one in rows:
        if not sort_key(one.name):
            raise UserError("stage_name_missing")
        if [sort_key(other.name) for other in rows].count(sort_key(one.name)) > 1:
            raise UserError("stage_named_twice", name=one.name)
    return rows


async def _require(session: AsyncSession, stage_id: int, one: StageDraft, fields: Mapping[str, int]) -> None:
    """Write what the stage adds; requirements of other sections' fields (a deal's, at conversion) stay."""
    ids = list(fields.values())
    own = (StageRequirement.stage_id == stage_id) & StageRequirement.field_id.in_(ids)
    await session.execute(delete(StageRequirement).where(own))
    rows = [
        {"stage_id": stage_id, "field_id": fields[code], "inherited": code not in one.here_only}
        for code in sorted(one.required)
        if code in fields
    ]
    if rows:
        await session.execute(insert(StageRequirement), rows)


async def _new_code(session: AsyncSession, section: str) -> str:
    """A code that no stage of the section ever had."""
    taken = set(await session.scalars(select(Stage.code).where(Stage.section == section)))
    return next(code for number in range(1, len(taken) + 2) if (code := f"own_{number}") not in taken)
