from pathlib import Path

import openpyxl
import pytest

from app.core.errors import UserError
from app.services.importing.layout import Reason
from app.services.importing.reading import inspect
from app.services.importing.rejects import RejectsFile
from app.services.importing.rows import RejectedRow
from tests.services.importing.making import imported, planned, written

HEADING = "Почему не вошла"


def words(reason: Reason) -> str:
    return f"причина: {reason.code}; «исправьте»"


def rejects(path: Path, name: str) -> Path:
    target = path.with_name(name)
    with RejectsFile(target, inspect(path), HEADING, words) as file:
        for row in planned(path):
            if isinstance(row, RejectedRow):
                file.add(row)
    return target


BAD = (
    'ФИО;Телефон;Комментарий\r\nА;1;x\r\n;;=СУММ(A1)\r\nБ;"2;а"\r\nВ;3;"о;о";4\r\n"Г;5;незакрыта\r\n;;"две\nстроки"\r\n'
)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig", "utf-8", "utf-16"])
def test_rejected_rows_come_out_as_they_were_and_are_rejected_again_unmended(tmp_path: Path, encoding: str) -> None:
    first = rejects(written(tmp_path, BAD, encoding), "1.csv")
    layout = inspect(first)
    assert layout.headings == (HEADING, "ФИО", "Телефон", "Комментарий")
    assert layout.encoding == encoding
    assert [row.cells[1:] for row in planned(first) if isinstance(row, RejectedRow) and len(row.cells) > 1] == [
        ("", "", "=СУММ(A1)"),
        ("Б", "2;а"),
        ("В", "3", "о;о", "4"),
        ("", "", "две\nстроки"),
    ]
    assert imported(first) == []
    assert rejects(first, "2.csv").read_bytes() == first.read_bytes()


def test_mended_rows_are_imported(tmp_path: Path) -> None:
    file = rejects(written(tmp_path, BAD), "1.csv")
    text = file.read_bytes().decode()
    mended = text.replace('"Г;5', "Г;5").replace('Б;"2;а"', "Б;2;а")
    rows = imported(written(tmp_path, mended, name="mended.csv"))
    assert [row.values.get("first_name") for row in rows] == ["Б", "Г"]


def test_a_row_with_one_cell_too_many_is_not_taken_for_whole_when_it_comes_alone(tmp_path: Path) -> None:
    file = rejects(written(tmp_path, "ФИО;Телефон\nА;1\nБ;2;\n"), "1.csv")
    assert [row.reason.code for row in planned(file) if isinstance(row, RejectedRow)] == ["columns_mismatch"]


def test_the_file_is_unicode_where_the_encoding_cannot_hold_the_reason(tmp_path: Path) -> None:
    names = "".join(f"Jürgen Müller;+4930{number};Grüße aus Köln\n" for number in range(1234560, 1234580))
    path = written(tmp_path, f"Full name;Phone;Comment\n{names};;Straße\n", "cp1252")
    assert inspect(rejects(path, "1.csv")).encoding == "utf-8-sig"


def test_rejected_rows_of_a_workbook_go_to_a_csv_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for cells in (["ФИО", "Телефон", "Сумма"], ["А", 1, 2], [None, None, 5]):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "leads.xlsx")
    file = rejects(tmp_path / "leads.xlsx", "1.csv")
    assert file.read_text(encoding="utf-8-sig").splitlines()[1].endswith(";;;5")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    layout = inspect(written(tmp_path, "ФИО;Телефон\nА;1\n"))
    with pytest.raises(UserError) as caught, RejectsFile(tmp_path, layout, HEADING, words):
        pass
    assert caught.value.code == "import_file_is_folder"
