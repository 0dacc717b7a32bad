"""Words as they are typed: absent, rare and frequent ones; pieces of phones."""

from collections.abc import AsyncIterator
from functools import partial

from app.services.records.lists import Filter, Sort
from app.services.search.conditions import match_expression
from app.services.search.wording import wanted
from tests.benchmarks.figures import Figure
from tests.benchmarks.measuring import measured
from tests.benchmarks.offices import BenchOffice
from tests.benchmarks.reading import COLUMNS, PAGE, PAGE_FIELDS

WORDS = {"absent": "ъъщщ", "rare": "Ржевская Пелагея", "frequent": "Анна"}
NEWEST = Sort("number", descending=True)
PHONE = """
SELECT normal FROM contact_point
WHERE point_kind = 'phone' AND normal IS NOT NULL AND id >= (SELECT max(id) / 2 FROM contact_point) ORDER BY id LIMIT 1
"""
"""One from the middle: the first are a row of noughts, which no index tells from all others."""


async def searching(office: BenchOffice) -> AsyncIterator[Figure]:
    """The search line of a list, and the global search over all sections."""
    lists, search = office.services.lists, office.services.search
    for name, word in WORDS.items():
        chosen = Filter(text=word)
        limit = (5.0, 30.0) if name == "frequent" else 5.0

        async def first(chosen: Filter = chosen) -> object:
            found = await lists.first_ids("lead", chosen, NEWEST, PAGE)
            if found is None:
                found = (await lists.ids("lead", chosen, NEWEST))[:PAGE]
            return await lists.rows("lead", found, COLUMNS)

        yield await measured(office, f"list by a name, {name}: first 100", first, _query(office, word), target=limit)
        yield await measured(office, f"global search by a name, {name}", partial(search.find, word), target=limit)
    frequent = Filter(text=WORDS["frequent"])
    yield await measured(
        office, "exact count of a frequent name", lambda: lists.count("lead", frequent),
        f"SELECT count(*) FROM lead WHERE deleted_at IS NULL AND {_found(office, WORDS['frequent'])}", target=(30, 150),
    )  # fmt: skip
    ((phone,),) = await office.raw.fetch(PHONE)
    for digits in (3, 4, 7):
        piece = str(phone)[-digits:]
        yield await measured(
            office, f"global search by {digits} digits of a phone", partial(search.find, piece),
            _query(office, piece), target=(5, 15),
        )  # fmt: skip


def _query(office: BenchOffice, words: str) -> str:
    return (
        f"SELECT {PAGE_FIELDS} FROM lead WHERE deleted_at IS NULL AND {_found(office, words)}"
        f" ORDER BY id DESC LIMIT {PAGE}"
    )


def _found(office: BenchOffice, words: str) -> str:
    parts = wanted(words)
    if office.kind == "sqlite":
        return f"id IN (SELECT rowid FROM lead_search WHERE lead_search MATCH '{match_expression(parts)}')"
    return " AND ".join(_any_of(part.writings) for part in parts)


def _any_of(writings: tuple[str, ...]) -> str:
    likes = " OR ".join(f"norm LIKE '%{writing}%'" for writing in writings)
    return f"({likes})"
