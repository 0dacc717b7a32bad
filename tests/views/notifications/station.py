"""A workstation that watches for reminders, and what is on its screen."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from app.adapters.sound import SilentSound
from app.views.notifications.popup import ScreenPopup
from app.views.notifications.stack import PopupStack
from app.views.notifications.watch import ReminderWatch
from tests.support.asynchronous import until
from tests.support.settling import settled
from tests.views.activities.desk import Desk

P = TypeVar("P", bound=ScreenPopup)


@dataclass
class Station:
    """The desk's clock is the one that reminders go by."""

    desk: Desk
    watch: ReminderWatch
    stack: PopupStack
    sound: SilentSound

    async def come_to(self, moment: datetime) -> None:
        """Let it be that late, and the watch look at the clock."""
        self.desk.move_clock(moment)
        self.watch.ask()
        await settled()

    async def popup(self, kind: type[P]) -> P:
        """The popup of a kind, once it stands."""
        await until(lambda: any(isinstance(one, kind) for one in self.stack.popups()))
        return next(one for one in self.stack.popups() if isinstance(one, kind))
