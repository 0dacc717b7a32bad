"""What was typed and not saved yet, by place; it survives the window, the program and the workstation.

While the database can't be reached drafts wait in a file of the person, and follow when it is back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import delete, select

from app.core.errors import Offline
from app.core.fieldkinds import UNKNOWN, Unknown
from app.db.unit import WriteOrder
from app.models import Draft
from app.services.ports import UnsentDrafts
from app.services.records.values import ContactPointValue, FileValue
from app.services.upserts import upsert
from app.services.workplace import Workplace

TAG: Final = "$"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What was typed while the database could not be reached; without content: the draft is to be dropped."""

    content: object
    at: datetime


class Drafts:
    """The drafts of the signed-in employee; a place is a text such as "lead:2184:about"."""

    def __init__(self, workplace: Workplace, unsent: UnsentDrafts | None = None) -> None:
        self._workplace = workplace
        self._unsent = unsent

    async def keep(self, place: str, content: Mapping[str, object]) -> None:
        """Keep texts, numbers and field values; what was kept at this place before is replaced."""
        await self._put(place, {name: to_plain(value) for name, value in content.items()})

    async def get(self, place: str) -> dict[str, object] | None:
        """What was kept, values of their own types again; None where there is no draft."""
        waiting = self._waiting().get(place)
        query = select(Draft.content, Draft.at).where(Draft.employee_id == self._owner, Draft.place == place)
        try:
            async with self._workplace.database.read() as session:
                stored = (await session.execute(query)).one_or_none()
        except Offline:
            if waiting is None:
                raise
            stored = None
        found: object = stored.content if stored is not None else None
        if waiting is not None and not (stored is not None and stored.at > waiting.at):
            found = waiting.content
        return {name: from_plain(value) for name, value in found.items()} if isinstance(found, Mapping) else None

    async def drop(self, place: str) -> None:
        """Forget the draft of a place, once it is saved or thrown away."""
        await self._put(place, None)

    async def send(self) -> None:
        """The database is back: bring it what was typed meanwhile, unless something was typed elsewhere since.

        Raises Offline where it has gone again.
        """
        for place, waiting in self._waiting().items():
            await self._write(place, waiting.content, waiting.at, late=True)
            self._forget(place)

    async def _put(self, place: str, content: object) -> None:
        now = self._workplace.now()
        try:
            await self._write(place, content, now)
        except Offline:
            if self._unsent is None:
                raise
            self._unsent.keep(place, {"at": now.isoformat(), "content": content})
        else:
            self._forget(place)

    async def _write(self, place: str, content: object, at: datetime, *, late: bool = False) -> None:
        """Keep or drop what was typed at a moment; where it comes late, what was typed after it stays."""
        database = self._workplace.database
        row = {"employee_id": self._owner, "place": place}
        async with database.write(self._order("draft.drop" if content is None else "draft.keep")) as unit:
            if late:
                stored = await unit.session.scalar(select(Draft.at).filter_by(**row))
                if stored is not None and stored > at:
                    return
            if content is None:
                await unit.session.execute(delete(Draft).filter_by(**row))
            else:
                await unit.session.execute(upsert(database, Draft, row, {"content": content, "at": at}))

    def _waiting(self) -> Mapping[str, _Waiting]:
        return {} if self._unsent is None else {place: _waiting(kept) for place, kept in self._unsent.all().items()}

    def _forget(self, place: str) -> None:
        if self._unsent is not None:
            self._unsent.forget(place)

    def _order(self, kind: str) -> WriteOrder:
        return WriteOrder(kind, self._owner, self._workplace.now(), record=False)

    @property
    def _owner(self) -> int:
        return self._workplace.actor.employee_id


def _waiting(kept: object) -> _Waiting:
    """As the person's file has it; one of an earlier version doesn't say when, and is the oldest."""
    if isinstance(kept, dict) and kept.keys() == {"at", "content"}:
        return _Waiting(kept["content"], datetime.fromisoformat(str(kept["at"])))
    return _Waiting(kept, datetime.min.replace(tzinfo=UTC))


_TO_PLAIN: Final[dict[type, tuple[str, Callable[[Any], object]]]] = {
    # Any: each function is called only with a value of the type beside it.
    Unknown: ("unknown", lambda _value: None),
    Decimal: ("decimal", str),
    datetime: ("moment", datetime.isoformat),
    date: ("day", date.isoformat),
    ContactPointValue: ("point", lambda point: [point.value, point.normal, point.label]),
    FileValue: ("file", lambda file: [file.attachment_id, file.name, file.size]),
    tuple: ("tuple", lambda values: [to_plain(one) for one in values]),
    dict: ("map", lambda values: {str(name): to_plain(one) for name, one in values.items()}),
}
_FROM_PLAIN: Final[dict[str, Callable[[Any], object]]] = {
    # Any: what stands beside a tag is what `_TO_PLAIN` made for it.
    "unknown": lambda _content: UNKNOWN,
    "decimal": Decimal,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "point": lambda content: ContactPointValue(*content),
    "file": lambda content: FileValue(*content),
    "tuple": lambda content: tuple(from_plain(one) for one in content),
    "map": lambda content: {name: from_plain(one) for name, one in content.items()},
}


def to_plain(value: object) -> object:
    """A field's value as JSON can hold it; what JSON has no word for goes with a tag."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list):
        return [to_plain(one) for one in value]
    tag, write = _TO_PLAIN[type(value)]
    return {TAG: tag, "is": write(value)}


def from_plain(stored: object) -> object:
    """What `to_plain` made, as it was."""
    if isinstance(stored, list):
        return [from_plain(one) for one in stored]
    if isinstance(stored, dict):
        return _FROM_PLAIN[stored[TAG]](stored["is"])
    return stored
