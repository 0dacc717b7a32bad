"""What can be done from anywhere in the main window, as data: for keys, the palette and the list of shortcuts."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command
from app.views.navigator import Tab

TAB_KEYS: dict[Tab, str] = {
    "lead": "Ctrl+1", "deal": "Ctrl+2", "contact": "Ctrl+3", "activity": "Ctrl+4", "history": "Ctrl+5",
    "report": "Ctrl+6",
}  # fmt: skip


def tab_words(tab: Tab) -> str:
    """The name of a tab."""
    match tab:
        case "lead":
            return QCoreApplication.translate("Shell", "Leads")
        case "deal":
            return QCoreApplication.translate("Shell", "Deals")
        case "contact":
            return QCoreApplication.translate("Shell", "Contacts")
        case "activity":
            return QCoreApplication.translate("Shell", "My activities")
        case "history":
            return QCoreApplication.translate("Shell", "History")
        case "report":
            return QCoreApplication.translate("Shell", "Reports")


def window_commands() -> tuple[Command, ...]:
    """Commands with keys that act in the whole window, the tabs' apart."""
    window = QCoreApplication.translate("Shell", "Whole window")
    tab = QCoreApplication.translate("Shell", "On a tab")
    return (
        Command("search", QCoreApplication.translate("Shell", "Search and commands"), "Ctrl+K", window),
        Command("activity.new", QCoreApplication.translate("Shell", "New activity"), "Ctrl+N", window),
        Command("queue.next", QCoreApplication.translate("Shell", "Next client of the work queue"), "F8", window),
        Command("add", QCoreApplication.translate("Shell", "Add what the tab shows"), "Ins", tab),
        Command("filter", QCoreApplication.translate("Shell", "Filter"), "Ctrl+F", tab),
        Command("undo", QCoreApplication.translate("Shell", "Undo the last act"), "Ctrl+Z", window),
        Command("refresh", QCoreApplication.translate("Shell", "Refresh"), "F5", tab),
        Command("notifications", QCoreApplication.translate("Shell", "Notifications"), "Ctrl+Shift+N", window),
        Command("reminder", QCoreApplication.translate("Shell", "To the newest reminder"), "Ctrl+Shift+R", window),
        Command("shortcuts", QCoreApplication.translate("Shell", "Keyboard shortcuts"), "F1", window),
    )


def tab_commands(tabs: Collection[Tab]) -> tuple[Command, ...]:
    """Ctrl+1 to Ctrl+6, for the tabs that there are."""
    group = QCoreApplication.translate("Shell", "Whole window")
    return tuple(Command(f"tab.{tab}", tab_words(tab), keys, group) for tab, keys in TAB_KEYS.items() if tab in tabs)


def plain_commands() -> tuple[Command, ...]:
    """What the palette offers beyond keys."""
    group = QCoreApplication.translate("Shell", "Whole window")
    return (
        Command("lead.new", QCoreApplication.translate("Shell", "Add a lead"), "", group),
        Command("deal.new", QCoreApplication.translate("Shell", "Add a deal"), "", group),
        Command("contact.new", QCoreApplication.translate("Shell", "Add a contact"), "", group),
        Command("import", QCoreApplication.translate("Shell", "Import from a file"), "", group),
        Command("duplicates", QCoreApplication.translate("Shell", "Find duplicates"), "", group),
        Command("operations", QCoreApplication.translate("Shell", "Last operations"), "", group),
        Command("bin", QCoreApplication.translate("Shell", "Bin"), "", group),
        Command("settings", QCoreApplication.translate("Shell", "Settings"), "", group),
        Command("absence", QCoreApplication.translate("Shell", "Absence and stand-in"), "", group),
        Command("theme", QCoreApplication.translate("Shell", "Switch between light and dark"), "", group),
        Command("sign_out", QCoreApplication.translate("Shell", "Sign out"), "", group),
    )
