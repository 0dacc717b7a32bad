from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl

from app.services.importing.layout import FileKind, texts
from app.services.importing.reading import inspect, read_rows
from tests.services.importing.making import imported, planned


def saved(path: Path, *rows: list[object], first_row: int = 1, first_column: int = 1) -> Path:
    book = openpyxl.Workbook()
    book.create_sheet("Лиды")
    for line, cells in enumerate(rows, start=first_row):
        for column, cell in enumerate(cells, start=first_column):
            book["Лиды"].cell(line, column, cell)
    book.save(path)
    return path


def test_the_first_sheet_with_something_in_it_is_read_wherever_its_table_stands(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ["ФИО", "Телефон"], ["Иванов", "8916"], first_row=4, first_column=3)
    layout = inspect(path)
    assert (layout.kind, layout.sheet, layout.heading_line) == (FileKind.WORKBOOK, "Лиды", 4)
    assert layout.headings == ("ФИО", "Телефон")
    assert [(row.line, texts(row)) for row in read_rows(layout)] == [(5, ("Иванов", "8916"))]


def test_typed_cells_keep_their_sense(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.xlsx",
        ["ID", "ФИО", "Телефон", "Сумма", "Дата создания", "Дата рождения", "Есть просрочки", "Комментарий"],
        [7, "Иванов Пётр", 79018159083, 1234000.5, datetime(2025, 6, 25, 5, 53), date(1975, 7, 14), True, "=текст"],  # noqa: DTZ001  # sheets know no zones
    )
    (row,) = imported(path)
    assert row.origin_id == "7"
    assert [point.normal for point in row.phones] == ["+79018159083"]
    assert row.values["total_debt"] == Decimal("1234000.50")
    assert row.created_at == datetime(2025, 6, 25, 2, 53, tzinfo=UTC)
    assert row.values["birth_date"] == date(1975, 7, 14)
    assert row.values["overdue"] is True
    assert row.warnings == ()


def test_a_dates_number_is_a_date_even_where_the_cell_lost_its_format(tmp_path: Path) -> None:
    (row,) = imported(saved(tmp_path / "a.xlsx", ["ФИО", "Дата создания"], ["Иванов Пётр", 45833.5]))
    assert row.created_at == datetime(2025, 6, 25, 9, tzinfo=UTC)


def test_empty_rows_of_a_sheet_are_no_rows_and_cells_beyond_the_headings_are_a_fault(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ФИО", "Телефон"], ["Иванов", "8916"], [None, None], ["Петров", "8917"]]
    path = saved(tmp_path / "a.xlsx", *rows)
    assert [row.line for row in planned(path)] == [2, 4]
    long = [*rows, *([["Сидоров", "8918"]] * 300), ["Лишний", "8919", "и ещё"]]
    assert [row.line for row in planned(saved(tmp_path / "b.xlsx", *long)) if hasattr(row, "reason")] == [305]


def test_text_that_begins_with_an_equals_sign_stays_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["ФИО", "Комментарий"])
    sheet.append(["Иванов Пётр", "x"])
    sheet["B2"].value = "=СУММ(A1:A2)"
    sheet["B2"].data_type = "s"
    book.save(tmp_path / "a.xlsx")
    (row,) = imported(tmp_path / "a.xlsx")
    assert row.values["comment"] == "=СУММ(A1:A2)"
