"""The keys of the question how an activity ended: each of its answers is one chord away, whatever has the cursor."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command

MOST_RESULTS: Final = 9
TIME_KEYS: Final = ("Alt+Q", "Alt+W", "Alt+E", "Alt+R")
"""Of the likely times: the row below the digits that take the results."""


def completion_commands() -> tuple[Command, ...]:
    """For the list of shortcuts; results and times stand for the first of theirs."""
    group = QCoreApplication.translate("Completion", "How it ended")
    result = QCoreApplication.translate("Completion", "The first result; Alt+2 the second, and so on")
    following = QCoreApplication.translate("Completion", "To the next activity")
    time = QCoreApplication.translate("Completion", "The first likely time; the keys beside it the others")
    send = QCoreApplication.translate("Completion", "Complete")
    onward = QCoreApplication.translate("Completion", "Complete, and on to the next client of the work queue")
    return (
        Command("completion.result", result, "Alt+1", group),
        Command("completion.next", following, "Alt+N", group),
        Command("completion.time", time, TIME_KEYS[0], group),
        Command("completion.send", send, "Ctrl+Return", group),
        Command("completion.onward", onward, "F8", group),
    )
