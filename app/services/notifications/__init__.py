"""What stands under the bell of one employee: found in the history by that employee's own program, told once.

Nobody who changes a record writes notifications for others: the history already says who did what, for every way of
writing, and under row security nobody could write into another's list. May import db, models, core and the sibling
services; knows no window.
"""

from app.services.notifications.service import Notifications

__all__ = ["Notifications"]
