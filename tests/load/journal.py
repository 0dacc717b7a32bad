"""What a client begins and what became of it, a line each, in the file before the next step: a kill loses none."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Line = dict[str, Any]  # Any: a line holds what its event tells


class Journal:
    """One program's file; many lines of many tasks, each whole."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(self, event: str, **about: object) -> None:
        """`t` is a clock that all programs of the machine share."""
        line = {"t": time.monotonic(), "e": event, **about}
        os.write(self._file, (json.dumps(line, ensure_ascii=False, default=str) + "\n").encode())


def lines_of(path: Path) -> Iterator[Line]:
    """Lines of one file; the last may be cut off by a kill."""
    for line in path.read_bytes().split(b"\n"):
        if line.endswith(b"}"):
            yield json.loads(line)


def journals(folder: Path) -> Iterator[tuple[str, list[Line]]]:
    """All files of a run: the client's name and its lines."""
    for path in sorted(folder.glob("client-*.jsonl")):
        yield path.stem, list(lines_of(path))
