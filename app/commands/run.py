"""Runs one command from its arguments to its exit code; no traceback reaches the user."""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import log_folder
from app.commands.parser import WINDOW, read_arguments
from app.core.errors import PrichalError
from app.qtbase import i18n
from app.qtbase.error_texts import error_text

Command = Callable[[argparse.Namespace], Coroutine[object, object, None]]
WindowCommand = Callable[[argparse.Namespace], int]

DONE: Final = 0
REFUSED: Final = 1

_log = logging.getLogger("prichal")


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command line; see `parser` for what it may say."""
    log_file = _start_log(log_folder())
    try:
        return _run(arguments)
    except PrichalError as error:
        return _refuse(error_text(error))
    except KeyboardInterrupt:
        return _refuse(QCoreApplication.translate("Commands", "Interrupted."))
    except BrokenPipeError:
        _forget_output()
        return _refuse(QCoreApplication.translate("Commands", "Nobody reads the output any more."))
    except Exception:  # noqa: BLE001 - the last resort: a bug of ours goes to the log, the user gets one line
        _log.exception("unexpected error")
        words = QCoreApplication.translate("Commands", "An error in the program itself. What happened is in {file}")
        return _refuse(words.format(file=log_file))


def _run(arguments: Sequence[str]) -> int:
    core = QCoreApplication(["prichal"])
    i18n.install(core)
    chosen = read_arguments(arguments)
    name = chosen.command or WINDOW
    if name in (WINDOW, "screenshots"):
        core.shutdown()  # a window needs an application of its own, and there can be only one
        return _window_command(name)(chosen)
    asyncio.run(_command(name)(chosen))
    sys.stdout.flush()
    return DONE


def _command(name: str) -> Command:
    """What runs a command without a window; each is imported alone, so that none pays for the others."""
    match name:
        case "init":
            from app.commands import init  # see above

            return init.run
        case "demo":
            from app.commands import demo  # see above

            return demo.run
        case "people":
            from app.commands import people  # see above

            return people.run
        case "import":
            from app.commands import import_leads  # see above

            return import_leads.run
        case "migrate":
            from app.commands import migrate  # see above

            return migrate.run
        case "move":
            from app.commands import move  # see above

            return move.run
        case "plan" | "complete":
            from app.commands import activities  # see above

            return activities.plan if name == "plan" else activities.complete
        case _:
            from app.commands import find  # see above

            return find.run


def _window_command(name: str) -> WindowCommand:
    """What runs a command with windows; answers the exit code."""
    if name == "screenshots":
        from app.commands import screenshots  # alone, as the window has no use for it

        return screenshots.run
    from app.commands import window  # alone, as the commands without a window have no use for it

    return window.run


def _refuse(message: str) -> int:
    """One message on stderr."""
    sys.stderr.write(f"prichal: {message}\n")
    return REFUSED


def _forget_output() -> None:
    """Python flushes stdout at its end and would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _start_log(folder: Path) -> Path:
    """Where our own bugs are written down; without a writable home folder they go nowhere."""
    file = folder / "prichal.log"
    handler: logging.Handler = logging.NullHandler()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        _log.debug("no log in %s", folder)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return file
