"""Who works here in the tests, with which client, and what was said and asked."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select, update

from app.core.clock import FixedClock
from app.core.kinds import ActivityKind
from app.models import Activity, Lead
from app.services.records.activities import ActivityDraft, ActivityRecord, ClientRef
from app.services.workplace import Workplace
from app.views.navigator import ViewContext
from tests.services.clients.making import leads_of, new_lead, phones, stage_id
from tests.support.asynchronous import until
from tests.support.office import sit_down
from tests.support.windows import NotingNavigator, view_context

MOSCOW = ZoneInfo("Europe/Moscow")
W = TypeVar("W", bound=QWidget)


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 11, day, hour, minute, tzinfo=MOSCOW)


class Navigator(NotingNavigator):
    """Keeps what the button Undo would do."""

    def __init__(self) -> None:
        super().__init__()
        self.undo: Callable[[], None] | None = None

    def notify(self, words: str, undo: Callable[[], None] | None = None) -> None:
        super().notify(words)
        self.undo = undo

    def said(self) -> list[str]:
        return [str(call[1]) for call in self.asked if call[0] == "notify"]


@dataclass
class Desk:
    """A workplace with its windows' context and one lead, Гаврилова Нина."""

    workplace: Workplace
    context: ViewContext
    navigator: Navigator
    ref: ClientRef

    @classmethod
    async def of(cls, workplace: Workplace, ref: ClientRef | None = None) -> "Desk":
        found, _ = view_context(workplace)
        navigator = Navigator()
        context = ViewContext(found.services, navigator, found.changes)
        ref = ref or ClientRef("lead", await leads_of(workplace).create(new_lead(workplace)))
        return cls(workplace, context, navigator, ref)

    async def beside(self, login: str) -> "Desk":
        """A colleague in front of the same lead."""
        return await Desk.of(await sit_down(self.workplace.database, self.workplace.clock, login), self.ref)

    async def lead(self, last_name: str, first_name: str, phone: str) -> ClientRef:
        """One more lead."""
        values = new_lead(self.workplace, last_name=last_name, first_name=first_name, phones=phones(phone))
        return ClientRef("lead", await leads_of(self.workplace).create(values))

    async def plan(self, **changed: object) -> ActivityRecord:
        """An activity of the lead: a call tomorrow at 15:00 unless told otherwise; past ones are planned in time."""
        filled: dict[str, object] = {
            "kind": ActivityKind.CALL, "subject": "Узнать решение", "starts_at": moscow(19, 15), "minutes": 15,
            "client": self.ref,
        }  # fmt: skip
        draft = ActivityDraft(**{**filled, **changed})  # type: ignore[arg-type]  # a test's own names
        now, clock = self.workplace.now(), self.workplace.clock
        assert isinstance(clock, FixedClock)
        if draft.starts_at < now:
            clock.move_to(draft.starts_at)
        activity_id = await self.context.services.activities.plan(draft)
        clock.move_to(now)
        return await self.record(activity_id)

    async def record(self, activity_id: int) -> ActivityRecord:
        return await self.context.services.activities.get(activity_id)

    async def planned(self) -> tuple[ActivityRecord, ...]:
        return await self.context.services.activities.of_client(self.ref)

    async def all_activities(self) -> list[ActivityRecord]:
        """Everything stored, done or not, in the order in which it was made."""
        async with self.workplace.database.read() as session:
            ids = list(await session.scalars(select(Activity.id).order_by(Activity.id)))
        return [await self.record(one) for one in ids]

    async def put_on(self, stage: str) -> None:
        """Let the lead stand on a stage, whatever it requires."""
        async with self.workplace.database.write(self.workplace.order("test.stage")) as unit:
            wanted = stage_id(self.workplace, stage)
            await unit.session.execute(update(Lead).where(Lead.id == self.ref.id).values(stage_id=wanted))

    def move_clock(self, moment: datetime) -> None:
        clock = self.workplace.clock
        assert isinstance(clock, FixedClock)
        clock.move_to(moment)


def start(flow: Coroutine[object, object, None]) -> "asyncio.Task[None]":
    """Let a dialog's flow run while the test acts as its user."""
    return asyncio.ensure_future(flow)


async def shown(kind: type[W]) -> W:
    """The window of a kind, once it is there."""

    def find() -> W | None:
        return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)

    await until(find)
    window = find()
    assert window is not None
    return window


async def activated(window: QWidget) -> None:
    """Let a window have the keyboard."""
    window.activateWindow()
    await until(window.isActiveWindow)


def press(widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
    """A key with the text it gives."""
    held = modifiers or Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))


def tab_stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, in its order."""
    stops: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        if widget.isVisibleTo(window) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops
