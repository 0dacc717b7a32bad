"""Payments of a deal, planned and received."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, pk


class Payment(Base):
    """A payment; received once `received_on` is set. Amounts in minor units of the deal's currency."""

    __tablename__ = "payment"

    id: Mapped[pk]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    number: Mapped[int]
    planned_on: Mapped[date]
    amount: Mapped[int] = mapped_column(BigInteger)
    received_on: Mapped[date | None]
    method: Mapped[str | None]
    received_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    remind_days: Mapped[int | None]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (Index(None, "deal_id", "number"),)
