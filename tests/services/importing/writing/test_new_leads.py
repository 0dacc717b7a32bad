"""What the rows of a file become."""

import csv
from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.kinds import Kind, StageKind, TimelineKind
from app.db.engine import Database
from app.services.clients.requirements import CONVERTED
from app.services.importing.known import Choice, ChoiceKind, name_key, person_key
from app.services.importing.request import Choices, DuplicatePolicy
from app.services.search.service import Search
from tests.services.clients.making import leads_of
from tests.services.importing.making import samples, written
from tests.services.importing.running import HEADINGS, count, import_file, import_rows, leads, stage_counts
from tests.support.office import NOW, make_office


def plain_rows(name: str, encoding: str) -> list[dict[str, str]]:
    """The file as a reader that knows nothing of the product sees it."""
    with (samples() / name).open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize(
    ("name", "encoding"), [("leads-export-utf8.csv", "utf-8-sig"), ("leads-export-cp1251.csv", "cp1251")]
)
async def test_counts_and_stages_equal_those_of_a_plain_reader(database: Database, name: str, encoding: str) -> None:
    workplace = await make_office(database)
    rows = plain_rows(name, encoding)
    result = await import_file(workplace, samples() / name, duplicates=DuplicatePolicy.ADD)
    assert (result.counts.rows, result.counts.added, result.counts.rejected) == (len(rows), len(rows), 0)
    assert await stage_counts(database) == Counter(row["Стадия"] for row in rows)
    found = await leads(database)
    assert [lead["origin_id"] for lead in found] == [row["ID"] for row in rows]
    responsible = Counter(workplace.registry.employee(lead["responsible_id"]).name for lead in found)
    in_file = Counter(" ".join(reversed(row["Ответственный"].split())) for row in rows)
    assert responsible == in_file


async def test_duplicates_of_the_export_add_up(database: Database) -> None:
    workplace = await make_office(database)
    path = samples() / "leads-export-cp1251.csv"
    result = await import_file(workplace, path, duplicates=DuplicatePolicy.SKIP)
    counts = result.counts
    assert counts.rows == 300
    assert counts.added + counts.skipped == 300
    assert counts.skipped > 0
    assert len(await leads(database)) == counts.added
    assert await count(database, "contact_point WHERE value = 'не знает' AND normal IS NOT NULL") == 0


