import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.importing.layout import Layout, Reason, texts
from app.services.importing.reading import inspect, read_rows
from tests.services.importing.making import samples, written

HEADINGS = ["ФИО", "Телефон", "Комментарий"]


def cells_of(path: Path) -> list[tuple[str, ...]]:
    return [texts(row) for row in read_rows(inspect(path))]


def faults_of(path: Path) -> list[tuple[int, Reason]]:
    return [(row.line, row.fault) for row in read_rows(inspect(path)) if row.fault]


@pytest.mark.parametrize(
    ("name", "encoding"), [("leads-export-utf8.csv", "utf-8-sig"), ("leads-export-cp1251.csv", "cp1251")]
)
def test_samples_are_read_as_the_plain_csv_module_reads_them(name: str, encoding: str) -> None:
    path = samples() / name
    with path.open(encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, delimiter=";")
        headings, lines, plain = next(reader), [reader.line_num], []
        for cells in reader:
            plain.append(tuple(cells))
            lines.append(reader.line_num)
    layout = inspect(path)
    rows = list(read_rows(layout))
    assert (layout.encoding, layout.headings) == (encoding, tuple(headings))
    assert [texts(row) for row in rows] == plain
    assert [row.line for row in rows] == [line + 1 for line in lines[:-1]]
    assert not any(row.fault for row in rows)


TEXT = "ФИО;Телефон;Комментарий\r\nЩукина Ольга;89161234567;просила перезвонить «вечером» — №5\r\n"
CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"]


@pytest.mark.parametrize("encoding", CODECS)
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, TEXT, encoding)
    assert inspect(path).headings == tuple(HEADINGS)
    assert cells_of(path) == [("Щукина Ольга", "89161234567", "просила перезвонить «вечером» — №5")]


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "mac-cyrillic", "iso8859-5"])
def test_old_russian_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    text = "ФИО;Телефон;Комментарий\nЩукина Ольга;89161234567;просила ПЕРЕЗВОНИТЬ вечером\n"
    path = written(tmp_path, text, encoding)
    assert inspect(path).headings == tuple(HEADINGS)
    assert cells_of(path) == [("Щукина Ольга", "89161234567", "просила ПЕРЕЗВОНИТЬ вечером")]


def test_western_one_byte_text_is_not_taken_for_russian(tmp_path: Path) -> None:
    rows = "".join(f"Jürgen Müller;+4930{number};Grüße aus Köln, Straße\n" for number in range(1234560, 1234580))
    path = written(tmp_path, "Full name;Phone;Comment\n" + rows, "cp1252")
    assert cells_of(path)[0] == ("Jürgen Müller", "+49301234560", "Grüße aus Köln, Straße")


def test_one_bad_byte_leaves_the_rest_of_a_utf8_file_readable(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(TEXT.encode() + "Иванов;123;пло".encode() + b"\xd0;\n"[0:1] + "хо\n".encode())
    assert inspect(path).encoding == "utf-8"
    assert cells_of(path)[1] == ("Иванов", "123", "пло\ufffdхо")


def test_an_encoding_is_judged_by_the_whole_file(tmp_path: Path) -> None:
    ascii_rows = "Ivanov;89161234567;call\n" * 30_000
    path = written(tmp_path, "Full name;Phone;Comment\n" + ascii_rows + "Иванов;89161234567;перезвонить\n", "cp1251")
    assert inspect(path).encoding == "cp1251"
    assert cells_of(path)[-1] == ("Иванов", "89161234567", "перезвонить")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found(tmp_path: Path, separator: str, line_end: str) -> None:
    rows = [HEADINGS, ["Иванов", "8916", '"a;b,c|d\te"'], ["", "", "x"]]
    path = written(tmp_path, "".join(separator.join(row) + line_end for row in rows))
    assert inspect(path).dialect.separator == separator
    assert cells_of(path) == [("Иванов", "8916", "a;b,c|d\te"), ("", "", "x")]


def test_excels_own_line_names_the_separator(tmp_path: Path) -> None:
    path = written(tmp_path, "sep=,\r\nФИО,Телефон\r\nИванов,8916\r\n", "utf-8-sig")
    layout = inspect(path)
    assert (layout.dialect.separator, layout.heading_line, layout.headings) == (",", 2, ("ФИО", "Телефон"))


def test_cells_in_apostrophes_and_spaces_before_quotes_are_read(tmp_path: Path) -> None:
    assert cells_of(written(tmp_path, "'ФИО';'Телефон'\n'О''Коннор';'8;9'\n")) == [("О'Коннор", "8;9")]
    assert cells_of(written(tmp_path, '"ФИО"; "Телефон"\n"Иванов"; "8;9"\n')) == [("Иванов", "8;9")]


def test_lines_of_cells_with_line_breaks_are_counted(tmp_path: Path) -> None:
    path = written(tmp_path, 'ФИО;Комментарий\n\nА;"раз\nдва;\nтри"\n\nБ;четыре\n')
    assert [(row.line, texts(row)) for row in read_rows(inspect(path))] == [
        (3, ("А", "раз\nдва;\nтри")),
        (7, ("Б", "четыре")),
    ]


def test_blank_lines_and_the_old_end_mark_are_no_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\r\n\r\n   \r\nИванов;8916\r\n\r\n\x1a")
    assert cells_of(path) == [("Иванов", "8916")]


def test_headings_below_a_title_are_found(tmp_path: Path) -> None:
    path = written(tmp_path, "Выгрузка лидов;;\nот 12.05.2026;;\n;;\nФИО;Телефон;Город\nИванов;8916;Уфа\n")
    layout = inspect(path)
    assert (layout.heading_line, layout.headings) == (4, ("ФИО", "Телефон", "Город"))
    assert cells_of(path) == [("Иванов", "8916", "Уфа")]


def test_a_file_without_headings_loses_no_row(tmp_path: Path) -> None:
    path = written(tmp_path, "Иванов Пётр;+7 916 123-45-67\nСидорова Анна;8 916 765-43-21\n")
    layout = inspect(path)
    assert (layout.heading_line, layout.headings) == (0, ("", ""))
    assert len(cells_of(path)) == 2


def test_rows_that_do_not_line_up_carry_their_fault(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон;Город\nА;1;Уфа\nБ;2\nВ;3;Омск;x\nГ;4;Тула;\nД;5;Орёл\n")
    assert faults_of(path) == [
        (3, Reason("columns_mismatch", {"got": 2, "expected": 3})),
        (4, Reason("columns_mismatch", {"got": 4, "expected": 3})),
        (5, Reason("columns_mismatch", {"got": 4, "expected": 3})),
    ]


def test_a_separator_at_the_end_of_every_row_shifts_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\nА;1;\nБ;2;\n")
    assert cells_of(path) == [("А", "1"), ("Б", "2")]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"ООО "Ромашка"";"1"', ('ООО "Ромашка"', "1")),
        ('"Сказал "да" и ушёл";"1"', ('Сказал "да" и ушёл', "1")),
        ('"Ромашка" ООО;1', ('"Ромашка" ООО', "1")),
        ('Экран 5";1', ('Экран 5"', "1")),
    ],
)
def test_stray_quotes_that_leave_the_columns_clear_are_text(tmp_path: Path, line: str, cells: tuple[str, str]) -> None:
    path = written(tmp_path, f'"ФИО";"Телефон"\n{line}\n"Б";"2"\n')
    assert [texts(row) for row in read_rows(inspect(path)) if not row.fault] == [cells, ("Б", "2")]


