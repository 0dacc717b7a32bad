"""What holds for the whole office: settings, working calendar, numbers of the rules."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, JsonDoc


class Setting(Base):
    """One setting of the office, such as its time zone, currency or the preset it began with."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JsonDoc)


class DayOff(Base):
    """A day that differs from the week's rule: off, or worked though the week says off."""

    __tablename__ = "day_off"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]
    name: Mapped[str] = mapped_column(default="")
    own: Mapped[bool] = mapped_column(default=False)
    """The office's own, not the country's; survives a reload of the country's calendar."""


class Rule(Base):
    """A rule of the office with its mode (block, warn, off) and numbers; the narrowest one counts."""

    __tablename__ = "rule"

    code: Mapped[str] = mapped_column(primary_key=True)
    role_code: Mapped[str] = mapped_column(primary_key=True, default="")
    """Empty: for every role."""
    section: Mapped[str] = mapped_column(primary_key=True, default="")
    stage_code: Mapped[str] = mapped_column(primary_key=True, default="")
    mode: Mapped[str]
    numbers: Mapped[dict[str, int]] = mapped_column(JsonDoc, default=dict)
