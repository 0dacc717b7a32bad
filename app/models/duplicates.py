"""Pairs of records that look alike and are not the same person."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, BigId


class NotDuplicate(Base):
    """Two leads or contacts that somebody said are two people; the lower of (kind, id) stands first."""

    __tablename__ = "not_duplicate"

    one_kind: Mapped[str] = mapped_column(primary_key=True)
    one_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    other_kind: Mapped[str] = mapped_column(primary_key=True)
    other_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
