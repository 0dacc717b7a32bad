"""The thread of one client: what was done, said and planned, and the copies that lists sort by."""

from datetime import datetime, timedelta
from typing import Any, Final

from app.core.kinds import ActivityKind, ActivityState, HistoryOp, TimelineKind
from app.models import Activity, ActivityReminder, History, TimelineItem
from app.services.demo.book import Row
from app.services.demo.world import World
from app.services.lines import Clients

SHOWN: Final = frozenset(
    {
        TimelineKind.COMMENT, TimelineKind.CALL, TimelineKind.MEETING, TimelineKind.VISIT, TimelineKind.MESSAGE_IN,
        TimelineKind.MESSAGE_OUT, TimelineKind.LETTER,
    }
)  # fmt: skip
"""Lines worth showing as "last contact" in a list, as the triggers choose them."""

REMIND_MINUTES: Final = {ActivityKind.MEETING: (60, 10)}
MINUTES: Final = {ActivityKind.MEETING: 60, ActivityKind.OTHER: 60}


class Thread:
    """Adds rows for one lead, deal or contact and keeps its copies as the triggers would."""

    def __init__(self, world: World, clients: Clients, kind: str, ref: int) -> None:
        self._world = world
        self._clients = clients
        self._kind = kind
        self._ref = ref
        self.copies: Row = {
            "next_activity_at": None, "next_activity_id": None, "last_contact_at": None, "last_timeline_id": None,
        }
        self.last_shown: tuple[datetime, int] | None = None
        """Moment and number of the newest line worth showing in a list."""
        self.last_at: datetime | None = None
        """When something last happened."""

    def line(self, at: datetime, kind: TimelineKind, author: int | None, body: str = "", **more: Any) -> None:
        """A line of the timeline; `more` are columns. Any: as columns hold."""
        number = self._world.book.number(TimelineItem)
        contact = bool(more.get("is_contact", False))
        row = {
            "id": number, "at": at, "kind": kind, "lead_id": self._clients.lead_id, "deal_id": self._clients.deal_id,
            "contact_id": self._clients.contact_id, "author_id": author, "body": body, "params": {},
            "is_contact": contact, "activity_id": None, "pinned_at": None, "edited_at": None, "deleted_at": None,
            "import_id": None,
        }  # fmt: skip
        self._world.book.add(TimelineItem, {**row, **more})
        self.seen(at, number, kind, contact=contact)

    def seen(self, at: datetime, number: int, kind: TimelineKind, *, contact: bool) -> None:
        """Let the copies know of a line, also of one that another record's thread wrote for both."""
        last_contact = self.copies["last_contact_at"]
        if contact and (last_contact is None or at > last_contact):
            self.copies["last_contact_at"] = at
        if kind in SHOWN and (self.last_shown is None or (at, number) > self.last_shown):
            self.last_shown = (at, number)
            self.copies["last_timeline_id"] = number
        if self.last_at is None or at > self.last_at:
            self.last_at = at

    def absorb(self, other: "Thread") -> None:
        """What belongs to another record and to this one as well: a deal's rows are its contact's, too."""
        for name, better in (("next_activity_at", min), ("last_contact_at", max)):
            mine, theirs = self.copies[name], other.copies[name]
            if theirs is not None and (mine is None or better(mine, theirs) is theirs):
                self.copies[name] = theirs
                if name == "next_activity_at":
                    self.copies["next_activity_id"] = other.copies["next_activity_id"]
        shown = max((one for one in (self.last_shown, other.last_shown) if one is not None), default=None)
        if shown is not None:
            self.last_shown, self.copies["last_timeline_id"] = shown, shown[1]
        self.last_at = max((at for at in (self.last_at, other.last_at) if at is not None), default=None)

    def done(self, at: datetime, kind: ActivityKind, who: int, comment: str, *, reached: bool = True) -> None:
        """An activity that was held, with its line."""
        world = self._world
        result = world.result(kind, reached=reached)
        minutes = world.rng.randrange(2, 16) if kind is ActivityKind.CALL and reached else MINUTES.get(kind, 1)
        ended = at + timedelta(minutes=minutes)
        subject = world.subject(kind)
        told = comment if result.needs_comment else ""
        number = self._activity(
            kind, subject, at, minutes, who, state=ActivityState.DONE, result=result.code, result_comment=told,
            completed_at=ended,
        )
        words = TimelineKind.MEETING if kind is ActivityKind.MEETING else TimelineKind.CALL
        params = {"activity": kind.value, "subject": subject, "result": result.code}
        self.line(ended, words, who, told, activity_id=number, params=params, is_contact=result.reached)

    def planned(
        self, at: datetime, kind: ActivityKind, who: int, subject: str | None = None, place_id: int | None = None
    ) -> None:
        """The next step."""
        world = self._world
        number = self._activity(
            kind, world.subject(kind) if subject is None else subject, at, MINUTES.get(kind, 15), who,
            state=ActivityState.PLANNED, place_id=place_id,
        )
        for minutes in REMIND_MINUTES.get(kind, (10,)):
            due = at - timedelta(minutes=minutes)
            world.book.add(
                ActivityReminder,
                {
                    "id": world.book.number(ActivityReminder), "activity_id": number, "minutes_before": minutes,
                    "due_at": due, "shown_at": due if due < world.now else None,
                    "done_at": due if due < world.now else None, "held_by": None, "held_until": None,
                },
            )  # fmt: skip
        soonest = self.copies["next_activity_at"]
        if soonest is None or at < soonest:
            self.copies.update(next_activity_at=at, next_activity_id=number)

    def _activity(self, kind: ActivityKind, subject: str, at: datetime, minutes: int, who: int, **more: Any) -> int:
        world = self._world
        number = world.book.number(Activity)
        row = {
            "id": number, "kind": kind, "subject": subject, "description": "", "starts_at": at, "minutes": minutes,
            "place_id": None, "place_text": "", "confirmed_at": None, "result": None, "result_comment": "",
            "no_recording_reason": None, "responsible_id": who, "lead_id": self._clients.lead_id,
            "deal_id": self._clients.deal_id, "contact_id": self._clients.contact_id,
            "created_at": min(at - timedelta(days=1), world.now), "created_by": who, "completed_at": None,
            "deleted_at": None, "import_id": None, "version": 1,
        }  # fmt: skip
        world.book.add(Activity, {**row, **more})
        return number

    def noted(self, at: datetime, actor: int | None, op: HistoryOp, responsible: int, **changes: object) -> None:
        """A line of the history, as the triggers write it: [old, new] by column."""
        self._world.book.add(
            History,
            {
                "id": self._world.book.number(History), "at": at, "actor_id": actor,
                "operation_id": self._world.operation_id, "kind": self._kind, "ref": self._ref, "op": op,
                "changes": changes or None, "responsible_id": responsible, "params": None,
                "owner_kind": None, "owner_id": None,
            },
        )  # fmt: skip
