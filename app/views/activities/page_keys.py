"""The keys of My activities; letters act while the table has the focus."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command, Shortcuts
from app.views.activities.row_menu import RowPage
from app.views.activities.table import AgendaTable


class KeyPage(RowPage, Protocol):
    """What the keys start."""

    table: AgendaTable

    def add(self) -> None: ...


def bind_keys(page: KeyPage) -> Shortcuts:
    """Give the table its keys."""
    group = QCoreApplication.translate("MyActivities", "My activities")
    new = QCoreApplication.translate("MyActivities", "New activity")
    plan = QCoreApplication.translate("MyActivities", "One more activity with the client")
    complete = QCoreApplication.translate("MyActivities", "Complete")
    postpone = QCoreApplication.translate("MyActivities", "Postpone")
    confirm = QCoreApplication.translate("MyActivities", "The client confirmed")
    change = QCoreApplication.translate("MyActivities", "Change")
    call = QCoreApplication.translate("MyActivities", "Call")
    cancel = QCoreApplication.translate("MyActivities", "Cancel the activity")
    down, up = QCoreApplication.translate("MyActivities", "Down"), QCoreApplication.translate("MyActivities", "Up")
    keys = Shortcuts(page.table)
    keys.add_all(
        (
            (Command("activity.add", new, "N", group), page.add),
            (Command("activity.plan", plan, "D", group), page.plan_current),
            (Command("activity.complete", complete, "E", group), page.complete_current),
            (Command("activity.postpone", postpone, "P", group), page.postpone_current),
            (Command("activity.confirm", confirm, "Y", group), page.confirm_current),
            (Command("activity.change", change, "F2", group), page.change_current),
            (Command("activity.call", call, "C", group), page.call_current),
            (Command("activity.cancel", cancel, "Del", group), page.cancel_current),
            (Command("activity.next", down, "J", group, repeats=True), lambda: page.table.step(1)),
            (Command("activity.previous", up, "K", group, repeats=True), lambda: page.table.step(-1)),
        )
    )
    return keys
