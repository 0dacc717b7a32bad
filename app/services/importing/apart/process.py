"""The window's side of the process of its own: started when first needed, spoken to over one pipe."""

import asyncio
import itertools
import threading
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from app.core.errors import UserError
from app.services.importing.apart.messages import Answer, Failure, Goodbye, Hello, Order, Stop
from app.services.importing.jobs import Ended, Job, Said, StopFlag
from app.services.workplace import Workplace

if TYPE_CHECKING:
    # the window starts without them: see `_start`
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE_S: Final = 10.0
"""How long a child that was told to end may take for its present piece."""

_Message = Answer | Failure | None
"""None: the child is gone."""


class ImportProcess:
    """Does jobs in a child process, one at a time; what the child says arrives on the loop of whoever asked."""

    def __init__(self, workplace: Workplace) -> None:
        url = workplace.database.url.render_as_string(hide_password=False)
        self._hello = Hello(url, workplace.actor.employee_id)
        self._numbers = itertools.count(1)
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._heard: dict[int, asyncio.Queue[_Message]] = {}
        self._starting = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process number, while there is one."""
        return self._child.pid if self._child else None

    async def perform(self, job: Job, stop: StopFlag) -> AsyncGenerator[Said, None]:
        """As `jobs.perform`. Raises UserError("import_interrupted") where the child dies."""
        pipe = await self._opened()
        number = next(self._numbers)
        heard = self._heard[number] = asyncio.Queue()
        _send(pipe, Order(number, job))
        stop.listen(lambda: _send(pipe, Stop(number)))
        ended = False
        try:
            while not ended:
                message = await heard.get()
                if not isinstance(message, Answer):
                    ended = True
                    raise message.error() if message else UserError("import_interrupted")
                ended = isinstance(message.said, Ended)
                yield message.said
        finally:
            self._heard.pop(number, None)
            if not ended:
                _send(pipe, Stop(number))

    async def close(self) -> None:
        """Let the child end: at once where it has nothing to do, after its present piece otherwise."""
        child, pipe = self._child, self._pipe
        self._child = self._pipe = None
        if child is None or pipe is None:
            return
        _send(pipe, Goodbye())
        await asyncio.to_thread(child.join, _PATIENCE_S)
        if child.exitcode is None:
            child.terminate()
            await asyncio.to_thread(child.join, _PATIENCE_S)
        child.close()

    async def _opened(self) -> "Connection":
        """The pipe to a living child."""
        async with self._starting:
            if self._child is not None and self._child.exitcode is not None:
                await self.close()
            if self._pipe is not None:
                return self._pipe
            # In a thread: starting a program takes longer than a frame.
            self._child, pipe = await asyncio.to_thread(_start)
            self._pipe = pipe
            _send(pipe, self._hello)
            reading = (pipe, asyncio.get_running_loop())
            threading.Thread(target=self._read, args=reading, name="import-pipe", daemon=True).start()
            return pipe

    def _read(self, pipe: "Connection", loop: asyncio.AbstractEventLoop) -> None:
        """The one thread that waits for the child; it alone closes the pipe, once the child has."""
        with suppress(RuntimeError), pipe:  # RuntimeError: the loop was closed, nobody is left to hear it
            while True:
                try:
                    message = pipe.recv()
                except (EOFError, OSError):
                    loop.call_soon_threadsafe(self._lost)
                    return
                if isinstance(message, Answer | Failure):
                    loop.call_soon_threadsafe(self._receive, message)

    def _receive(self, message: Answer | Failure) -> None:
        heard = self._heard.get(message.number)
        if heard is not None:
            heard.put_nowait(message)

    def _lost(self) -> None:
        for heard in self._heard.values():
            heard.put_nowait(None)


def _start() -> "tuple[SpawnProcess, Connection]":
    # here, in a thread: few starts of the window are followed by an import
    import multiprocessing

    from app.services.importing.apart.child import serve  # likewise

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=serve, args=(theirs,), name="prichal-import", daemon=True)
    child.start()
    theirs.close()
    return child, ours


def _send(pipe: "Connection", message: Hello | Order | Stop | Goodbye) -> None:
    with suppress(OSError):  # a child that died is told by the end of its pipe
        pipe.send(message)
