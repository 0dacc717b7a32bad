"""Employees, the departments they work in, their logins, roles and rights."""

from datetime import date, datetime

from sqlalchemy import Boolean, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, BigId, JsonDoc, pk


class Department(Base):
    """A department in the office's tree; deals go by turn to an executing one."""

    __tablename__ = "department"

    id: Mapped[pk]
    name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    head_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id", use_alter=True))
    executing: Mapped[bool] = mapped_column(Boolean, default=False)
    position: Mapped[int] = mapped_column(default=0)


class Role(Base):
    """A named set of rights."""

    __tablename__ = "role"

    id: Mapped[pk]
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class RoleRight(Base):
    """One cell of the rights matrix: what a role may do with a kind, and how far."""

    __tablename__ = "role_right"

    role_id: Mapped[int] = mapped_column(ForeignKey("role.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    right: Mapped[str] = mapped_column(primary_key=True)
    scope: Mapped[str]


class Employee(Base):
    """A person of the office; one without a login was named by an import and not invited yet."""

    __tablename__ = "employee"

    id: Mapped[pk]
    last_name: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str] = mapped_column(default="")
    middle_name: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    """As shown: "Кравцова Ольга"."""
    sort_key: Mapped[str]
    job_title: Mapped[str] = mapped_column(default="")
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id"))
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None] = mapped_column(deferred=True)
    """Of the embedded database; on PostgreSQL always empty, and closed to employees."""
    absent_from: Mapped[date | None]
    """The first day of an absence; both days count as absent, by the office's zone; no last day: until told."""
    absent_until: Mapped[date | None]
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    """Who has this employee's clients as their own while the absence lasts; one who is away too passes them on to
    their own stand-in, a circle to nobody (`services.stand_ins`; policies on PostgreSQL follow the same)."""
    last_turn_at: Mapped[datetime | None]
    """When the last deal was given by turn; the longest ago is next."""
    created_at: Mapped[datetime]


class Login(Base):
    """What a person may type to sign in: an email or a phone, normalised."""

    __tablename__ = "login"

    id: Mapped[pk]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    value: Mapped[str]
    normal: Mapped[str]

    __table_args__ = (UniqueConstraint("normal"),)


class SignInAttempt(Base):
    """A refused attempt to sign in; five of them slow the sixth."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[pk]
    login: Mapped[str]
    at: Mapped[datetime]

    __table_args__ = (Index(None, "login", "at"),)


class Invitation(Base):
    """A one-time code that lets a person in to set a password: the first one, or a new one for a forgotten one.

    The newest of an employee counts; on PostgreSQL the server's role holds the code, so `code_hash` is empty there.
    """

    __tablename__ = "invitation"

    id: Mapped[pk]
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"), index=True)
    login: Mapped[str]
    """As it was written; the normalised one is the employee's `Login`."""
    code_hash: Mapped[str | None]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("employee.id"))
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]


class Profile(Base):
    """What an employee tells colleagues; it bears the employee's number, and is made by the first saving."""

    __tablename__ = "profile"

    id: Mapped[int] = mapped_column(BigId, ForeignKey("employee.id"), primary_key=True, autoincrement=False)
    work_phone: Mapped[str] = mapped_column(default="", server_default="")
    mobile_phone: Mapped[str] = mapped_column(default="", server_default="")
    workplace: Mapped[str] = mapped_column(default="", server_default="")
    """Where the person sits."""
    about: Mapped[str] = mapped_column(default="", server_default="")
    theme: Mapped[str] = mapped_column(default="", server_default="")
    """The band that visitors see, by its name."""
    interests: Mapped[list[str]] = mapped_column(JsonDoc, default=list)
    photo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """A small square picture."""
    changed_at: Mapped[datetime]


class OpenCard(Base):
    """Somebody has this card open; the program says so again and again, a line grown old counts for nothing."""

    __tablename__ = "open_card"

    id: Mapped[pk]
    program: Mapped[str] = mapped_column(index=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    lead_id: Mapped[int | None] = mapped_column(BigId)
    deal_id: Mapped[int | None] = mapped_column(BigId)
    contact_id: Mapped[int | None] = mapped_column(BigId)
    seen_at: Mapped[datetime]
