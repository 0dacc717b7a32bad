"""The databases this workstation remembers, in a JSON file of the person; passwords never come here."""

import json
import logging
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from app.services.ports import KnownDatabase

_log = logging.getLogger("prichal.databases")

MOST: Final = 20

_PASSWORD: Final = re.compile(r"^([\w+]+://[^:/]*):[^@]*(?=@)")
"""As SQLAlchemy reads an address; importing that takes 0.15 s, which the first window has not."""


class KnownDatabasesFile:
    """`KnownDatabases` in a file; one that is missing or spoilt counts as empty.

    `offered` are those that the office has preset for this workstation: they follow the person's own and can't be
    forgotten.
    """

    def __init__(self, path: Path, offered: Sequence[KnownDatabase] = ()) -> None:
        self._path = path
        self._offered = offered

    def all(self) -> tuple[KnownDatabase, ...]:
        own = self._own()
        addresses = {one.url for one in own}
        return (*own, *(one for one in self._offered if one.url not in addresses))

    def _own(self) -> tuple[KnownDatabase, ...]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return tuple(KnownDatabase(**entry) for entry in content["databases"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            _log.warning("%s can't be read: %s", self._path, error)
            return ()

    def remember(self, database: KnownDatabase) -> None:
        kept = replace(database, url=without_password(database.url))
        others = [one for one in self._own() if one.url != kept.url]
        self._write([kept, *others][:MOST])

    def forget(self, url: str) -> None:
        self._write([one for one in self._own() if one.url != without_password(url)])

    def _write(self, databases: list[KnownDatabase]) -> None:
        """Whole or not at all; a full or closed home folder is no reason to stop working, so it is only logged."""
        text = json.dumps({"databases": [asdict(one) for one in databases]}, ensure_ascii=False, indent=1)
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            _log.warning("%s can't be written: %s", self._path, error)


class MemoryDatabases:
    """The twin in memory."""

    def __init__(self) -> None:
        self._databases: list[KnownDatabase] = []

    def all(self) -> tuple[KnownDatabase, ...]:
        return tuple(self._databases)

    def remember(self, database: KnownDatabase) -> None:
        self.forget(database.url)
        self._databases.insert(0, database)

    def forget(self, url: str) -> None:
        self._databases = [one for one in self._databases if one.url != url]


def without_password(url: str) -> str:
    """The address as it may be kept in a file."""
    return _PASSWORD.sub(r"\1", url)
