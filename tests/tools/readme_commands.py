"""Runs the README's commands as written, from a clean clone: `python -m tests.tools.readme_commands [--without-tests]`.

Every line of a `sh` block is run, in order, in a fresh home. A command that opens a window gets a screen and is ended
once its window is there; any other has to end with 0.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.support.screen import Screen, running_screen

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared"
"""The sample exports that tests import lie beside the project."""
WINDOW_S = 180


def commands(readme: str) -> Iterator[str]:
    """The lines of the README's shell blocks."""
    for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL):
        yield from (line.strip() for line in block.splitlines() if line.strip())


def opens_window(command: str) -> bool:
    """Whether it is `run` without a command of the program behind it."""
    words = command.split()
    return "run" in words and not {"demo", "init", "find", "import", "screenshots"} & set(words)


def environment(home: Path) -> dict[str, str]:
    """A person who has never used the program."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "VIRTUAL_ENV"}}
    return {**kept, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "PRICHAL_PASSWORD": "readme-harbour"}


def run(command: str, clone: Path, env: dict[str, str], screen: Screen) -> float:
    """Run one command; seconds it took. Raises RuntimeError where it failed."""
    started = time.monotonic()
    if not opens_window(command):
        done = subprocess.run(command, shell=True, cwd=clone, env=env, check=False)
        if done.returncode:
            raise RuntimeError(f"{command}: exit code {done.returncode}")
        return time.monotonic() - started
    shown = {**env, "DISPLAY": screen.display}
    process = subprocess.Popen(command, shell=True, cwd=clone, env=shown, start_new_session=True)
    try:
        while not window_names(screen):
            if process.poll() is not None or time.monotonic() - started > WINDOW_S:
                raise RuntimeError(f"{command}: no window, exit code {process.poll()}")
            time.sleep(0.2)
    finally:
        subprocess.run(["pkill", "-TERM", "-s", str(process.pid)], check=False)
        process.wait(20)
    return time.monotonic() - started


def window_names(screen: Screen) -> list[str]:
    """The titles of the program's windows on the screen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "prichal", "getwindowname", "%@"],
        env={**os.environ, "DISPLAY": screen.display}, capture_output=True, text=True, check=False,
    )
    return [line for line in found.stdout.splitlines() if line.strip()]


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="prichal-readme-") as folder, running_screen() as screen:
        home, clone = Path(folder) / "home", Path(folder) / "clone"
        home.mkdir()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        if SAMPLES.exists():
            (Path(folder) / SAMPLES.name).symlink_to(SAMPLES)
        for command in commands((clone / "README.md").read_text(encoding="utf-8")):
            if "--without-tests" in arguments and command.endswith(" test"):
                print(f"left out  {command}", flush=True)
                continue
            print(f"{run(command, clone, environment(home), screen):7.1f} s  {command}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
