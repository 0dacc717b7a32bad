"""Profiles: everybody reads all, each writes their own; interests go from one to another by a click."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.db.engine import Database
from app.db.opening import open_database
from app.services.profiles import LARGEST_PHOTO, Profiles
from app.services.records.profiles import ProfileText
from tests.support.employees import signed_in_as
from tests.support.office import EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down

OLGA = ProfileText("Кравцова", "Ольга", "Игоревна", "Ведущий менеджер", "+7 495 000-22-40", "", "каб. 304", "О себе")


async def test_one_s_own_profile_is_written_and_read_by_all(database: Database) -> None:
    olga = await make_office(database, login=MANAGER)
    await Profiles(olga).save(replace(OLGA, about="  Две строки:\nвторая  ", theme="wave"))
    pavel = await sit_down(database, FixedClock(NOW), EXECUTOR)
    seen = await Profiles(pavel).of(olga.actor.employee_id)
    assert (seen.name, seen.text.job_title, seen.text.theme, seen.own) == (
        "Кравцова Ольга",
        "Ведущий менеджер",
        "wave",
        False,
    )
    assert seen.text.about == "Две строки:\nвторая"
    assert seen.head is not None
    assert seen.head.name == "Шарова Елена"
    elena = await sit_down(database, FixedClock(NOW), SUPERVISOR)
    assert "Кравцова Ольга" in [one.name for one in (await Profiles(elena).of(elena.actor.employee_id)).subordinates]
    with pytest.raises(UserError, match="name_missing"):
        await Profiles(olga).save(ProfileText(job_title="никто"))


async def test_an_interest_of_a_colleague_becomes_mine_by_a_click_and_can_be_taken_back(database: Database) -> None:
    olga = Profiles(await make_office(database, login=MANAGER))
    for word in ("Шахматы", "Походы", " шахматы "):
        await olga.add_interest(word)
    me = await sit_down(database, FixedClock(NOW), EXECUTOR)
    pavel, number = Profiles(me), (await sit_down(database, FixedClock(NOW), MANAGER)).actor.employee_id
    assert [(one.word, one.mine) for one in (await pavel.of(number)).interests] == [
        ("Шахматы", False),
        ("Походы", False),
    ]
    await pavel.add_interest("Походы")
    assert [one.mine for one in (await pavel.of(number)).interests] == [False, True]
    await pavel.drop_interest("походы")
    assert (await pavel.of(me.actor.employee_id)).interests == ()
    await pavel.set_photo(b"picture")
    assert (await olga.of(me.actor.employee_id)).photo == b"picture"
    with pytest.raises(UserError, match="photo_too_large"):
        await pavel.set_photo(bytes(LARGEST_PHOTO + 1))


async def test_the_server_lets_nobody_write_a_colleague_s_profile(postgresql_url: str) -> None:
    database = await open_database(postgresql_url)
    await Profiles(await make_office(database, login=MANAGER)).save(OLGA)
    pavel = await signed_in_as(database, EXECUTOR)
    async with pavel.engine.begin() as connection:
        changed = await connection.execute(text("UPDATE profile SET about = 'чужое'"))
        assert changed.rowcount == 0
    await pavel.close()
    await database.close()
