"""The keys of My activities; letters act while the table has the focus."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command, Shortcuts
from app.views.activities.row_menu import RowPage
from app.views.activities.table import AgendaTable


class KeyPage(RowPage, Protocol):
    """What the keys start."""

    table: AgendaTable

    def add(self) -> None: ...


def agenda_commands() -> tuple[Command, ...]:
    """What the keys do; the table itself opens, completes by Space too and folds."""
    group = QCoreApplication.translate("MyActivities", "My activities")
    new = QCoreApplication.translate("MyActivities", "New activity")
    plan = QCoreApplication.translate("MyActivities", "One more activity with the client")
    complete = QCoreApplication.translate("MyActivities", "Complete")
    postpone = QCoreApplication.translate("MyActivities", "Postpone")
    confirm = QCoreApplication.translate("MyActivities", "The client confirmed")
    change = QCoreApplication.translate("MyActivities", "Change")
    call = QCoreApplication.translate("MyActivities", "Call")
    log = QCoreApplication.translate("MyActivities", "Log a call already held")
    cancel = QCoreApplication.translate("MyActivities", "Cancel the activity")
    down, up = QCoreApplication.translate("MyActivities", "Down"), QCoreApplication.translate("MyActivities", "Up")
    return (
        Command("activity.open", QCoreApplication.translate("MyActivities", "Open the card"), "Return", group),
        Command("activity.complete", complete, "E", group),
        Command("activity.next", down, "J", group, repeats=True),
        Command("activity.previous", up, "K", group, repeats=True),
        Command("activity.add", new, "N", group),
        Command("activity.plan", plan, "D", group),
        Command("activity.postpone", postpone, "P", group),
        Command("activity.confirm", confirm, "Y", group),
        Command("activity.change", change, "F2", group),
        Command("activity.call", call, "C", group),
        Command("activity.log", log, "L", group),
        Command("activity.cancel", cancel, "Del", group),
        Command("activity.fold", QCoreApplication.translate("MyActivities", "Fold the group"), "Left", group),
        Command("activity.unfold", QCoreApplication.translate("MyActivities", "Unfold the group"), "Right", group),
    )


def bind_keys(page: KeyPage) -> Shortcuts:
    """Give the table its keys."""
    acts: dict[str, Callable[[], object]] = {
        "activity.add": page.add,
        "activity.plan": page.plan_current,
        "activity.complete": page.complete_current,
        "activity.postpone": page.postpone_current,
        "activity.confirm": page.confirm_current,
        "activity.change": page.change_current,
        "activity.call": page.call_current,
        "activity.log": page.log_current,
        "activity.cancel": page.cancel_current,
        "activity.next": lambda: page.table.step(1),
        "activity.previous": lambda: page.table.step(-1),
    }
    keys = Shortcuts(page.table)
    keys.add_all((command, acts[command.id]) for command in agenda_commands() if command.id in acts)
    return keys
