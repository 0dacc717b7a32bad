"""The file itself: whether it can be opened, and whether its first bytes are those of a table."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.core.errors import UserError

HEAD_BYTES: Final = 256 * 1024
"""How much of a file decides what it is."""

_FOREIGN: Final = (
    b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"SQLite format 3",
    b"\x7fELF", b"MZ\x90", b"{\\rtf",
)  # fmt: skip
_WORKBOOK: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HTML: Final = re.compile(rb"\s*<(?:!doctype\s+html|html|table|meta|\?xml)", re.IGNORECASE)
_CONTROL: Final = bytes(range(9)) + bytes(range(14, 26)) + bytes(range(27, 32)) + b"\x7f"


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Tells what the system says of a file in codes that the user can understand."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("import_file_missing", path=str(path)) from error
    except IsADirectoryError as error:
        raise UserError("import_file_is_folder", path=str(path)) from error
    except PermissionError as error:
        raise UserError("import_file_denied", path=str(path)) from error
    except OSError as error:
        raise UserError("import_file_unreadable", path=str(path), reason=error.strerror or "") from error


def checked_size(path: Path) -> int:
    """The file's size in bytes. UserError where there is no ordinary file, or nothing in it."""
    if "\0" in str(path):
        raise UserError("import_file_missing", path=str(path))
    with file_errors(path):
        size = path.stat().st_size
        if path.is_dir():
            raise IsADirectoryError(path)
    if not path.is_file():
        raise UserError("import_file_unreadable", path=str(path), reason="")
    if size == 0:
        raise UserError("import_file_empty", path=str(path))
    return size


def read_head(path: Path) -> bytes:
    """The first bytes of the file, up to HEAD_BYTES."""
    with file_errors(path), path.open("rb") as stream:
        return stream.read(HEAD_BYTES)


def is_workbook(head: bytes) -> bool:
    """Whether the file begins as Excel's and other spreadsheets' files do."""
    return head.startswith(_WORKBOOK)


def refuse_foreign(path: Path, head: bytes) -> None:
    """UserError for web pages and for what is no text: pictures, archives, programs, noise."""
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise UserError("import_file_is_html", path=str(path))
    if head.startswith(_FOREIGN):
        raise UserError("import_file_is_binary", path=str(path))


def refuse_noise(path: Path, head: bytes) -> None:
    """UserError where bytes of a one-byte encoding hold more control characters than a slip of the pen."""
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > max(8, len(head) // 100):
        raise UserError("import_file_is_binary", path=str(path))


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, which tells whether it is still the same one."""
    with file_errors(path), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