def test_a_quote_never_closed_costs_its_own_row_only(tmp_path: Path) -> None:
    path = written(tmp_path, 'ФИО;Телефон\nА;1\n"Б;2\nВ;3\nГ;4\n')
    rows = list(read_rows(inspect(path)))
    assert [(row.line, texts(row)) for row in rows] == [
        (2, ("А", "1")),
        (3, ('"Б;2',)),
        (4, ("В", "3")),
        (5, ("Г", "4")),
    ]
    assert [row.fault.code if row.fault else "" for row in rows] == ["", "quotes_broken", "", ""]


def test_a_nul_byte_in_a_cell_disturbs_no_other(tmp_path: Path) -> None:
    assert cells_of(written(tmp_path, "ФИО;Телефон\nА\0Б;1\nВ;2\n")) == [("А\0Б", "1"), ("В", "2")]


def test_reading_holds_one_row_at_a_time(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\n" + "Иванов;8916\n" * 200_000)
    rows = read_rows(inspect(path))
    assert next(rows).line == 2
    assert sum(1 for _ in rows) == 199_999


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\";,\t|'"), max_size=12
)
RUSSIAN_CELL = st.lists(
    st.sampled_from(["Щукина", "ольга", "ПЕРЕЗВОНИТЬ", "съезд", "ёж", "№ 5", "«да»", "\n", '"', ";", ",", "|", "=1+1"]),
    max_size=6,
).map(" ".join)


def rows_of(cell: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str, str]]]:
    filled = st.tuples(cell, cell, cell).filter(lambda row: any(char.isalpha() for one in row for char in one))
    return st.lists(filled, min_size=1, max_size=8)


def round_trip(path: Path, rows: list[tuple[str, str, str]], encoding: str, dialect: type[csv.Dialect]) -> Layout:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, dialect).writerows([["Фамилия, имя клиента", "Телефон", "Комментарий"], *rows])
    layout = inspect(path)
    assert layout.dialect.separator == dialect.delimiter
    assert [texts(row) for row in read_rows(layout)] == rows
    return layout


@st.composite
def dialects(draw: st.DrawFn) -> type[csv.Dialect]:
    class Drawn(csv.excel):
        delimiter = draw(st.sampled_from(";,\t|"))
        quoting = draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
        lineterminator = draw(st.sampled_from(["\r\n", "\n"]))

    return Drawn


@given(rows_of(CELL), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]), dialects())
def test_whatever_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    encoding: str,
    dialect: type[csv.Dialect],
) -> None:
    round_trip(tmp_path_factory.mktemp("made") / "leads.csv", rows, encoding, dialect)


@given(rows_of(RUSSIAN_CELL), dialects())
def test_russian_text_in_its_old_encoding_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], dialect: type[csv.Dialect]
) -> None:
    layout = round_trip(tmp_path_factory.mktemp("made") / "leads.csv", rows, "cp1251", dialect)
    assert layout.encoding == "cp1251"
