"""A sound server of its own whose only loudspeaker is a file: what the programs of a screen play can be measured."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.support.screen import Screen, ScreenMissing, end

RATE = 8_000
SINK = "hearing"
PIECE_S = 0.05
"""So long are the pieces that are measured."""
LOADED = (
    "module-native-protocol-unix auth-anonymous=1 socket=SOCKET",
    f"module-null-sink sink_name={SINK}",
)


class Hearing:
    """What has been played since the beginning."""

    def __init__(self, record: Path, server: str) -> None:
        self._record = record
        self.server = server
        """For PULSE_SERVER of the program."""

    def heard_so_far(self) -> int:
        """In samples."""
        return self._record.stat().st_size // 2 if self._record.exists() else 0

    def loudness(self, since: int = 0) -> NDArray[np.float64]:
        """The root mean square of each piece, from a sample on; full scale is 32768."""
        samples = np.frombuffer(self._record.read_bytes()[: self.heard_so_far() * 2], np.int16)[since:].astype(float)
        piece = round(RATE * PIECE_S)
        whole = samples[: len(samples) // piece * piece].reshape(-1, piece)
        return np.sqrt((whole**2).mean(axis=1)) if len(whole) else np.zeros(1)


@contextmanager
def hearing(screen: Screen, folder: Path) -> Iterator[Hearing]:
    """Starts the server and somebody who listens; its socket lies in `folder`."""
    socket, record, log = folder / "pulse.socket", folder / "heard.raw", folder / "pulse.log"
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{socket}"}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    for module in LOADED:
        command += ["-L", module.replace("SOCKET", str(socket))]
    with ExitStack() as stack:
        server = screen.start(command, log, **home)
        stack.callback(end, server)
        _wait(socket.exists, "the sound server", log)
        listen = (
            f"exec parec -d {SINK}.monitor --format=s16le --rate={RATE} --channels=1 --latency-msec=50 > '{record}'"
        )
        stack.callback(end, screen.start(["sh", "-c", listen], log, **home))
        heard = Hearing(record, home["PULSE_SERVER"])
        _wait(lambda: heard.heard_so_far() > 0, "what listens", log)
        yield heard


def _wait(ready: Callable[[], bool], what: str, log: Path) -> None:
    """None of them says when it is ready."""
    limit = time.monotonic() + 20
    while not ready():
        if time.monotonic() > limit:
            raise ScreenMissing(f"{what} did not start: {log.read_text()}")
        time.sleep(0.02)
