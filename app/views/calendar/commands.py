"""The keys of the calendar as data: letters that act through shortcuts, and what the surface itself understands."""

from PySide6.QtCore import QCoreApplication

from app.qtbase.shortcuts import Command


def calendar_commands() -> tuple[Command, ...]:
    """The letters; arrows, paging and Alt with arrows belong to the surface."""
    group = QCoreApplication.translate("Calendar", "Calendar")
    return (
        Command("calendar.next", QCoreApplication.translate("Calendar", "Next item"), "J", group, repeats=True),
        Command("calendar.previous", QCoreApplication.translate("Calendar", "Item before"), "K", group, repeats=True),
        Command("calendar.today", QCoreApplication.translate("Calendar", "Today"), "T", group),
        Command("calendar.add", QCoreApplication.translate("Calendar", "New activity"), "N", group),
        Command("calendar.complete", QCoreApplication.translate("Calendar", "Complete"), "E", group),
        Command("calendar.change", QCoreApplication.translate("Calendar", "Change"), "F2", group),
        Command(
            "calendar.plan", QCoreApplication.translate("Calendar", "One more activity with the client"), "D", group
        ),
        Command("calendar.cancel", QCoreApplication.translate("Calendar", "Cancel the activity"), "Del", group),
    )


def calendar_keys() -> tuple[Command, ...]:
    """All of them, for the list of shortcuts."""
    group = QCoreApplication.translate("Calendar", "Calendar")
    said = (
        ("PgDown", QCoreApplication.translate("Calendar", "Next days")),
        ("PgUp", QCoreApplication.translate("Calendar", "Days before")),
        ("Alt+Up", QCoreApplication.translate("Calendar", "Move earlier")),
        ("Alt+Down", QCoreApplication.translate("Calendar", "Move later")),
        ("Alt+Right", QCoreApplication.translate("Calendar", "Move to the next day")),
        ("Alt+Left", QCoreApplication.translate("Calendar", "Move to the day before")),
        ("Alt+Shift+Down", QCoreApplication.translate("Calendar", "Make longer")),
        ("Alt+Shift+Up", QCoreApplication.translate("Calendar", "Make shorter")),
    )
    return (*calendar_commands(), *(Command(f"calendar.{keys}", text, keys, group) for keys, text in said))


def calendar_hints() -> tuple[str, str]:
    """What the status bar says of keys."""
    return (
        QCoreApplication.translate("Calendar", "Alt+arrows — move"),
        QCoreApplication.translate("Calendar", "N — new activity"),
    )
