"""The keys of the pages, for the list of shortcuts."""

from app.qtbase.shortcuts import Command
from app.views.activities.completion_keys import completion_commands
from app.views.activities.page_keys import agenda_commands
from app.views.calendar import calendar_keys
from app.views.records.keys import row_commands


def page_keys() -> tuple[Command, ...]:
    """Of lists, of My activities, of the question how one ended and of the calendar."""
    return (*row_commands(), *agenda_commands(), *completion_commands(), *calendar_keys())
