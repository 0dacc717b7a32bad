"""One statement for everything that a search looks for, made once for each shape of a query."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column,
    literal,
    literal_column,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy import table as lightweight_table

from app.core.text import search_terms
from app.services.listed import CONTACTS, DEALS, LEADS, Listed, listed, without_index
from app.services.rights import Rights
from app.services.search.conditions import ESCAPE, escaped, found_by_server, match_expression, patterns
from app.services.search.wording import Wanted

SECTIONS: Final = (LEADS, DEALS, CONTACTS)
"""In the order in which equally good hits stand."""

_LAST_CHARACTER: Final = "\U0010ffff"
_SHARED: Final = (
    "id", "title", "last_name", "first_name", "middle_name", "phone", "email", "responsible_id", "next_activity_at",
    "created_at",
)  # fmt: skip
_OWN: Final = {"stage_id": BigInteger, "contact_id": BigInteger, "deal_type_id": BigInteger, "contract_number": Text}
_MOST_SHAPES: Final = 64

Found = Select[Any]  # Any: the columns are read by name
Statement = CompoundSelect[Any]  # Any: likewise


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes a statement another one; words themselves are parameters."""

    exact: bool
    """Whether the query may be a record's number."""
    parts: tuple[tuple[bool, int], ...]
    """Of each thing wanted: whether the trigram index finds it, and in how many writings."""

    @property
    def anywhere(self) -> bool:
        """Whether the index can be asked at all: short words alone would be looked for in every record."""
        return any(indexed for indexed, _ in self.parts)


class Statements:
    """The statements of one employee's searches."""

    def __init__(self) -> None:
        self._made: dict[Shape, Statement] = {}
        self._rights: Rights | None = None

    def find(self, shape: Shape, rights: Rights, *, sqlite: bool) -> Statement:
        """The statement for a shape: by number, by the beginning of the name, the newest that hold everything."""
        if rights is not self._rights or len(self._made) >= _MOST_SHAPES:
            self._made, self._rights = {}, rights
        if shape not in self._made:
            found = (one for code in SECTIONS for one in _of_section(listed(code), shape, rights, sqlite=sqlite))
            self._made[shape] = union_all(*(select(one.subquery()) for one in found))
        return self._made[shape]


def shape_of(parts: Sequence[Wanted], exact: int | None) -> Shape:
    """The shape of a query."""
    return Shape(exact is not None, tuple((part.indexed, len(part.writings)) for part in parts))


def parameters(text: str, parts: Sequence[Wanted], exact: int | None, limit: int, *, sqlite: bool) -> dict[str, object]:
    """What a query's statement is given; each way of finding gives up to `limit` records."""
    begins = " ".join(search_terms(text))
    given: dict[str, object] = {"begins": begins, "ends": begins + _LAST_CHARACTER, "most": limit}
    if exact is not None:
        given["exact"] = exact
    indexed = [part for part in parts if part.indexed]
    if not indexed:
        return given
    if not sqlite:
        return {**given, "patterns": patterns(parts)}
    given["matching"] = match_expression(indexed)
    for number, part in enumerate(parts):
        if not part.indexed:
            given.update((_name(number, one), f"%{escaped(word)}%") for one, word in enumerate(part.writings))
    return given


def _of_section(section: Listed, shape: Shape, rights: Rights, *, sqlite: bool) -> Iterator[Found]:
    table = section.table
    readable, most = _readable(section, rights, sqlite=sqlite), bindparam("most", type_=Integer)
    begins = table.c.sort_key >= bindparam("begins"), table.c.sort_key < bindparam("ends")
    yield readable.where(*begins).order_by(table.c.sort_key).limit(most)
    if shape.exact:
        yield readable.where(table.c.id == bindparam("exact", type_=BigInteger)).limit(most)
    if shape.anywhere:
        yield _newest(section, shape, readable, sqlite=sqlite).limit(most)


def _newest(section: Listed, shape: Shape, readable: Found, *, sqlite: bool) -> Found:
    """SQLite reads its index from the newest on and stops when there is enough; PostgreSQL asks its function."""
    table = section.table
    if not sqlite:
        hits = found_by_server(section, bindparam("patterns", type_=Text), bindparam("most", type_=Integer))
        return readable.where(table.c.id.in_(hits)).order_by(table.c.id.desc())
    words = [
        or_(*(table.c.norm.like(bindparam(_name(number, one)), escape=ESCAPE) for one in range(writings)))
        for number, (indexed, writings) in enumerate(shape.parts)
        if not indexed
    ]
    index = lightweight_table(section.search_index, column("rowid", Integer))
    found = select(index.c.rowid).where(literal_column(section.search_index).op("MATCH")(bindparam("matching")))
    hit = found.subquery("found")
    return readable.join(hit, hit.c.rowid == table.c.id).where(*words).order_by(hit.c.rowid.desc())


def _readable(section: Listed, rights: Rights, *, sqlite: bool) -> Found:
    """Rows within the rights, found by something else: an index of responsibles would lead to far too many."""
    query = select(literal(section.code).label("section"), *_columns(section.table)).where(section.alive())
    if section.reads_all(rights):
        return query
    readable = section.readable(rights, sqlite=sqlite)
    return query.where(without_index(readable) if sqlite else readable)


def _columns(table: Table) -> list[ColumnElement[Any]]:  # Any: of different types
    own = (table.c[name] if name in table.c else cast(null(), kind).label(name) for name, kind in _OWN.items())
    return [*(table.c[name] for name in _SHARED), *own]


def _name(part: int, writing: int) -> str:
    return f"word_{part}_{writing}"
