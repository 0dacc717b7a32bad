"""How features open each other: they know the `Navigator`, and the shell that gives it knows them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from app.core.kinds import ActivityKind
from app.qtbase.changes import ChangeBridge
from app.qtbase.connection import Connection
from app.services.records.activities import ClientRef
from app.services.records.lists import Filter
from app.services.records.values import Values

if TYPE_CHECKING:
    # SQLAlchemy, which services bring, takes 0.3 s to import: the sign-in window paints before that
    from app.services.container import Services

Section = Literal["lead", "deal", "contact"]
Tab = Literal["lead", "deal", "contact", "activity", "history", "report"]
"""The tabs of the main window by the kind of what they list."""
Channel = Literal["sms", "whatsapp", "letter"]
"""Ways of writing to a client through the system's own handler."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a new activity beforehand: the time and place that was pointed at in the calendar."""

    starts_at: datetime
    minutes: int | None = None
    """None: the kind's usual length."""
    responsible_id: int | None = None
    place_id: int | None = None


class Navigator(Protocol):
    """Opens what belongs to another feature. Every call returns at once; what it changed arrives as `Changes`."""

    def open_card(self, section: str, record_id: int, neighbours: Sequence[int] = ()) -> None:
        """The card in its own window, or that window brought to the front.

        `neighbours` are the ids of the list it is opened from, in their order: Ctrl+Up and Ctrl+Down walk them.
        """

    def new_lead(self, prefill: Values | None = None, stage_id: int | None = None) -> None:
        """The new-lead form, with the fields already known (such as a phone that was searched).

        With a stage the lead goes on to it, which asks for what it still needs.
        """

    def new_deal(self, contact_id: int | None = None, stage_id: int | None = None) -> None:
        """The form of a deal made by hand, for the contact where it is known; the stage as with a lead."""

    def new_contact(self, prefill: Values | None = None) -> None:
        """The new-contact form."""

    def plan_activity(
        self, ref: ClientRef | None, anchor: QRect | None = None, kind: ActivityKind | None = None,
        begin: Beginning | None = None,
    ) -> None:  # fmt: skip
        """The one activity form, with a kind, time and place chosen beforehand where they were pointed at.

        `anchor` is the cell it opens under, in global coordinates; None: centred.
        """

    def change_activity(self, activity_id: int, anchor: QRect | None = None) -> None:
        """The same form for a planned activity."""

    def complete_activity(self, activity_id: int) -> None:
        """Ask for the result and the next step."""

    def complete_next_activity(self, ref: ClientRef) -> None:
        """Complete the client's earliest planned activity; plan one where there is none."""

    def log_call(self, ref: ClientRef) -> None:
        """Log a call already held, in three fields: result, comment, next."""

    def next_client(self, section: str | None = None, rank: int | None = None) -> None:
        """Open the card of who is next in the work queue, in place of the card in front.

        `section` is "lead" or "deal", else the queue the employee goes through; `rank` asks for one place of it.
        """

    def move_stage(self, ref: ClientRef, stage_id: int) -> None:
        """Move a lead or deal, asking for just what the stage still needs; a converting stage opens the conversion."""

    async def moved_to_stage(self, ref: ClientRef, stage_id: int) -> bool:
        """As `move_stage`, for who waits for its end: whether the record stands on the stage now.

        False where the user went back, or where a conversion opened instead. Raises what refuses the move.
        """

    def convert(self, lead_id: int) -> None:
        """The conversion of a lead into a deal with a contact."""

    def comment(self, ref: ClientRef) -> None:
        """Ask for a comment and put it into the timeline."""

    def call(self, phone: str, ref: ClientRef | None = None) -> None:
        """Hand the number to the workstation's softphone; with `ref` the call is offered to be logged."""

    def message(self, ref: ClientRef, channel: Channel, text: str = "") -> None:
        """Open the system's handler with the text filled in; the user says whether it was sent."""

    def show_list(self, tab: Tab, chosen: Filter | None = None) -> None:
        """Bring a tab to the front, showing what the filter says; None leaves it as it is."""

    def open_profile(self, employee_id: int | None = None) -> None:
        """A colleague's profile in the main window; None: one's own."""

    def open_settings(self, page: str = "") -> None:
        """The window of the settings, with a page in front where one is named."""

    def open_palette(self, text: str = "") -> None:
        """The command palette over the main window."""

    def open_import(self, section: str = "lead") -> None:
        """The import wizard."""

    def undo_last(self) -> None:
        """Ctrl+Z: the employee's own newest act."""

    def find_duplicates(self, refs: Sequence[ClientRef] = ()) -> None:
        """The window of likely duplicates; with `refs` it lays just these side by side."""

    def report(self, error: Exception) -> None:
        """Say a `PrichalError` that no field of the window can show: in the banner row."""

    def notify(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say a success, which fades after 4 s; `undo` is what the button Undo beside it does."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """What every page and window is given."""

    services: "Services"
    navigator: Navigator
    changes: ChangeBridge
    connection: Connection = field(default_factory=Connection)


@dataclass(frozen=True, slots=True)
class PageStatus:
    """What a page says in the status bar; numbers stand between <b> and </b>."""

    totals: str = ""
    selection: str = ""
    hints: tuple[str, ...] = ()
    """At most two shortcuts, such as "Enter — open"."""
    busy: bool = False
    """The rows on show are old ones; the new ones are being read."""


@runtime_checkable
class QueueCard(Protocol):
    """A card that can be opened by the work queue."""

    def show_queued(self, why: str) -> None:
        """Say why the client is next, and have the right action at hand."""

    async def catch_up(self) -> None:
        """Read what was just written, before the card is asked to close."""


class Page(QWidget):
    """A page of the main window's stack."""

    status_changed = Signal()
    """What `status` answers is another now."""

    def status(self) -> PageStatus:
        """What the status bar shows while this page is in front."""
        return PageStatus()

    def refresh(self) -> None:
        """F5: read again what is shown."""

    def add(self) -> None:
        """Insert: add what the tab shows."""

    def focus_filter(self) -> None:
        """Ctrl+F."""

    def apply_filter(self, chosen: Filter) -> None:
        """Show what a filter from elsewhere says."""
