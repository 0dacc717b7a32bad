"""What others delete meanwhile, on both databases: a stage, a field, a colleague."""

import pytest

from app.core.errors import UserError
from app.db.engine import Database
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from app.services.records.lists import Condition, Filter, Sort
from tests.services.clients.making import new_lead, stage_id
from tests.support.office import ADMIN, make_office, sit_down


@pytest.fixture
async def services(database: Database) -> Services:
    return open_services(await make_office(database, login=ADMIN))


async def test_a_stage_that_another_workstation_deleted_takes_no_card(services: Services) -> None:
    here = services
    there = open_services(await sit_down(here.workplace.database, here.workplace.clock, ADMIN))
    lead = await here.leads.create(new_lead(here.workplace))
    before, gone = stage_id(here.workplace, "new"), stage_id(here.workplace, "no_answer")
    await there.office_stages.delete("lead", gone, before)
    assert gone not in here.workplace.registry.all.deleted_stages  # nobody has told this program yet
    with pytest.raises(UserError, match="stage_gone"):
        await here.leads.move(lead, gone)
    with pytest.raises(UserError, match="stage_gone"):
        await here.bulk.move("lead", [lead], gone, {}, "", lambda _done, _total: None, BulkStop())
    assert (await here.leads.card(lead)).stage_id == before
    columns = await here.boards.columns("lead", Filter(), "hand")
    assert sum(len(column.ids) for column in columns) == 1


async def test_a_list_filtered_and_sorted_by_what_is_gone_shows_its_rows(services: Services) -> None:
    lead = await services.leads.create(new_lead(services.workplace))
    gone = Filter(
        conditions=(
            Condition("no_such_field", "any_of", (1,)),
            Condition("responsible", "any_of", (999_999,)),
            Condition("total_debt", "made_up", ()),
        )
    )
    codes = {warning.code for warning in services.lists.warnings("lead", gone)}
    assert {"field_unknown", "operator_unknown"} <= codes
    await services.lists.ids("lead", gone, Sort("no_such_column"))
    await services.boards.columns("lead", gone, "activity")
    assert await services.lists.count("lead", Filter(text="%_\"'*()" + "я" * 10_000)) == 0
    for descending in (False, True):
        found = await services.lists.ids("lead", Filter(), Sort("total_debt", descending))
        assert found.tolist() == [lead]
