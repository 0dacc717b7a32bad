"""The databases that an administrator has preset for everyone on this workstation, in office.toml."""

import logging
import sys
import tomllib
from pathlib import Path

from platformdirs import PlatformDirs

from app.adapters.known_databases import without_password
from app.services.ports import KnownDatabase

_log = logging.getLogger("prichal.databases")


def office_file() -> Path:
    """Where the file belongs on this system; nothing of ours writes it."""
    if not sys.platform.startswith("linux"):
        return PlatformDirs("Prichal", appauthor=False).site_config_path / "office.toml"
    return Path("/etc/prichal/office.toml")


def office_databases(path: Path) -> tuple[KnownDatabase, ...]:
    """What the file names, in its order; an entry that can't be read is logged and left out."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("database", [])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        _log.warning("%s can't be read: %s", path, error)
        return ()
    found = (_database(entry, path) for entry in (entries if isinstance(entries, list) else [entries]))
    return tuple(database for database in found if database is not None)


def _database(entry: object, path: Path) -> KnownDatabase | None:
    url, name = (entry.get("url"), entry.get("name", "")) if isinstance(entry, dict) else (None, "")
    if not isinstance(url, str) or "://" not in url or not isinstance(name, str):
        _log.warning("%s: a [[database]] needs a url, and a name in quotes: %s", path, entry)
        return None
    return KnownDatabase(without_password(url), name)
