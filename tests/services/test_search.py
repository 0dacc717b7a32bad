"""The text condition of lists and the global search, on both databases."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.core.text import clean_line, normalise
from app.db.engine import Database
from app.services.lists.service import Lists
from app.services.records.lists import Filter, Sort
from app.services.search.service import Search
from app.services.workplace import Workplace
from tests.services.lists.making import add_contacts, add_deals, add_leads
from tests.support.asynchronous import until
from tests.support.office import MANAGER, make_office, sit_down

NINA = {
    "last_name": "Гаврилова-Шмидт", "first_name": "Нина", "phone": "+79876543210", "email": "nina.g@primer.test",
    "comment": "Кредиты в трёх банках, скидка 10%_*",
}  # fmt: skip


@pytest.fixture
async def workplace(database: Database) -> Workplace:
    return await make_office(database)


async def found(workplace: Workplace, query: str) -> list[int]:
    vector = await Lists(workplace).ids("lead", Filter(text=query), Sort("number"))
    return [int(one) for one in vector]


PIECES = (
    "8(987) 654-32-10", "(987) 654-32-10", "654-32-10", "+7 987 6543210", "9876543210", "6543", "8987654", "79876",
    "гаврил", "ГАВРИЛОВА", "нина гаврилова", "Гавр Ни", "рилова-ш", "шм", "трех", "ТРЁХ БАНКАХ", "10%", "%_*",
    "nina.g@", "PRIMER", "нина 6543", "шмидт 8 (987) 654", "а", "",
)  # fmt: skip
ABSENT = ("иванов нет", "65431", "a%b", "NEAR", "-нина", '" OR "', "Ni_a", "\\", "_в", "()", "'", '"')
STRANGE = ("%_\"'*()", "\\%_", "x" * 10_000, "слово " * 2_000, "🙂🙂🙂", "\x00\u202e", "שלום", "''''", "*", "{a b}:")


async def test_a_client_is_found_by_any_piece_and_by_nothing_else(workplace: Workplace) -> None:
    nina, _other = await add_leads(
        workplace, NINA, {"last_name": "Якоб", "phone": "+74951112233", "comment": "скидки нет"}
    )
    assert [piece for piece in PIECES if nina not in await found(workplace, piece)] == []
    assert [piece for piece in ABSENT if nina in await found(workplace, piece)] == []


async def test_no_query_is_an_error(workplace: Workplace) -> None:
    await add_leads(workplace, NINA)
    for query in STRANGE:
        await found(workplace, query)
        await Search(workplace).find(query)


async def test_signs_are_characters_like_any_other(workplace: Workplace) -> None:
    percent, _ = await add_leads(workplace, {"title": "100% да"}, {"title": "1000 да"})
    assert await found(workplace, "100%") == [percent]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=3, max_size=20), data=st.data())
async def test_every_piece_of_a_name_finds_it(workplace: Workplace, name: str, data: st.DataObject) -> None:
    cleaned = clean_line(name)
    if not normalise(cleaned):
        return
    (lead,) = await add_leads(workplace, {"last_name": cleaned})
    start = data.draw(st.integers(0, len(cleaned) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned)))
    piece = normalise(cleaned)[start:end] if len(normalise(cleaned)) == len(cleaned) else normalise(cleaned)
    if any(len(word) >= 3 for word in piece.split()) and not any(char.isdecimal() for char in piece):
        assert lead in await found(workplace, piece)


async def hits(workplace: Workplace, query: str) -> list[tuple[str, int, str]]:
    return [(hit.section, hit.id, hit.matched) for hit in await Search(workplace).find(query)]


async def test_the_global_search_covers_leads_deals_and_contacts(workplace: Workplace) -> None:
    (contact,) = await add_contacts(workplace, NINA)
    (lead,) = await add_leads(workplace, NINA)
    (deal,) = await add_deals(workplace, {**NINA, "contact_id": contact})
    for query, matched in (("6543210", "phone"), ("нина", "name"), ("nina.g@primer", "email"), ("трёх", "text")):
        assert await hits(workplace, query) == [
            ("lead", lead, matched), ("deal", deal, matched), ("contact", contact, matched),
        ]  # fmt: skip


async def test_the_best_match_comes_first(workplace: Workplace) -> None:
    inside, word, begins, closed, texts = await add_leads(
        workplace,
        {"last_name": "Великоивановский", "first_name": "Пётр"},
        {"last_name": "Петров", "first_name": "Ивановей"},
        {"last_name": "Иванов", "first_name": "Сергей"},
        {"last_name": "Иванов", "first_name": "Сергей", "stage": "refused"},
        {"last_name": "Котов", "comment": "муж Ивановой"},
    )
    order = [one for _, one, _ in await hits(workplace, "иванов")]
    assert order == [begins, closed, word, inside, texts]


async def test_a_whole_phone_is_better_than_its_digits_elsewhere(workplace: Workplace) -> None:
    part, whole = await add_leads(
        workplace, {"last_name": "Ааа", "phone": "+79161234567"}, {"last_name": "Яяя", "phone": "+79991234567"}
    )
    assert [one for _, one, _ in await hits(workplace, "8 (999) 123-45-67")] == [whole]
    assert {one for _, one, _ in await hits(workplace, "123-45")} == {part, whole}


async def test_a_number_finds_its_record_and_its_contract(workplace: Workplace) -> None:
    (contact,) = await add_contacts(workplace, {"last_name": "Котова"})
    lead, other = await add_leads(workplace, {"last_name": "Первый"}, {"last_name": "Другой"})
    (deal,) = await add_deals(
        workplace, {"contact_id": contact, "contract_number": "Б-17/2025", "own_norm": "б-17/2025"}
    )
    assert ("lead", lead, "number") in await hits(workplace, f"№ {lead}")
    assert ("lead", other, "number") not in await hits(workplace, f"№ {lead}")
    assert await hits(workplace, "Б-17/2025") == [("deal", deal, "number")]


async def test_one_letter_finds_the_names_that_begin_with_it(workplace: Workplace) -> None:
    first, _other = await add_leads(workplace, {"last_name": "Щукин"}, {"last_name": "Лещёв"})
    assert await hits(workplace, "щ") == [("lead", first, "name")]


async def test_the_search_stays_within_the_rights(database: Database, workplace: Workplace) -> None:
    manager = await sit_down(database, workplace.clock, MANAGER)
    own, _foreign = await add_leads(workplace, {**NINA, "responsible_id": manager.actor.employee_id}, NINA)
    assert [one for _, one, _ in await hits(manager, "нина")] == [own]


async def test_deleted_clients_are_not_found(workplace: Workplace) -> None:
    await add_leads(workplace, {**NINA, "deleted_at": workplace.now()})
    assert await hits(workplace, "нина") == []


async def test_cancelling_stops_the_query_in_the_database(database: Database, workplace: Workplace) -> None:
    if database.is_sqlite:
        endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    else:
        endless = "SELECT pg_sleep(600)"
    task = asyncio.create_task(_run(database, endless))
    if not database.is_sqlite:
        await _until_running(database, running=True)
    else:
        await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(5):
        if not database.is_sqlite:
            await _until_running(database, running=False)
        await Search(workplace).find("нина")


async def _run(database: Database, query: str) -> Any:
    async with database.read() as session:
        return await session.scalar(text(query))


async def _until_running(database: Database, *, running: bool) -> None:
    seen: list[bool] = []

    async def look() -> None:
        while not seen or seen[-1] is not running:
            async with database.read() as session:
                query = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'"
                seen.append(bool(await session.scalar(text(query))))

    task = asyncio.create_task(look())
    await until(task.done)
    await task
