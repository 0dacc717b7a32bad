"""Which blocks a card shows, with which fields, and what of them is required."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.fieldkinds import FieldType
from app.core.kinds import StageKind
from app.services.clients.requirements import required_codes
from app.services.clients.sections import fields_of, is_read_only
from app.services.records.clients import ClientCard
from app.services.records.office import BlockRecord, FieldRecord, StageRecord
from app.services.records.values import Values
from app.services.registry import Registry
from app.views.cards.reading import CardData
from app.views.cards.sections import Look

NAME_FIELDS = ("last_name", "first_name", "middle_name")
_IN_HEADER = frozenset({"title", "responsible", "source", "payments", *NAME_FIELDS})
"""Shown elsewhere on the card: the header, the panel of payments."""


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """A block of one record."""

    key: str
    """"lead.about": what its draft and its folding are kept under."""
    block: BlockRecord
    fields: tuple[FieldRecord, ...]
    shown: frozenset[str]
    """Codes of the fields that are read here; the others stand in the header."""
    editable: frozenset[str]
    counted: tuple[str, ...]
    """Required somewhere on the way to success."""
    kept: frozenset[str]
    """Required so far: can't be emptied."""
    needed_for: Mapping[str, str]
    """The stage that first asks for a field still ahead."""
    of_lead: bool = False
    """A lead's block on a deal's card."""

    @property
    def is_locked(self) -> bool:
        return self.block.technical

    @property
    def file_fields(self) -> tuple[FieldRecord, ...]:
        return tuple(field for field in self.fields if field.type is FieldType.FILE)

    def progress(self, values: Values) -> tuple[int, int]:
        """How many of the required fields are filled, and of how many."""
        filled = sum(1 for code in self.counted if values.get(code) not in (None, "", ()))
        return filled, len(self.counted)


def plan_blocks(registry: Registry, look: Look, data: CardData) -> tuple[BlockPlan, ...]:
    """The section's own blocks, then, on a deal, those of its lead."""
    writable = {field.code for field in fields_of(registry, look.section) if not is_read_only(field)}
    own = _blocks(registry, look.section, data.card, writable if data.card.can_change else set())
    if not look.lead_blocks:
        return tuple(own)
    taken = {field.code for field in registry.fields(look.section)}
    carried = writable - taken if data.card.can_change else set()
    lead = _blocks(registry, "lead", data.lead, carried, without=frozenset(taken), of_lead=True)
    return (*own, *lead)


def _blocks(
    registry: Registry,
    section: str,
    card: ClientCard | None,
    writable: set[str],
    *,
    without: frozenset[str] = frozenset(),
    of_lead: bool = False,
) -> Iterator[BlockPlan]:
    stage = registry.stage(card.stage_id) if card is not None and card.stage_id is not None else None
    ahead = _ahead(registry, section, stage)
    kept = frozenset(required_codes(registry, stage)) if stage is not None else frozenset()
    goal = _goal_codes(registry, section)
    for block in registry.blocks(section):
        fields = tuple(
            field for field in registry.fields(section) if field.block_id == block.id and field.code not in without
        )
        if not fields:
            continue
        codes = {field.code for field in fields}
        hidden = _IN_HEADER if section != "contact" else frozenset({"title", "responsible"})
        if section == "deal":
            hidden |= {"contact"}
        yield BlockPlan(
            key=f"{section}.{block.code}",
            block=block,
            fields=fields,
            shown=frozenset(codes - hidden),
            editable=frozenset() if block.technical else frozenset(codes & writable),
            counted=tuple(code for code in goal if code in codes),
            kept=frozenset() if of_lead else kept & codes,
            needed_for={code: name for code, name in ahead.items() if code in codes},
            of_lead=of_lead,
        )


def _goal_codes(registry: Registry, section: str) -> tuple[str, ...]:
    goals = [one for one in registry.stages(section) if one.kind is StageKind.SUCCESS]
    return required_codes(registry, goals[0]) if goals else ()


def _ahead(registry: Registry, section: str, stage: StageRecord | None) -> dict[str, str]:
    """Fields that coming stages ask for, by the name of the first that does."""
    if stage is None or stage.kind is not StageKind.WORKING:
        return {}
    here = set(required_codes(registry, stage))
    found: dict[str, str] = {}
    for coming in registry.stages(section):
        if coming.kind is StageKind.FAILURE or coming.position <= stage.position:
            continue
        for code in coming.required:
            if code not in here:
                found.setdefault(code, coming.name)
    return found
