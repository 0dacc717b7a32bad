#!/usr/bin/env python3
"""Prepares a machine for Prichal, starts it, runs its tests. Needs nothing but Python.

    python3 installer/bootstrap.py run [ARGUMENTS]     start the program; ARGUMENTS go to `prichal`
    python3 installer/bootstrap.py test [ARGUMENTS]    run the tests; ARGUMENTS go to pytest (--long: the long ones too)
    python3 installer/bootstrap.py setup [--tests [--long]]     only prepare, to run or to test as well

On Debian and Ubuntu missing system packages are installed by apt, as root or by sudo; everywhere the locked
dependencies go into .venv and the translations are built. A machine that is ready is not touched.
"""

from __future__ import annotations  # so that an old Python reads this file far enough to say that it is too old

import hashlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

OLDEST_PYTHON = (3, 11)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BINARIES = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BINARIES / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
TRANSLATIONS = ROOT / "resources" / "i18n"
STAMP = VENV / "prichal-setup.json"

# What the wheels of Qt load from the system, and a font with Cyrillic for a machine that has none.
PACKAGES_TO_RUN = [
    *("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libglib2.0-0", "libfontconfig1", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libpulse0", "libxrandr2", "fonts-inter"),
]

# A screen with a window manager, tray and accessibility, hands for it, a keyring and a database server.
PACKAGES_TO_TEST = [
    *(
        "xvfb",
        "xauth",
        "xdotool",
        "openbox",
        "dbus",
        "at-spi2-core",
        "tint2",
        "x11-utils",
        "gnome-keyring",
        "postgresql",
    ),
]

# Panels with trays of both kinds, a notification daemon, and a sound server that can be listened to.
PACKAGES_FOR_LONG_TESTS = ["trayer", "xfce4-panel", "dunst", "pulseaudio", "pulseaudio-utils"]

# Options of `prichal` that take a value and stand before a command.
OPTIONS_WITH_VALUE = frozenset({"--database", "--login", "--language"})


class Refused(Exception):
    """What keeps us from going on, in words for the person at the terminal."""


def say(text: str) -> None:
    print(f"prichal: {text}", flush=True)


def check_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise Refused(
            f"Python {wanted} or newer is needed, and this is {platform.python_version()} ({sys.executable});"
            f" start this script with a newer one, for example: python{wanted} installer/bootstrap.py run"
        )


def call(command: list[str], trouble: str) -> None:
    """Runs a command whose output the person sees; Refused with `trouble` where it fails."""
    try:
        code = subprocess.call(command)
    except OSError as error:
        raise Refused(f"{trouble}: {error}") from error
    if code:
        raise Refused(f"{trouble}: `{shlex.join(command)}` ended with exit code {code}")


# --- system packages -------------------------------------------------------------------------------------------------


def installed_packages() -> set[str]:
    """Names of the installed Debian packages, with the names that they provide."""
    layout = "${db:Status-Status}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", layout], capture_output=True, text=True, check=True).stdout
    names = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            names.add(package)
            names.update(item.split()[0] for item in provides.split(",") if item.strip())
    return names


