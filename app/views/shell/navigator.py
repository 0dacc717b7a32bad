"""The `Navigator` of the main window: it asks the features for what they make and keeps the cards that are open."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.core.errors import PrichalError
from app.core.kinds import ActivityKind
from app.qtbase import crash, dialogs
from app.qtbase.changes import ChangeBridge
from app.qtbase.connection import Connection
from app.qtbase.tasks import Tasks
from app.services.container import Services
from app.services.records.activities import ClientRef
from app.services.records.clients import ClientCard
from app.services.records.lists import Filter
from app.services.records.values import Values
from app.views.activities.queue_walk import QueueWalk
from app.views.activities.queue_words import nobody_words, why_words
from app.views.navigator import Beginning, Channel, QueueCard, Tab, ViewContext
from app.views.shell.features import Features, Flow
from app.views.shell.outside import dial_link, first_address, message_link, open_link


@runtime_checkable
class Telling(Protocol):
    """A window that says in a banner what came of something."""

    def show_error(self, error: PrichalError) -> None: ...

    def show_success(self, words: str, undo: Callable[[], None] | None) -> None: ...


@runtime_checkable
class Comparing(Protocol):
    """A window that lays records side by side."""

    def compare(self, refs: Sequence[ClientRef]) -> None: ...


class Frame(Telling, Protocol):
    """What the navigator needs of the main window."""

    def show_tab(self, tab: Tab, chosen: Filter | None = None) -> None: ...

    def show_palette(self, text: str) -> None: ...

    def show_profile(self, employee_id: int) -> None: ...


class ShellNavigator:
    """See `app.views.navigator.Navigator`."""

    def __init__(
        self, window: QWidget, frame: Frame, services: Services, changes: ChangeBridge, features: Features,
        connection: Connection | None = None,
    ) -> None:  # fmt: skip
        self._window = window
        self._frame = frame
        self._features = features
        self._cards: dict[ClientRef, QWidget] = {}
        self._duplicates: QWidget | None = None
        self._running: set[tuple[str, QWidget]] = set()
        self._tasks = Tasks(window, self.report)
        self.context = ViewContext(services, self, changes, connection or Connection(window))
        self._walk = QueueWalk(self.context)
        self._queued: ClientRef | None = None
        """Whose card the work queue opened last."""
        self._settings: QWidget | None = None

    def open_card(self, section: str, record_id: int, neighbours: Sequence[int] = ()) -> None:
        _ = self._show_card(section, record_id, neighbours)

    def _show_card(self, section: str, record_id: int, neighbours: Sequence[int] = ()) -> QWidget:
        ref = ClientRef(section, record_id)
        card = self._cards.get(ref)
        if card is None:
            card = self._features.card(self.context, ref, neighbours)
            card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            card.destroyed.connect(lambda: self._cards.pop(ref, None))
            self._cards[ref] = card
        card.show()
        card.raise_()
        card.activateWindow()
        return card

    def has_cards(self) -> bool:
        """Whether a card is open."""
        return bool(self._cards)

    def close_cards(self) -> bool:
        """Close every card, and the settings; False where one of them refused, because something in it is not saved."""
        windows = (*self._cards.values(), *([self._settings] if self._settings is not None else []))
        return all(window.close() for window in windows)

    def drop_windows(self) -> None:
        """Take every window away without asking: the session is over."""
        for window in (*self._cards.values(), self._settings, self._duplicates):
            if window is not None:
                window.hide()
                window.deleteLater()

    def new_lead(self, prefill: Values | None = None, stage_id: int | None = None) -> None:
        self._run("new_lead", self._features.new_lead(self.context, self._parent(), prefill or {}, stage_id))

    def new_deal(self, contact_id: int | None = None, stage_id: int | None = None) -> None:
        self._run("new_deal", self._features.new_deal(self.context, self._parent(), contact_id, stage_id))

    def new_contact(self, prefill: Values | None = None) -> None:
        self._run("new_contact", self._features.new_contact(self.context, self._parent(), prefill or {}))

    def plan_activity(
        self, ref: ClientRef | None, anchor: QRect | None = None, kind: ActivityKind | None = None,
        begin: Beginning | None = None,
    ) -> None:  # fmt: skip
        self._run("plan", self._features.plan_activity(self.context, self._parent(), ref, anchor, kind, begin))

    def change_activity(self, activity_id: int, anchor: QRect | None = None) -> None:
        self._run("plan", self._features.change_activity(self.context, self._parent(), activity_id, anchor))

    def complete_activity(self, activity_id: int) -> None:
        self._run("complete", self._features.complete_activity(self.context, self._parent(), activity_id))

    def complete_next_activity(self, ref: ClientRef) -> None:
        self._run("complete_next", self._complete_next(ref, self._parent()))

    def log_call(self, ref: ClientRef) -> None:
        self._run("log_call", self._features.log_call(self.context, self._parent(), ref))

    def next_client(self, section: str | None = None, rank: int | None = None) -> None:
        self._run("next_client", self._next_client(section, rank, self._parent()))

    def move_stage(self, ref: ClientRef, stage_id: int) -> None:
        self._run("stage", self._features.move_stage(self.context, self._parent(), ref, stage_id))

    async def moved_to_stage(self, ref: ClientRef, stage_id: int) -> bool:
        return await self._features.move_stage(self.context, self._parent(), ref, stage_id)

    def convert(self, lead_id: int) -> None:
        self._run("convert", self._features.convert(self.context, self._parent(), lead_id))

    def comment(self, ref: ClientRef) -> None:
        self._run("comment", self._features.comment(self.context, self._parent(), ref))

    def call(self, phone: str, ref: ClientRef | None = None) -> None:
        self._run("call", self._call(phone, ref, self._parent()))

    def message(self, ref: ClientRef, channel: Channel, text: str = "") -> None:
        self._run("message", self._message(ref, channel, text, self._parent()))

    def show_list(self, tab: Tab, chosen: Filter | None = None) -> None:
        self._frame.show_tab(tab, chosen)

    def open_profile(self, employee_id: int | None = None) -> None:
        self._frame.show_profile(employee_id or self.context.services.workplace.actor.employee_id)

    def open_palette(self, text: str = "") -> None:
        self._frame.show_palette(text)

    def open_import(self, section: str = "lead") -> None:
        self._run("import", self._features.imports(self.context, self._parent(), section))

    def undo_last(self) -> None:
        """Ctrl+Z."""
        self._run("undo", self._features.undo_last(self.context, self._parent()))

    def last_operations(self) -> None:
        """The list of what can be undone."""
        self._run("undo", self._features.last_operations(self.context, self._parent()))

    def open_settings(self, page: str = "") -> None:
        """The window of the settings, or that window brought to the front."""
        if self._settings is None:
            window = self._settings = self._features.settings(self.context, page)
            window.destroyed.connect(self._forget_settings)
        self._settings.show()
        self._settings.raise_()
        self._settings.activateWindow()

    def _forget_settings(self) -> None:
        self._settings = None

    def open_bin(self) -> None:
        """What was deleted lately."""
        self._run("bin", self._features.bin(self.context, self._parent()))

    def find_duplicates(self, refs: Sequence[ClientRef] = ()) -> None:
        window = self._duplicates
        if window is None:
            window = self._duplicates = self._features.duplicates(self.context, self._window, refs)
            window.destroyed.connect(self._forget_duplicates)
        elif refs and isinstance(window, Comparing):
            window.compare(refs)
        window.show()
        window.raise_()
        window.activateWindow()

    def _forget_duplicates(self) -> None:
        self._duplicates = None

    def report(self, error: Exception) -> None:
        if isinstance(error, PrichalError):
            self._telling().show_error(error)
        else:
            crash.report(error)

    def notify(self, words: str, undo: Callable[[], None] | None = None) -> None:
        self._telling().show_success(words, undo)

    def front(self) -> QMainWindow | None:
        """The window that a person looks at: a card, or the main one."""
        telling = self._telling()
        return telling if isinstance(telling, QMainWindow) else None

    def _telling(self) -> Telling:
        """The card in front, or the one whose dialog is: words in a window behind it aren't read; else the frame."""
        window = QApplication.activeWindow()
        while window is not None:
            known = window in self._cards.values() or window is self._duplicates
            if known and window.isVisible() and isinstance(window, Telling):
                return window
            parent = window.parentWidget()
            window = None if parent is None else parent.window()
        return self._frame

    def _run(self, name: str, flow: Flow) -> None:
        """Once at a time for each window: a key pressed again while a dialog is just coming asks for no second one."""
        key = (name, self._parent())
        if key in self._running:
            flow.close()
            return
        self._running.add(key)
        self._tasks.run(self._alone(key, flow))

    async def _alone(self, key: tuple[str, QWidget], flow: Flow) -> None:
        try:
            await flow
        finally:
            self._running.discard(key)

    def _parent(self) -> QWidget:
        """The window in front: a dialog asked for by a card belongs to the card."""
        return QApplication.activeWindow() or self._window

    async def _complete_next(self, ref: ClientRef, parent: QWidget) -> None:
        planned = await self.context.services.activities.of_client(ref)
        if planned:
            await self._features.complete_activity(self.context, parent, planned[0].id)
        else:
            await self._features.plan_activity(self.context, parent, ref, None, None, None)

    async def _next_client(self, section: str | None, rank: int | None, parent: QWidget) -> None:
        """In place of the card in front, else of the one that the queue opened before."""
        in_front = next((ref for ref, card in self._cards.items() if card is parent), None)
        leaving = in_front or (self._queued if self._queued in self._cards else None)
        item = await self._walk.next(section, rank, leaving)
        if item is None:
            words = nobody_words(*await self._walk.left(section))
            if in_front is None:
                self.notify(words)
            else:
                await dialogs.message(parent, QCoreApplication.translate("Shell", "The work queue"), words)
            return
        before = self._cards.get(leaving) if leaving is not None and leaving != item.ref else None
        if before is not None and not await self._left(before):
            return
        self._queued = item.ref
        card = self._show_card(item.ref.section, item.ref.id)
        if isinstance(card, QueueCard):
            card.show_queued(why_words(self.context.services.workplace, item))

    async def _left(self, card: QWidget) -> bool:
        """Whether a card that the queue goes on from has closed; it may ask for a next step."""
        if isinstance(card, QueueCard):
            await card.catch_up()
        return card.close()

    async def _call(self, phone: str, ref: ClientRef | None, parent: QWidget) -> None:
        if self._stays_inside():
            return
        if not open_link(dial_link(phone)):
            words = QCoreApplication.translate("Shell", "No softphone is set up here. Dial {phone} by hand.")
            self.notify(words.format(phone=phone))
        if ref is not None:
            await self._features.log_call(self.context, parent, ref)

    async def _message(self, ref: ClientRef, channel: Channel, text: str, parent: QWidget) -> None:
        card = await self._card(ref)
        address = first_address(card.values.get("emails" if channel == "letter" else "phones"))
        if address is None:
            title = QCoreApplication.translate("Shell", "{name} can't be written to").format(name=card.name)
            letter_words = QCoreApplication.translate("Shell", "There is no email on the card.")
            phone_words = QCoreApplication.translate("Shell", "There is no valid phone on the card.")
            await dialogs.message(parent, title, letter_words if channel == "letter" else phone_words, "warn")
            return
        if self._stays_inside():
            return
        open_link(message_link(channel, address, text))
        if await self._was_sent(card.name, parent):
            _ = await self.context.services.timeline.log_message(ref, channel, text)

    async def _was_sent(self, name: str, parent: QWidget) -> bool:
        """The timeline says "by hand" once the user says that it was sent."""
        title = QCoreApplication.translate("Shell", "Was the message to {name} sent?").format(name=name)
        words = QCoreApplication.translate("Shell", "It opened in your own program; the timeline notes that it went.")
        return await dialogs.confirm(parent, title, words, QCoreApplication.translate("Shell", "It was sent"))

    async def _card(self, ref: ClientRef) -> ClientCard:
        services = self.context.services
        match ref.section:
            case "deal":
                return await services.deals.card(ref.id)
            case "contact":
                return await services.contacts.card(ref.id)
        return await services.leads.card(ref.id)

    def _stays_inside(self) -> bool:
        """A demo or training database never dials or sends; says so."""
        if not self.context.services.workplace.demo:
            return False
        self.notify(QCoreApplication.translate("Shell", "A training database neither dials nor sends."))
        return True
