"""Rows whose valid phone or email is known: skipped, updating, added."""

from pathlib import Path

import pytest

from app.core.fieldkinds import UNKNOWN
from app.core.kinds import TimelineKind
from app.db.engine import Database
from app.services.importing.outcomes import Counts
from app.services.importing.request import DuplicatePolicy
from app.services.search.service import Search
from tests.services.clients.making import contacts_of, conversion, leads_of, new_lead, phones, ready_lead
from tests.services.importing.making import samples, written
from tests.services.importing.running import count, import_file, import_rows, imports_of, leads
from tests.support.office import make_office, sit_down

PHONE = "8 (916) 000-41-27"


async def test_update_fills_what_is_empty_and_leaves_what_the_office_filled(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    service = leads_of(workplace)
    lead_id = await service.create(new_lead(workplace, phones=phones(PHONE), comment="Наш", city="Балашиха"))
    result = await import_rows(
        workplace,
        tmp_path,
        "555;+79160004127;nina@primer.test;Иванова;Нина;Петровна;Чужой;Казань;Вконтакте;640000",
        headings="ID;Телефон;E-mail;Фамилия;Имя;Отчество;Комментарий;Город;Источник;Сумма",
    )
    assert result.counts == Counts(updated=1)
    card = await service.card(lead_id)
    assert (card.values["last_name"], card.values["comment"], card.values["city"]) == ("Гаврилова", "Наш", "Балашиха")
    assert card.values["middle_name"] == "Петровна"
    assert [point.normal for point in card.values["emails"]] == ["nina@primer.test"]  # type: ignore[union-attr]  # points
    assert card.values["total_debt"] == 640_000
    assert (card.origin_id, card.version) == ("555", 2)
    assert [hit.id for hit in await Search(workplace).find("nina@primer")] == [lead_id]
    assert await count(database, f"timeline WHERE lead_id = {lead_id} AND kind = '{TimelineKind.IMPORTED}'") == 1


async def test_an_answer_that_the_client_does_not_know_is_no_empty_field(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    service = leads_of(workplace)
    lead_id = await service.create(new_lead(workplace, phones=phones(PHONE), total_debt=UNKNOWN))
    await import_rows(workplace, tmp_path, f"{PHONE};640000", headings="Телефон;Сумма")
    assert (await service.card(lead_id)).values["total_debt"] is UNKNOWN


async def test_an_amount_in_another_currency_is_left_out(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await leads_of(workplace).create(new_lead(workplace, phones=phones(PHONE)))
    await import_rows(workplace, tmp_path, f"{PHONE};640000;USD", headings="Телефон;Сумма;Валюта")
    card = await leads_of(workplace).card(lead_id)
    assert "total_debt" not in card.values
    assert card.values["currency"] == "RUB"


async def test_new_phones_join_the_known_ones(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await leads_of(workplace).create(new_lead(workplace, phones=phones(PHONE)))
    await import_rows(workplace, tmp_path, f"{PHONE};89160004128", headings="Телефон;Мобильный телефон")
    points = (await leads_of(workplace).card(lead_id)).values["phones"]
    assert [point.normal for point in points] == ["+79160004127", "+79160004128"]  # type: ignore[union-attr]  # points


@pytest.mark.parametrize(
    ("policy", "counts"),
    [
        (DuplicatePolicy.SKIP, Counts(added=1, skipped=1)),
        (DuplicatePolicy.UPDATE, Counts(added=1, updated=1)),
        (DuplicatePolicy.ADD, Counts(added=2)),
    ],
)
async def test_rows_of_one_person_in_the_file_are_duplicates_too(
    database: Database, tmp_path: Path, policy: DuplicatePolicy, counts: Counts
) -> None:
    workplace = await make_office(database)
    result = await import_rows(
        workplace,
        tmp_path,
        f"1;Анна;{PHONE};;;;;",
        "2;Анна Белова;+7 916 0004127;a@primer.test;;Радио;;",
        duplicates=policy,
    )
    assert result.counts == counts
    if policy is DuplicatePolicy.UPDATE:
        (lead,) = await leads(database)
        assert (lead["last_name"], lead["email"]) == ("Белова", "a@primer.test")
        assert workplace.registry.all.sources[lead["source_id"]].name == "Радио"


async def test_nobody_is_matched_by_what_is_no_phone_and_no_email(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rows = [f"{number};Человек {number};не знает;не знает;;;;" for number in range(1, 6)]
    result = await import_rows(workplace, tmp_path, *rows)
    assert result.counts == Counts(added=5)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("leads-export-cp1251.csv", 300),
        pytest.param("leads-export-utf8.csv", 5_000, marks=[pytest.mark.long, pytest.mark.deadline(280)]),
    ],
)
async def test_a_second_import_of_the_same_file_adds_nobody(database: Database, name: str, rows: int) -> None:
    workplace = await make_office(database)
    path = samples() / name
    await import_file(workplace, path)
    before = await leads(database)
    preview = await imports_of(workplace).preview(path)
    again = await import_file(workplace, path)
    assert again.counts == preview.counts(DuplicatePolicy.UPDATE) == Counts(updated=rows)
    skipping = await import_file(workplace, path, duplicates=DuplicatePolicy.SKIP)
    assert skipping.counts == preview.counts(DuplicatePolicy.SKIP) == Counts(skipped=rows)
    assert await leads(database) == before


async def test_who_has_no_number_phone_or_email_is_added_again(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rows = (";Анна;не знает;;;;;", "8;Борис;;;;;;", "9;Вера;8 (916) 000-41-27;;;;;")
    assert (await import_rows(workplace, tmp_path, *rows)).counts == Counts(added=3)
    assert (await import_rows(workplace, tmp_path, *rows)).counts == Counts(added=1, updated=2)
    adding = await import_rows(workplace, tmp_path, *rows, duplicates=DuplicatePolicy.ADD)
    assert adding.counts == Counts(added=3)


async def test_a_number_of_the_old_system_finds_the_same_person_alone(database: Database, tmp_path: Path) -> None:
    """Many a table merely counts its rows: number 7 of the next one is somebody else."""
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "7;Белова Анна;;;;;;", "8;;;b@primer.test;;;;")
    others = await import_rows(workplace, tmp_path, "7;Иванов Пётр;;;;;;", "8;;;c@primer.test;;;;")
    assert others.counts == Counts(added=2)
    later = await import_rows(workplace, tmp_path, "7;Белова  анна;8 (916) 000-41-27;;;;;")
    assert later.counts == Counts(updated=1)
    assert [lead["phone"] for lead in await leads(database)] == ["+79160004127", None, None, None]


async def test_numbers_of_another_kind_of_file_find_nobody(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "7;Белова Анна", headings="ID;ФИО")
    result = await import_rows(workplace, tmp_path, "7;Белова Анна", headings="Номер;ФИО")
    assert result.counts == Counts(added=1)


async def test_the_very_same_file_finds_its_lead_by_number_after_a_change_of_name(
    database: Database, tmp_path: Path
) -> None:
    workplace = await make_office(database)
    path = written(tmp_path, "ID;Фамилия;Имя\n7;Белова;Анна\n")
    await import_file(workplace, path)
    (lead,) = await leads(database)
    await leads_of(workplace).edit(lead["id"], 1, {"last_name": "Беликова"})
    assert (await import_file(workplace, path)).counts == Counts(updated=1)


async def test_leads_of_an_undone_import_are_not_found_by_their_numbers(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = written(tmp_path, "ID;ФИО\n7;Белова Анна\n")
    await imports_of(workplace).undo((await import_file(workplace, path)).operation_id)
    assert (await import_file(workplace, path)).counts == Counts(added=1)


async def test_a_client_under_contract_is_known_and_their_lead_is_filled(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await ready_lead(workplace, phones=phones(PHONE))
    converted = await leads_of(workplace).convert(lead_id, conversion(workplace))
    result = await import_rows(workplace, tmp_path, f"1;Нина;{PHONE};nina@primer.test;;;;")
    assert result.counts == Counts(updated=1)
    contact = await contacts_of(workplace).card(converted.contact_id)
    assert [point.normal for point in contact.values["emails"]] == ["nina@primer.test"]  # type: ignore[union-attr]  # points


async def test_a_contact_without_leads_is_filled_itself(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    contact_id = await contacts_of(workplace).create({"last_name": "Гаврилова", "phones": phones(PHONE)})
    result = await import_rows(workplace, tmp_path, f"1;Гаврилова Нина;{PHONE};;Новый лид;Радио;;Заметка")
    assert result.counts == Counts(updated=1)
    card = await contacts_of(workplace).card(contact_id)
    assert (card.values["first_name"], card.values["comment"]) == ("Нина", "Заметка")


async def test_leads_in_the_bin_are_not_known(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    lead_id = await leads_of(workplace).create(new_lead(workplace, phones=phones(PHONE)))
    await leads_of(workplace).delete(lead_id)
    assert (await import_rows(workplace, tmp_path, f"1;Нина;{PHONE};;;;;")).counts == Counts(added=1)


async def test_a_record_out_of_the_importers_reach_is_left_alone(database: Database, tmp_path: Path) -> None:
    admin = await make_office(database)
    lead_id = await leads_of(admin).create(new_lead(admin, phones=phones(PHONE)))
    supervisor = await sit_down(database, admin.clock, "head@primer.test")
    result = await import_rows(supervisor, tmp_path, f"1;Нина;{PHONE};nina@primer.test;;;;")
    assert result.counts == Counts(skipped=1)
    assert "emails" not in (await leads_of(admin).card(lead_id)).values


async def test_batches_of_one_row_end_in_the_same_leads(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace = await make_office(database)
    path = samples() / "leads-export-cp1251.csv"
    monkeypatch.setattr("app.services.importing.writing.pace.LARGEST", 25)
    result = await import_file(workplace, path)
    assert result.counts == Counts(added=291, updated=9)
    assert len(await leads(database)) == 291
