"""The databases that an administrator presets for a workstation."""

from pathlib import Path

import pytest

from app.adapters.known_databases import KnownDatabasesFile
from app.adapters.office_databases import office_databases
from app.services.ports import KnownDatabase

OFFICE = KnownDatabase("postgresql://db.primer.test/prichal", "Office")

ONE = '[[database]]\nurl = "postgresql://db.primer.test/prichal"\nname = "Office"\n'


def test_the_office_s_database_is_offered_to_who_has_none(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text(ONE, encoding="utf-8")
    known = KnownDatabasesFile(tmp_path / "own.json", office_databases(tmp_path / "office.toml"))
    assert known.all() == (OFFICE,)


def test_a_person_s_own_databases_come_first_and_the_office_s_stays(tmp_path: Path) -> None:
    known, own = KnownDatabasesFile(tmp_path / "own.json", (OFFICE,)), KnownDatabase("sqlite:///a.db")
    known.remember(own)
    assert known.all() == (own, OFFICE)
    signed_in = KnownDatabase(OFFICE.url, "Office", "olga@primer.test")
    known.remember(signed_in)
    assert known.all() == (signed_in, own)
    known.forget(OFFICE.url)
    assert known.all() == (own, OFFICE)


def test_a_password_in_the_file_goes_no_further(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text('database = [{url = "postgresql://crm:secret@db/prichal"}]', encoding="utf-8")
    assert office_databases(tmp_path / "office.toml") == (KnownDatabase("postgresql://crm@db/prichal"),)


@pytest.mark.parametrize(
    "text",
    ["", "# nothing yet\n", "no toml", "database = 5", '[[database]]\nname = "Office"\n', "[[database]]\nurl = 7\n"],
)
def test_a_file_without_a_database_offers_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "office.toml").write_text(text, encoding="utf-8")
    assert office_databases(tmp_path / "office.toml") == ()
    assert office_databases(tmp_path / "missing.toml") == ()
