"""What the office gives to an import: zone and currency, the names it knows, its preset's headings and synonyms."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind
from app.core.text import display_name
from app.models import Employee, Login, Source
from app.services.importing.headings import FIELD, NOT_TAKEN, Mapping, mapping_from_json, recognise
from app.services.importing.known import Known
from app.services.importing.layout import Layout
from app.services.importing.values import Office
from app.services.preferences import Preferences
from app.services.presets import Preset, load_preset
from app.services.records.office import FieldRecord
from app.services.workplace import Workplace

SECTION = Kind.LEAD


def cells_office(workplace: Workplace, at: datetime) -> Office:
    """What cells are read by; `at` is the import's beginning, so that one continued later reads them the same."""
    return Office(workplace.zone, workplace.currency, at.astimezone(workplace.zone).date())


def lead_fields(workplace: Workplace) -> tuple[FieldRecord, ...]:
    """The fields that columns may fill."""
    return workplace.registry.fields(SECTION)


async def mapping_for(workplace: Workplace, layout: Layout) -> Mapping:
    """The mapping of a file: as remembered for its headings where there is one, else as its headings say."""
    found = _recognised(workplace, layout)
    remembered = await Preferences(workplace).get(_key(found)) if any(found.headings) else None
    if not isinstance(remembered, dict):
        return found
    try:
        targets = mapping_from_json(remembered).targets
    except ValueError:
        return found
    if len(targets) != len(found.targets):
        return found
    known = {f"{FIELD}{one.code}" for one in lead_fields(workplace)}
    for column, target in enumerate(targets):
        gone = target.startswith(FIELD) and target not in known
        found = found.with_target(column, NOT_TAKEN if gone else target)
    return found


async def remember_mapping(workplace: Workplace, layout: Layout, mapping: Mapping) -> None:
    """Keep a mapping for files with the same headings; one that is as recognised needs no keeping."""
    recognised = _recognised(workplace, layout)
    if any(mapping.headings):
        kept = None if mapping.targets == recognised.targets else mapping.to_json()
        await Preferences(workplace).set(_key(mapping), kept)


def _key(mapping: Mapping) -> str:
    return f"import.mapping.{mapping.signature}"


def _recognised(workplace: Workplace, layout: Layout) -> Mapping:
    fields = lead_fields(workplace)
    preset = _preset(workplace)
    return recognise(
        layout.headings,
        fields,
        sum_field=workplace.registry.sum_field(SECTION),
        synonyms={heading: one.code for one in preset.fields_of(SECTION) for heading in one.headings}
        if preset
        else None,
        sample=layout.sample,
    )


async def known_names(session: AsyncSession, workplace: Workplace) -> Known:
    """The names of stages, sources and employees, the preset's further writings of them included."""
    preset = _preset(workplace)
    stages = [(stage.name, stage.id) for stage in workplace.registry.stages(SECTION)]
    sources = await _live_sources(session)
    named_sources = [(name, number) for number, name, _ in sources]
    if preset is not None:
        ids = {stage.code: stage.id for stage in workplace.registry.stages(SECTION)}
        stages += [
            (word, ids[one.code])
            for one in preset.stages_of(SECTION)
            if one.code in ids
            for word in (*one.synonyms, one.code)
        ]
        codes = {code: number for number, _, code in sources if code}
        named_sources += [
            (word, codes[one.code]) for one in preset.sources if one.code in codes for word in one.synonyms
        ]
    return Known.of(stages, named_sources, await _people(session))


async def _live_sources(session: AsyncSession) -> list[tuple[int, str, str | None]]:
    rows = await session.execute(
        select(Source.id, Source.name, Source.code).where(Source.deleted_at.is_(None)).order_by(Source.position)
    )
    return [(row.id, row.name, row.code) for row in rows]


async def _people(session: AsyncSession) -> list[tuple[str, int]]:
    """Employees by each way their name is written; those at work first, then those who left with their login."""
    has_login = select(Login.id).where(Login.employee_id == Employee.id).exists()
    rows = await session.execute(
        select(Employee.id, Employee.name, Employee.last_name, Employee.first_name, Employee.middle_name)
        .where(or_(Employee.active, has_login))
        .order_by(Employee.active.desc(), Employee.id)
    )
    people = []
    for row in rows:
        writings = (
            row.name,
            display_name(row.last_name, row.first_name, ""),
            display_name(row.last_name, row.first_name, row.middle_name),
        )
        people += [(name, row.id) for name in dict.fromkeys(writings) if name]
    return people


def _preset(workplace: Workplace) -> Preset | None:
    """The preset that the office began with; None where this program has none of that name."""
    code = workplace.registry.setting("preset")
    try:
        return load_preset(code, workplace.language) if isinstance(code, str) else None
    except KeyError:
        return None
