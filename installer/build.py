#!/usr/bin/env python3
"""Makes what is installed on the office's workstations, into dist/. Needs nothing but Python and the network.

    python3 installer/build.py deb        a package for Debian 12, Ubuntu 22.04 and newer
    python3 installer/build.py windows    a setup program; on Windows, with Inno Setup 6 installed

The program is frozen by PyInstaller in an environment of its own (build/venv, locked in installer/build.lock).
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import bootstrap
from bootstrap import ROOT, Refused, call, say

BUILD: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
VENV: Final = BUILD / "venv"
LOCK: Final = ROOT / "installer" / "build.lock"
ICONS: Final = BUILD / "icons"
PROGRAM: Final = DIST / "prichal"
"""The folder with the frozen program."""

LINUX: Final = ROOT / "installer" / "linux"
ICON_SIDES: Final = (16, 24, 32, 48, 64, 128, 256)


def project() -> dict[str, str]:
    """The project's table of pyproject.toml."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(content["project"])


def python() -> str:
    """The interpreter of the build environment."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def make_environment() -> None:
    """The build environment, made anew where its lock has changed."""
    stamp = VENV / "lock.sha256"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("making build/venv with the locked dependencies; the first time this takes some minutes")
    call([sys.executable, "-m", "venv", "--clear", str(VENV)], "the build environment could not be made")
    options = ["--disable-pip-version-check", "--quiet", "--require-hashes", "--requirement", str(LOCK)]
    call([python(), "-m", "pip", "install", *options], "the dependencies could not be installed")
    stamp.write_text(wanted)


def make_translations() -> None:
    """The .qm files that go into the package."""
    tool = shutil.which("pyside6-lrelease", path=str(Path(python()).parent))
    if tool is None:
        raise Refused("pyside6-lrelease is missing from the build environment")
    for source in sorted(bootstrap.TRANSLATIONS.glob("*.ts")):
        command = [tool, "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
        call(command, f"the translation {source.name} could not be built")


def make_icons() -> None:
    """The program's mark in the sizes of the desktops, drawn by the program itself."""
    ICONS.mkdir(parents=True, exist_ok=True)
    drawing = ROOT / "installer" / "draw_icons.py"
    sides = [str(side) for side in ICON_SIDES]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if subprocess.call([python(), str(drawing), str(ICONS), *sides], env=environment):
        raise Refused("the icons could not be drawn")


def freeze() -> None:
    """dist/prichal: the program with all it needs."""
    make_environment()
    make_translations()
    make_icons()
    say("freezing the program")
    spec = ROOT / "installer" / "prichal.spec"
    folders = ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")]
    command = [python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, str(spec)]
    call(command, "PyInstaller could not freeze the program")


# --- Debian ----------------------------------------------------------------------------------------------------------


def build_deb() -> Path:
    """dist/prichal_VERSION_ARCHITECTURE.deb."""
    if not shutil.which("dpkg-deb"):
        raise Refused("a .deb is made on Debian or Ubuntu: dpkg-deb is missing")
    missing = bootstrap.missing_packages(build_packages())
    if missing:
        bootstrap.install_packages(missing)
    freeze()
    strip()
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root)
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    write_control(root, architecture)
    package = DIST / f"prichal_{project()['version']}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
    call(command, "the package could not be made")
    return package


def build_packages() -> list[str]:
    """PyInstaller looks into libraries with objdump and takes Python's own library along."""
    return [*bootstrap.PACKAGES_TO_RUN, "binutils", f"libpython{sys.version_info.major}.{sys.version_info.minor}"]


def strip() -> None:
    """Debugging symbols are no use on a workstation. Libraries that wheels have patched don't bear it and stay."""
    found = (path for path in PROGRAM.rglob("*.so*") if path.is_file() and not path.is_symlink())
    libraries = [path for path in found if not path.parent.name.endswith(".libs")]
    wanted = [str(path) for path in libraries if "Qt" not in path.parts]
    call(["strip", "--strip-unneeded", *wanted], "the libraries could not be stripped")


