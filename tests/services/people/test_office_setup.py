"""The first set-up of an office: whole, once, and readable as the preset says."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from app.core.clock import FixedClock
from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import ActivityKind, Kind, Right, Scope
from app.db.engine import Database
from app.models import Employee, Field, Operation, Setting, Stage
from app.services.people.office_setup import NewAdmin, OfficeSettings, set_up_office
from app.services.people.server_sign_in import sign_in_to_server
from app.services.people.sign_in import sign_in
from app.services.ports import CalendarDay
from app.services.presets import available_presets
from tests.support.holidays import NoHolidays
from tests.support.office import NOW, make_office, preset

ADMIN = NewAdmin("Дымов", "Андрей", "8 (000) 111-22-33", "long enough")
OFFICE = OfficeSettings("Основная", "Asia/Yekaterinburg", "KZT", "ru", "RU")
PRESETS = [summary.code for summary in available_presets("en")]


class TwoDays(NoHolidays):
    """A country with one day off and one moved working day."""

    def days(self, country: str, years: object, language: str) -> tuple[CalendarDay, ...]:
        return (CalendarDay(date(2025, 11, 4), False, "Праздник"), CalendarDay(date(2025, 11, 1), True, ""))


async def test_office_has_everything_of_the_preset(database: Database) -> None:
    chosen = preset()
    registry = (await make_office(database)).registry
    for section in (Kind.LEAD, Kind.DEAL):
        stages = registry.stages(section)
        assert [(one.code, one.tone) for one in stages] == [(s.code, s.tone) for s in chosen.stages_of(section)]
    for section in (Kind.LEAD, Kind.DEAL, Kind.CONTACT):
        assert [one.code for one in registry.fields(section)] == [one.code for one in chosen.fields_of(section)]
    assert registry.field("lead", "total_debt").slot == "n01"
    assert registry.field("lead", "phones").builtin
    assert len(registry.field("lead", "property").options) == 10
    assert registry.field("lead", "questionnaire").type is FieldType.FILE
    assert len(registry.all.sources) == len(chosen.sources)
    assert len(registry.all.places) == len(chosen.places)
    assert registry.all.subjects[ActivityKind.CALL] == chosen.activities[0].subjects
    assert {rule.code for rule in registry.all.rules} == {rule.code for rule in chosen.rules}
    assert [one.executing for one in registry.all.departments.values()].count(True) == 1


async def test_requirements_keep_what_later_stages_inherit(database: Database) -> None:
    registry = (await make_office(database)).registry
    assert registry.stage_by_code("lead", "meeting_set").required_here_only == ("meeting_at", "place")
    assert set(registry.stage_by_code("lead", "scheduling").required) >= {"phones", "total_debt", "city"}
    assert {"deal.deal_type", "deal.amount"} <= set(registry.stage_by_code("lead", "converted").required)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", PRESETS)
async def test_every_preset_sets_up_an_office(database: Database, code: str, language: str) -> None:
    workplace = await make_office(database, code=code, language=language)
    assert workplace.language == language
    assert workplace.registry.stages("deal")
    assert workplace.rights.scope(Kind.SETTINGS, Right.CHANGE) is Scope.ALL


async def test_settings_and_working_calendar_hold_for_who_signs_in(database: Database) -> None:
    clock = FixedClock(NOW)
    await set_up_office(database, preset(), ADMIN, OFFICE, clock, TwoDays())
    if database.is_sqlite:
        workplace = await sign_in(database, "+7 000 111-22-33", "long enough", clock)
    else:
        workplace = await sign_in_to_server(database.url, "+7 000 111-22-33", "long enough", clock)
        await workplace.database.close()
    assert (str(workplace.zone), workplace.currency) == ("Asia/Yekaterinburg", "KZT")
    assert workplace.actor.role_code == "administrator"
    assert not workplace.calendar.is_working(date(2025, 11, 4))
    assert workplace.calendar.is_working(date(2025, 11, 1))
    assert workplace.registry.setting("activity.meeting") == {"minutes": 60, "reminders": [60, 10]}
    assert workplace.registry.setting("workday") == {"start": "09:00", "end": "19:00"}


async def test_set_up_is_one_operation_and_a_second_one_is_refused(database: Database) -> None:
    clock = FixedClock(NOW)
    await set_up_office(database, preset(), ADMIN, OFFICE, clock, NoHolidays())
    with pytest.raises(UserError) as caught:
        await set_up_office(database, preset(), ADMIN, OFFICE, clock, NoHolidays())
    assert caught.value.code == "office_exists"
    async with database.read() as session:
        assert (await session.scalars(select(Operation.kind))).all() == ["office.set_up"]
        assert await session.scalar(select(func.count(Employee.id))) == 1


@pytest.mark.parametrize(
    ("admin", "office", "code"),
    [
        (replace(ADMIN, last_name=" ", first_name=""), OFFICE, "name_missing"),
        (replace(ADMIN, login="admin"), OFFICE, "login_unsuitable"),
        (replace(ADMIN, password="short"), OFFICE, "password_short"),
        (ADMIN, replace(OFFICE, zone="Moscow"), "zone_unknown"),
        (ADMIN, replace(OFFICE, currency="rubles"), "currency_unknown"),
    ],
)
async def test_what_can_not_be_is_refused_and_nothing_is_written(
    database: Database, admin: NewAdmin, office: OfficeSettings, code: str
) -> None:
    with pytest.raises(UserError) as caught:
        await set_up_office(database, preset(), admin, office, FixedClock(NOW), NoHolidays())
    assert caught.value.code == code
    async with database.read() as session:
        for entity in (Setting.key, Stage.id, Field.id):
            assert await session.scalar(select(func.count(entity))) == 0


@pytest.mark.parametrize(
    ("name", "language", "last", "first"),
    [
        ("Дымов Андрей", "ru", "Дымов", "Андрей"),
        ("Andrew Dymov", "en", "Dymov", "Andrew"),
        ("Дымов", "ru", "Дымов", ""),
        ("  Дымов  Андрей  Ильич ", "ru", "Дымов", "Андрей Ильич"),
    ],
)
def test_administrators_name_in_one_piece_is_parted_by_the_language(
    name: str, language: str, last: str, first: str
) -> None:
    admin = NewAdmin.named(name, "a@b.ru", "long enough", language)
    assert (admin.last_name, admin.first_name) == (last, first)
