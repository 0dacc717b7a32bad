"""What a person typed while the database could not be reached, in a file that only they can read."""

import hashlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path

_log = logging.getLogger("prichal.drafts")


class DraftFile:
    """`UnsentDrafts` of one employee of one database; a file that is spoilt counts as empty."""

    def __init__(self, folder: Path, owner: str) -> None:
        """`owner` names the database and the employee; it isn't told by the file's name."""
        self._path = folder / f"drafts-{hashlib.sha256(owner.encode()).hexdigest()[:16]}.json"
        self._drafts: dict[str, object] | None = None

    def all(self) -> Mapping[str, object]:
        if self._drafts is None:
            self._drafts = self._read()
        return dict(self._drafts)

    def keep(self, place: str, content: object) -> None:
        self._drafts = {**self.all(), place: content}
        self._write(self._drafts)

    def forget(self, place: str) -> None:
        left = dict(self.all())
        if left.pop(place, self) is not self:
            self._drafts = left
            self._write(left)

    def _read(self) -> dict[str, object]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            _log.warning("%s can't be read: %s", self._path, error)
            return {}
        return content if isinstance(content, dict) else {}

    def _write(self, drafts: Mapping[str, object]) -> None:
        """Whole or not at all; where the disk is full as well, what was typed stays in its window, and is logged."""
        temporary = self._path.with_suffix(".new")
        try:
            if not drafts:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.touch(mode=0o600)
            temporary.write_text(json.dumps(drafts, ensure_ascii=False), encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            _log.warning("%s can't be written: %s", self._path, error)


class MemoryDrafts:
    """The twin in memory."""

    def __init__(self) -> None:
        self._drafts: dict[str, object] = {}

    def all(self) -> Mapping[str, object]:
        return dict(self._drafts)

    def keep(self, place: str, content: object) -> None:
        self._drafts[place] = content

    def forget(self, place: str) -> None:
        self._drafts.pop(place, None)
