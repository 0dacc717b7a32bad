"""All services of one workplace, put together in one place."""

from dataclasses import dataclass

from app.core.kinds import Kind
from app.services.absences import Absences
from app.services.activities import Activities, Planner
from app.services.bin import Bin
from app.services.boards import Boards
from app.services.bulk import Bulk
from app.services.calendar import Calendar
from app.services.clients.moving import StageMoves
from app.services.contacts import Contacts
from app.services.deals import Deals
from app.services.drafts import Drafts
from app.services.duplicates import Duplicates
from app.services.exporting import Exports
from app.services.exporting.history import HistoryExports
from app.services.files import Files
from app.services.history import HistoryLines, OfficeHistory
from app.services.importing.first_calls import FirstCalls
from app.services.importing.service import Imports
from app.services.ladder import NoAnswerLadder
from app.services.leads import Leads, Meetings
from app.services.lists.service import Lists
from app.services.notifications import Notifications
from app.services.office import (
    CallResults,
    OfficeCalendar,
    OfficeOrder,
    OfficeRights,
    OfficeRules,
    OfficeStages,
    OfficeThresholds,
)
from app.services.open_cards import OpenCards
from app.services.payments import Payments
from app.services.people.service import People
from app.services.ports import HolidaySource, UnsentDrafts
from app.services.preferences import Preferences
from app.services.profiles import Profiles
from app.services.queue import WorkQueue
from app.services.reminders import Reminders
from app.services.reports import Discipline
from app.services.saved_filters import SavedFilters
from app.services.search.service import Search
from app.services.tags import Tags
from app.services.timeline import Timeline
from app.services.undo import Undo
from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Services:
    """What windows and commands call."""

    workplace: Workplace
    leads: Leads
    deals: Deals
    contacts: Contacts
    activities: Activities
    payments: Payments
    timeline: Timeline
    files: Files
    lists: Lists
    boards: Boards
    calendar: Calendar
    bulk: Bulk
    tags: Tags
    exports: Exports
    bin: Bin
    duplicates: Duplicates
    search: Search
    history: HistoryLines
    office_history: OfficeHistory
    history_exports: HistoryExports
    drafts: Drafts
    preferences: Preferences
    saved_filters: SavedFilters
    imports: Imports
    first_calls: FirstCalls
    undo: Undo
    reminders: Reminders
    notifications: Notifications
    queue: WorkQueue
    ladder: NoAnswerLadder
    discipline: Discipline
    absences: Absences
    people: People
    profiles: Profiles
    open_cards: OpenCards
    office_rules: OfficeRules
    office_rights: OfficeRights
    office_order: OfficeOrder
    office_thresholds: OfficeThresholds
    office_calendar: OfficeCalendar
    office_stages: OfficeStages
    call_results: CallResults


def open_services(
    workplace: Workplace, holidays: HolidaySource | None = None, unsent: UnsentDrafts | None = None
) -> Services:
    """The services of a signed-in employee.

    `holidays` keep the country's calendar going beyond its first years, `unsent` drafts while there is no connection.
    """
    history = HistoryLines(workplace)
    workplace.database.tell_refusals(history.note_refused)
    planner = Planner(workplace)
    meetings = Meetings(workplace, planner)
    leads = Leads(workplace, history, meetings, planner)
    deals = Deals(workplace, history, meetings)
    preferences = Preferences(workplace)
    lists = Lists(workplace)
    imports = Imports(workplace)
    contacts = Contacts(workplace, history)
    search = Search(workplace)
    office_history = OfficeHistory(workplace, search, {Kind.LEAD: leads, Kind.DEAL: deals, Kind.CONTACT: contacts})
    bulk = Bulk(workplace, planner, leads, deals, contacts)
    activities = Activities(workplace, planner, StageMoves(leads, deals))
    return Services(
        workplace=workplace, leads=leads, deals=deals, contacts=contacts, activities=activities,
        payments=Payments(workplace, planner), timeline=Timeline(workplace), files=Files(workplace), lists=lists,
        boards=Boards(workplace, preferences), calendar=Calendar(workplace, activities, leads, deals),
        bin=Bin(workplace), duplicates=Duplicates(workplace), tags=Tags(workplace),
        exports=Exports(workplace, lists, history), bulk=bulk,
        search=search, history=history, office_history=office_history,
        history_exports=HistoryExports(office_history, history),
        drafts=Drafts(workplace, unsent), preferences=preferences,
        saved_filters=SavedFilters(workplace, preferences, lists), imports=imports, undo=Undo(workplace, imports),
        first_calls=FirstCalls(workplace, planner), reminders=Reminders(workplace),
        notifications=Notifications(workplace), queue=WorkQueue(workplace),
        ladder=NoAnswerLadder(workplace, planner), discipline=Discipline(workplace), absences=Absences(workplace),
        people=People(workplace, bulk), profiles=Profiles(workplace), open_cards=OpenCards(workplace),
        office_rights=OfficeRights(workplace), office_rules=OfficeRules(workplace), office_order=OfficeOrder(workplace),
        office_thresholds=OfficeThresholds(workplace),
        office_calendar=OfficeCalendar(workplace, holidays), office_stages=OfficeStages(workplace),
        call_results=CallResults(workplace),
    )  # fmt: skip
