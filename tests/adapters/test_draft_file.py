"""What is typed without a connection, in a file of the person."""

import stat
from pathlib import Path

from app.adapters.draft_file import DraftFile


def test_drafts_outlive_the_program_for_their_own_person_alone(tmp_path: Path) -> None:
    DraftFile(tmp_path, "a 1").keep("lead:1:about", {"last_name": "Мороз"})
    assert DraftFile(tmp_path, "a 1").all() == {"lead:1:about": {"last_name": "Мороз"}}
    assert DraftFile(tmp_path, "a 2").all() == {}
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_without_drafts_goes(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path, "a 1")
    drafts.keep("lead:1:about", None)
    drafts.forget("lead:2:about")
    assert drafts.all() == {"lead:1:about": None}
    drafts.forget("lead:1:about")
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_file_counts_as_empty_and_a_full_disk_loses_nothing_that_is_shown(tmp_path: Path) -> None:
    drafts = DraftFile(tmp_path, "a 1")
    drafts.keep("lead:1:about", {"last_name": "Мороз"})
    (file,) = tmp_path.iterdir()
    file.write_text("{", encoding="utf-8")
    assert DraftFile(tmp_path, "a 1").all() == {}
    nowhere = DraftFile(file / "no folder", "a 1")
    nowhere.keep("lead:1:about", {"last_name": "Мороз"})
    assert nowhere.all() == {"lead:1:about": {"last_name": "Мороз"}}
