"""Operations, the history that triggers write of them, and the feed that tells other workstations."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, false, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, JsonDoc, pk


class Operation(Base):
    """A named operation; its uuid is made by the client, so a commit of unknown fate is looked up, not repeated."""

    __tablename__ = "operation"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    at: Mapped[datetime]
    state: Mapped[str]
    lease_until: Mapped[datetime | None]
    undoes: Mapped[str | None]
    params: Mapped[dict[str, object]] = mapped_column(JsonDoc, default=dict)

    __table_args__ = (Index(None, "actor_id", "at"), Index(None, "state"))


class ImportBatch(Base):
    """How far an import has come: the file's lines up to `next_line` are committed whole."""

    __tablename__ = "import_batch"

    operation_id: Mapped[str] = mapped_column(ForeignKey("operation.id"), primary_key=True)
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    plan: Mapped[dict[str, object]] = mapped_column(JsonDoc, default=dict)
    next_row: Mapped[int] = mapped_column(default=0)
    rows: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)


RARE_LINES = "op NOT IN ('create', 'change', 'delete', 'view')"
"""Sign-ins, exports, refusals and the like: one in thousands, asked for over years."""


class History(Base):
    """Who did what and when; written by triggers and one function, changed by nobody."""

    __tablename__ = "history"

    id: Mapped[pk]
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    operation_id: Mapped[str | None]
    kind: Mapped[str]
    ref: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    op: Mapped[str]
    changes: Mapped[dict[str, list[object]] | None] = mapped_column(JsonDoc)
    """Changed keys with [old, new]; custom fields as "custom.<code>"."""
    responsible_id: Mapped[int | None]
    params: Mapped[dict[str, object] | None] = mapped_column(JsonDoc)
    """What no column tells: how many were exported, which dictionary's entry was changed."""
    owner_kind: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    """Whose phone, email or payment it was: such rows are erased, and SQLite uses their numbers again."""

    __table_args__ = (
        Index(
            "ix_history_owner",
            "owner_kind",
            "owner_id",
            "id",
            sqlite_where=text("owner_id IS NOT NULL"),
            postgresql_where=text("owner_id IS NOT NULL"),
        ),
        Index(None, "kind", "ref", "id"),
        Index(None, "at"),
        Index(None, "actor_id", "at"),
        Index(None, "operation_id"),
        Index("ix_history_rare", "op", "at", sqlite_where=text(RARE_LINES), postgresql_where=text(RARE_LINES)),
    )


class ChangeFeed(Base):
    """What was committed, for other workstations; on PostgreSQL also with the transaction's number."""

    __tablename__ = "change_feed"

    id: Mapped[pk]
    at: Mapped[datetime]
    kind: Mapped[str]
    ref: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    op: Mapped[str]
    operation_id: Mapped[str | None]
    actor_id: Mapped[int | None]
    origin: Mapped[str | None]
    responsible_id: Mapped[int | None]

    __table_args__ = (Index(None, "at"),)


class FeedEpoch(Base):
    """One row: changes when the feed starts anew (restore, move), so readers reload."""

    __tablename__ = "feed_epoch"

    id: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[str]


class SessionContext(Base):
    """SQLite only: who writes in this transaction; written first in each, read by the triggers."""

    __tablename__ = "session_context"

    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int | None]
    operation_id: Mapped[str | None]
    origin: Mapped[str | None]
    at: Mapped[datetime | None]
    """Set where history is written for another moment than now (demo data)."""
    quiet: Mapped[bool] = mapped_column(default=False)
    """In bulk: the feed gets one row a kind and responsible from the service instead of one a record."""
    gathered: Mapped[bool] = mapped_column(default=False, server_default=false())
    """While rows go in whose history one statement then writes: see `db.gathering`."""
