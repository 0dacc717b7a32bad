"""One program for a person and a database; starting with the session."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.autostart import AgentAutostart, DesktopAutostart, make_autostart
from app.adapters.single_instance import SingleInstance
from app.core.errors import UserError

ROOT = Path(__file__).resolve().parents[2]


def test_second_start_on_a_database_is_refused_where_the_first_answers(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim("sqlite:///a.db")
    assert first.claim("sqlite:///a.db")
    other = SingleInstance(tmp_path)
    assert other.claim("sqlite:///b.db")
    first.release()
    assert other.claim("sqlite:///a.db")
    other.release()


def test_second_start_hands_its_link_over(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim("sqlite:///a.db")
    second = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
        "from app.adapters.single_instance import SingleInstance; app = QCoreApplication([]); "
        "sys.exit(0 if SingleInstance(Path(sys.argv[1])).claim('sqlite:///a.db', 'prichal:lead/7') else 3)"
    )
    with qtbot.waitSignal(first.raised, timeout=30_000) as heard:
        started = subprocess.Popen([sys.executable, "-c", second, str(tmp_path)], cwd=ROOT)
    assert heard.args == ["prichal:lead/7"]
    assert started.wait(30) == 3
    first.release()


def test_another_person_is_no_second_start(qapp: QApplication, tmp_path: Path) -> None:
    one, another = SingleInstance(tmp_path / "olga"), SingleInstance(tmp_path / "pavel")
    assert one.claim("sqlite:///a.db")
    assert another.claim("sqlite:///a.db")
    one.release()
    another.release()


def test_desktop_entry_starts_the_program_and_goes_again(tmp_path: Path) -> None:
    autostart = DesktopAutostart(tmp_path / "autostart", ("/opt/my $100% programs/prichal", "--tray"))
    assert not autostart.is_on()
    autostart.turn(True)
    text = (tmp_path / "autostart" / "prichal.desktop").read_text(encoding="utf-8")
    assert 'Exec="/opt/my \\\\$100%% programs/prichal" --tray\n' in text
    assert autostart.is_on()
    autostart.turn(False)
    autostart.turn(False)
    assert not autostart.is_on()


def test_on_this_system_it_starts_in_the_tray_from_the_folder_that_the_desktop_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    make_autostart().turn(True)
    (line,) = [
        one
        for one in (tmp_path / "autostart" / "prichal.desktop").read_text(encoding="utf-8").splitlines()
        if one.startswith("Exec=")
    ]
    assert line.endswith(" --tray")


def test_launch_agent_runs_at_load(tmp_path: Path) -> None:
    autostart = AgentAutostart(tmp_path, ("/Applications/Prichal",))
    autostart.turn(True)
    assert b"RunAtLoad" in (tmp_path / "prichal.plist").read_bytes()
    autostart.turn(False)
    assert not autostart.is_on()


def test_folder_that_can_t_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(UserError, match="autostart_refused"):
        DesktopAutostart(tmp_path / "autostart", ("prichal",)).turn(True)
