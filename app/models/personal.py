"""What belongs to one employee: drafts, saved filters, settings of the window."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, JsonDoc, pk


class Draft(Base):
    """What was typed and not saved yet, by place (such as "lead:2184:about")."""

    __tablename__ = "draft"

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[dict[str, object]] = mapped_column(JsonDoc)
    at: Mapped[datetime]


class SavedFilter(Base):
    """A filter under a name; `employee_id` empty where the office shares it."""

    __tablename__ = "saved_filter"

    id: Mapped[pk]
    section: Mapped[str]
    employee_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    name: Mapped[str]
    definition: Mapped[dict[str, object]] = mapped_column(JsonDoc)
    position: Mapped[int] = mapped_column(default=0)
    is_default: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index(None, "section", "employee_id"),)


class UserSetting(Base):
    """A setting of one employee: columns of a list, theme, language, density."""

    __tablename__ = "user_setting"

    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JsonDoc)
