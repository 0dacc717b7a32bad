"""Drafts come back as they were typed, to their own person only."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.draft_file import MemoryDrafts
from app.core.clock import FixedClock
from app.core.errors import Offline
from app.core.fieldkinds import UNKNOWN
from app.db.engine import Database
from app.db.opening import open_database
from app.services.drafts import Drafts, from_plain, to_plain
from app.services.records.values import ContactPointValue, FileValue
from tests.support.gate import Gate
from tests.support.office import MANAGER, NOW, make_office, sit_down

PLACE = "lead:2184:about"
CONTENT = {
    "last_name": "Мироненко",
    "phones": (ContactPointValue("8 916 000-41-27", "+79160004127", "mobile"), ContactPointValue("не знает")),
    "total_debt": Decimal("640000.00"),
    "birth_date": date(1981, 6, 4),
    "meeting_at": datetime(2025, 11, 20, 14, 0, tzinfo=UTC),
    "mortgage": False,
    "property": (3, 5),
    "creditor_count": UNKNOWN,
    "questionnaire": (FileValue(7, "Анкета.pdf", 412_000),),
    "comment": None,
    "$": {"is": [1, "two"]},
}


async def test_draft_comes_back_with_values_of_their_own_types(database: Database) -> None:
    drafts = Drafts(await make_office(database))
    await drafts.keep(PLACE, {"last_name": "Миро"})
    await drafts.keep(PLACE, CONTENT)
    assert await drafts.get(PLACE) == CONTENT
    await drafts.drop(PLACE)
    assert await drafts.get(PLACE) is None


async def test_draft_is_its_own_persons(database: Database) -> None:
    clock = FixedClock(NOW)
    mine = Drafts(await make_office(database, clock))
    theirs = Drafts(await sit_down(database, clock, MANAGER))
    await mine.keep(PLACE, {"comment": "mine"})
    assert await theirs.get(PLACE) is None
    await theirs.drop(PLACE)
    assert await mine.get(PLACE) == {"comment": "mine"}


PLAIN = (
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False) | st.dates()
    | st.datetimes(timezones=st.just(UTC)) | st.just(UNKNOWN)
)  # fmt: skip
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner).map(tuple) | st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(VALUES)
def test_any_field_value_survives(value: object) -> None:
    assert from_plain(to_plain(value)) == value


async def test_drafts_wait_for_the_server_and_follow_when_it_is_back(postgresql_url: str) -> None:
    database = await open_database(postgresql_url)
    async with Gate(database.url.port or 0) as gate:
        office = await make_office(database)
        through = await open_database(database.url.set(port=gate.port).render_as_string(hide_password=False))
        workplace, unsent = await sit_down(through, FixedClock(NOW), MANAGER), MemoryDrafts()
        drafts, elsewhere = Drafts(workplace, unsent), Drafts(await sit_down(database, FixedClock(NOW), MANAGER))
        await drafts.keep(PLACE, {"comment": "before"})
        await gate.shut()
        await drafts.keep(PLACE, CONTENT)
        await drafts.drop("lead:1:loans")
        assert await drafts.get(PLACE) == CONTENT
        assert await drafts.get("lead:1:loans") is None
        with pytest.raises(Offline):
            await drafts.send()
        assert await elsewhere.get(PLACE) == {"comment": "before"}
        await gate.open()
        await workplace.database.reconnect()
        await drafts.send()
        assert await elsewhere.get(PLACE) == CONTENT
        assert unsent.all() == {}
        await gate.shut()
        await drafts.keep(PLACE, {"comment": "typed here"})
        later = Drafts(await sit_down(database, FixedClock(NOW + timedelta(minutes=1)), MANAGER))
        await later.keep(PLACE, {"comment": "typed elsewhere since"})
        assert await drafts.get(PLACE) == {"comment": "typed here"}
        await gate.open()
        await workplace.database.reconnect()
        assert await drafts.get(PLACE) == {"comment": "typed elsewhere since"}
        await drafts.send()
        assert await elsewhere.get(PLACE) == {"comment": "typed elsewhere since"}
        assert unsent.all() == {}
        for one in (workplace, elsewhere._workplace, office):
            await one.database.close()
        await through.close()
    await database.close()
