"""What goes over the pipe. Every answer carries the number of its job: that of a job given up is dropped."""

from dataclasses import dataclass

from app.core.errors import Conflict, Offline, PrichalError, UserError
from app.services.importing.jobs import Job, Said

_KINDS: dict[str, type[PrichalError]] = {kind.__name__: kind for kind in (UserError, Conflict, Offline)}


@dataclass(frozen=True, slots=True)
class Hello:
    """Who works on which database; the address holds the password where the database has one."""

    url: str
    employee_id: int

    def __repr__(self) -> str:
        return "Hello(…)"


@dataclass(frozen=True, slots=True)
class Order:
    """A job to do."""

    number: int
    job: Job


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop the job of this number, and any before it, after its present piece."""

    number: int


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Stop whatever is under way after its present piece, and end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job says."""

    number: int
    said: Said


@dataclass(frozen=True, slots=True)
class Failure:
    """A job's error: of one of our kinds by its code, any other by its traceback."""

    number: int
    kind: str
    code: str
    params: dict[str, object]

    def error(self) -> Exception:
        """The error to be raised on this side."""
        kind = _KINDS.get(self.kind)
        return kind(self.code, **self.params) if kind is not None else ChildError(self.code)


class ChildError(Exception):
    """A bug of ours in the process of its own, with the traceback from there."""


def failure_of(number: int, error: PrichalError) -> Failure:
    """The message for an error of the user's world."""
    params = {name: _plain(value) for name, value in error.params.items()}
    return Failure(number, type(error).__name__, error.code, params)


def _plain(value: object) -> object:
    """What every process can unpack."""
    return value if isinstance(value, str | int | float | bool | tuple | list | None) else str(value)
