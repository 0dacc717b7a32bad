"""Names of files: kept as they are called, saved as every system takes them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.files.names import LONGEST_NAME, LONGEST_SAVED, free_path, kept_name, saved_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Анкета.pdf", "Анкета.pdf"),
        ("/home/olga/Паспорт  1.jpg", "Паспорт 1.jpg"),
        ("C:\\Users\\olga\\scan.tiff", "scan.tiff"),
        ("договор\u202egnp.exe", "договорgnp.exe"),
        ("a\x00b\nc.txt", "ab c.txt"),
        ("", "file"),
        ("../", "file"),
        ("я" * 300 + ".docx", "я" * 250 + ".docx"),
    ],
)
def test_a_file_is_kept_under_its_own_name(given_name: str, kept: str) -> None:
    assert kept_name(given_name) == kept


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("Анкета №1.pdf", "Анкета №1.pdf"),
        ('вопрос?"да|нет"*.txt', "вопрос__да_нет__.txt"),
        ("..", "file"),
        (".bashrc", "_bashrc"),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("отчёт. . ", "отчёт"),
        ("a.b:c", "a.b_c"),
    ],
)
def test_a_saved_name_suits_every_system(name: str, saved: str) -> None:
    assert saved_name(name) == saved


@given(st.text(max_size=400))
def test_any_name_is_saved_inside_its_folder(name: str) -> None:
    kept, saved = kept_name(name), saved_name(name)
    assert 0 < len(kept) <= LONGEST_NAME
    assert 0 < len(saved.encode()) <= LONGEST_SAVED + 40
    assert Path("folder", saved).parent == Path("folder")
    assert saved not in (".", "..")
    assert not saved.startswith(".")
    assert not saved.endswith((".", " "))
    assert not set(saved) & set('<>:"/\\|?*\0\n')


def test_a_free_name_is_found_beside_the_taken_ones(tmp_path: Path) -> None:
    for expected in ("scan.pdf", "scan (2).pdf", "scan (3).pdf"):
        path = free_path(tmp_path, "scan.pdf")
        assert path == tmp_path / expected
        path.touch()
