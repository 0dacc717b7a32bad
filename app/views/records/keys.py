"""The keys of a list; letters act while the table has the focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command, Shortcuts
from app.views.records.table import RecordTable

Acts = Mapping[str, Callable[[], object]]


def row_commands() -> tuple[Command, ...]:
    """What the keys do with the current row; the table itself opens and selects."""
    group = QCoreApplication.translate("Records", "In a list")
    down, up = QCoreApplication.translate("Records", "Down"), QCoreApplication.translate("Records", "Up")
    return (
        Command("row.open", QCoreApplication.translate("Records", "Open the card"), "Return", group),
        Command("row.select", QCoreApplication.translate("Records", "Select"), "Space", group),
        Command("row.next", down, "J", group, repeats=True),
        Command("row.previous", up, "K", group, repeats=True),
        Command("row.call", QCoreApplication.translate("Records", "Call"), "C", group),
        Command("row.log", QCoreApplication.translate("Records", "Log a call already held"), "L", group),
        Command("row.plan", QCoreApplication.translate("Records", "Plan an activity"), "D", group),
        Command("row.complete", QCoreApplication.translate("Records", "Complete the activity"), "E", group),
        Command("row.stage", QCoreApplication.translate("Records", "Change the stage"), "S", group),
        Command("row.comment", QCoreApplication.translate("Records", "Comment"), "M", group),
    )


def bind_keys(table: RecordTable, acts: Acts) -> Shortcuts:
    """Give a table the keys of these acts, by the ids of their commands."""
    keys = Shortcuts(table)
    keys.add_all((command, acts[command.id]) for command in row_commands() if command.id in acts)
    return keys
