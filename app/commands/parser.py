"""The arguments of `prichal` and their help, in the language of the system."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.commands.move_parser import add_move
from app.commands.parser_words import use_translated_words
from app.commands.people_parser import add_people
from app.core.kinds import ActivityKind
from app.core.links import SCHEME

WINDOW: Final = "window"
"""The command where none is named."""

AddParser = Callable[..., argparse.ArgumentParser]

LANGUAGES: Final = ("ru", "en")
PRESETS: Final = ("legal", "general")
THEMES: Final = ("light", "dark")


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; prints help or what is wrong and exits, as command lines do."""
    use_translated_words()
    links, rest = partition(arguments)
    # Options that were not given have no default: one given before the command would be lost to it.
    link = links[-1] if links else None
    given = argparse.Namespace(command=WINDOW, database=None, login=None, json=False, tray=False, link=link)
    return make_parser().parse_args(rest, given)


def partition(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The links of `prichal:`, which the desktop hands over as they are, and the other arguments."""
    links = [argument for argument in arguments if argument.startswith(SCHEME)]
    return links, [argument for argument in arguments if not argument.startswith(SCHEME)]


def make_parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    shared = _shared_options()
    parser = argparse.ArgumentParser(
        prog="prichal",
        parents=[shared],
        description=QCoreApplication.translate(
            "Commands", "Prichal keeps an office's clients: leads, deals, contacts and what is to be done next."
        ),
        epilog=QCoreApplication.translate(
            "Commands",
            "Without a command the window opens; with a link such as prichal:lead/12 it opens on that card. "
            "The password is read from PRICHAL_PASSWORD or asked for. "
            "Exit codes: 0 done, 1 refused, 2 wrong usage.",
        ),
    )
    parser.add_argument(
        "--tray",
        action="store_true",
        help=QCoreApplication.translate("Commands", "start in the tray, as with the system: no window opens by itself"),
    )
    commands = parser.add_subparsers(
        title=QCoreApplication.translate("Commands", "commands"), metavar="", dest="command", required=False
    )
    for add in _ADDING:
        add(partial(commands.add_parser, parents=[shared]))
    return parser


def _shared_options() -> argparse.ArgumentParser:
    """Options that may stand before or after the command."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--database",
        metavar="URL",
        help=QCoreApplication.translate(
            "Commands", "sqlite:///path, a file's path, or postgresql://…; the last one used where not given"
        ),
    )
    shared.add_argument(
        "--login", help=QCoreApplication.translate("Commands", "who works: a phone or email; who did last by default")
    )
    shared.add_argument(
        "--json", action="store_true", help=QCoreApplication.translate("Commands", "answer in JSON, for programs")
    )
    return shared


