"""The driver of windows, tried on a small program in a process of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import Desktop, NotSeen
from tests.support.screen import Screen, end, running_screen

PROGRAM = Path(__file__).with_name("sample_window.py")
WORDS = "Привет, Ёж — 42 ₽"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    path.touch()
    return path


def start(screen: Screen, log: Path) -> Iterator[None]:
    program = screen.start([sys.executable, PROGRAM, log], log.with_name("output"))
    yield
    end(program)
    assert log.with_name("output").read_text() == ""


@pytest.fixture
def sample(screen: Screen, log: Path) -> Iterator[None]:
    """The sample window, running on the screen of this test."""
    yield from start(screen, log)


def happened(log: Path) -> list[list[object]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_text_of_two_scripts_and_signs_of_no_layout_arrives_exactly(desktop: Desktop, sample: None, log: Path) -> None:
    name = desktop.field("Name")
    desktop.fill(name, WORDS)
    desktop.fill(name, "«№ 7» ≈ 3½ €, 😀 & ok?")
    desktop.fill(name, WORDS * 3)
    assert happened(log)[-1] == ["name", WORDS * 3]


def test_a_field_of_several_lines_takes_its_line_breaks(desktop: Desktop, sample: None) -> None:
    desktop.fill(desktop.field("Comment"), "Первая\nвторая — и всё")


def test_a_combo_box_found_by_its_label_opens_and_takes_a_choice(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.click(desktop.field("Stage"))
    desktop.click(desktop.find("list item", "Отказ клиента"))
    desktop.wait_for(lambda: ["stage", "Отказ клиента"] in happened(log), "the choice")
    assert desktop.field("Stage").name == "Отказ клиента"


def test_cells_of_a_table_too_large_to_list_are_found_in_sight(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.double_click(desktop.find("cell", "Лид 3.2"))
    desktop.wait_for(lambda: ["opened", "Лид 3.2"] in happened(log), "the double click")
    assert desktop.find_all("cell", "Лид 300.0") == []
    table = desktop.find("table", "Leads")
    desktop.scroll(table, 20)
    desktop.wait_for(lambda: desktop.find_all("cell", "Лид 61.0"), "row 61")
    assert len(desktop.find_all("cell")) < 100


def test_a_context_menu_is_found_though_it_is_in_no_list_of_windows(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.right_click(desktop.find("cell", "Лид 1.1"))
    desktop.click(desktop.find("menu item", "Complete"))
    desktop.wait_for(lambda: ["menu", "Лид 1.1"] in happened(log), "the menu's act")
    desktop.wait_gone("popup menu", None)


def test_a_completer_is_found_and_clicked(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.click(desktop.field("City"))
    desktop.type("Му")
    desktop.click(desktop.find("list item", "Мурманск"))
    desktop.wait_for(lambda: happened(log)[-1] == ["city", "Мурманск"], "the completed city")


def test_a_dialog_is_answered_and_goes_away(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.click(desktop.find("push button", "Open dialog"))
    dialog = desktop.find("dialog", "Required fields")
    desktop.click(desktop.find("push button", "OK", within=dialog))
    desktop.wait_gone("dialog", "Required fields")
    assert ["dialog", "accepted"] in happened(log)


def test_an_item_is_dragged_from_list_to_list(desktop: Desktop, sample: None, log: Path) -> None:
    desktop.drag(desktop.find("list item", "Борис"), desktop.find("list", "To"))
    desktop.wait_for(lambda: ["dropped", 1] in happened(log), "the drop")
    desktop.find("list item", "Борис", within=desktop.find("list", "To"))


def test_what_was_found_before_its_window_moved_is_clicked_where_it_is_now(
    desktop: Desktop, sample: None, log: Path
) -> None:
    cell = desktop.find("cell", "Лид 3.2")
    here = ["xdotool", "search", "--onlyvisible", "--name", re.escape(cell.window.name), "windowmove", "300", "200"]
    subprocess.run(here, env=desktop.screen.environment, check=True)
    desktop.wait_for(lambda: desktop.find("cell", "Лид 3.2").box != cell.box, "the window elsewhere")
    desktop.double_click(cell)
    desktop.wait_for(lambda: ["opened", "Лид 3.2"] in happened(log), "the double click")


def test_what_never_appears_fails_with_a_picture_and_the_tree(desktop: Desktop, sample: None) -> None:
    desktop.find("push button", "Open dialog")
    with pytest.raises(NotSeen, match="push button 'Open dialog'"):
        desktop.find("push button", "No such button", timeout=0.3)
    picture = desktop.artefacts / "not-seen.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 5000


def test_at_another_scale_places_are_measured(tmp_path: Path, log: Path) -> None:
    with running_screen(1440, 1200, scale=1.5) as screen:
        running = start(screen, log)
        next(running)
        desktop = Desktop(screen, tmp_path)
        desktop.fill(desktop.field("Name"), WORDS)
        desktop.double_click(desktop.find("cell", "Лид 1.3"))
        desktop.wait_for(lambda: ["opened", "Лид 1.3"] in happened(log), "the double click")
        desktop.close()
        assert next(running, None) is None


def test_nothing_of_a_screen_stays_behind(tmp_path: Path) -> None:
    with running_screen(800, 600, tray="tint2") as screen:
        server = Path("/tmp/.X11-unix") / f"X{screen.display.removeprefix(':')}"
        home = Path(screen.environment["HOME"])
        assert server.exists()
    assert not server.exists()
    assert not home.exists()
