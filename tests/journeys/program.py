"""The program as a process of its own, in the home of somebody who has never run it."""

import re
import subprocess
import sys
from pathlib import Path

from tests.support.screen import Screen, end

ROOT = Path(__file__).resolve().parents[2]
QUIT_S = 20.0

RECORD = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ (?P<level>[A-Z]+) (?P<name>[\w.]+): ")
BENIGN = ("(qt.accessibility.atspi)", "(qt.qpa.services)", "(qt.multimedia.symbolsresolver)")
"""Qt's own: a driver that asks of an object gone since, a desktop without portals, one without PipeWire."""
SLOW_BUS = "QSpiApplication::keyEventError"
"""Qt's own: on a busy machine the accessibility bus is told of a key too late; the window gets the key all the same."""
NO_SOUND = "PulseAudioService: pa_context_connect() failed"
"""Qt's own: a screen without a sound server; the program beeps then."""
LOCALE_NOTE = (
    'Detected locale "C"',
    "Qt depends on a UTF-8 locale",
    "If this causes problems, reconfigure your locale.",
    "for more information.",
)
"""What Qt prints where the person's locale is not installed, as on a bare test machine."""


class Program:
    """`python -m app`; `language` is the system's, such as "ru" or "en"."""

    def __init__(self, screen: Screen, home: Path, language: str = "ru") -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self._screen = screen
        self._process: subprocess.Popen[bytes] | None = None
        locale = {"ru": "ru_RU.UTF-8", "en": "en_US.UTF-8"}[language]
        folders = {"CONFIG": "config", "DATA": "data", "CACHE": "cache", "STATE": "state"}
        self.environment = {
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "LC_ALL": locale,
            "LANG": locale,
            **{f"XDG_{name}_HOME": str(home / folder) for name, folder in folders.items()},
        }

    @property
    def output(self) -> Path:
        return self.home / "output"

    def start(self, *arguments: str) -> None:
        """Open the window."""
        assert self._process is None, "one window at a time"
        command = [sys.executable, "-m", "app", *arguments]
        self._process = self._screen.start(command, self.output, **self.environment)

    def run(self, *arguments: str, patience: float = 120, **extra: str) -> None:
        """Run a command without a window to its end, as from a terminal; `patience` in seconds."""
        command = [sys.executable, "-m", "app", *arguments]
        environment = {**self._screen.environment, **self.environment, **extra}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=patience)
        assert done.returncode == 0, done.stderr

    def exit_code(self) -> int:
        """How it ended, once it has; raises TimeoutExpired where it goes on."""
        assert self._process is not None, "started first"
        code = self._process.wait(timeout=QUIT_S)
        self._process = None
        return code

    def stop(self) -> None:
        """End it, however it stands."""
        if self._process is not None:
            end(self._process)
            self._process = None

    def complaints(self) -> list[str]:
        """What it printed or logged that tells of something wrong."""
        printed = self.output.read_text(encoding="utf-8", errors="replace").splitlines()
        found = [line for line in printed if not line.startswith(LOCALE_NOTE)]
        for log in self.home.rglob("*.log"):
            found += [line for line in log.read_text(encoding="utf-8").splitlines() if _is_wrong(line)]
        return found


def _is_wrong(line: str) -> bool:
    record = RECORD.match(line)
    if record is None:
        return True  # a traceback goes on over lines of its own
    return record["level"] not in {"DEBUG", "INFO"} and not (
        line.endswith(BENIGN) or SLOW_BUS in line or NO_SOUND in line
    )
