"""Give many records tags, and take others away."""

from collections.abc import Collection, Sequence

from app.core.errors import UserError
from app.db.unit import Unit
from app.services.bulk.acts import Checked
from app.services.clients.reading import Record
from app.services.clients.service import ClientService
from app.services.clients.writing import write_many
from app.services.records.bulk import Piece
from app.services.records.values import Values
from app.services.tags import TAGS


class Tag(Checked):
    """A record's other tags stay."""

    name = "tag"

    def __init__(self, service: ClientService, added: Collection[int], removed: Collection[int]) -> None:
        """Raises UserError("nothing_to_do") where no tag is named."""
        super().__init__(service)
        if not added and not removed:
            raise UserError("nothing_to_do")
        self._added, self._removed = tuple(added), frozenset(removed)

    def check(self, record: Record) -> Values | None:
        present = record.values.get(TAGS)
        before = tuple(one for one in present if isinstance(one, int)) if isinstance(present, tuple) else ()
        after = tuple(one for one in dict.fromkeys((*before, *self._added)) if one not in self._removed)
        if set(after) == set(before):
            return None
        return self._service.to_put(record, {TAGS: after}) or None

    async def write(self, unit: Unit, chosen: Sequence[tuple[Record, Values]], piece: Piece) -> None:
        workplace, section = self._service.workplace, self._service.section
        await write_many(unit, workplace.registry, workplace.zone, section, chosen)
        piece.done = [record.id for record, _ in chosen]
