"""Secrets in the system's keyring; where there is none, in this program's memory, never in a file.

The package takes 20 ms to import, which the first window has not: it is imported in the thread that asks it first.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger("prichal.keyring")

SERVICE: Final = "Prichal"
PATIENCE_S: Final = 5.0
"""A keyring may wait for a person, or for a daemon that never answers."""

SAFE: Final = 1
"""Priority from which a keyring is one of the system; what writes plain text has less."""

Answer = TypeVar("Answer")


class KeyringStore:
    """A `SecretStore` on the best keyring of the system."""

    def __init__(self, find: "Callable[[], KeyringBackend | None] | None" = None, patience: float = PATIENCE_S) -> None:
        self._find = find or system_keyring
        self._patience = patience
        self._backend: KeyringBackend | None = None
        self._looked = False
        self._memory: dict[str, str] = {}

    async def lasts(self) -> bool:
        return await self._keyring() is not None

    async def get(self, name: str) -> str | None:
        backend = await self._keyring()
        found = None
        if backend is not None:
            found = await self._ask(lambda: backend.get_password(SERVICE, name))
        return self._memory.get(name) if found is None else found

    async def keep(self, name: str, secret: str) -> None:
        self._memory[name] = secret
        backend = await self._keyring()
        if backend is not None:
            await self._ask(lambda: backend.set_password(SERVICE, name, secret))

    async def drop(self, name: str) -> None:
        self._memory.pop(name, None)
        backend = await self._keyring()
        if backend is not None:
            await self._ask(lambda: _delete(backend, name))

    async def _keyring(self) -> "KeyringBackend | None":
        if not self._looked:
            self._backend = await self._ask(self._find)
            self._looked = True
        return self._backend

    async def _ask(self, question: Callable[[], Answer | None]) -> Answer | None:
        """The answer, or None where the keyring refuses; one that doesn't answer in time isn't asked again."""
        try:
            return await asyncio.wait_for(_in_thread(question), self._patience)
        except TimeoutError:
            _log.warning("the keyring did not answer in %s s: secrets stay in memory", self._patience)
            self._backend = None
        except Refused as error:
            _log.warning("the keyring refused (%s): the secret stays in memory", error)
        return None


class MemorySecrets:
    """The twin in memory."""

    def __init__(self, *, lasting: bool = True) -> None:
        self.secrets: dict[str, str] = {}
        self._lasting = lasting

    async def lasts(self) -> bool:
        return self._lasting

    async def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    async def keep(self, name: str, secret: str) -> None:
        self.secrets[name] = secret

    async def drop(self, name: str) -> None:
        self.secrets.pop(name, None)


class Refused(Exception):
    """The keyring would not; its words are the kind of error."""


def system_keyring() -> "KeyringBackend | None":
    """The best keyring of the system itself, or None; never one that writes plain text, never several chained."""
    from keyring.backend import get_all_keyring  # see above
    from keyring.backends.chainer import ChainerBackend  # see above

    usable = [one for one in get_all_keyring() if one.priority >= SAFE and not isinstance(one, ChainerBackend)]
    return max(usable, key=lambda one: one.priority, default=None)


def _delete(backend: "KeyringBackend", name: str) -> None:
    if backend.get_password(SERVICE, name) is not None:
        backend.delete_password(SERVICE, name)


def _in_thread(question: Callable[[], Answer | None]) -> asyncio.Future[Answer | None]:
    """Ask in a thread of its own that the program's end doesn't wait for: a keyring may hang for ever."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Answer | None] = loop.create_future()

    def tell(result: Answer | None, error: Refused | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(result)
        else:
            answer.set_exception(error)

    def work() -> None:
        from keyring.errors import KeyringError  # see above

        result, trouble = None, None
        try:
            result = question()
        except KeyringError as error:
            trouble = Refused(type(error).__name__)
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, result, trouble)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    return answer
