"""The words that argparse itself says, in the language of the system."""

import argparse
from functools import cache

from PySide6.QtCore import QCoreApplication


def use_translated_words() -> None:
    """Put our translations in the place where argparse looks up its own: it asks gettext, which has none for it."""
    setattr(argparse, "_", lambda text: _words().get(text, text))  # noqa: B010 - the name is no part of its typed interface


@cache
def _words() -> dict[str, str]:
    return {
        "usage: ": QCoreApplication.translate("Commands", "usage: "),
        "positional arguments": QCoreApplication.translate("Commands", "arguments"),
        "options": QCoreApplication.translate("Commands", "options"),
        "show this help message and exit": QCoreApplication.translate("Commands", "show this help and exit"),
        "%(prog)s: error: %(message)s\n": QCoreApplication.translate("Commands", "%(prog)s: %(message)s") + "\n",
        "argument %(argument_name)s: %(message)s": QCoreApplication.translate(
            "Commands", "%(argument_name)s: %(message)s"
        ),
        "the following arguments are required: %s": QCoreApplication.translate("Commands", "missing: %s"),
        "unrecognized arguments: %s": QCoreApplication.translate("Commands", "not understood: %s"),
        "ambiguous option: %(option)s could match %(matches)s": QCoreApplication.translate(
            "Commands", "%(option)s may mean %(matches)s"
        ),
        "one of the arguments %s is required": QCoreApplication.translate("Commands", "one of these is missing: %s"),
        "not allowed with argument %s": QCoreApplication.translate("Commands", "doesn't go together with %s"),
        "expected one argument": QCoreApplication.translate("Commands", "a value is missing"),
        "expected at least one argument": QCoreApplication.translate("Commands", "a value is missing"),
        "ignored explicit argument %r": QCoreApplication.translate("Commands", "takes no value, not %r"),
        "invalid %(type)s value: %(value)r": QCoreApplication.translate(
            "Commands", "a whole number is expected, not %(value)r"
        ),
        "invalid choice: %(value)r (choose from %(choices)s)": QCoreApplication.translate(
            "Commands", "%(value)r is none of %(choices)s"
        ),
    }
