"""Finds leads by the number that they have in the other system, where no phone or email finds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import Kind
from app.core.text import sort_key
from app.models import ImportBatch, Lead
from app.services.importing.headings import Mapping
from app.services.importing.request import request_from_json
from app.services.importing.rows import ImportRow
from app.services.importing.writing.matching import Target, pieces

_PIECE: Final = 500
_NUMBER: Final = "origin_id"
_NAMES: Final = ("last_name", "first_name", "middle_name")

_Lead = Row[int, int, str, str, str, str]
"""Number, responsible, title and the parts of the name."""


@dataclass(slots=True)
class Origins:
    """The numbers that files of one kind have brought before.

    Many a table merely counts its rows, so a number finds the lead of the same name alone; only in the very same
    file it needs none. A kind of file is its row of headings and the column that numbers are taken from.
    """

    _same_file: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Leads by number in the other system."""
    _same_kind: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    async def known(
        cls, session: AsyncSession, mapping: Mapping, file_sha256: str, *, besides: str | None = None
    ) -> "Origins":
        """What imports have left of files like this one; `besides` is the operation of the import itself."""
        found = cls()
        if _NUMBER not in mapping.targets:
            return found
        batches = await session.execute(select(ImportBatch.operation_id, ImportBatch.file_sha256, ImportBatch.plan))
        for operation_id, digest, plan in batches.all():
            if operation_id == besides:
                continue
            if digest == file_sha256:
                await _add(session, operation_id, found._same_file)
            elif _kind(request_from_json(plan["request"]).mapping) == _kind(mapping):
                await _add(session, operation_id, found._same_kind)
        return found

    async def targets(self, session: AsyncSession, rows: Iterable[ImportRow]) -> dict[int, Target]:
        """The leads of those of the rows that are known by their number, by the row's line."""
        candidates = {
            row.line: (row, self._same_file.get(row.origin_id, ()), self._same_kind.get(row.origin_id, ()))
            for row in rows
            if row.origin_id in self._same_file or row.origin_id in self._same_kind
        }
        there = await _leads(session, {number for _, *both in candidates.values() for ids in both for number in ids})
        found: dict[int, Target] = {}
        for line, (row, certain, likely) in candidates.items():
            fitting = [number for number in certain if number in there]
            fitting = fitting or [number for number in likely if number in there and _is_named(row, there[number])]
            if fitting:
                newest = max(fitting)
                found[line] = Target(Kind.LEAD, newest, there[newest].responsible_id)
        return found


async def _add(session: AsyncSession, operation_id: str, numbers: dict[str, tuple[int, ...]]) -> None:
    brought = select(Lead.origin_id, Lead.id).where(
        Lead.import_id == operation_id, Lead.origin_id.is_not(None), Lead.deleted_at.is_(None)
    )
    for number, lead_id in await session.execute(brought):
        numbers[str(number)] = (*numbers.get(str(number), ()), lead_id)


async def _leads(session: AsyncSession, ids: set[int]) -> dict[int, _Lead]:
    found = {}
    for piece in pieces(sorted(ids), _PIECE):
        columns = (Lead.id, Lead.responsible_id, Lead.title, Lead.last_name, Lead.first_name, Lead.middle_name)
        for lead in await session.execute(select(*columns).where(Lead.id.in_(piece), Lead.deleted_at.is_(None))):
            found[lead.id] = lead
    return found


def _is_named(row: ImportRow, lead: _Lead) -> bool:
    """Whether the row names the lead: by the name where it has one, else by the title."""
    parts = [str(row.values.get(part) or "") for part in _NAMES]
    if any(parts):
        return _form(parts) == _form((lead.last_name, lead.first_name, lead.middle_name))
    title = str(row.values.get("title") or "")
    return bool(title) and _form((title,)) == _form((lead.title,))


def _form(parts: Sequence[str]) -> str:
    return sort_key(" ".join(part for part in parts if part))


def _kind(mapping: Mapping | None) -> tuple[str, int] | None:
    if mapping is None or _NUMBER not in mapping.targets:
        return None
    return mapping.signature, mapping.targets.index(_NUMBER)
