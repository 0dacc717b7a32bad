"""`prichal move` as its user meets it; what it moves is proved in tests/bootstrap/test_moving.py."""

from pathlib import Path

from tests.commands.running import LOGIN, RUSSIAN, Prichal


def test_an_office_is_moved_once_and_the_new_one_is_worked_in(prichal: Prichal, tmp_path: Path) -> None:
    assert prichal.init().code == 0
    old, new = prichal.url, f"sqlite:///{tmp_path / 'new.db'}"
    done = prichal("move", "--from", old, "--to", new, "--json")
    assert done.code == 0, done.err
    content = done.content
    assert isinstance(content, dict)
    tables = {one["name"]: one for one in content["tables"]}
    assert tables["employee"]["rows"] == 1
    assert content["rows"] == sum(one["rows"] for one in tables.values())
    assert prichal("people", "list", "--database", new, "--login", LOGIN).out.startswith("Дымов Андрей")
    again = prichal("move", "--from", old, "--to", new, **RUSSIAN)
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith("prichal: ")
    assert "уже есть база" in again.err
    assert prichal("move", "--from", old).code == 2
