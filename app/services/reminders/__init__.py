"""Reminders of one employee: which are due, who shows them, acknowledging, putting off, times of quiet.

May import db, models, core and the sibling services' records; knows no window.
"""

from app.services.reminders.service import Reminders

__all__ = ["Reminders"]
