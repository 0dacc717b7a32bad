"""The SQL of a text search on both databases."""

import json
from collections.abc import Iterable

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    cast,
    column,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy import table as lightweight_table
from sqlalchemy.dialects.postgresql import JSONB

from app.models import Activity, Contact, Deal, Lead
from app.services.listed import ACTIVITIES, Listed, listed
from app.services.search.wording import Wanted, wanted

ESCAPE = "\\"


def text_condition(section: Listed, query: str, *, sqlite: bool) -> ColumnElement[bool] | None:
    """Rows in which everything of the query is found; None where the query asks for nothing."""
    parts = wanted(query)
    if not parts:
        return None
    if section.code == ACTIVITIES:
        return and_(*(_in_activity(part, sqlite=sqlite) for part in parts))
    return _in_norm(section, parts, sqlite=sqlite)


def phrase_condition(section: Listed, phrase: str, *, sqlite: bool) -> ColumnElement[bool]:
    """Rows that hold a normalised phrase anywhere in their search text."""
    return _in_norm(section, (Wanted((phrase,)),), sqlite=sqlite)


def like(expression: ColumnElement[str], fragment: str) -> ColumnElement[bool]:
    """LIKE with the fragment taken as it is: `%` and `_` are characters like any other."""
    return expression.like(f"%{escaped(fragment)}%", escape=ESCAPE)


def escaped(fragment: str) -> str:
    """The fragment for LIKE, without characters that mean something there."""
    for special in (ESCAPE, "%", "_"):
        fragment = fragment.replace(special, ESCAPE + special)
    return fragment


def folded(expression: ColumnElement[str], *, sqlite: bool) -> ColumnElement[str]:
    """A text column as `core.text.normalise` compares it, made in the database.

    On SQLite by the function itself (`db.sqlite_driver`), so only for rows that an index has already chosen.
    """
    if sqlite:
        return func.normalise(expression)
    return func.replace(func.regexp_replace(func.lower(expression), r"\s+", " ", "g"), "ё", "е")


def _in_norm(section: Listed, parts: Iterable[Wanted], *, sqlite: bool) -> ColumnElement[bool]:
    norm = section.table.c.norm
    if not sqlite:
        return section.table.c.id.in_(found_by_server(section, literal(patterns(parts)), null()))
    found = [part for part in parts if part.indexed]
    rest = [or_(*(like(norm, writing) for writing in part.writings)) for part in parts if not part.indexed]
    if found:
        rest.insert(0, section.table.c.id.in_(matches(section, found)))
    return and_(*rest)


def patterns(parts: Iterable[Wanted]) -> str:
    """What the server's search function is asked, as JSON: of each list one pattern must be found."""
    return json.dumps([[f"%{escaped(writing)}%" for writing in part.writings] for part in parts], ensure_ascii=False)


def found_by_server(
    section: Listed, wanted: ColumnElement[str], newest: ColumnElement[int] | ColumnElement[None]
) -> Select[tuple[int]]:
    """PostgreSQL: the ids that its search function finds within the rights (DATA.md, "Search").

    LIKE is not leakproof: under a policy the trigram index would never be used.
    """
    asked = func.search_ids(section.code, cast(wanted, JSONB), cast(newest, Integer))
    return select(asked.column_valued("found"))


def matches(section: Listed, parts: Iterable[Wanted]) -> Select[tuple[int]]:
    """SQLite: the ids that the trigram index finds. MATCH, not LIKE: it folds nothing (TECH-NOTES)."""
    index = lightweight_table(section.search_index, column("rowid", Integer))
    return select(index.c.rowid).where(literal_column(section.search_index).op("MATCH")(match_expression(parts)))


def newest_found(section: Listed, query: str, limit: int, *, sqlite: bool) -> Select[tuple[int]] | None:
    """The newest records in which everything is found, for who reads all; None where no index knows the words.

    Both databases read from the newest on and stop when there is enough.
    """
    parts = wanted(query)
    indexed = [part for part in parts if part.indexed]
    if section.code == ACTIVITIES or not indexed:
        return None
    table = section.table
    if not sqlite:
        found = found_by_server(section, literal(patterns(parts)), literal(limit)).subquery()
        return select(found.c.found).order_by(found.c.found.desc())
    hit = matches(section, indexed).subquery("hit")
    short = [or_(*(like(table.c.norm, one) for one in part.writings)) for part in parts if not part.indexed]
    newest = select(table.c.id).join(hit, hit.c.rowid == table.c.id).where(section.alive(), *short)
    return newest.order_by(hit.c.rowid.desc()).limit(limit)


def _in_activity(part: Wanted, *, sqlite: bool) -> ColumnElement[bool]:
    """The subject holds it, or the client does."""
    subject = folded(Activity.__table__.c.subject, sqlite=sqlite)
    clients = (
        owner.in_(select(entity.id).where(_in_norm(listed(code), (part,), sqlite=sqlite)))
        for code, entity, owner in (
            ("lead", Lead, Activity.lead_id),
            ("deal", Deal, Activity.deal_id),
            ("contact", Contact, Activity.contact_id),
        )
    )
    return or_(*(like(subject, writing) for writing in part.writings), *clients)


def match_expression(parts: Iterable[Wanted]) -> str:
    """FTS5's query: every writing a quoted string, so that no character of it is an operator."""
    groups = (" OR ".join(_quoted(writing) for writing in part.writings) for part in parts)
    return " AND ".join(f"({group})" for group in groups)


def _quoted(writing: str) -> str:
    doubled = writing.replace('"', '""')
    return f'"{doubled}"'