def missing_packages(wanted: list[str]) -> list[str]:
    present = installed_packages()
    missing = [package for package in wanted if package not in present]
    if not VENV.exists() and importlib.util.find_spec("ensurepip") is None:
        # Debian leaves this out of its Python; the package of the same version is the one that serves this interpreter.
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def apt_prefix() -> list[str]:
    """What stands before apt-get so that it may install and asks nothing."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return quiet
    if not shutil.which("sudo"):
        raise Refused("installing system packages needs root or sudo, and neither is here")
    return ["sudo", *([] if sys.stdin.isatty() else ["--non-interactive"]), *quiet]


def install_packages(missing: list[str]) -> None:
    say(f"installing system packages by apt: {' '.join(missing)}")
    by_hand = f"as an administrator: apt-get install {' '.join(missing)}"
    try:
        prefix = apt_prefix()
        if subprocess.call([*prefix, "apt-get", "update", "--quiet=2"]):
            say("the lists of packages could not be renewed; going on with those that are here")
        install = ["apt-get", "install", "--yes", "--no-install-recommends", "--quiet=2", "-o", "Dpkg::Use-Pty=0"]
        call([*prefix, *install, *missing], "apt could not install them")
    except Refused as refused:
        raise Refused(f"{refused}; {by_hand}") from refused


def ensure_packages(with_tests: bool, with_long: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    wanted = PACKAGES_TO_RUN + (PACKAGES_TO_TEST if with_tests else []) + (PACKAGES_FOR_LONG_TESTS if with_long else [])
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        if not STAMP.exists():
            say(f"this system has no apt; it must have what Debian calls: {' '.join(wanted)}")
        return
    missing = missing_packages(wanted)
    if missing:
        install_packages(missing)


# --- the environment -------------------------------------------------------------------------------------------------


def fingerprint() -> dict[str, str]:
    """What the environment depends on: another value of any of these makes it anew or brings it up to date."""
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "python": f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}",
        "place": str(ROOT),
    }


def read_stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}  # never finished, or made by hand: set up as if for the first time


def usable() -> bool:
    """Whether .venv has a Python of this version, with pip."""
    try:
        version = "import pip, platform; print(platform.python_version())"
        done = subprocess.run([str(PYTHON), "-c", version], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == platform.python_version()


def ensure_environment() -> None:
    expected, found = fingerprint(), read_stamp()
    if found == expected and PYTHON.exists():
        return
    STAMP.unlink(missing_ok=True)
    if found.get("place", str(ROOT)) != str(ROOT) or not usable():
        say("making .venv")
        trouble = "the environment could not be made"
        call([sys.executable, "-m", "venv", "--clear", str(VENV)], trouble)
    say("installing the locked dependencies into .venv; the first time this takes some minutes")
    options = ["--disable-pip-version-check", "--quiet", "--require-hashes", "--requirement", str(LOCK)]
    call([str(PYTHON), "-m", "pip", "install", *options], "the dependencies could not be installed")
    write_launcher()
    STAMP.write_text(json.dumps(expected, indent=1), encoding="utf-8")


def write_launcher() -> None:
    """Lets the environment find the program from any folder, and gives it the command `prichal`."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(PYTHON), "-c", where], capture_output=True, text=True, check=True)
    Path(done.stdout.strip(), "prichal.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        (BINARIES / "prichal.cmd").write_text(f'@"{PYTHON}" -m app %*\n', encoding="utf-8")
        return
    launcher = BINARIES / "prichal"
    launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -m app "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)


def ensure_translations() -> None:
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime >= source.stat().st_mtime:
            continue
        tool = shutil.which("pyside6-lrelease", path=str(BINARIES)) or str(BINARIES / "pyside6-lrelease")
        command = [tool, "-silent", str(source), "-qm", str(built)]
        call(command, f"the translation {source.name} could not be built")


def setup(with_tests: bool, with_long: bool = False) -> None:
    ensure_packages(with_tests, with_long)
    ensure_environment()
    ensure_translations()


# --- the commands ----------------------------------------------------------------------------------------------------


def wants_window(arguments: list[str]) -> bool:
    """Whether `prichal` with these arguments opens its window: it does where no command is among them."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("-h", "--help", "--version") or not argument.startswith("-"):
            return False
        if argument in OPTIONS_WITH_VALUE:
            next(rest, None)
    return True


def has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


BELOW_QT = ("tests/core", "tests/db", "tests/services")
"""Their tests prove with the same run that these layers need no Qt."""
IN_PARALLEL = ("-n", "auto", "--dist", "worksteal")
"""As many tests at once as the machine has cores; an own -n among the arguments comes later and wins."""
INTERRUPTED = 2


def become(command: list[str]) -> NoReturn:
    """Goes on as another program, or, where the system has no such thing, ends with that program's exit code."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    sys.exit(subprocess.call(command))


def run(arguments: list[str]) -> NoReturn:
    setup(with_tests=False)
    if wants_window(arguments) and not has_screen():
        raise Refused(
            "there is no screen here to open the window on; `prichal screenshots DIR` draws it into PNG files"
            " (python3 installer/bootstrap.py run screenshots DIR)"
        )
    become([str(PYTHON), "-m", "app", *arguments])


def test(arguments: list[str]) -> NoReturn:
    """Runs what the arguments name; else everything, the layers below Qt first and with Qt not importable."""
    setup(with_tests=True, with_long="--long" in arguments)
    os.chdir(ROOT)
    pytest = [str(PYTHON), "-m", "pytest"]
    if any(not argument.startswith("-") for argument in arguments):
        become([*pytest, *arguments])
    without_qt = subprocess.call([*pytest, *IN_PARALLEL, *BELOW_QT, "-p", "no:pytest-qt", "--no-qt", *arguments])
    if without_qt == INTERRUPTED:
        sys.exit(without_qt)
    rest = subprocess.call([*pytest, *IN_PARALLEL, *(f"--ignore={folder}" for folder in BELOW_QT), *arguments])
    if without_qt:
        print(f"prichal: the first of the two runs failed (exit code {without_qt}), see above", file=sys.stderr)
    sys.exit(without_qt or rest)


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        check_python()
        if command == "run":
            run(rest)
        if command == "test":
            test(rest)
        if command == "setup" and rest in ([], ["--tests"], ["--tests", "--long"]):
            setup(with_tests=bool(rest), with_long="--long" in rest)
            say("ready")
            return 0
    except Refused as refused:
        print(f"prichal: {refused}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    asked = command in ("-h", "--help", "help")
    print(__doc__.strip(), file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
