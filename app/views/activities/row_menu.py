"""The menu of a row: all that can be done with it, each with its key."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.core.kinds import ActivityKind
from app.qtbase import icons
from app.services.records.activities import ActivityRecord
from app.views.activities.row_acts import may_change


class RowPage(Protocol):
    """What the menu starts."""

    def complete_current(self) -> None: ...

    def confirm_current(self) -> None: ...

    def postpone_current(self) -> None: ...

    def change_current(self) -> None: ...

    def call_current(self) -> None: ...

    def log_current(self) -> None: ...

    def open_current(self) -> None: ...

    def plan_current(self) -> None: ...

    def cancel_current(self) -> None: ...


def row_menu(page: RowPage, record: ActivityRecord) -> QMenu:
    """What is possible with this activity."""
    menu = QMenu(page if isinstance(page, QWidget) else None)

    def add(icon: str, words: str, keys: str, act: Callable[[], None]) -> None:
        action = menu.addAction(icons.icon(icon, "text2"), words)
        action.setShortcut(QKeySequence(keys))  # shown only: the table's own shortcut acts
        action.triggered.connect(act)

    changes = may_change(record)
    if changes:
        add("check", QCoreApplication.translate("MyActivities", "Complete"), "Space", page.complete_current)
        if record.kind is ActivityKind.MEETING and record.confirmed_at is None:
            words = QCoreApplication.translate("MyActivities", "The client confirmed")
            add("success", words, "Y", page.confirm_current)
        add("clock", QCoreApplication.translate("MyActivities", "Postpone…"), "P", page.postpone_current)
        add("pencil", QCoreApplication.translate("MyActivities", "Change…"), "F2", page.change_current)
        menu.addSeparator()
    if record.client is not None:
        add("call", QCoreApplication.translate("MyActivities", "Call"), "C", page.call_current)
        add("comment", QCoreApplication.translate("MyActivities", "Log a call already held…"), "L", page.log_current)
        add("open", QCoreApplication.translate("MyActivities", "Open the card"), "Return", page.open_current)
        add("plus", QCoreApplication.translate("MyActivities", "One more activity…"), "D", page.plan_current)
    if changes:
        menu.addSeparator()
        add("close", QCoreApplication.translate("MyActivities", "Cancel the activity"), "Del", page.cancel_current)
    return menu
