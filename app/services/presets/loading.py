"""Reading a preset file of resources/presets into the records of one language."""

import tomllib
from datetime import time
from functools import partial
from pathlib import Path

from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, Kind, Right, Scope, StageKind
from app.services.presets import checks
from app.services.presets.records import (
    Preset,
    PresetActivity,
    PresetBlock,
    PresetDepartment,
    PresetError,
    PresetField,
    PresetItem,
    PresetOption,
    PresetPlace,
    PresetRequirement,
    PresetResult,
    PresetRight,
    PresetRole,
    PresetRule,
    PresetSource,
    PresetStage,
    PresetSummary,
    PresetTemplate,
)
from app.services.presets.tables import LANGUAGES, Table
from resources import resource_path

_SECTIONS = (Kind.LEAD, Kind.DEAL, Kind.CONTACT)
_LAST_IN_QUEUE = 9
_DEFAULT = "legal"


def available_presets(language: str) -> tuple[PresetSummary, ...]:
    """What there is to choose from, the default first."""
    codes = sorted(path.stem for path in resource_path("presets").glob("*.toml"))
    presets = [load_preset(code, language) for code in sorted(codes, key=_DEFAULT.__ne__)]
    return tuple(PresetSummary(preset.code, preset.name, preset.description) for preset in presets)


def load_preset(code: str, language: str) -> Preset:
    """The preset of this code in "ru" or "en".

    Raises KeyError for a code or language that isn't there, PresetError for a file that contradicts itself.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    path = resource_path("presets") / f"{code}.toml"
    if not code.isidentifier() or not path.is_file():
        raise KeyError(code)
    return read_preset(path, language)


def read_preset(path: Path, language: str) -> Preset:
    """The preset of a file, checked whole."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PresetError(f"{path.name}: {error}") from error
    with Table(content, path.stem, language) as table:
        preset = _preset(table)
    checks.check(preset)
    return preset


def _preset(table: Table) -> Preset:
    stages: list[PresetStage] = []
    blocks: list[PresetBlock] = []
    for section in _SECTIONS:
        with table.take_table(section.value) as part:
            stages += part.take_tables("stages", partial(_stage, section))
            blocks += part.take_tables("blocks", partial(_block, section))
    with table.take_table("workday") as workday:
        start, end = _clock(workday, "start"), _clock(workday, "end")
    with table.take_table("sums") as summed:
        sums = {summed.one_of(Kind, key): summed.take(key, str) for key in summed.keys_left()}
    return Preset(
        code=table.take("code", str),
        language=table.language,
        name=table.take_text("name"),
        description=table.take_text("description"),
        country=table.take("country", str),
        currency=table.take("currency", str),
        zone=table.take("zone", str),
        week=table.take_all("week", int),
        workday_start=start,
        workday_end=end,
        sums=sums,
        stages=tuple(stages),
        blocks=tuple(blocks),
        sources=table.take_tables("sources", _source),
        deal_types=table.take_tables("deal_types", _item),
        payment_methods=table.take_tables("payment_methods", _item),
        places=table.take_tables("places", _place),
        departments=table.take_tables("departments", _department),
        activities=table.take_tables("activities", _activity),
        rules=table.take_tables("rules", _rule),
        roles=table.take_tables("roles", _role),
        templates=table.take_tables("templates", _template),
    )


def _clock(table: Table, key: str) -> time:
    try:
        return time.fromisoformat(table.take(key, str))
    except ValueError as error:
        raise PresetError(f"{table.place}: {key}: {error}") from error


def _stage(section: Kind, table: Table) -> PresetStage:
    names = table.take_both("name")
    needs = [_requirement(section, name, inherited=True) for name in table.take_all("requires", str)]
    needs += [_requirement(section, name, inherited=False) for name in table.take_all("requires_here", str)]
    return PresetStage(
        section=section,
        code=table.take("code", str),
        name=names[table.language],
        stage_kind=table.take_enum("kind", StageKind),
        tone=table.take("tone", str),
        hint=table.take_text("hint"),
        queue_rank=table.take("queue_rank", int, _LAST_IN_QUEUE),
        requirements=tuple(needs),
        synonyms=table.take_synonyms("synonyms", names),
    )


def _requirement(section: Kind, name: str, *, inherited: bool) -> PresetRequirement:
    of_section, dot, field = name.rpartition(".")
    return PresetRequirement(Kind(of_section) if dot else section, field, inherited)


def _block(section: Kind, table: Table) -> PresetBlock:
    return PresetBlock(
        section=section,
        code=table.take("code", str),
        name=table.take_text("name"),
        technical=table.take("technical", bool, False),
        fields=table.take_tables("fields", partial(_field, section)),
    )


def _field(section: Kind, table: Table) -> PresetField:
    names = table.take_both("name")
    column = table.take_optional("column")
    return PresetField(
        section=section,
        code=table.take("code", str),
        name=names[table.language],
        field_type=table.take_enum("type", FieldType),
        column=column,
        slot=table.take_optional("slot"),
        unknown_allowed=table.take("unknown", bool, False),
        scale=table.take("scale", int, 0),
        several=table.take("several", bool, False),
        refers=table.take_optional("refers"),
        options=table.take_tables("options", _option),
        headings=() if column else table.take_synonyms("headings", names),
    )


def _option(table: Table) -> PresetOption:
    names = table.take_both("name")
    return PresetOption(table.take("code", str), names[table.language], table.take_synonyms("synonyms", names))


def _source(table: Table) -> PresetSource:
    names = table.take_both("name")
    return PresetSource(table.take("code", str), names[table.language], table.take_synonyms("synonyms", names))


def _item(table: Table) -> PresetItem:
    return PresetItem(table.take("code", str), table.take_text("name"))


def _place(table: Table) -> PresetPlace:
    return PresetPlace(
        table.take("code", str), table.take_text("name"), table.take_text("address"), table.take_text("room")
    )


def _department(table: Table) -> PresetDepartment:
    return PresetDepartment(table.take("code", str), table.take_text("name"), table.take("executing", bool, False))


def _activity(table: Table) -> PresetActivity:
    return PresetActivity(
        kind=table.take_enum("kind", ActivityKind),
        minutes=table.take("minutes", int),
        remind_minutes=table.take_all("remind_minutes", int),
        subjects=table.take_texts("subjects"),
        results=table.take_tables("results", _result),
    )


def _result(table: Table) -> PresetResult:
    return PresetResult(
        code=table.take("code", str),
        name=table.take_text("name"),
        reached=table.take("reached", bool, True),
        needs_comment=table.take("comment", bool, True),
    )


def _rule(table: Table) -> PresetRule:
    with table.take_table("numbers") as numbers:
        found = {key: numbers.take(key, int) for key in numbers.keys_left()}
    return PresetRule(table.take("code", str), table.take_text("name"), table.take("mode", str), found)


def _role(table: Table) -> PresetRole:
    rights: list[PresetRight] = []
    with table.take_table("rights") as kinds:
        for kind in kinds.keys_left():
            with kinds.take_table(kind) as cells:
                rights += [_right(kind, cells, right) for right in cells.keys_left()]
    return PresetRole(table.take("code", str), table.take_text("name"), tuple(rights))


def _right(kind: str, cells: Table, right: str) -> PresetRight:
    return PresetRight(kind, cells.one_of(Right, right), cells.take_enum(right, Scope))


def _template(table: Table) -> PresetTemplate:
    return PresetTemplate(
        table.take("code", str), table.take_text("name"), table.take_all("channels", str), table.take_text("text")
    )
