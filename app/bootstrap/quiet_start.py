"""The start with the person's session: into the tray, by the remembered password, with no window in anybody's face."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.adapters.tray_host import wait_for_tray
from app.bootstrap.outside import Outside
from app.core.errors import Offline, PrichalError, UserError
from app.qtbase.tasks import Tasks
from app.views.sign_in.desk import secret_name
from app.views.sign_in.tray import EntranceTray

if TYPE_CHECKING:
    from app.services.workplace import Workplace

PATIENCE_S: Final = 10.0
"""For the desktop's panel."""
FIRST_RETRY_S: Final = 2.0
LONGEST_RETRY_S: Final = 60.0

SignIn = Callable[[str, str, str], Awaitable["Workplace"]]


class QuietStart(QObject):
    """Signs in as who was remembered; else an icon waits in the tray until the person wants to."""

    entered = Signal(object)
    """The `Workplace`."""
    open_wanted = Signal()
    """The sign-in window, please."""
    open_small_wanted = Signal()
    """The same as an entry of the task bar alone: there is no tray to wait in."""
    quit_wanted = Signal()

    def __init__(self, outside: Outside, sign_in: SignIn) -> None:
        super().__init__()
        self._outside = outside
        self._sign_in = sign_in
        self._tasks = Tasks(self, self._fail)
        self._tray: EntranceTray | None = None

    def start(self) -> None:
        self._tasks.run(self._start(), quiet=True)

    def stop(self) -> None:
        """Somebody is signed in, or wants to by hand."""
        self._tasks.cancel()
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    async def _start(self) -> None:
        await wait_for_tray(PATIENCE_S)
        workplace = await self._enter()
        if workplace is not None:
            self.entered.emit(workplace)
            return
        self._wait()
        if not EntranceTray.is_available():
            self.open_small_wanted.emit()

    async def _enter(self) -> "Workplace | None":
        """None where a person has to sign in. A network that is not up yet is waited for.

        The keyring is asked only for what was given to it: one that is locked asks the person for its password.
        """
        database = next(iter(self._outside.known.all()), None)
        if database is None or not database.remembered:
            return None
        password = await self._outside.secrets.get(secret_name(database.url, database.login))
        if password is None:
            return None
        pause = FIRST_RETRY_S
        while True:
            try:
                return await self._sign_in(database.url, database.login, password)
            except Offline:
                self._wait().say_offline()
            except UserError:
                return None
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_RETRY_S)

    def _wait(self) -> EntranceTray:
        """The icon, saying that nobody is signed in."""
        if self._tray is None:
            self._tray = EntranceTray(self)
            self._tray.open_wanted.connect(self.open_wanted)
            self._tray.quit_wanted.connect(self.quit_wanted)
            self._tray.show()
        self._tray.say_waiting()
        return self._tray

    def _fail(self, _error: PrichalError) -> None:
        self._wait()
