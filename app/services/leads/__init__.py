"""Leads: from the first call to the signed contract; conversion makes the deal and the contact.

May import clients, activities, payments, lines, records, registry, rights, db and models.
"""

from app.services.leads.meetings import Meetings
from app.services.leads.service import Leads

__all__ = ["Leads", "Meetings"]
