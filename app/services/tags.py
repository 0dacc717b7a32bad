"""Tags of leads, deals and contacts: free words that people add as they go, kept as the options of one field.

A deal carries its lead's tags, so the two sections have the same; contacts have their own.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, select

from app.core.errors import UserError
from app.core.kinds import Kind, Right
from app.core.text import clean_line, normalise
from app.models import FieldOption
from app.services.clients.sections import fields_of
from app.services.records.office import FieldRecord, OptionRecord
from app.services.workplace import Workplace

TAGS: Final = "tags"
LONGEST: Final = 60
"""Characters of a tag."""


class Tags:
    """The words there are, and new ones."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def field(self, section: str) -> FieldRecord | None:
        """The field that holds a section's tags; None where an administrator deleted it."""
        fields = fields_of(self._workplace.registry, section)
        return next((field for field in fields if field.code == TAGS), None)

    def all(self, section: str) -> tuple[OptionRecord, ...]:
        """A section's tags by name."""
        field = self.field(section)
        return tuple(sorted(field.options, key=lambda option: normalise(option.name))) if field is not None else ()

    async def ensure(self, section: str, names: Sequence[str]) -> tuple[int, ...]:
        """The numbers of these tags; what is new is added, another writing of the same word is the same tag.

        Raises UserError: "not_allowed", "tags_gone", "text_too_long".
        """
        workplace, field = self._workplace, self.field(section)
        workplace.rights.require(Kind(section), Right.CHANGE)
        if field is None:
            raise UserError("tags_gone")
        wanted = {normalise(name): clean_line(name) for name in names if normalise(name)}
        if any(len(name) > LONGEST for name in wanted.values()):
            raise UserError("text_too_long", limit=LONGEST)
        known = {normalise(option.name): option.id for option in field.options}
        if wanted.keys() - known.keys():
            known |= await self._add(field.id, wanted)
        return tuple(known[key] for key in wanted)

    async def _add(self, field_id: int, wanted: dict[str, str]) -> dict[str, int]:
        """Others may have added one of them a moment ago: the dictionary is read within the transaction."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("tags.add")) as unit:
            rows = await unit.session.execute(
                select(FieldOption.id, FieldOption.name).where(
                    FieldOption.field_id == field_id, FieldOption.deleted_at.is_(None)
                )
            )
            known = {normalise(row.name): row.id for row in rows}
            last = (
                await unit.session.scalar(
                    select(func.max(FieldOption.position)).where(FieldOption.field_id == field_id)
                )
                or 0
            )
            for key, name in wanted.items():
                if key not in known:
                    last += 1
                    option = FieldOption(field_id=field_id, name=name, position=last)
                    unit.session.add(option)
                    await unit.session.flush()
                    known[key] = option.id
            unit.touch("settings")
        async with workplace.database.read() as session:
            await workplace.registry.reload(session)
        return known
