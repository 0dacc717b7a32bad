"""Undo of a whole import."""

from pathlib import Path

import pytest

from app.core.errors import UserError
from app.core.kinds import Kind
from app.db.engine import Database
from app.services.importing.outcomes import LeftRecord
from app.services.leads import Leads
from app.services.records.activities import ClientRef
from app.services.search.service import Search
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.clients.making import (
    attach_questionnaire,
    contacts_of,
    conversion,
    leads_of,
    new_lead,
    phones,
    ready_lead,
)
from tests.services.importing.making import written
from tests.services.importing.running import HEADINGS, count, import_file, import_rows, imports_of, leads
from tests.support.office import make_office

PHONE = "8 (916) 000-41-27"


async def version_of(service: Leads, lead_id: int) -> int:
    return (await service.card(lead_id)).version


async def test_untouched_leads_go_to_the_bin_with_sources_and_employees_added(
    database: Database, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    people, sources = len(workplace.registry.employees()), await count(database, "source WHERE deleted_at IS NULL")
    result = await import_rows(workplace, tmp_path, "1;Анна;;;;Радио;Игорь Рябцев;", "2;Борис;;;;;;")
    undone = await imports_of(workplace).undo(result.operation_id)
    assert (undone.removed, undone.left) == (2, 0)
    assert await leads(database) == []
    assert len(workplace.registry.employees()) == people
    assert await count(database, "source WHERE deleted_at IS NULL") == sources
    assert await count(database, f"operation WHERE id = '{result.operation_id}' AND state = 'undone'") == 1
    assert await count(database, f"operation WHERE undoes = '{result.operation_id}' AND state = 'done'") == 1


async def test_leads_that_somebody_worked_on_are_listed_and_left(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    names = ("Правленная", "Прокомментированная", "Перемещённая", "С файлом", "С телефоном", "Нетронутая")
    result = await import_rows(workplace, tmp_path, *(f"{n};{name};;;;Радио;;" for n, name in enumerate(names)))
    ids = [lead["id"] for lead in await leads(database)]
    service = leads_of(workplace)
    await service.edit(ids[0], 1, {"comment": "Звонил"})
    await Timeline(workplace).add_comment(ClientRef("lead", ids[1]), "Перезвонить")
    await service.assign(ids[2], workplace.registry.employees()[0].id)
    await attach_questionnaire(workplace, ids[3])
    await service.edit(ids[4], 1, {"phones": phones(PHONE)})
    if (await service.card(ids[2])).responsible_id == workplace.actor.employee_id:
        await service.assign(ids[2], workplace.registry.employees()[1].id)
    undone = await imports_of(workplace).undo(result.operation_id)
    assert (undone.removed, undone.left) == (1, 5)
    assert undone.left_records[0] == LeftRecord(Kind.LEAD, ids[0], "Правленная")
    assert [one.id for one in undone.left_records] == ids[:5]
    assert await count(database, "source WHERE name = 'Радио' AND deleted_at IS NULL") == 1


async def test_filled_fields_are_emptied_again_unless_somebody_wrote_there_since(
    database: Database, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    service = leads_of(workplace)
    lead_id = await service.create(new_lead(workplace, phones=phones(PHONE)))
    before = await service.card(lead_id)
    headings = "ID;Телефон;Мобильный телефон;E-mail;Отчество;Город;Сумма;Комментарий"
    row = f"9;{PHONE};89160004128;n@primer.test;Петровна;Казань;640000;Из файла"
    result = await import_rows(workplace, tmp_path, row, headings=headings)
    await service.edit(lead_id, await version_of(service, lead_id), {"city": "Тула"})
    undone = await imports_of(workplace).undo(result.operation_id)
    assert (undone.removed, undone.restored, undone.left) == (0, 1, 1)
    assert undone.left_records == (LeftRecord(Kind.LEAD, lead_id, "Гаврилова Нина Петровна", ("city",)),)
    after = await service.card(lead_id)
    assert after.values == {**before.values, "city": "Тула"}
    assert after.origin_id is None
    assert await Search(workplace).find("n@primer.test") == ()


async def test_what_a_converted_client_got_is_taken_from_the_contact(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace, phones=phones(PHONE))
    made = await leads_of(workplace).convert(lead_id, conversion(workplace))
    before = (await contacts_of(workplace).card(made.contact_id)).values
    result = await import_rows(
        workplace, tmp_path, f"{PHONE};n@primer.test;Петровна", headings="Телефон;E-mail;Отчество"
    )
    assert (await contacts_of(workplace).card(made.contact_id)).values["middle_name"] == "Петровна"
    await imports_of(workplace).undo(result.operation_id)
    assert (await contacts_of(workplace).card(made.contact_id)).values == before


async def test_what_was_filled_before_a_conversion_stays_with_the_contact(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace, phones=phones(PHONE))
    result = await import_rows(workplace, tmp_path, f"{PHONE};Петровна", headings="Телефон;Отчество")
    made = await leads_of(workplace).convert(lead_id, conversion(workplace))
    undone = await imports_of(workplace).undo(result.operation_id)
    assert undone.left_records == (LeftRecord(Kind.LEAD, lead_id, "Гаврилова Нина Петровна", ("middle_name",)),)
    assert (await contacts_of(workplace).card(made.contact_id)).values["middle_name"] == "Петровна"


async def test_an_undone_import_can_be_made_again(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = written(tmp_path, f"{HEADINGS}\n1;Анна;{PHONE};;;Радио;Игорь Рябцев;\n2;Вера;;;;;Марина Чудова;\n")
    first = await import_file(workplace, path)
    people = {one.name for one in workplace.registry.employees()}
    await imports_of(workplace).undo(first.operation_id)
    again = await import_file(workplace, path)
    assert again.counts == first.counts
    assert {one.name for one in workplace.registry.employees()} == people
    assert await count(database, "employee") == len(people)


async def test_an_import_is_undone_once(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    result = await import_rows(workplace, tmp_path, "1;Анна;;;;;;")
    await imports_of(workplace).undo(result.operation_id)
    with pytest.raises(UserError, match="import_undone"):
        await imports_of(workplace).undo(result.operation_id)
    with pytest.raises(UserError, match="import_unknown"):
        await imports_of(workplace).undo("nothing")


async def test_an_undo_tells_history_and_feed(database: Database, tmp_path: Path) -> None:
    workplace: Workplace = await make_office(database)
    result = await import_rows(workplace, tmp_path, "1;Анна;;;;;;")
    undone = await imports_of(workplace).undo(result.operation_id)
    told = f"operation_id = '{undone.operation_id}'"
    assert await count(database, f"history WHERE kind = 'lead' AND op = 'change' AND {told}") == 1
    assert await count(database, f"change_feed WHERE kind = 'lead' AND op = 'many' AND {told}") == 1
