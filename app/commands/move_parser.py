"""The arguments of `prichal move`."""

import argparse
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication


def add_move(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """`move --from … --to …`."""
    words = QCoreApplication.translate("Commands", "move the whole office into a new database, from a file or a server")
    parser = add_parser(
        "move",
        help=words,
        description=words,
        epilog=QCoreApplication.translate(
            "Commands",
            "A server is named with the account that owns its database and may make roles. The new database must be "
            "empty: tables and roles are made in it. Everything is counted and summed on both sides before anything "
            "is kept, so a move that breaks off leaves nothing behind: run it again. The old database stays as it is. "
            "Passwords don't move: everybody gets a new invitation's code, which this command says once.",
        ),
    )
    parser.add_argument(
        "--from",
        dest="source",
        required=True,
        metavar="URL",
        help=QCoreApplication.translate("Commands", "the old database: sqlite:///path or postgresql://owner@host/name"),
    )
    parser.add_argument(
        "--to",
        dest="target",
        required=True,
        metavar="URL",
        help=QCoreApplication.translate("Commands", "the new database, empty or not made yet"),
    )
    parser.add_argument(
        "--codes",
        metavar="FILE",
        help=QCoreApplication.translate("Commands", "where the new codes go instead of the screen"),
    )
