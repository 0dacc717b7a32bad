"""The workstation packages: what a .deb holds and says, on a program in small; and that the papers agree."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script, with its folders elsewhere and a program of two files as if frozen."""
    monkeypatch.syspath_prepend(str(INSTALLER))
    spec = importlib.util.spec_from_file_location("prichal_build", INSTALLER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for name in ("BUILD", "DIST", "ICONS"):
        monkeypatch.setattr(script, name, tmp_path / name.lower())
        (tmp_path / name.lower()).mkdir()
    program = tmp_path / "dist" / "prichal"
    (program / "_internal").mkdir(parents=True)
    (program / "prichal").write_text("#!/bin/sh\n")
    (program / "prichal").chmod(0o755)
    (program / "_internal" / "data.txt").write_text("data")
    for side in script.ICON_SIDES:
        (tmp_path / "icons" / f"{side}.png").write_bytes(b"picture")
    monkeypatch.setattr(script, "PROGRAM", program)
    return script


def package(build: ModuleType) -> str:
    root = build.BUILD / "deb"
    build.lay_out(root)
    build.write_control(root, "amd64")
    file = build.DIST / "prichal.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", str(root), str(file)], check=True, capture_output=True)
    return str(file)


def answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_package_puts_program_icon_links_and_the_office_s_file_in_their_places(build: ModuleType) -> None:
    listing = answer("dpkg-deb", "--contents", package(build))
    for line in (
        r"-rwxr-xr-x root/root .* ./usr/lib/prichal/prichal\n",
        r"lrwxrwxrwx root/root .* ./usr/bin/prichal -> ../lib/prichal/prichal\n",
        r"-rw-r--r-- root/root .* ./usr/share/applications/prichal.desktop\n",
        r"-rw-r--r-- root/root .* ./usr/share/icons/hicolor/256x256/apps/prichal.png\n",
        r"-rw-r--r-- root/root .* ./etc/prichal/office.toml\n",
    ):
        assert re.search(line, listing), f"{line} in\n{listing}"


def test_a_package_names_what_the_program_loads_from_the_system(build: ModuleType) -> None:
    file = package(build)
    depends = answer("dpkg-deb", "--field", file, "Depends")
    assert {"libgl1", "libxcb-cursor0", "libpulse0"} <= set(depends.strip().split(", "))
    assert answer("dpkg-deb", "--field", file, "Version").strip() == build.project()["version"]


def test_links_are_the_program_s_own_and_telephone_numbers_are_left_alone() -> None:
    entry = (INSTALLER / "linux" / "prichal.desktop").read_text(encoding="utf-8")
    script = (INSTALLER / "windows" / "prichal.iss").read_text(encoding="utf-8")
    assert "MimeType=x-scheme-handler/prichal;\n" in entry
    assert "Classes\\prichal" in script
    assert set(re.findall(r"(?:x-scheme-handler/|Classes\\)(\w+)", entry + script)) == {"prichal"}


def test_the_build_is_locked_to_the_versions_that_are_tested() -> None:
    pins = {
        name: version
        for name, version in _pins(INSTALLER / "build.lock")
        if name in dict(_pins(ROOT / "requirements.lock"))
    }
    assert len(pins) > 20
    assert pins.items() <= dict(_pins(ROOT / "requirements.lock")).items()


def test_the_program_says_the_version_that_the_package_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = answer(sys.executable, "-c", "import app; print(app.VERSION)").strip()
    assert told == project["version"]


def _pins(lock: Path) -> list[tuple[str, str]]:
    return re.findall(r"^([\w.-]+(?:\[\w+\])?)==([\w.]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
