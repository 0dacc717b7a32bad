"""The office's dictionaries: stages and what they require, sources, deal types, places, subjects."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, pk


class Stage(Base):
    """A stage of leads or deals; `tone` names a colour that the themes hold."""

    __tablename__ = "stage"

    id: Mapped[pk]
    section: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    stage_kind: Mapped[str]
    tone: Mapped[str]
    hint: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    queue_rank: Mapped[int] = mapped_column(default=9)
    """The guide's order of work, 1 first."""
    deleted_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("section", "code"),)


class StageRequirement(Base):
    """A field that must be filled on entering a stage; `inherited` ones hold for later stages too."""

    __tablename__ = "stage_requirement"

    stage_id: Mapped[int] = mapped_column(ForeignKey("stage.id"), primary_key=True)
    field_id: Mapped[int] = mapped_column(ForeignKey("field.id"), primary_key=True)
    inherited: Mapped[bool] = mapped_column(default=True)


class Source(Base):
    """Where leads come from."""

    __tablename__ = "source"

    id: Mapped[pk]
    code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    sort_key: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "sort_key"),)


class DealType(Base):
    """A kind of service that is sold."""

    __tablename__ = "deal_type"

    id: Mapped[pk]
    code: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]


class Place(Base):
    """An office where clients are met (SPEC "office"): name, address, room."""

    __tablename__ = "place"

    id: Mapped[pk]
    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]


class SubjectPreset(Base):
    """A subject offered for an activity of a kind."""

    __tablename__ = "subject_preset"

    id: Mapped[pk]
    activity_kind: Mapped[str]
    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class CallResult(Base):
    """How a call, a meeting or another activity can end; `needs_comment` is off for "no answer"."""

    __tablename__ = "call_result"

    id: Mapped[pk]
    activity_kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    reached: Mapped[bool] = mapped_column(default=True)
    needs_comment: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("activity_kind", "code"),)
