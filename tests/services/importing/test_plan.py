import csv
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.fieldkinds import UNKNOWN
from app.services.importing.headings import TARGETS, Mapping
from app.services.importing.layout import Reason, Row
from app.services.importing.plan import RowPlanner
from app.services.importing.rows import ImportRow, RejectedRow
from tests.services.importing.making import (
    LEGAL_FIELDS,
    MOSCOW,
    imported,
    only_row,
    planned,
    samples,
    written,
)

SAMPLES = [("leads-export-utf8.csv", "utf-8-sig"), ("leads-export-cp1251.csv", "cp1251")]


def plain(name: str, encoding: str) -> list[dict[str, str]]:
    with (samples() / name).open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize(("name", "encoding"), SAMPLES)
def test_sample_rows_are_all_taken_and_agree_with_the_plain_csv_module(name: str, encoding: str) -> None:
    expected = plain(name, encoding)
    rows = imported(samples() / name)
    assert len(rows) == len(expected)
    for row, cells in zip(rows, expected, strict=True):
        assert (row.origin_id, row.stage, row.source) == (cells["ID"], cells["Стадия"], cells["Источник"])
        assert row.values.get("title", "") == cells["Название лида"]
        assert row.values.get("last_name", "") == cells["Фамилия"]
        assert row.values.get("comment", "") == cells["Комментарий"]
        assert row.values.get("city", "") == cells["Адрес"]
        amount = cells["Сумма"].replace(" ", "").replace(",", ".")
        assert row.values.get("total_debt") == (Decimal(amount) if amount else None)
        assert row.created_at is not None
        assert f"{row.created_at.astimezone(MOSCOW.zone):%d.%m.%Y %H:%M:%S}" == cells["Дата создания"]
        assert not row.note
    assert Counter(row.stage for row in rows) == Counter(cells["Стадия"] for cells in expected)


@pytest.mark.parametrize(("name", "encoding"), SAMPLES)
def test_sample_phones_and_emails_are_kept_and_only_real_ones_match(name: str, encoding: str) -> None:
    valid = 0
    for row, cells in zip(imported(samples() / name), plain(name, encoding), strict=True):
        written_phones = [cells[f"{kind} телефон"] for kind in ("Рабочий", "Мобильный") if cells[f"{kind} телефон"]]
        assert {point.value for point in row.phones} <= set(written_phones)
        for point in row.phones:
            digits = "".join(filter(str.isdigit, point.value))
            assert point.normal in {None, "+7" + digits[-10:]}
            assert point.normal is None or len(digits) >= 10
            valid += point.normal is not None
        email = cells["Рабочий e-mail"].strip()
        assert [point.value for point in row.emails] == ([email] if email else [])
        assert [point.normal for point in row.emails if point.normal] == ([email.lower()] if "@" in email else [])
        assert "не знает" not in row.match_keys
    assert valid > 0.98 * len(plain(name, encoding))


def test_a_third_file_with_other_separator_order_and_headings_is_read(tmp_path: Path) -> None:
    text = (
        "Created\tPhone\tFull name\tE-mail\tLead source\tAmount\tNotes\tManager\n"
        "2025-06-25T05:53:00Z\t8(908) 246-28-19\tSmith, John\tj@primer.test\tWebsite\t1,234,000.50\t"
        '"a\nb"\tAnn Lee [12]\n'
    )
    (row,) = imported(written(tmp_path, text))
    assert row.created_at == datetime(2025, 6, 25, 5, 53, tzinfo=UTC)
    assert row.match_keys == ("+79082462819", "j@primer.test")
    assert row.values == {
        "last_name": "Smith",
        "first_name": "John",
        "total_debt": Decimal("1234000.50"),
        "comment": "a\nb",
    }
    assert (row.source, row.responsible) == ("Website", "Ann Lee")


def test_only_rows_that_name_nobody_or_do_not_line_up_are_rejected(tmp_path: Path) -> None:
    text = "ФИО;Телефон;E-mail;Название;Город\nА;;;;\n;не знает;;;\n;;нет;;\n;;;Заявка;\n;—;;;Уфа\n;;;;\nБ;1\n"
    rows = planned(written(tmp_path, text))
    assert [(row.line, row.reason) for row in rows if isinstance(row, RejectedRow)] == [
        (6, Reason("nobody_named")),
        (7, Reason("nobody_named")),
        (8, Reason("columns_mismatch", {"got": 2, "expected": 5})),
    ]
    assert rows[4] == RejectedRow(6, Reason("nobody_named"), ("", "—", "", "", "Уфа"))


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Сумма", "около 300", "money_unreadable"),
        ("Дата создания", "31.02.2025 09:15", "date_unreadable"),
        ("Дата рождения", "весной", "date_unreadable"),
        ("Валюта", "фантики", "currency_unknown"),
        ("Есть просрочки", "бывает", "yes_no_unreadable"),
        ("Количество кредиторов", "много", "number_unreadable"),
        ("Семейное положение", "сложно", "option_unknown"),
    ],
)
def test_a_cell_that_cannot_be_read_stays_as_written(tmp_path: Path, heading: str, cell: str, code: str) -> None:
    row = only_row(tmp_path, heading, cell)
    assert [(one.code, one.text) for one in row.warnings] == [(code, cell)]
    assert row.note == f"{heading}: {cell}"


