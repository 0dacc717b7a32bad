import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UserError
from app.core.kinds import Kind
from app.core.text import normalise, sort_key
from app.services.importing.heading_words import WORDS
from app.services.importing.headings import Mapping, known_headings, mapping_from_json, recognise
from app.services.presets import load_preset
from tests.services.importing.making import LEGAL_FIELDS

EXPORT = {
    "ID": "origin_id",
    "Стадия": "stage",
    "Название лида": "title",
    "Имя": "first_name",
    "Отчество": "middle_name",
    "Фамилия": "last_name",
    "Дата рождения": "birth_date",
    "Рабочий телефон": "phone:work",
    "Мобильный телефон": "phone:mobile",
    "Другой телефон": "phone:other",
    "Рабочий e-mail": "email:work",
    "Частный e-mail": "email:home",
    "Адрес": "field:city",
    "Комментарий": "comment",
    "Сумма": "field:total_debt",
    "Валюта": "currency",
    "Источник": "source",
    "Дополнительно об источнике": "source_details",
    "Ответственный": "responsible",
    "Дата создания": "created_at",
    "Дата изменения": "updated_at",
    "Доступен для всех": "",
}


def targets(*headings: str) -> list[str]:
    return list(recognise(headings, LEGAL_FIELDS, sum_field="total_debt").targets)


def test_all_columns_of_the_known_export_are_recognised() -> None:
    mapping = recognise(tuple(EXPORT), LEGAL_FIELDS, sum_field="total_debt")
    assert dict(zip(mapping.headings, mapping.targets, strict=True)) == EXPORT
    assert mapping.not_taken == (21,)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("ФИО", "full_name"),
        ("Ф.И.О. клиента", "full_name"),
        ("Full name", "full_name"),
        ("Телефон", "phone"),
        ("Phone", "phone"),
        ("Телефон 2", "phone"),
        ("Phone 1 - Value", "phone"),
        ("MobilePhone", "phone:mobile"),
        ("PHONE_WORK", "phone:work"),
        ("Телефон (рабочий)", "phone:work"),
        ("E-mail:", "email"),
        ("Эл. почта", "email"),
        ("Created", "created_at"),
        ("CreatedDate", "created_at"),
        ("Дата создания*", "created_at"),
        ("Lead - Title", "title"),
        ("Lead Source", "source"),
        ("Telegram", "messenger:telegram"),
        ("ОТВЕТСТВЕННЫЙ", "responsible"),
        ("\ufeffID", "origin_id"),
        ("Бюджет, руб.", "field:total_debt"),
        ("Общий долг", "field:total_debt"),
        ("total_debt", "field:total_debt"),
        ("семейное  положение", "field:marital"),
        ("City", "field:city"),
        ("Contact number", "phone"),
        ("Телефон для рассылок", "phone:other"),
        ("По чьей рекомендации", "referrer"),
        ("Возможная сумма", "field:total_debt"),
        ("Updated at", "updated_at"),
        ("Что-то ещё", ""),
        ("", ""),
    ],
)
def test_headings_in_both_languages_are_recognised(heading: str, target: str) -> None:
    assert targets("Фамилия", heading)[1] == target


def test_a_name_is_whole_where_no_column_holds_the_surname() -> None:
    assert targets("Имя", "Телефон")[0] == "full_name"
    assert targets("Имя", "Фамилия")[0] == "first_name"


def test_a_target_that_takes_one_column_goes_to_the_first() -> None:
    assert targets("Дата создания", "Created", "Телефон", "Телефон 2", "Фамилия") == [
        "created_at", "", "phone", "phone", "last_name",
    ]  # fmt: skip


def test_further_headings_of_the_presets_fields_are_recognised() -> None:
    mapping = recognise(
        ("Фамилия", "Семья", "Банки"), LEGAL_FIELDS, synonyms={"семья": "marital", "Банки": "creditors"}
    )
    assert mapping.targets == ("last_name", "field:marital", "")


def test_what_the_office_has_no_field_for_is_not_taken() -> None:
    assert recognise(("Город", "Сумма", "ФИО")).targets == ("", "amount", "full_name")


def test_without_headings_the_cells_tell_their_sense() -> None:
    rows = [
        ("1", "Иванов Пётр", "+7 916 123-45-67", "a@b.test", "Уфа"),
        ("2", "Сидорова Анна", "89161234567", "", "Омск, ул. 5"),
    ]
    mapping = recognise(("",) * 5, sample=rows)
    assert mapping.targets == ("", "full_name", "phone", "email", "")


def test_dates_with_the_month_first_are_seen_in_their_column() -> None:
    rows = [("04/05/2025", "04/05/2025"), ("12/31/2025", "31/12/2025")]
    assert recognise(("Created", "Modified"), sample=rows).month_first == {0}


def test_a_mapping_is_corrected_kept_and_known_again_by_its_headings() -> None:
    mapping = recognise(("ФИО", "Чудо", "Created"), sample=[("А", "", "12/31/2025")])
    corrected = mapping.with_target(1, "phone")
    assert corrected.targets == ("full_name", "phone", "created_at")
    assert mapping_from_json(corrected.to_json()) == corrected
    assert recognise(("фио ", "ЧУДО", "created")).signature == mapping.signature
    assert recognise(("Чудо", "ФИО", "Created")).signature != mapping.signature


@pytest.mark.parametrize("stored", [{}, {"headings": ["a"], "targets": [], "month_first": []}, {"headings": 5}])
def test_what_is_no_stored_mapping_is_refused(stored: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="mapping"):
        mapping_from_json(stored)


def test_a_mapping_that_names_nobody_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        Mapping(("Город", "Сумма"), ("field:city", "amount")).check()
    assert caught.value.code == "import_nothing_recognised"
    mapping = Mapping(("Тел",), ("phone:work",))
    assert mapping.check() is mapping


def test_every_word_stands_once_and_as_headings_are_compared() -> None:
    words = [word for several in WORDS.values() for word in several]
    assert len(words) == len(set(words))
    assert [word for word in words if word != sort_key(word)] == []


@pytest.mark.parametrize("code", ["legal", "general"])
def test_a_preset_repeats_no_word_of_the_import(code: str) -> None:
    """Only the names of its fields may be such words."""
    presets = [load_preset(code, language) for language in ("ru", "en")]
    names = {normalise(field.name) for preset in presets for field in preset.fields_of(Kind.LEAD)}
    headings = {word for field in presets[0].fields_of(Kind.LEAD) for word in field.headings}
    assert {word for word in headings - names if known_headings((word,))} == set()


@given(st.lists(st.text(max_size=200), max_size=10))
def test_any_headings_are_answered(headings: list[str]) -> None:
    mapping = recognise(headings, LEGAL_FIELDS)
    assert len(mapping.targets) == len(headings)
    assert known_headings(headings) <= len(headings)
