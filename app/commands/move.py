"""`prichal move --from URL --to URL`: the whole office into a new database, counted and summed on both sides."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import kept_address
from app.bootstrap.moving import move
from app.bootstrap.outside import make_outside
from app.commands.session import answer
from app.core.errors import UserError
from app.qtbase import i18n
from app.services.moving import Move, NewCode


async def run(arguments: argparse.Namespace) -> None:
    """Move, showing how far it is; say what arrived and who comes in by which code."""
    file = _codes_file(arguments.codes)
    moved = await move(arguments.source, arguments.target, make_outside().clock, Progress(shown=sys.stderr.isatty()))
    if file is not None:
        file.write_text("".join(f"{_code_line(one)}\n" for one in moved.codes), encoding="utf-8")
    _tell(arguments, moved, file)


class Progress:
    """Writes how far it has come over the same line of the terminal, a hundred times at most."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._written = -1

    def __call__(self, table: str, done: int, total: int) -> None:
        percent = 100 * done // total if total else 100
        if not self._shown or percent == self._written:
            return
        self._written = percent
        words = QCoreApplication.translate("Commands", "{percent} %: {table}").format(percent=percent, table=table)
        sys.stderr.write(f"\r{words:<60}" + ("\n" if percent == 100 else ""))
        sys.stderr.flush()


def _codes_file(name: str | None) -> Path | None:
    """An empty file that nobody else may read. Raises UserError("place_not_writable") before anything is moved."""
    if name is None:
        return None
    path = Path(name).expanduser().absolute()
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise UserError("file_exists", path=str(path)) from error
    except OSError as error:
        raise UserError("place_not_writable", path=str(path), reason=str(error)) from error
    return path


def _tell(arguments: argparse.Namespace, moved: Move, file: Path | None) -> None:
    url = kept_address(arguments.target)
    content = {
        "from": kept_address(arguments.source),
        "to": url,
        "rows": moved.rows,
        "files": moved.files,
        "damaged_files": list(moved.damaged),
        "tables": [asdict(one) for one in moved.tables],
        "codes": [asdict(one) for one in moved.codes] if file is None else [],
        "codes_file": str(file) if file is not None else None,
    }
    answer(arguments, content, *_lines(moved, url, file))


def _lines(moved: Move, url: str, file: Path | None) -> Sequence[str]:
    words = QCoreApplication.translate(
        "Commands", "Moved to {url}: rows {rows}, files {files}. Counts and checksums of both databases are equal."
    )
    lines = [words.format(url=url, rows=i18n.number(moved.rows), files=i18n.number(moved.files))]
    if moved.damaged:
        damaged = QCoreApplication.translate("Commands", "Not whole in the old database already: files {files}.")
        lines.append(damaged.format(files=", ".join(map(str, moved.damaged))))
    if moved.codes and file is not None:
        written = QCoreApplication.translate("Commands", "The new codes of people are in {file}, for a week.")
        lines.append(written.format(file=file))
    elif moved.codes:
        lines.append(QCoreApplication.translate("Commands", "People come in by these codes, for a week:"))
        lines += [f"  {_code_line(one)}" for one in moved.codes]
    return lines


def _code_line(one: NewCode) -> str:
    return f"{one.code}  {one.login}  {one.name}"
