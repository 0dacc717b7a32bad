"""All services of one workplace, put together in one place."""

from dataclasses import dataclass

from app.services.activities import Activities, Planner
from app.services.clients.meetings import Meetings
from app.services.clients.moving import StageMoves
from app.services.contacts import Contacts
from app.services.deals import Deals
from app.services.drafts import Drafts
from app.services.history import HistoryLines
from app.services.leads import Leads
from app.services.lists.service import Lists
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
    activities: Activities
    timeline: Timeline
    lists: Lists
    history: HistoryLines
    drafts: Drafts
    preferences: Preferences


def open_services(workplace: Workplace) -> Services:
    """The services of a signed-in employee."""
    history = HistoryLines(workplace)
    meetings = Meetings(workplace)
    leads = Leads(workplace, history, meetings)
    deals = Deals(workplace, history, meetings)
    return Services(
        workplace=workplace,
        leads=leads,
        deals=deals,
        contacts=Contacts(workplace, history),
        activities=Activities(workplace, Planner(workplace), StageMoves(leads, deals)),
        timeline=Timeline(workplace),
        lists=Lists(workplace),
        history=history,
        drafts=Drafts(workplace),
        preferences=Preferences(workplace),
    )
