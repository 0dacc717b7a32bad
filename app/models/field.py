"""The fields of leads, deals and contacts: which there are, in which block, of which kind."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, pk


class Block(Base):
    """A block of a card; a technical one is filled by the process and read-only."""

    __tablename__ = "block"

    id: Mapped[pk]
    section: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]
    technical: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (UniqueConstraint("section", "code"),)


class Field(Base):
    """A field of a section; custom ones live in the JSON column `custom`, mirrored in `slot` if filterable."""

    __tablename__ = "field"

    id: Mapped[pk]
    section: Mapped[str]
    block_id: Mapped[int | None] = mapped_column(ForeignKey("block.id"))
    code: Mapped[str]
    name: Mapped[str]
    field_type: Mapped[str]
    builtin: Mapped[bool] = mapped_column(default=False)
    """A column of its own (or contact points) instead of a key of `custom`."""
    slot: Mapped[str | None]
    scale: Mapped[int] = mapped_column(default=0)
    """Decimal places of a number field."""
    unknown_allowed: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("section", "code"), UniqueConstraint("section", "slot"))


class FieldOption(Base):
    """A choice of a one-of or several-of field."""

    __tablename__ = "field_option"

    id: Mapped[pk]
    field_id: Mapped[int] = mapped_column(ForeignKey("field.id"), index=True)
    code: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None]