@pytest.mark.parametrize(
    ("heading", "cell", "code", "value"),
    [
        ("Сумма", "1234000", "total_debt", Decimal(1234000)),
        ("Сумма", "1 234 000,00", "total_debt", Decimal(1234000)),
        ("Сумма", "1234000.50", "total_debt", Decimal("1234000.50")),
        ("Сумма", "2683 000,00", "total_debt", Decimal(2683000)),
        ("Сумма", "385 тыс. руб.", "total_debt", Decimal(385000)),
        ("Сумма", "не знает", "total_debt", UNKNOWN),
        ("Валюта", "руб.", "currency", "RUB"),
        ("Валюта", "usd", "currency", "USD"),
        ("Есть просрочки", "Да", "overdue", True),
        ("Просрочки с", "2025-03-04", "overdue_since", date(2025, 3, 4)),
        ("Дата рождения", "не знает", "birth_date", UNKNOWN),
        ("Дата рождения", "14.07.75", "birth_date", date(1975, 7, 14)),
        ("Дата рождения", "01.02.30", "birth_date", date(1930, 2, 1)),
        ("Семейное положение", "в БРАКЕ", "marital", 1),
        ("Имущество", "Машина, Квартира", "property", (1, 2)),
        ("Имущество", "Дача, баня", "property", (3,)),
        ("Комментарий", "Долг <b>большой</b>, приставы", "comment", "Долг <b>большой</b>, приставы"),
        ("Комментарий", "=СУММ(A1:A2)", "comment", "=СУММ(A1:A2)"),
        ("Комментарий", "-", "comment", "-"),
    ],
)
def test_cells_become_values(tmp_path: Path, heading: str, cell: str, code: str, value: object) -> None:
    row = only_row(tmp_path, heading, f'"{cell}"')
    assert row.values[code] == value
    assert row.warnings == ()


def test_amounts_are_read_in_the_currency_of_their_row(tmp_path: Path) -> None:
    row = only_row(tmp_path, "Сумма;Валюта", "1500;JPY")
    assert (row.values["total_debt"], row.values["currency"]) == (Decimal(1500), "JPY")
    assert only_row(tmp_path, "Сумма;Валюта", "1500,5;JPY").note == "Сумма: 1500,5"


def test_dates_with_the_month_first_are_read_so_through_the_whole_column(tmp_path: Path) -> None:
    rows = imported(written(tmp_path, "Name,Created\nAnn,04/05/2025\nBob,12/31/2025\n"))
    assert [row.created_at and row.created_at.astimezone(MOSCOW.zone).date() for row in rows] == [
        date(2025, 4, 5),
        date(2025, 12, 31),
    ]


def test_what_passes_the_limit_of_its_field_stands_whole_in_the_note(tmp_path: Path) -> None:
    name = "Ы" * 10_000
    row = only_row(tmp_path, "Фамилия", name)
    assert row.values["last_name"] == "Ы" * 200
    assert row.note == f"Фамилия: {name}"


def test_several_comments_are_joined_under_their_headings(tmp_path: Path) -> None:
    assert only_row(tmp_path, "Комментарий;Примечание", "раз;два").values["comment"] == "раз\nПримечание: два"


def test_nothing_of_a_whole_name_is_lost_beside_its_parts(tmp_path: Path) -> None:
    assert only_row(tmp_path, "Фамилия;ФИО", "Ли;Ли Анна").warnings == ()
    assert only_row(tmp_path, "Фамилия;ФИО", "Ли;Ли Анна Петровна").note == "ФИО: Ли Анна Петровна"


def test_characters_that_no_database_holds_are_left_out(tmp_path: Path) -> None:
    row = only_row(tmp_path, "Фамилия;Комментарий", "Ли\0;перезво\x07нить \U0001f600 שלום")
    assert row.values["last_name"] == "Ли"
    assert row.values["comment"] == "перезвонить \U0001f600 שלום"


CELLS = st.text(max_size=30) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.dates()


@given(st.lists(st.tuples(st.sampled_from([*TARGETS, "field:total_debt", "field:property"]), CELLS), min_size=1))
def test_any_cell_in_any_column_gives_a_row_or_a_reason(columns: list[tuple[str, str | float | bool | date]]) -> None:
    mapping = Mapping(tuple(target for target, _ in columns), tuple(target for target, _ in columns))
    row = RowPlanner(mapping, LEGAL_FIELDS, MOSCOW).plan(Row(2, tuple(cell for _, cell in columns)))
    assert isinstance(row, ImportRow) or row.reason.code == "nobody_named"
