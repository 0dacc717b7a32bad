"""What stands under the bell: lines for one employee, made from the history by that employee's own program."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, JsonDoc, pk


class Notification(Base):
    """One line; stored as kind and parameters, so that it is read in the language of the moment."""

    __tablename__ = "notification"

    id: Mapped[pk]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    mark: Mapped[str]
    """What it tells of, such as "history:512": the same thing is told once, whichever workstation finds it first."""
    at: Mapped[datetime]
    kind: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    section: Mapped[str | None]
    """With `ref` the record that a click opens."""
    ref: Mapped[int | None] = mapped_column(BigInteger().with_variant(Integer, "sqlite"))
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    params: Mapped[dict[str, object]] = mapped_column(JsonDoc, default=dict)
    read_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("employee_id", "mark"), Index(None, "employee_id", "at"))
