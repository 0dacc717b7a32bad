"""The process that imports: takes jobs from the pipe one after another until the pipe closes."""

import asyncio
import gc
import math
import signal
import sys
import threading
import traceback
from multiprocessing.connection import Connection
from typing import Final

from app.core.clock import SystemClock
from app.core.errors import PrichalError
from app.db.engine import connect
from app.services.importing.apart.messages import Answer, Failure, Goodbye, Hello, Order, Stop, failure_of
from app.services.importing.jobs import perform
from app.services.people.workplaces import open_workplace
from app.services.workplace import Workplace

_MADE_AT_ONCE: Final = 100_000
"""Things after which Python looks for rings of garbage; a batch makes some ten thousands, none in rings."""

_SWITCH_S: Final = 0.000_5
"""How long one thread keeps another waiting: the database's has next to nothing to do in Python, but often."""


def serve(connection: Connection) -> None:
    """The child's whole life. A window that dies closes the pipe: the job stops after its present piece."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent; it then closes the pipe
    gc.freeze()
    gc.set_threshold(_MADE_AT_ONCE, 50, 100)
    sys.setswitchinterval(_SWITCH_S)
    hello = connection.recv()
    if isinstance(hello, Hello):
        asyncio.run(_Desk(connection).work(hello))


class _Desk:
    """Reads the pipe in a thread, so that a job can be stopped while it runs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._orders: asyncio.Queue[Order | None] = asyncio.Queue()
        self._stopped_to: float = 0

    async def work(self, hello: Hello) -> None:
        database = connect(hello.url)
        threading.Thread(target=self._read, args=(asyncio.get_running_loop(),), daemon=True).start()
        workplace: Workplace | None = None
        try:
            while (order := await self._orders.get()) is not None:
                try:
                    workplace = workplace or await open_workplace(database, hello.employee_id, SystemClock())
                    await self._do(workplace, order)
                except PrichalError as error:
                    self._send(failure_of(order.number, error))
                except Exception:  # noqa: BLE001 - the end of this process's line: the window's crash route shows it
                    self._send(Failure(order.number, "bug", traceback.format_exc(), {}))
        finally:
            await database.close()

    async def _do(self, workplace: Workplace, order: Order) -> None:
        async for said in perform(workplace, order.job, lambda: self._stopped_to >= order.number):
            self._send(Answer(order.number, said))

    def _send(self, message: Answer | Failure) -> None:
        try:
            self._connection.send(message)
        except OSError:  # nobody is left to hear it
            self._stopped_to = math.inf

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                message = Goodbye()
            if isinstance(message, Goodbye):
                self._stopped_to = math.inf
                loop.call_soon_threadsafe(self._orders.put_nowait, None)
                return
            if isinstance(message, Stop):
                self._stopped_to = max(self._stopped_to, message.number)
            elif isinstance(message, Order):
                loop.call_soon_threadsafe(self._orders.put_nowait, message)