def lay_out(root: Path) -> None:
    """The files of the package where they will stand on the workstation."""
    shutil.copytree(PROGRAM, root / "usr/lib/prichal", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/prichal").symlink_to("../lib/prichal/prichal")
    for side in ICON_SIDES:
        icon = root / f"usr/share/icons/hicolor/{side}x{side}/apps/prichal.png"
        icon.parent.mkdir(parents=True)
        shutil.copy(ICONS / f"{side}.png", icon)
    for source, place in (
        (LINUX / "prichal.desktop", "usr/share/applications/prichal.desktop"),
        (LINUX / "office.toml", "etc/prichal/office.toml"),
        (ROOT / "LICENSE", "usr/share/doc/prichal/copyright"),
        (ROOT / "CHANGELOG.md", "usr/share/doc/prichal/changelog.md"),
    ):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / place)
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def write_control(root: Path, architecture: str) -> None:
    """What dpkg reads: the package's description and the files an administrator may have changed."""
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    needed = [name for name in bootstrap.PACKAGES_TO_RUN if not name.startswith("fonts-")]
    fonts = [name for name in bootstrap.PACKAGES_TO_RUN if name.startswith("fonts-")]
    lines = [
        "Package: prichal",
        f"Version: {project()['version']}",
        f"Architecture: {architecture}",
        "Maintainer: Prichal <prichal@localhost>",
        "Section: office",
        "Priority: optional",
        f"Installed-Size: {size // 1024}",
        f"Depends: {', '.join([f'libc6 (>= {built_against()})', *needed])}",
        f"Recommends: {', '.join([*fonts, 'gnome-keyring | kwalletmanager'])}",
        f"Description: {project()['description']}",
        " Leads, deals, contacts and activities of an office that sells services,",
        " in one file or on a shared PostgreSQL server. Russian and English.",
    ]
    debian = root / "DEBIAN"
    debian.mkdir()
    (debian / "control").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (debian / "conffiles").write_text("/etc/prichal/office.toml\n", encoding="utf-8")


def built_against() -> str:
    """The system library of this machine: a frozen Python runs on this version and newer ones."""
    _, version = platform.libc_ver()
    return max(version, "2.34")


# --- Windows ---------------------------------------------------------------------------------------------------------


def build_windows() -> Path:
    """dist/prichal-VERSION-setup.exe."""
    if os.name != "nt":
        raise Refused("the setup program for Windows is made on Windows; README.md has the steps")
    compiler = inno_setup()
    freeze()
    version = project()["version"]
    script = ROOT / "installer" / "windows" / "prichal.iss"
    command = [str(compiler), f"/DVersion={version}", f"/O{DIST}", str(script)]
    call(command, "Inno Setup could not make the setup program")
    return DIST / f"prichal-{version}-setup.exe"


def inno_setup() -> Path:
    """The compiler of Inno Setup 6. Raises Refused where it isn't installed."""
    found = shutil.which("ISCC")
    folders = (os.environ.get(name, "C:/") for name in ("PROGRAMFILES(X86)", "PROGRAMFILES"))
    places = [Path(folder, "Inno Setup 6", "ISCC.exe") for folder in folders]
    for place in [Path(found)] if found else places:
        if place.exists():
            return place
    raise Refused("Inno Setup 6 is missing: winget install JRSoftware.InnoSetup")


BUILDERS: Final = {"deb": build_deb, "windows": build_windows}


def main(arguments: list[str]) -> int:
    """0 made, 1 refused with one message, 2 wrong usage."""
    if len(arguments) != 1 or arguments[0] not in BUILDERS:
        asked = arguments in (["-h"], ["--help"])
        print((__doc__ or "").strip(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        bootstrap.check_python()
        made = BUILDERS[arguments[0]]()
    except Refused as refused:
        print(f"prichal: {refused}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    say(f"made {made} ({made.stat().st_size / 1e6:.0f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
