"""`prichal import leads` in a process of its own, as a user runs it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.commands.running import Prichal
from tests.services.importing.making import samples

WHOLE = {"rows": 300, "added": 291, "updated": 9, "skipped": 0, "rejected": 0}


def counts(content: object) -> dict[str, object]:
    assert isinstance(content, dict)
    return {key: content[key] for key in WHOLE}


@pytest.fixture
def office(prichal: Prichal) -> Prichal:
    assert prichal.init().code == 0
    return prichal


def test_an_import_is_undone_by_the_number_that_it_names(office: Prichal) -> None:
    path = str(samples() / "leads-export-cp1251.csv")
    done = office("import", "leads", path, "--json")
    assert counts(done.content) == WHOLE, done.err
    operation = done.content["operation"]  # type: ignore[index]  # checked by counts
    undone = office("import", "leads", "--undo", operation, "--json")
    content = undone.content
    assert isinstance(content, dict)
    assert (content["removed"], content["left"], content["left_records"]) == (291, 0, [])
    assert "undone already" in office("import", "leads", "--undo", operation).err


def test_rejects_never_overwrite_a_file_that_is_being_mended(office: Prichal, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ID;ФИО\n1;Анна\n2;\n", encoding="utf-8")
    (tmp_path / "a-rejected.csv").write_text("mine", encoding="utf-8")
    content = office("import", "leads", str(tmp_path / "a.csv"), "--json").content
    assert isinstance(content, dict)
    assert content["rejects"] == str(tmp_path / "a-rejected-2.csv")
    assert (tmp_path / "a-rejected.csv").read_text(encoding="utf-8") == "mine"


def test_a_killed_import_goes_on_when_it_is_repeated(office: Prichal) -> None:
    path = samples() / "leads-export-cp1251.csv"
    command = [sys.executable, "-c", KILLED, "import", "leads", str(path)]
    killed = subprocess.run(command, cwd=ROOT, env=office.environment(), capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    done = office("import", "leads", str(path), "--json")
    assert "interrupted after" in done.err
    assert counts(done.content) == WHOLE


def test_either_a_file_or_an_operation_is_named(office: Prichal) -> None:
    assert office("import", "leads").code == 2
    assert office("import", "leads", "a.csv", "--undo", "b").code == 2


KILLED = """
import os, signal, sys
from app.__main__ import main
from app.services.importing.writing import pace, run
pace.LARGEST = 60
committed = []
commit = run._Run.commit
async def commit_and_die(self, batch):
    await commit(self, batch)
    committed.append(batch)
    if len(committed) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
run._Run.commit = commit_and_die
sys.exit(main(sys.argv[1:]))
"""
"""The program itself, which dies just after its second batch."""
