"""Leads: from the first call to the signed contract."""

from app.services.leads.meetings import Meetings
from app.services.leads.service import Leads

__all__ = ["Leads", "Meetings"]
