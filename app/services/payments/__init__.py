"""Payments of deals: planned and received, with their sums, reminders and lines in the timeline.

Amounts are Decimal here and whole minor units in the database; `reminders` plans the activity that reminds of one.
"""

from app.services.payments.reminders import Due, PaymentReminders
from app.services.payments.service import Payments

__all__ = ["Due", "PaymentReminders", "Payments"]
