from pathlib import Path

import pytest

from app.services.importing.known import Choice, ChoiceKind, Known, person_key
from app.services.importing.survey import Preview, Survey
from tests.services.importing.making import legal_mapping, planned, samples, written

STAGES = [
    "Новый лид", "Не удалось связаться", "Назначение встречи", "Встреча назначена (точное время)", "Надо подумать",
    "Частичная оплата", "Нецелевой", "Отказ клиента",
]  # fmt: skip


def preview(path: Path, known: Known) -> Preview:
    survey = Survey(legal_mapping(path), known)
    for row in planned(path):
        survey.add(row)
    return survey.result()


def test_the_sample_is_summed_up() -> None:
    known = Known.of(
        stages=list(zip(STAGES, range(1, 9), strict=True)),
        sources=[("Веб-сайт", 1), ("Рекомендация", 2)],
        employees=[("Шарова Елена", 7)],
    )
    found = preview(samples() / "leads-export-utf8.csv", known)
    assert (found.rows, found.accepted, found.rejected) == (5000, 5000, 0)
    assert sum(found.stages.values()) == 5000
    assert found.unknown_stages == ()
    assert {one.name for one in found.unknown_employees} == {
        "Тимур Валиев", "Павел Снегирёв", "Марина Чудова", "Ольга Кравцова",
    }  # fmt: skip
    assert len(found.unknown_sources) == 9
    assert all(one.choice == Choice(ChoiceKind.ADD) for one in (*found.unknown_employees, *found.unknown_sources))
    (similar,) = (one for one in found.unknown_sources if one.name == "По рекомендации")
    assert (similar.rows, similar.similar) == (507, 2)
    assert [column.heading for column in found.not_taken] == ["Доступен для всех"]
    assert found.warnings["email_kept_as_written"] == 1261


def test_writings_of_one_name_are_counted_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "ФИО;Стадия;Ответственный\nА;Думает;Снегирёв Павел\nБ;думает ;Павел Снегирев\nВ;Новый лид;\nГ;😀;\n",
    )
    found = preview(path, Known.of(stages=[("новый ЛИД", 1)]))
    assert found.stages == {"Думает": 2, "Новый лид": 1, "😀": 1}
    assert [(one.name, one.rows, one.choice.kind) for one in found.unknown_stages] == [
        ("Думает", 2, ChoiceKind.FIRST),
        ("😀", 1, ChoiceKind.FIRST),
    ]
    assert [(one.key, one.rows) for one in found.unknown_employees] == [(person_key("Павел Снегирёв"), 2)]


def test_rows_that_share_a_phone_or_email_with_an_earlier_one_are_counted(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "ФИО;Телефон;E-mail\nА;89161234567;\nБ;+7 916 123-45-67;b@primer.test\nВ;;B@primer.test\n"
        "Г;не знает;\nД;не знает;\n",
    )
    assert preview(path, Known.of()).repeated == 2


def test_columns_tell_examples_and_rejected_rows_their_reasons(tmp_path: Path) -> None:
    found = preview(written(tmp_path, "ФИО;Чудо\nА;1\nБ;1\nВ;\nГ\n;\n"), Known.of())
    assert [(one.heading, one.target, one.filled, one.distinct, one.examples) for one in found.columns] == [
        ("ФИО", "full_name", 3, 3, ("А", "Б", "В")),
        ("Чудо", "", 2, 1, ("1",)),
    ]
    assert found.rows == found.accepted + found.rejected == 5
    assert found.reasons == {"columns_mismatch": 1, "nobody_named": 1}
    assert [row.line for row in found.rejected_rows] == [5, 6]


@pytest.mark.parametrize("count", [1_000])
def test_a_preview_carries_few_rows_whatever_the_file(tmp_path: Path, count: int) -> None:
    found = preview(written(tmp_path, "ФИО;Сумма\n" + "А;нет\n;1\n" * count), Known.of())
    assert (found.reasons, len(found.rejected_rows)) == ({"nobody_named": count}, 200)
    assert (found.warnings, len(found.warned_cells)) == ({"money_unreadable": count}, 200)
