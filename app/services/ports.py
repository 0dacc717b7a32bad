"""The outside world as the services and the programs see it; `adapters` and their twins in memory stand behind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a country's calendar that differs from the week's rule."""

    day: date
    working: bool
    name: str


class HolidaySource(Protocol):
    """Knows the days off of countries, and working days that were moved."""

    def countries(self) -> tuple[str, ...]:
        """Codes (ISO 3166) of the countries it knows."""
        ...

    def days(self, country: str, years: Iterable[int], language: str) -> tuple[CalendarDay, ...]:
        """What differs from Monday to Friday in these years; nothing for a country it doesn't know."""
        ...


class Sound(Protocol):
    """Plays the program's own sounds."""

    async def play(self, name: str) -> None:
        """Play a sound of resources/sounds, such as "reminder"; silent where the workstation has no loudspeaker."""


class Autostart(Protocol):
    """Whether the program starts with the person's session."""

    def is_on(self) -> bool: ...

    def turn(self, on: bool) -> None:
        """Raises UserError("autostart_refused") where the system doesn't let it."""


class SecretStore(Protocol):
    """Keeps passwords over a restart, in the system's own keyring only."""

    async def lasts(self) -> bool:
        """Whether there is a keyring; without one secrets live as long as the program ("remember me" is hidden)."""
        ...

    async def get(self, name: str) -> str | None: ...

    async def keep(self, name: str, secret: str) -> None: ...

    async def drop(self, name: str) -> None: ...


class UnsentDrafts(Protocol):
    """What one employee typed while the database could not be reached; it outlives the program."""

    def all(self) -> Mapping[str, object]:
        """Plain content by place; None where the draft of a place is to be dropped."""
        ...

    def keep(self, place: str, content: object) -> None: ...

    def forget(self, place: str) -> None: ...


@dataclass(frozen=True, slots=True)
class UserPaths:
    """Where this person's files belong on this system; none of the folders needs to exist yet."""

    data: Path
    config: Path
    logs: Path
    documents: Path


@dataclass(frozen=True, slots=True)
class KnownDatabase:
    """A database that was opened on this workstation before."""

    url: str
    """Without the password."""
    name: str = ""
    """The office's name."""
    login: str = ""
    """Who signed in last."""
    remembered: bool = False
    """Whether that person's password was given to the keyring ("remember me"): else it isn't asked, as some keyrings
    then ask the person for a password of their own."""


class KnownDatabases(Protocol):
    """The databases this workstation remembers, the last used one first."""

    def all(self) -> tuple[KnownDatabase, ...]: ...

    def remember(self, database: KnownDatabase) -> None:
        """Put it first; an entry with the same address is replaced."""
        ...

    def forget(self, url: str) -> None: ...
