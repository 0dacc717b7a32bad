"""Modules that the first window has no need of, imported in a thread while it is on the screen."""

import asyncio
import gc
import importlib
import sys
import threading
from concurrent.futures import Future
from typing import Final

SWITCH_S: Final = 0.0005
"""How long the importing thread may keep the window, and who signs in, waiting; Python's own 5 ms are felt."""


class LateImports:
    """Imports modules one after the other; each can be waited for."""

    def __init__(self, *names: str) -> None:
        self._arrived: dict[str, Future[None]] = {name: Future() for name in names}
        self._started = False

    def start(self) -> None:
        """Begin, where that hasn't been done yet."""
        if not self._started:
            self._started = True
            threading.Thread(target=self._run, name="late imports", daemon=True).start()

    async def wait(self, name: str) -> None:
        """Until a module can be imported in no time. Raises what its import raises."""
        self.start()
        await asyncio.wrap_future(self._arrived[name])

    async def end(self) -> None:
        """Until nothing is being imported any more."""
        if self._started:
            await asyncio.wait([asyncio.wrap_future(one) for one in self._arrived.values()])

    def _run(self) -> None:
        new = not self._arrived.keys() <= sys.modules.keys()
        before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        for name, arrived in self._arrived.items():
            _import(name, arrived)
        if new:
            gc.freeze()  # modules and classes stay to the end; no collection need look at them
        sys.setswitchinterval(before)


def _import(name: str, arrived: Future[None]) -> None:
    try:
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, who waits for the module is told
        arrived.set_exception(error)
    else:
        arrived.set_result(None)
