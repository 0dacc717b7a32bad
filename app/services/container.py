"""All services of one workplace, put together in one place."""

from dataclasses import dataclass

from app.services.clients.meetings import Meetings
from app.services.contacts import Contacts
from app.services.deals import Deals
from app.services.drafts import Drafts
from app.services.history import HistoryLines
from app.services.leads import Leads
from app.services.preferences import Preferences
from app.services.timeline import Timeline
from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Services:
    """What windows and commands call."""

    workplace: Workplace
    leads: Leads
    deals: Deals
    contacts: Contacts
    timeline: Timeline
    history: HistoryLines
    drafts: Drafts
    preferences: Preferences


def open_services(workplace: Workplace) -> Services:
    """The services of a signed-in employee."""
    history = HistoryLines(workplace)
    meetings = Meetings(workplace)
    return Services(
        workplace=workplace,
        leads=Leads(workplace, history, meetings),
        deals=Deals(workplace, history, meetings),
        contacts=Contacts(workplace, history),
        timeline=Timeline(workplace),
        history=history,
        drafts=Drafts(workplace),
        preferences=Preferences(workplace),
    )
