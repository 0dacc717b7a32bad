"""The arguments of `prichal people`."""

import argparse
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication


def add_people(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """`people list`, `invite`, `join` and `deactivate`."""
    words = QCoreApplication.translate("Commands", "who works here: list, invite, come in by an invitation, let go")
    parser = add_parser("people", help=words, description=words)
    parser.add_argument(
        "act", choices=("list", "invite", "join", "deactivate"),
        help=QCoreApplication.translate("Commands", "what is to be done"),
    )
    parser.add_argument(
        "who", nargs="?", metavar="LOGIN",
        help=QCoreApplication.translate("Commands", "the phone or email of who is invited or leaves"),
    )
    parser.add_argument(
        "--role", default="manager",
        help=QCoreApplication.translate("Commands", "the code of the role; manager by default"),
    )
    parser.add_argument(
        "--department", metavar="NAME", help=QCoreApplication.translate("Commands", "the department by its name")
    )
    parser.add_argument("--name", help=QCoreApplication.translate("Commands", "last and first name of who is invited"))
    parser.add_argument("--code", default="", help=QCoreApplication.translate("Commands", "the invitation's code"))
    parser.add_argument(
        "--heir", metavar="LOGIN",
        help=QCoreApplication.translate("Commands", "who gets the clients and activities of who leaves"),
    )