def _add_init(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "make a new database with its administrator")
    parser = add_parser("init", help=words, description=words)
    parser.add_argument(
        "--preset",
        choices=PRESETS,
        default=PRESETS[0],
        help=QCoreApplication.translate("Commands", "what the office does: stages, fields and rules to begin with"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=QCoreApplication.translate("Commands", "language of the preset's texts; the system's by default"),
    )
    parser.add_argument(
        "--admin-name", required=True, metavar="NAME",
        help=QCoreApplication.translate("Commands", "the administrator's last and first name"),
    )
    parser.add_argument(
        "--admin-login", required=True, metavar="LOGIN",
        help=QCoreApplication.translate("Commands", "the administrator's phone or email"),
    )
    parser.add_argument("--name", help=QCoreApplication.translate("Commands", "the office's name"))
    parser.add_argument(
        "--zone", help=QCoreApplication.translate("Commands", "the office's time zone, such as Europe/Moscow")
    )
    parser.add_argument(
        "--currency", help=QCoreApplication.translate("Commands", "the office's currency, such as RUB")
    )
    parser.add_argument(
        "--country",
        help=QCoreApplication.translate("Commands", "the country of the working calendar, such as RU"),
    )


def _add_demo(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "fill a database with an invented office, to try things out")
    parser = add_parser("demo", help=words, description=words)
    parser.add_argument(
        "--leads", type=_count, default=400, metavar="N", help=QCoreApplication.translate("Commands", "how many leads")
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N",
        help=QCoreApplication.translate("Commands", "the same number gives the same office"),
    )
    parser.add_argument(
        "--now", metavar="TIME",
        help=QCoreApplication.translate("Commands", "the moment to build around, such as 2025-11-18T11:45"),
    )
    parser.add_argument("--preset", choices=PRESETS, default=PRESETS[0], help=argparse.SUPPRESS)
    parser.add_argument(
        "--language", choices=LANGUAGES,
        help=QCoreApplication.translate("Commands", "language of a new database; the system's by default"),
    )


def _add_import(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "bring records in from a file of another system")
    parser = add_parser("import", help=words, description=words)
    parser.add_argument(
        "section", choices=("leads",), help=QCoreApplication.translate("Commands", "what the file holds")
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", help=QCoreApplication.translate("Commands", "a CSV or XLSX file"))
    what.add_argument(
        "--undo", metavar="OPERATION",
        help=QCoreApplication.translate("Commands", "take a whole import back; its end names its operation"),
    )
    parser.add_argument(
        "--duplicates", choices=("skip", "update", "add"), default="update",
        help=QCoreApplication.translate("Commands", "what to do with people who are known by phone or email"),
    )
    parser.add_argument(
        "--strict", action="store_true",
        help=QCoreApplication.translate("Commands", "reject rows that lack what their stage requires"),
    )
    parser.add_argument(
        "--rejects", metavar="FILE",
        help=QCoreApplication.translate("Commands", "where rejected rows go; beside the imported file by default"),
    )


def _add_find(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "find leads, deals and contacts by a part of what is known")
    parser = add_parser("find", help=words, description=words)
    parser.add_argument(
        "text", nargs="+",
        help=QCoreApplication.translate("Commands", "part of a name, a phone in any writing, an email, a number"),
    )
    parser.add_argument(
        "--limit", type=_count, default=20, metavar="N", help=QCoreApplication.translate("Commands", "at most so many")
    )


def _add_plan(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "plan the next step with a client, by the office's rules")
    parser = add_parser("plan", help=words, description=words)
    parser.add_argument(
        "section", choices=("lead", "deal", "contact"), help=QCoreApplication.translate("Commands", "whose step it is")
    )
    parser.add_argument("number", type=_count, help=QCoreApplication.translate("Commands", "the client's number"))
    parser.add_argument("when", help=QCoreApplication.translate("Commands", "when, such as “tomorrow 15” or “+3р”"))
    parser.add_argument("subject", help=QCoreApplication.translate("Commands", "what is to be done"))
    parser.add_argument(
        "--kind", choices=[kind.value for kind in ActivityKind], default=ActivityKind.CALL.value,
        help=QCoreApplication.translate("Commands", "what kind of activity it is; a call by default"),
    )
    parser.add_argument(
        "--minutes", type=_count, default=15, metavar="N",
        help=QCoreApplication.translate("Commands", "how long it takes"),
    )
    _add_reason(parser)


def _add_complete(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "complete an activity with its result")
    parser = add_parser("complete", help=words, description=words)
    parser.add_argument("activity", type=_count, help=QCoreApplication.translate("Commands", "the activity's number"))
    parser.add_argument("result", help=QCoreApplication.translate("Commands", "the code of its result"))
    parser.add_argument(
        "--comment", default="", help=QCoreApplication.translate("Commands", "the comment for the timeline")
    )
    parser.add_argument(
        "--no-recording", metavar="TEXT",
        help=QCoreApplication.translate("Commands", "why there is no recording of a meeting"),
    )
    _add_reason(parser)


def _add_reason(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reason", metavar="TEXT",
        help=QCoreApplication.translate("Commands", "why a supervisor goes on against a rule; kept in the history"),
    )


def _add_screenshots(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "draw the main windows with demo data into PNG files")
    parser = add_parser("screenshots", help=words, description=words)
    parser.add_argument("folder", help=QCoreApplication.translate("Commands", "where the pictures go"))
    parser.add_argument(
        "--language", choices=LANGUAGES, help=QCoreApplication.translate("Commands", "one language; both by default")
    )
    parser.add_argument(
        "--theme", choices=THEMES, help=QCoreApplication.translate("Commands", "one theme; both by default")
    )
    parser.add_argument(
        "--size", type=_picture_size, default="1440x900", metavar="WxH",
        help=QCoreApplication.translate("Commands", "size of the windows, such as 1366x768"),
    )


def _count(text: str) -> int:
    """A whole number of at least one. Raises ValueError, which argparse says in its words."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _picture_size(text: str) -> str:
    """Width and height in pixels, such as 1366x768. Raises ValueError, which argparse says in its words."""
    width, _, height = text.partition("x")
    if not (320 <= int(width) <= 7680 and 240 <= int(height) <= 4320):
        raise ValueError(text)
    return text


def _add_migrate(add_parser: AddParser) -> None:
    words = QCoreApplication.translate("Commands", "bring an older database up to date, by an administrator")
    add_parser("migrate", help=words, description=words)


_ADDING: Final = (
    _add_init, _add_demo, _add_import, _add_find, _add_plan, _add_complete, add_people, add_move, _add_migrate,
    _add_screenshots,
)  # fmt: skip
"""In the order in which the help names the commands."""
