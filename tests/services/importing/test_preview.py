"""What an import would do, told beforehand: it comes true."""

from pathlib import Path

import pytest

from app.core.errors import UserError
from app.core.kinds import Kind
from app.db.engine import Database
from app.services.importing.outcomes import Counts
from app.services.importing.request import DuplicatePolicy, ImportRequest, RejectTexts, request_from_json
from tests.services.clients.making import leads_of, new_lead, phones
from tests.services.importing.making import samples, written
from tests.services.importing.running import HEADINGS, count, import_file, imports_of
from tests.support.office import MANAGER, make_office, sit_down

ROWS = (
    "1;Анна;8 916 000-41-27;;Думает;Радио;Игорь Рябцев;",
    "2;Нина;8 916 000-41-28;;Перезвонить летом;;;",
    "3;Анна;+7 916 000-41-27;a@primer.test;;;;",
    "4;Аня;;a@primer.test;;;;",
    "5;;;;;;;",
    "6;Вера;не знает",
)


def small_file(folder: Path) -> Path:
    return written(folder, "\n".join([HEADINGS, *ROWS, ""]))


@pytest.mark.parametrize("policy", list(DuplicatePolicy))
async def test_the_import_comes_to_what_its_preview_said(
    database: Database, tmp_path: Path, policy: DuplicatePolicy
) -> None:
    workplace = await make_office(database)
    await leads_of(workplace).create(new_lead(workplace, phones=phones("89160004128")))
    preview = await imports_of(workplace).preview(small_file(tmp_path))
    told = preview.counts(policy)
    assert told.rows == preview.rows == len(ROWS)
    result = await import_file(workplace, small_file(tmp_path), duplicates=policy)
    assert result.counts == told


async def test_skipped_rows_leave_no_phone_behind_and_updating_ones_do(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    preview = await imports_of(workplace).preview(small_file(tmp_path))
    assert preview.counts(DuplicatePolicy.UPDATE) == Counts(added=2, updated=2, rejected=2)
    assert preview.counts(DuplicatePolicy.SKIP) == Counts(added=3, skipped=1, rejected=2)


async def test_a_preview_lists_what_the_office_lacks_and_writes_nothing(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    before = [await count(database, table) for table in ("operation", "history", "employee", "source")]
    summary = (await imports_of(workplace).preview(small_file(tmp_path))).summary
    assert [one.name for one in summary.unknown_stages] == ["Перезвонить летом"]
    assert [one.name for one in summary.unknown_sources] == ["Радио"]
    assert [one.name for one in summary.unknown_employees] == ["Игорь Рябцев"]
    assert [(row.line, row.reason.code) for row in summary.rejected_rows] == [
        (6, "nobody_named"),
        (7, "columns_mismatch"),
    ]
    assert [await count(database, table) for table in ("operation", "history", "employee", "source")] == before


async def test_the_export_needs_no_mapping_by_hand(database: Database) -> None:
    workplace = await make_office(database)
    preview = await imports_of(workplace).preview(samples() / "leads-export-cp1251.csv")
    assert [column.heading for column in preview.summary.not_taken] == ["Доступен для всех"]
    assert (preview.layout.encoding, preview.layout.dialect.separator) == ("cp1251", ";")
    assert preview.summary.unknown_stages == ()


async def test_a_changed_mapping_is_remembered_for_the_same_headings(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = small_file(tmp_path)
    imports = imports_of(workplace)
    mapping = (await imports.preview(path)).mapping
    changed = mapping.with_target(0, "referrer")
    await import_file(workplace, path, mapping=changed)
    assert (await imports.preview(path)).mapping.targets == changed.targets
    await import_file(workplace, path, mapping=mapping)
    assert (await imports.preview(path)).mapping.targets == mapping.targets


async def test_a_remembered_field_that_is_gone_takes_nothing(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = small_file(tmp_path)
    mapping = (await imports_of(workplace).preview(path)).mapping.with_target(0, "field:long_gone")
    await import_file(workplace, path, mapping=mapping)
    assert (await imports_of(workplace).preview(path)).mapping.targets[0] == ""


async def test_strict_import_rejects_what_its_stage_requires_and_says_which(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rows = [
        "Анна;8 916 000-41-27;Назначение встречи;640000;Казань;5;Радио",
        "Борис;;Назначение встречи;;;;",
        "Вера;8 916 000-41-29;Новый лид;;;;Радио",
        "Глеб;8 916 000-41-28;Отказ клиента;;;;Радио",
    ]
    path = written(tmp_path, "\n".join(["ФИО;Телефон;Стадия;Сумма;Город;Количество кредиторов;Источник", *rows, ""]))
    preview = await imports_of(workplace).preview(path, strict=True)
    reasons = {row.line: (row.reason.code, row.reason.params) for row in preview.summary.rejected_rows}
    code, params = reasons[3]
    assert code == "stage_fields_missing"
    assert params["stage"] == "Назначение встречи"
    missing = {"Источник", "Телефоны", "Общий долг", "Количество кредиторов", "Город"}
    assert set(str(params["fields"]).split(", ")) == missing
    assert reasons[5] == ("stage_reason_missing", {"stage": "Отказ клиента"})
    result = await import_file(workplace, path, strict=True)
    assert result.counts == Counts(added=2, rejected=2) == preview.counts(DuplicatePolicy.UPDATE)


async def test_rejected_rows_can_be_saved_before_the_import(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    texts = RejectTexts("Почему не вошла", {"columns_mismatch": "Колонок {got} из {expected}"})
    request = ImportRequest(small_file(tmp_path), texts=texts)
    place = tmp_path / "mend.csv"
    assert await imports_of(workplace).save_rejects(request, place) == 2
    lines = place.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Почему не вошла;ID;")
    assert lines[2].startswith("Колонок 3 из 8;6;Вера")


async def test_rejects_never_overwrite_the_file_itself(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = small_file(tmp_path)
    with pytest.raises(UserError, match="import_rejects_is_source"):
        await import_file(workplace, path, rejects=path)
    assert path.read_text("utf-8").startswith(HEADINGS)
    assert await count(database, "import_batch") == 0


async def test_importing_is_a_right_of_its_own(database: Database, tmp_path: Path) -> None:
    admin = await make_office(database)
    manager = await sit_down(database, admin.clock, MANAGER)
    for attempt in (
        imports_of(manager).preview(small_file(tmp_path)),
        import_file(manager, small_file(tmp_path)),
        imports_of(manager).undo("none"),
    ):
        with pytest.raises(UserError, match="not_allowed") as caught:
            await attempt
        assert caught.value.params["kind"] == Kind.LEAD


def test_a_request_is_kept_as_json(tmp_path: Path) -> None:
    request = ImportRequest(tmp_path / "a.csv", rejects=tmp_path / "b.csv", strict=True, total=7)
    assert request_from_json(request.to_json()) == request
    with pytest.raises(ValueError, match="no stored request"):
        request_from_json({"path": "a.csv"})
