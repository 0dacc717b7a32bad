"""The timeline: all that happened with a client."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, JsonDoc, pk


def _of(client: str) -> Index:
    """An index over the lines of one kind of client; each line belongs to one of three."""
    owned = text(f"{client}_id IS NOT NULL")
    return Index(f"ix_timeline_{client}_id_at", f"{client}_id", "at", sqlite_where=owned, postgresql_where=owned)


class TimelineItem(Base):
    """One line; stored as kind and parameters, so each reader sees their own language."""

    __tablename__ = "timeline"

    id: Mapped[pk]
    at: Mapped[datetime]
    kind: Mapped[str]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("lead.id"))
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    body: Mapped[str] = mapped_column(default="")
    params: Mapped[dict[str, object]] = mapped_column(JsonDoc, default=dict)
    is_contact: Mapped[bool] = mapped_column(default=False)
    """Counts as the last contact with the client (SPEC: message, call, meeting, visit)."""
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    pinned_at: Mapped[datetime | None]
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    import_id: Mapped[str | None]

    __table_args__ = (_of("lead"), _of("deal"), _of("contact"))