async def test_a_lead_keeps_dates_number_stage_and_amount_of_the_file(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(
        workplace,
        tmp_path,
        "77;Отказ клиента;Гаврилова Нина;8 (916) 000-41-27;1 234 000,50;25.06.2025 05:53:00;07.07.2025 10:53:00",
        headings="ID;Стадия;ФИО;Телефон;Сумма;Дата создания;Дата изменения",
    )
    (lead,) = await leads(database)
    assert lead["origin_id"] == "77"
    assert lead["created_at"] == datetime(2025, 6, 25, 2, 53, tzinfo=UTC)
    assert lead["closed_at"] == lead["stage_since"] == datetime(2025, 7, 7, 7, 53, tzinfo=UTC)
    assert workplace.registry.stage(lead["stage_id"]).code == "refused"
    assert lead["sum_amount"] == 123_400_050
    card = await leads_of(workplace).card(lead["id"])
    assert card.values["total_debt"] == Decimal("1234000.50")
    assert (card.title, card.name) == ("Гаврилова Нина", "Гаврилова Нина")
    assert await count(database, "activity") == 0


async def test_nobody_has_changed_a_lead_that_was_just_imported(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "1;Анна;8 (916) 000-41-27;;;;;")
    (lead,) = await leads(database)
    assert (lead["created_by"], lead["updated_by"]) == (workplace.actor.employee_id, None)
    await leads_of(workplace).edit(lead["id"], 1, {"comment": "Перезвонить"})
    (lead,) = await leads(database)
    assert lead["updated_by"] == workplace.actor.employee_id


async def test_amount_is_the_builtin_one_where_the_office_sums_that(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database, code="general")
    await import_rows(workplace, tmp_path, "Анна;385 000,00", headings="Имя;Сумма")
    (lead,) = await leads(database)
    assert lead["amount"] == lead["sum_amount"] == 38_500_000


async def test_timeline_history_and_feed_tell_of_the_import(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    before = await count(database, "change_feed")
    result = await import_rows(workplace, tmp_path, "1;Анна;;a@primer.test;;;;", "2;Борис;;b@primer.test;;;;")
    operation = result.operation_id
    told = f"operation_id = '{operation}'"
    assert await count(database, f"history WHERE kind = 'lead' AND op = 'create' AND {told}") == 2
    assert await count(database, f"timeline WHERE kind = '{TimelineKind.IMPORTED}' AND import_id = '{operation}'") == 2
    assert await count(database, f"change_feed WHERE kind = 'lead' AND op = 'many' AND ref IS NULL AND {told}") == 1
    assert await count(database, "change_feed") == before + 1
    assert await count(database, f"operation WHERE id = '{operation}' AND state = 'done'") == 1


async def test_imported_leads_are_found_by_name_phone_and_old_number(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "490077;Тарасёнкова Нина;8 (987) 654-32-10;;;;;")
    search = Search(workplace)
    for query in ("тарасенкова", "(987) 654-32-10", "6543", "490077"):
        assert [hit.section for hit in await search.find(query)] == [Kind.LEAD], query


async def test_unknown_names_get_their_safe_defaults(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(
        workplace,
        tmp_path,
        "1;Анна;;a@primer.test;Перезвонить летом;Радио «Маяк»;Игорь Рябцев;",
        "2;Борис;;b@primer.test;Думает;По рекомендации;Кравцова Ольга;",
        "3;Вера;;c@primer.test;;;;",
    )
    first, second, third = await leads(database)
    registry = workplace.registry
    assert registry.stage(first["stage_id"]) == registry.open_stages(Kind.LEAD)[0]
    assert first["origin_stage"] == "Перезвонить летом"
    assert registry.all.sources[first["source_id"]].name == "Радио «Маяк»"
    added = registry.employee(first["responsible_id"])
    assert (added.name, added.role_code, added.active, added.invited) == ("Рябцев Игорь", "manager", True, False)
    assert registry.stage(second["stage_id"]).code == "thinking"  # a further word of the preset
    assert second["origin_stage"] is None
    assert registry.all.sources[second["source_id"]].name == "Рекомендация"
    assert registry.employee(second["responsible_id"]).name == "Кравцова Ольга"
    assert third["responsible_id"] == workplace.actor.employee_id


async def test_a_name_stands_for_the_one_that_was_chosen(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    registry = workplace.registry
    stage = registry.stage_by_code("lead", "thinking").id
    olga = next(one.id for one in registry.employees() if one.name == "Кравцова Ольга")
    source = next(iter(registry.all.sources))
    chosen = Choices(
        stages={name_key("Перезвонить летом"): Choice(ChoiceKind.USE, stage)},
        sources={name_key("Радио"): Choice(ChoiceKind.USE, source)},
        employees={person_key("Отдел продаж"): Choice(ChoiceKind.USE, olga)},
    )
    await import_rows(workplace, tmp_path, "1;Анна;;;Перезвонить летом;Радио;Отдел продаж;", choices=chosen)
    (lead,) = await leads(database)
    assert (lead["stage_id"], lead["source_id"], lead["responsible_id"]) == (stage, source, olga)
    assert lead["origin_stage"] == "Перезвонить летом"
    assert len(workplace.registry.employees()) == len(registry.employees())


async def test_a_converted_row_is_a_closed_lead_without_a_deal(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "1;Анна;;a@primer.test;Завершить обработку лида;;;")
    (lead,) = await leads(database)
    stage = workplace.registry.stage(lead["stage_id"])
    assert (stage.code, stage.kind) == (CONVERTED, StageKind.SUCCESS)
    assert lead["closed_at"] == NOW
    assert await count(database, "deal") == 0


async def test_a_third_file_with_other_separator_order_and_headings_works(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rows = [
        ["Created", "Manager", "Phone 1 - Value", "Lead Source", "Full name", "Status", "Email"],
        ["2025-06-25 05:53", "Olga Petrova", "+7 916 000-41-27", "Website", "Petrov, Ivan", "New", "i@primer.test"],
        ["2025-06-26 05:53", "Olga Petrova", "89160004128", "Radio", "Ann Brown", "Junk lead", "не знает"],
    ]
    path = tmp_path / "third.txt"
    with path.open("w", encoding="utf-16", newline="") as stream:
        csv.writer(stream, delimiter="\t").writerows(rows)
    result = await import_file(workplace, path)
    assert result.counts.added == 2
    first, second = await leads(database)
    assert (first["last_name"], first["first_name"], first["phone"]) == ("Petrov", "Ivan", "+79160004127")
    assert first["created_at"] == datetime(2025, 6, 25, 2, 53, tzinfo=UTC)
    assert [workplace.registry.stage(lead["stage_id"]).code for lead in (first, second)] == ["new", "not_target"]
    assert second["email"] == "не знает"
    assert await count(database, "contact_point WHERE normal IS NOT NULL") == 3


async def test_what_cannot_be_read_stands_below_the_comment(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "Анна;около 300;Звонил брат", headings="Имя;Сумма;Комментарий")
    (lead,) = await leads(database)
    assert lead["comment"] == "Звонил брат\nСумма: около 300"


async def test_a_lead_without_a_name_is_called_by_its_phone(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, ";;8 916 000-41-27;;;;;")
    (lead,) = await leads(database)
    assert lead["title"] == "8 916 000-41-27"


async def test_cells_that_begin_with_an_equals_sign_stay_text(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    await import_rows(workplace, tmp_path, "1;=HYPERLINK(1);;;;;;=1+1")
    (lead,) = await leads(database)
    assert (lead["first_name"], lead["comment"]) == ("=HYPERLINK(1)", "=1+1")


async def test_rejected_rows_go_to_a_file_and_the_others_in(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rejects = tmp_path / "out" / "rejects.csv"
    rejects.parent.mkdir()
    rows = ["1;Анна;;a@primer.test;;;;", "2;;;;Новый лид;;;звонил", "3;Вера;8"]
    path = written(tmp_path, "\n".join([HEADINGS, *rows, ""]))
    result = await import_file(workplace, path, rejects=rejects)
    assert (result.counts.added, result.counts.rejected, result.rejects) == (1, 2, rejects)
    assert [line.split(";")[:2] for line in rejects.read_text("utf-8-sig").splitlines()[1:]] == [
        ["nobody_named", "2"],
        ["columns_mismatch", "3"],
    ]


async def test_no_file_of_rejects_is_left_where_nothing_is_rejected(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    result = await import_rows(workplace, tmp_path, "1;Анна;;;;;;", rejects=tmp_path / "rejects.txt")
    assert result.rejects is None
    assert not (tmp_path / "rejects.txt").exists()
