import os
import random
from pathlib import Path

import openpyxl
import pytest

from app.core.errors import UserError
from app.services.importing.reading import files, inspect, read_rows, workbook
from app.services.importing.reading.records import LONGEST_LINE
from tests.services.importing.making import refusal, written


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "нет.csv").code == "import_file_missing"
    assert refusal(tmp_path / "a\0b").code == "import_file_missing"
    assert refusal(tmp_path).code == "import_file_is_folder"
    assert refusal(tmp_path).params == {"path": str(tmp_path)}


@pytest.mark.parametrize("content", [b"", b"\n \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    assert refusal(path).code == "import_file_empty"


def test_headings_without_rows_are_told(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "ФИО;Телефон\n")).code == "import_no_rows"


@pytest.mark.parametrize(("before", "line"), [("", 1), ("ФИО;Телефон\n", 2)])
def test_a_line_without_end_is_told_as_such(tmp_path: Path, before: str, line: int) -> None:
    found = refusal(written(tmp_path, before + "x" * 3_000_000))
    assert (found.code, found.params["line"]) == ("import_line_too_long", line)


def test_noise_and_foreign_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    for content in (random.Random(5).randbytes(50_000), b"%PDF-1.7\n", b"\x89PNG\r\n", b"\x7fELF\x02", bytes(5_000)):
        path.write_bytes(content)
        assert refusal(path).code == "import_file_is_binary"


@pytest.mark.parametrize("seed", range(40))
def test_noise_of_any_length_ends_in_an_answer(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "leads.csv"
    path.write_bytes(chance.randbytes(chance.randrange(1, 400)))
    try:
        rows = list(read_rows(inspect(path)))
    except UserError:
        return
    assert rows


def test_a_web_page_is_told(tmp_path: Path) -> None:
    page = written(tmp_path, "<html><table><tr><td>ФИО</td></tr></table></html>", name="leads.xls")
    assert refusal(page).code == "import_file_is_html"


def test_prose_is_no_table(tmp_path: Path) -> None:
    assert (
        refusal(written(tmp_path, "Жили-были старик со старухой\nу самого синего моря\n")).code == "import_not_a_table"
    )


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "ФИО;Телефон\nА;1\n")

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Not by chmod: the administrator, who may run the tests, reads every file.
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).code == "import_file_denied"


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path).code == "import_file_unreadable"


def test_a_file_lost_while_reading_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\nА;1\n")
    layout = inspect(path)
    path.unlink()
    with pytest.raises(UserError) as caught:
        list(read_rows(layout))
    assert caught.value.code == "import_file_missing"


def test_a_line_without_end_is_told_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\nА;1\nБ;" + "2" * LONGEST_LINE)
    with pytest.raises(UserError) as caught:
        list(read_rows(inspect(path)))
    assert (caught.value.code, caught.value.params["line"]) == ("import_line_too_long", 3)


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_a_broken_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leads.xlsx"
    path.write_bytes(content)
    assert refusal(path).code == "import_workbook_broken"


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    openpyxl.Workbook().save(path)
    assert refusal(path).code == "import_file_empty"


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "leads.xlsx"
    openpyxl.Workbook().save(path)
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 100)
    assert refusal(path).code == "import_workbook_too_large"


def test_only_the_beginning_of_a_file_is_held_for_decisions(tmp_path: Path) -> None:
    path = written(tmp_path, "ФИО;Телефон\n" + "А;1\n" * 200_000)
    assert len(files.read_head(path)) == files.HEAD_BYTES
    assert len(inspect(path).sample) <= 200
