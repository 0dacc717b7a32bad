"""What the first run asks, and what it needs of the outside; bootstrap gives it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from app.services.ports import HolidaySource, SecretStore, UserPaths

if TYPE_CHECKING:
    # SQLAlchemy, which a workplace brings, takes 0.3 s to import: this window paints before that
    from app.services.workplace import Workplace

Language = Literal["ru", "en"]


@dataclass(slots=True)
class Answers:
    """What was entered so far; pages are made anew from it when the language changes."""

    language: Language
    server: bool = False
    path: str = ""
    path_chosen: bool = False
    """The user chose the place: another language no longer renames the file."""
    address: str = ""
    server_login: str = ""
    server_password: str = ""
    preset: str = "legal"
    currency: str = ""
    zone: str = ""
    country: str = ""
    training: bool = False
    last_name: str = ""
    first_name: str = ""
    login: str = ""
    password: str = ""
    repeated: str = ""
    remember: bool = False

    def url(self) -> str:
        """The new database's address."""
        if not self.server:
            return f"sqlite:///{Path(self.path).expanduser().absolute()}"
        if "://" in self.address:
            return self.address
        who = quote(self.server_login, safe="")
        if self.server_password:
            who += f":{quote(self.server_password, safe='')}"
        return f"postgresql://{who}@{self.address}" if who else f"postgresql://{self.address}"

    def office_name(self) -> str:
        """How the database is called until the office gives it another name."""
        return self.address.rpartition("/")[2] if self.server else Path(self.path).stem


@dataclass(frozen=True, slots=True)
class FirstRunDesk:
    """The outside world of the wizard."""

    paths: UserPaths
    secrets: SecretStore
    holidays: HolidaySource
    create: Callable[[Answers], Awaitable["Workplace"]]
    """Make the database and the office in it, with training records where asked, and sign its administrator in.

    Raises UserError and Offline as `create_database` and `set_up_office` do.
    """
