"""Writes a preset's stages, blocks, fields and dictionaries as the office's own rows."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind
from app.core.text import sort_key
from app.models import (
    Block,
    CallResult,
    DealType,
    Field,
    FieldOption,
    Place,
    Source,
    Stage,
    StageRequirement,
    SubjectPreset,
)
from app.services.presets import Preset, PresetField


async def write_preset(session: AsyncSession, preset: Preset) -> None:
    """Add the rows to an empty office; positions follow the preset's order."""
    _add_dictionaries(session, preset)
    _add_activities(session, preset)
    fields = await _add_fields(session, preset)
    await _add_stages(session, preset, fields)


def _add_dictionaries(session: AsyncSession, preset: Preset) -> None:
    for number, source in enumerate(preset.sources):
        session.add(Source(code=source.code, name=source.name, sort_key=sort_key(source.name), position=number))
    for number, deal_type in enumerate(preset.deal_types):
        session.add(DealType(code=deal_type.code, name=deal_type.name, position=number))
    for number, place in enumerate(preset.places):
        session.add(Place(name=place.name, address=place.address, room=place.room, position=number))


def _add_activities(session: AsyncSession, preset: Preset) -> None:
    for activity in preset.activities:
        for number, subject in enumerate(activity.subjects):
            session.add(SubjectPreset(activity_kind=activity.kind, text=subject, position=number))
        for number, result in enumerate(activity.results):
            session.add(
                CallResult(
                    activity_kind=activity.kind,
                    code=result.code,
                    name=result.name,
                    reached=result.reached,
                    needs_comment=result.needs_comment,
                    position=number,
                )
            )


async def _add_fields(session: AsyncSession, preset: Preset) -> dict[tuple[Kind, str], int]:
    """Blocks, fields and options; the fields' ids by section and code."""
    added: list[tuple[PresetField, Field]] = []
    for section in (Kind.LEAD, Kind.DEAL, Kind.CONTACT):
        for number, block in enumerate(one for one in preset.blocks if one.section is section):
            block_row = Block(
                section=section, code=block.code, name=block.name, position=number, technical=block.technical
            )
            session.add(block_row)
            await session.flush()
            added += [(one, _field(one, block_row.id, position)) for position, one in enumerate(block.fields)]
    session.add_all(row for _, row in added)
    await session.flush()
    for one, row in added:
        for number, option in enumerate(one.options):
            session.add(FieldOption(field_id=row.id, code=option.code, name=option.name, position=number))
    return {(one.section, one.code): row.id for one, row in added}


def _field(one: PresetField, block_id: int, position: int) -> Field:
    return Field(
        section=one.section,
        block_id=block_id,
        code=one.code,
        name=one.name,
        field_type=one.field_type,
        builtin=one.builtin,
        slot=one.slot,
        scale=one.scale,
        unknown_allowed=one.unknown_allowed,
        position=position,
    )


async def _add_stages(session: AsyncSession, preset: Preset, fields: dict[tuple[Kind, str], int]) -> None:
    for section in (Kind.LEAD, Kind.DEAL):
        for number, stage in enumerate(preset.stages_of(section)):
            row = Stage(
                section=section,
                code=stage.code,
                name=stage.name,
                stage_kind=stage.stage_kind,
                tone=stage.tone,
                hint=stage.hint,
                position=number,
                queue_rank=stage.queue_rank,
            )
            session.add(row)
            await session.flush()
            for need in stage.requirements:
                field_id = fields[need.section, need.field]
                session.add(StageRequirement(stage_id=row.id, field_id=field_id, inherited=need.inherited))
    await session.flush()
