"""Names of files: as they are kept, and as every system takes them when they are saved."""

import re
from pathlib import Path, PurePosixPath
from typing import Final

from app.core.text import clean_line, fit

LONGEST_NAME: Final = 255
LONGEST_SAVED: Final = 180
"""Bytes of UTF-8: file systems take 255, encrypted ones fewer, and "(2)" is still to be added."""
NAMELESS: Final = "file"

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names of Windows' devices, with any ending."""


def kept_name(name: str) -> str:
    """The file's own name, without the folders it came from and what no screen can show."""
    last = re.split(r"[/\\]", clean_line(name))[-1].strip()
    if len(last) <= LONGEST_NAME:
        return last or NAMELESS
    ending = PurePosixPath(last).suffix[:20]
    return fit(last, LONGEST_NAME - len(ending))[0] + ending


def saved_name(name: str) -> str:
    """The name as every file system takes it; never hidden, never a device, never outside its folder."""
    safe = _FORBIDDEN.sub("_", kept_name(name)).rstrip(". ")
    safe = f"_{safe.lstrip('.')}" if safe.startswith(".") else safe
    safe = f"_{safe}" if _RESERVED.fullmatch(safe) else safe
    ending = PurePosixPath(safe).suffix if len(PurePosixPath(safe).suffix.encode()) <= 40 else ""
    stem = safe.removesuffix(ending).encode()[: LONGEST_SAVED - len(ending.encode())].decode(errors="ignore")
    return (stem.rstrip(". ") or NAMELESS) + ending


def free_path(folder: Path, name: str) -> Path:
    """A path in the folder that no other file has: "name.pdf", "name (2).pdf" and so on."""
    safe = PurePosixPath(saved_name(name))
    path, number = folder / safe, 1
    while path.exists():
        number += 1
        path = folder / f"{safe.stem} ({number}){safe.suffix}"
    return path
