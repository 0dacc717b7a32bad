"""A gate before a server: while it is shut, the network is gone for who comes through it; or gone without a word."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Self


class Gate:
    """Listens on a port of its own and passes everything on; `async with Gate(port) as gate`."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._server: asyncio.Server | None = None
        self._port = 0
        self._passing: set[asyncio.Task[None]] = set()
        self.loses_questions = False
        """What goes to the server vanishes, and nobody is told."""
        self.loses_answers = False

    @property
    def port(self) -> int:
        return self._port

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.shut()

    def fall_silent(self) -> None:
        """Everything vanishes: connections stand, new ones are taken, and nothing is ever answered."""
        self.loses_questions = self.loses_answers = True

    async def open(self) -> None:
        """Let through, by the same port as before."""
        self.loses_questions = self.loses_answers = False
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Break what passes, refuse what comes."""
        if self._server is not None:
            self._server.close()
            for task in self._passing:
                task.cancel()
            await asyncio.gather(*self._passing, return_exceptions=True)
            self._server = None

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._pass(reader, writer))
        self._passing.add(task)
        task.add_done_callback(self._passing.discard)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind_reader, behind_writer = await asyncio.open_connection("127.0.0.1", self._server_port)
        ways = {
            asyncio.create_task(_copy(reader, behind_writer, lambda: self.loses_questions)),
            asyncio.create_task(_copy(behind_reader, writer, lambda: self.loses_answers)),
        }
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for end in (writer, behind_writer):
                end.transport.abort()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, loses: Callable[[], bool]) -> None:
    with suppress(ConnectionError):
        while content := await reader.read(65_536):
            if loses():
                continue
            writer.write(content)
            await writer.drain()
