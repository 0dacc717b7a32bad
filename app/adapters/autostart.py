"""Starting with the person's session, by the customs of each system."""

import os
import plistlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from app.core.errors import UserError
from app.services.ports import Autostart

NAME: Final = "Prichal"
_RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""What has to stand between quotes in a desktop entry's Exec key."""
_RUN: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


def make_autostart() -> Autostart:
    """The one of this system; the program starts in the tray."""
    command = (*program_command(), "--tray")
    if sys.platform == "win32":
        return RegistryAutostart(command)
    if sys.platform == "darwin":
        return AgentAutostart(Path.home() / "Library" / "LaunchAgents", command)
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return DesktopAutostart(config / "autostart", command)


def program_command() -> tuple[str, ...]:
    """How this program is started."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    installed = shutil.which("prichal")
    return (installed,) if installed else (sys.executable, "-m", "app")


class DesktopAutostart:
    """A desktop entry in the folder that Linux desktops start from."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._file = folder / "prichal.desktop"
        self._command = command

    def is_on(self) -> bool:
        return self._file.exists()

    def turn(self, on: bool) -> None:
        command = " ".join(map(_quoted, self._command))
        lines = (
            "[Desktop Entry]", "Type=Application", f"Name={NAME}", "Icon=prichal", f"Exec={command}",
            "Terminal=false", "X-GNOME-Autostart-enabled=true", "",
        )  # fmt: skip
        _write_or_remove(self._file, "\n".join(lines).encode() if on else None)


class AgentAutostart:
    """A launch agent of macOS."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._file = folder / "prichal.plist"
        self._command = command

    def is_on(self) -> bool:
        return self._file.exists()

    def turn(self, on: bool) -> None:
        agent = {"Label": "prichal", "ProgramArguments": list(self._command), "RunAtLoad": True}
        _write_or_remove(self._file, plistlib.dumps(agent) if on else None)


class RegistryAutostart:
    """The person's Run key of Windows."""

    def __init__(self, command: Sequence[str], key: str = _RUN) -> None:
        self._settings = QSettings(key, QSettings.Format.NativeFormat)
        self._command = command

    def is_on(self) -> bool:
        return self._settings.contains(NAME)

    def turn(self, on: bool) -> None:
        if on:
            self._settings.setValue(NAME, " ".join(f'"{part}"' for part in self._command))
        else:
            self._settings.remove(NAME)
        self._settings.sync()
        if self._settings.status() is not QSettings.Status.NoError:
            raise UserError("autostart_refused", reason="")


class MemoryAutostart:
    """The twin in memory."""

    def __init__(self) -> None:
        self.on = False

    def is_on(self) -> bool:
        return self.on

    def turn(self, on: bool) -> None:
        self.on = on


def _quoted(argument: str) -> str:
    """An argument of a desktop entry's Exec key, by that format's own rules, which aren't a shell's."""
    quoted = "".join(f"\\{one}" if one in '"`$\\' else one for one in argument)
    written = quoted.replace("\\", "\\\\").replace("%", "%%")
    return f'"{written}"' if set(argument) & _RESERVED else written


def _write_or_remove(file: Path, content: bytes | None) -> None:
    try:
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        raise UserError("autostart_refused", reason=error.strerror or "") from error
