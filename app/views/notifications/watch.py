"""Watches for reminders that come due, shows them, and lets them go once they are settled, here or elsewhere."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.core.errors import Offline, PrichalError, UserError
from app.core.kinds import Kind
from app.core.whens import parse_when
from app.qtbase import dialogs
from app.qtbase.tasks import Tasks
from app.qtbase.wall_timer import WallTimer
from app.services.ports import Sound
from app.services.records.reminders import Reminder
from app.services.reminders.service import LEASE
from app.views.navigator import ViewContext
from app.views.notifications.reminder_popup import ReminderPopup
from app.views.notifications.stack import MOST, PopupStack
from app.views.notifications.summary_popup import SummaryPopup

SETTLE_MS: Final = 150
RETRY_MS: Final = 5_000
"""After a lost connection."""
LONGEST_LOOK_S: Final = 30.0
"""A look that lasts longer hangs in a network that says nothing any more."""
WAKING: Final = timedelta(seconds=5)
"""After a sleep the database is asked first: what was due meanwhile may be settled elsewhere."""
RENEW: Final = timedelta(hours=1)
"""How often the database is asked even where nothing is due: what is remembered of the next hours stays fresh."""

_MATTERS: Final = frozenset({Kind.ACTIVITY.value, Kind.REMINDER.value, Kind.LEAD.value, Kind.DEAL.value})


class ReminderWatch(QObject):
    """One for a signed-in employee. Where the database doesn't answer in time, reminders come from the memory."""

    window_wanted = Signal()
    """Something is going to open in the main window."""
    waiting = Signal(int)
    """How many reminders wait for an answer, those held back by quiet included."""

    def __init__(self, context: ViewContext, stack: PopupStack, sound: Sound, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._reminders = context.services.reminders
        self._workplace = context.services.workplace
        self._stack = stack
        self._sound = sound
        self._window = parent
        self._shown: dict[int, ReminderPopup] = {}
        self._summary: SummaryPopup | None = None
        self._asking = self._again = False
        self._tasks = Tasks(self, self._fail)
        self._timer = WallTimer(self._workplace.now, self)
        self._timer.due.connect(self.ask)
        self._timer.jumped.connect(self.ask)
        self._alone = WallTimer(self._workplace.now, self)
        self._alone.due.connect(self._show_remembered)
        self._alone.jumped.connect(self._wait_awake)
        self._counted = 0
        self._lease = QTimer(self, interval=int(LEASE.total_seconds() * 1000) // 3)
        self._lease.timeout.connect(self.ask)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self.ask)
        self._minute = QTimer(self, interval=15_000)
        self._minute.timeout.connect(self._refresh)
        context.changes.changed.connect(self._changed)

    def start(self) -> None:
        """Show what was missed, and go on from there."""
        self._timer.start()
        self._alone.start()
        self.ask()

    async def stop(self) -> None:
        """Give back what is on the screen: it comes again at the next start, or at another workstation."""
        for timer in (self._lease, self._settle, self._minute):
            timer.stop()
        self._timer.stop()
        self._alone.stop()
        self._context.changes.changed.disconnect(self._changed)
        ids = self._ids()
        self._retain(frozenset())
        await self._reminders.release(ids)

    def ask(self) -> None:
        """Look into the database now. One look at a time: a claim that is cut off would hide what it took."""
        self._again = True
        if not self._asking:
            self._asking = True
            self._tasks.run(self._ask(), quiet=True)

    def focus(self) -> None:
        """Bring the keyboard to the newest popup."""
        self._stack.focus()

    async def _ask(self) -> None:
        try:
            while self._again:
                self._again = False
                async with asyncio.timeout(LONGEST_LOOK_S):
                    await self._look()
        except TimeoutError:
            self._settle.start(RETRY_MS)
        finally:
            self._asking = False

    async def _look(self) -> None:
        """Settle with the database what is on the screen, and take what is due."""
        reminders, standing = self._reminders, self._ids()
        await reminders.send()
        kept = await reminders.keep(standing) if standing else frozenset()
        claimed = await reminders.claim()
        self._retain(kept | {one for reminder in claimed for one in reminder.ids})
        self._show(claimed)
        await reminders.look_ahead()
        self._wait_alone()
        now, following = self._workplace.now(), await reminders.next_moment()
        self._timer.set(min(following or now + RENEW, now + RENEW))
        self._count(await reminders.waiting())

    def _show_remembered(self) -> None:
        """The database has not told of these in time: it is away, or slow."""
        found = self._reminders.remembered()
        self._show(found)
        self._wait_alone()
        if found:
            self._count(self._counted + len(found))
            self.ask()

    def _wait_awake(self) -> None:
        self._alone.set(self._workplace.now() + WAKING)

    def _wait_alone(self) -> None:
        self._alone.set(self._reminders.next_remembered())

    def _count(self, waiting: int) -> None:
        self._counted = waiting
        self.waiting.emit(waiting)

    def _show(self, found: Sequence[Reminder]) -> None:
        new = [one for one in found if not self._stands(one)]
        if not new:
            return
        if self._summary is not None or len(new) + len(self._shown) > MOST:
            self._gather(new)
        else:
            for reminder in new:
                self._stack.add(self._popup(reminder))
        self._lease.start()
        self._minute.start()
        if self._reminders.memory.attention.sound:
            self._tasks.run(self._sound.play("reminder"), quiet=True)

    def _stands(self, reminder: Reminder) -> bool:
        """Whether it is on the screen already, shown from the memory before the database handed it out."""
        if reminder.id in self._shown:
            self._shown[reminder.id].reminder = reminder
            return True
        summed = self._summary.reminders if self._summary is not None else {}
        if reminder.id in summed:
            summed[reminder.id] = reminder
            return True
        return False

    def _popup(self, reminder: Reminder) -> ReminderPopup:
        popup = self._shown[reminder.id] = ReminderPopup(reminder, self._workplace)
        popup.closed.connect(lambda: self._settled(popup, self._reminders.acknowledge(popup.reminder.ids)))
        popup.call_wanted.connect(lambda: self._act(popup, self._call))
        popup.open_wanted.connect(lambda: self._act(popup, self._open))
        popup.done_wanted.connect(lambda: self._act(popup, self._complete))
        popup.snoozed.connect(lambda until: self._settled(popup, self._reminders.snooze([popup.reminder], until)))
        popup.choose_wanted.connect(lambda: self._tasks.run(self._choose(popup)))
        return popup

    def _gather(self, reminders: Sequence[Reminder]) -> None:
        """One summary of these and of what stands singly already."""
        if self._summary is None:
            summary = self._summary = SummaryPopup(self._workplace)
            summary.closed.connect(lambda: self._settle_all(self._reminders.acknowledge(self._ids())))
            summary.list_wanted.connect(self._show_list)
            summary.snoozed.connect(
                lambda until: self._settle_all(self._reminders.snooze(tuple(summary.reminders.values()), until))
            )
        singly = [popup.reminder for popup in self._shown.values()]
        for one in singly:
            self._stack.remove(self._shown.pop(one.id))
        self._summary.add((*singly, *reminders))
        if self._summary not in self._stack.popups():
            self._stack.add(self._summary)

    def _retain(self, ids: frozenset[int]) -> None:
        """Take away what is settled."""
        for one in [one for one in self._shown if one not in ids]:
            self._stack.remove(self._shown.pop(one))
        if self._summary is not None:
            self._summary.drop([one for one in self._summary.reminders if one not in ids])
            if not self._summary.reminders:
                self._stack.remove(self._summary)
                self._summary = None
        if not self._shown and self._summary is None:
            self._lease.stop()
            self._minute.stop()

    def _ids(self) -> list[int]:
        summed = self._summary.reminders.values() if self._summary is not None else ()
        return [one for shown in (*(p.reminder for p in self._shown.values()), *summed) for one in shown.ids]

    def _settled(self, popup: ReminderPopup, work: Awaitable[None]) -> None:
        """The popup goes at once; an answer that the database can't take now follows when it can."""
        if self._shown.pop(popup.reminder.id, None) is not None:
            self._stack.remove(popup)
        self._tasks.run(self._answered(work))

    def _settle_all(self, work: Awaitable[None]) -> None:
        self._tasks.run(self._answered(work))
        self._retain(frozenset())

    def _act(self, popup: ReminderPopup, act: Callable[[Reminder], None]) -> None:
        """What was pressed also acknowledges."""
        self._settled(popup, self._reminders.acknowledge(popup.reminder.ids))
        act(popup.reminder)

    def _call(self, reminder: Reminder) -> None:
        phone = reminder.activity.client_phone
        if phone:
            self.window_wanted.emit()
            self._context.navigator.call(phone, reminder.activity.client)

    def _open(self, reminder: Reminder) -> None:
        client = reminder.activity.client
        if client is not None:
            self._context.navigator.open_card(client.section, client.id)

    def _complete(self, reminder: Reminder) -> None:
        self.window_wanted.emit()
        self._context.navigator.complete_activity(reminder.activity.id)

    def _show_list(self) -> None:
        self._settle_all(self._reminders.acknowledge(self._ids()))
        self.window_wanted.emit()
        self._context.navigator.show_list("activity")

    async def _choose(self, popup: ReminderPopup) -> None:
        """Ask for another time in words, as every date field takes them."""
        title = QCoreApplication.translate("Reminders", "Remind again")
        label = QCoreApplication.translate("Reminders", "When: “tomorrow 15”, “+3d”, “fri 10:30”")
        self.window_wanted.emit()
        act = QCoreApplication.translate("Reminders", "Put off")
        text = await dialogs.ask_text(self._window, title, label, act)
        if text:
            self._settled(popup, self._reminders.snooze([popup.reminder], self._moment(text)))

    def _moment(self, text: str) -> datetime:
        """Raises UserError: "when_unreadable", "past_time"."""
        workplace = self._workplace
        now = workplace.now().astimezone(workplace.zone)
        moment = parse_when(text, now, workplace.calendar).moment(workplace.zone)
        if moment <= workplace.now():
            raise UserError("past_time")
        return moment

    def _changed(self, changes: Changes) -> None:
        if changes.kind in _MATTERS and not self._settle.isActive():
            self._settle.start(SETTLE_MS)

    def _refresh(self) -> None:
        for popup in self._shown.values():
            popup.refresh()

    def _fail(self, error: PrichalError) -> None:
        if isinstance(error, Offline):
            self._settle.start(RETRY_MS)
        else:
            self._context.navigator.report(error)

    async def _answered(self, work: Awaitable[None]) -> None:
        try:
            await work
        finally:
            self._wait_alone()
