"""A screen of its own for journeys: X server, window manager, session bus, accessibility bus; all ended afterwards."""

import os
import shutil
import signal
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select

import pytest
from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection

START_S = 20.0
END_S = 5.0

AT_SPI_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"

BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A session bus that starts no service of the machine: its keyring would ask for a password over the window."""


XFCONFD = f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}/xfce4/xfconf/xfconfd"

TRAYS: dict[str, list[list[str]]] = {
    "": [],
    "tint2": [["tint2"]],
    "trayer": [["trayer", "--edge", "bottom", "--align", "left", "--widthtype", "request", "--height", "28"]],
    "xfce": [[XFCONFD], ["xfce4-panel", "--disable-wm-check"], ["dunst"]],
}
"""What gives a screen a tray: by XEMBED, as tint2 and trayer do, or as status notifiers, as Xfce's panel does."""

XFCE_PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
    <property name="plugin-2" type="string" value="tasklist"/>
  </property>
</channel>
"""


class ScreenMissing(RuntimeError):
    """A program that a screen is made of is not installed, or does not start."""


@dataclass(frozen=True)
class Screen:
    """A running screen; `environment` is what a program needs to appear on it."""

    display: str
    width: int
    height: int
    bus: str
    environment: dict[str, str] = field(repr=False)

    def start(self, command: Sequence[str | Path], log: Path, **extra: str) -> "subprocess.Popen[bytes]":
        """Starts a program on this screen, in a process group of its own; its output goes to `log`."""
        with log.open("ab") as output:
            return subprocess.Popen(
                command,
                env={**self.environment, **extra},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )


def end(process: "subprocess.Popen[bytes]", patience: float = END_S) -> int:
    """Asks a process and what it started to end, insists after `patience` seconds; returns its exit code."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise ScreenMissing(f"{name} is not installed: `installer/bootstrap.py setup --tests --long` installs it")
    return found


def _answer(reader: int, process: "subprocess.Popen[bytes]", what: str) -> str:
    """The line by which a server says that it is ready."""
    said = b""
    while not said.endswith(b"\n"):
        ready, _, _ = select([reader], [], [], START_S)
        piece = os.read(reader, 4096) if ready else b""
        if not piece:
            raise ScreenMissing(f"{what} did not start (exit code {process.poll()})")
        said += piece
    return said.decode().strip()


def _serve(stack: ExitStack, command: list[str], environment: dict[str, str], log: Path) -> str:
    """Starts a server that writes where it can be reached to the file descriptor that stands for FD in its command."""
    reader, writer = os.pipe()
    stack.callback(os.close, reader)
    with log.open("ab") as output:
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", *(part.replace("FD", str(writer)) for part in command)],
            env=environment,
            pass_fds=[writer],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    os.close(writer)
    stack.callback(end, process)
    return _answer(reader, process, command[0])


def _home(stack: ExitStack) -> Path:
    home = Path(tempfile.mkdtemp(prefix="prichal-screen-"))
    stack.callback(shutil.rmtree, home, ignore_errors=True)
    (home / "run").mkdir(mode=0o700)
    panels = home / ".config" / "xfce4" / "xfconf" / "xfce-perchannel-xml"
    panels.mkdir(parents=True)
    (panels / "xfce4-panel.xml").write_text(XFCE_PANEL, encoding="utf-8")
    return home


def _environment(home: Path, scale: float) -> dict[str, str]:
    dropped = ("XDG_", "QT_", "DBUS_", "WAYLAND_", "GTK_", "NO_AT_BRIDGE", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    ours = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CURRENT_DESKTOP": "openbox",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LC_ALL": "C.UTF-8",
    }
    if scale != 1:
        ours["QT_SCALE_FACTOR"] = str(scale)
    return kept | ours


def _wait_for(ready: Callable[[], bool], what: str) -> None:
    """A window that comes before its window manager does not know where it stands."""
    end = time.monotonic() + START_S
    while not ready():
        if time.monotonic() > end:
            raise ScreenMissing(f"{what} did not start")
        time.sleep(0.02)  # neither of them says when it is ready


def _has_window_manager(environment: dict[str, str]) -> bool:
    command = [_program("xprop"), "-root", "_NET_SUPPORTING_WM_CHECK"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=START_S)
    return "window id" in done.stdout


def _has_accessibility(bus: str) -> bool:
    with open_dbus_connection(bus) as session:
        answer = session.send_and_get_reply(message_bus.NameHasOwner("org.a11y.Bus"), timeout=START_S)
    return bool(answer.body[0])


@contextmanager
def running_screen(
    width: int = 1440, height: int = 900, dpi: int = 96, scale: float = 1, tray: str = ""
) -> Iterator[Screen]:
    """Starts a screen; `scale` makes Qt draw larger, `tray` gives it one of `TRAYS`."""
    with ExitStack() as stack:
        home = _home(stack)
        log = home / "log"
        environment = _environment(home, scale)
        size = ["-screen", "0", f"{width}x{height}x24", "-dpi", str(dpi)]
        server = [_program("Xvfb"), "-displayfd", "FD", *size, "-nolisten", "tcp", "-noreset"]
        environment["DISPLAY"] = f":{_serve(stack, server, environment, log)}"
        config = home / "bus.conf"
        config.write_text(BUS.format(folder=home / "run"), encoding="utf-8")
        bus = [_program("dbus-daemon"), f"--config-file={config}", "--nofork", "--nosyslog", "--print-address=FD"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = _serve(stack, bus, environment, log)
        screen = Screen(environment["DISPLAY"], width, height, environment["DBUS_SESSION_BUS_ADDRESS"], environment)
        keyboard = [_program("setxkbmap"), "-layout", "us,ru", "-option", "grp:alt_shift_toggle"]
        subprocess.run(keyboard, env=environment, check=True, capture_output=True, timeout=START_S)
        helpers = [["openbox", "--sm-disable"], [AT_SPI_LAUNCHER, "--launch-immediately"], *TRAYS[tray]]
        for helper in helpers:
            command = [_program(helper[0]), *helper[1:]]
            stack.callback(end, screen.start(["setpriv", "--pdeathsig", "TERM", *command], log))
        _wait_for(lambda: _has_window_manager(environment), "a window manager")
        _wait_for(lambda: _has_accessibility(screen.bus), "the accessibility bus")
        yield screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen of 1440×900 with everything a desktop program expects."""
    with running_screen() as screen:
        yield screen
