"""One program for a person and a database: the second start raises the first, hands its link over and ends."""

import hashlib
import logging
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger("prichal.instance")

PATIENCE_MS: Final = 1_500
"""A program that doesn't answer for so long hangs, or is stopped: the second start goes on."""
LONGEST: Final = 1024
"""Of a link, in bytes; more is nothing of ours."""
HEARD: Final = b"heard\n"


class SingleInstance(QObject):
    """Holds the names of the databases this program is open on; `folder` is the person's own."""

    raised = Signal(str)
    """A second start asked this program to come to the front, with the link that it was given or nothing."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._servers: dict[str, QLocalServer] = {}

    def claim(self, address: str, link: str = "") -> bool:
        """Be the one program on a database; False where another one is, which has been raised with the link."""
        name = self._name(address)
        if name in self._servers:
            return True
        if _raise_other(name, link):
            return False
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)  # what a killed program left behind
        if server.listen(name):
            server.newConnection.connect(self._answer)
            self._servers[name] = server
        else:
            _log.warning("a second start won't find this program: %s", server.errorString())
        return True

    def release(self) -> None:
        """Let go of every database."""
        for server in self._servers.values():
            server.close()
        self._servers.clear()

    def _name(self, address: str) -> str:
        digest = hashlib.sha256(f"{self._folder}\n{address}".encode()).hexdigest()
        return f"prichal-{digest[:24]}"

    def _answer(self) -> None:
        for server in self._servers.values():
            while server.hasPendingConnections():
                caller = server.nextPendingConnection()
                caller.readyRead.connect(partial(self._hear, caller))
                self._hear(caller)  # what came before anyone listened

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            return
        line = bytes(caller.readLine(LONGEST).data())
        caller.write(HEARD)
        caller.flush()
        self.raised.emit(line.decode(errors="replace").strip())


def _raise_other(name: str, link: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(f"{link}\n".encode())
    heard = socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return heard
