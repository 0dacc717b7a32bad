"""Activities: planned next steps with a client."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, pk

_IN_BIN = text("deleted_at IS NOT NULL")
_ALIVE = text("deleted_at IS NULL")
_HELD_SOMEWHERE = text("place_id IS NOT NULL AND deleted_at IS NULL")


class Activity(Base):
    """A planned next step; a deal's activity also names the contact."""

    __tablename__ = "activity"

    id: Mapped[pk]
    kind: Mapped[str]
    subject: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    place_text: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    confirmed_at: Mapped[datetime | None]
    result: Mapped[str | None]
    result_comment: Mapped[str] = mapped_column(default="")
    no_recording_reason: Mapped[str | None]
    responsible_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    completed_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    import_id: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        Index(None, "responsible_id", "state", "starts_at"),
        Index(None, "lead_id", "state", "starts_at"),
        Index(None, "deal_id", "state", "starts_at"),
        Index(None, "contact_id", "state", "starts_at"),
        Index(None, "responsible_id", "completed_at"),
        Index(
            "ix_activity_by_start",
            *("starts_at", "kind", "state", "responsible_id", "minutes"),
            sqlite_where=_ALIVE,
            postgresql_where=_ALIVE,
        ),
        Index("ix_activity_in_bin", "deleted_at", "id", sqlite_where=_IN_BIN, postgresql_where=_IN_BIN),
        Index(
            "ix_activity_by_place",
            "place_id",
            "starts_at",
            sqlite_where=_HELD_SOMEWHERE,
            postgresql_where=_HELD_SOMEWHERE,
        ),
    )


class ActivityReminder(Base):
    """A reminder of an activity, minutes before its start.

    A program that shows it holds it under a lease; one that dies loses the lease and the reminder is shown again.
    """

    __tablename__ = "activity_reminder"

    id: Mapped[pk]
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    minutes_before: Mapped[int]
    due_at: Mapped[datetime]
    """When it is to be shown: first by its minutes, later by what the employee put it off to."""
    shown_at: Mapped[datetime | None]
    """When a program showed it last."""
    held_by: Mapped[str | None]
    """The program that shows it (`Database.origin`)."""
    held_until: Mapped[datetime | None]
    """The end of that program's lease."""
    done_at: Mapped[datetime | None]
    """When the employee acknowledged it: it never comes again."""

    __table_args__ = (Index(None, "due_at"),)
