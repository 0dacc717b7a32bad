"""All services of one workplace, put together in one place.

A service is imported and made when it is first asked for, and then kept: all of them together take as long to import as
the first page of a list takes to be read and painted. That is the reason of every import within a function here.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from app.core.kinds import Kind
from app.db.unit import WriteOrder
from app.services.ports import HolidaySource, UnsentDrafts
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.services.absences import Absences
    from app.services.activities import Activities, Planner
    from app.services.bin import Bin
    from app.services.boards import Boards
    from app.services.bulk import Bulk
    from app.services.calendar import Calendar
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


class Services:
    """What windows and commands call, for one signed-in employee."""

    def __init__(
        self, workplace: Workplace, holidays: HolidaySource | None = None, unsent: UnsentDrafts | None = None
    ) -> None:
        self.workplace = workplace
        self._holidays = holidays
        self._unsent = unsent

    def is_made(self, name: str) -> bool:
        """Whether anybody has asked for a service yet."""
        return name in self.__dict__

    async def note_refused(self, order: WriteOrder) -> None:
        """Have the history say that somebody tried what they may not."""
        await self.history.note_refused(order)

    @cached_property
    def leads(self) -> "Leads":
        from app.services.leads import Leads  # when first asked for

        return Leads(self.workplace, self.history, self._meetings, self._planner)

    @cached_property
    def deals(self) -> "Deals":
        from app.services.deals import Deals  # when first asked for

        return Deals(self.workplace, self.history, self._meetings)

    @cached_property
    def contacts(self) -> "Contacts":
        from app.services.contacts import Contacts  # when first asked for

        return Contacts(self.workplace, self.history)

    @cached_property
    def activities(self) -> "Activities":
        from app.services.activities import Activities  # when first asked for
        from app.services.clients.moving import StageMoves  # likewise

        return Activities(self.workplace, self._planner, StageMoves(self.leads, self.deals))

    @cached_property
    def payments(self) -> "Payments":
        from app.services.payments import Payments  # when first asked for

        return Payments(self.workplace, self._planner)

    @cached_property
    def timeline(self) -> "Timeline":
        from app.services.timeline import Timeline  # when first asked for

        return Timeline(self.workplace)

    @cached_property
    def files(self) -> "Files":
        from app.services.files import Files  # when first asked for

        return Files(self.workplace)

    @cached_property
    def lists(self) -> "Lists":
        from app.services.lists.service import Lists  # when first asked for

        return Lists(self.workplace)

    @cached_property
    def boards(self) -> "Boards":
        from app.services.boards import Boards  # when first asked for

        return Boards(self.workplace, self.preferences)

    @cached_property
    def calendar(self) -> "Calendar":
        from app.services.calendar import Calendar  # when first asked for

        return Calendar(self.workplace, self.activities, self.leads, self.deals)

    @cached_property
    def bulk(self) -> "Bulk":
        from app.services.bulk import Bulk  # when first asked for

        return Bulk(self.workplace, self._planner, self.leads, self.deals, self.contacts)

    @cached_property
    def tags(self) -> "Tags":
        from app.services.tags import Tags  # when first asked for

        return Tags(self.workplace)

    @cached_property
    def exports(self) -> "Exports":
        from app.services.exporting import Exports  # when first asked for

        return Exports(self.workplace, self.lists, self.history)

    @cached_property
    def bin(self) -> "Bin":
        from app.services.bin import Bin  # when first asked for

        return Bin(self.workplace)

    @cached_property
    def duplicates(self) -> "Duplicates":
        from app.services.duplicates import Duplicates  # when first asked for

        return Duplicates(self.workplace)

    @cached_property
    def search(self) -> "Search":
        from app.services.search.service import Search  # when first asked for

        return Search(self.workplace)

    @cached_property
    def history(self) -> "HistoryLines":
        from app.services.history import HistoryLines  # when first asked for

        return HistoryLines(self.workplace)

    @cached_property
    def office_history(self) -> "OfficeHistory":
        from app.services.history import OfficeHistory  # when first asked for

        sections = {Kind.LEAD: self.leads, Kind.DEAL: self.deals, Kind.CONTACT: self.contacts}
        return OfficeHistory(self.workplace, self.search, sections)

    @cached_property
    def history_exports(self) -> "HistoryExports":
        from app.services.exporting.history import HistoryExports  # when first asked for

        return HistoryExports(self.office_history, self.history)

    @cached_property
    def drafts(self) -> "Drafts":
        from app.services.drafts import Drafts  # when first asked for

        return Drafts(self.workplace, self._unsent)

    @cached_property
    def preferences(self) -> "Preferences":
        from app.services.preferences import Preferences  # when first asked for

        return Preferences(self.workplace)

    @cached_property
    def saved_filters(self) -> "SavedFilters":
        from app.services.saved_filters import SavedFilters  # when first asked for

        return SavedFilters(self.workplace, self.preferences, self.lists)

    @cached_property
    def imports(self) -> "Imports":
        from app.services.importing.service import Imports  # when first asked for

        return Imports(self.workplace)

    @cached_property
    def first_calls(self) -> "FirstCalls":
        from app.services.importing.first_calls import FirstCalls  # when first asked for

        return FirstCalls(self.workplace, self._planner)

    @cached_property
    def undo(self) -> "Undo":
        from app.services.undo import Undo  # when first asked for

        return Undo(self.workplace, self.imports)

    @cached_property
    def reminders(self) -> "Reminders":
        from app.services.reminders import Reminders  # when first asked for

        return Reminders(self.workplace)

    @cached_property
    def notifications(self) -> "Notifications":
        from app.services.notifications import Notifications  # when first asked for

        return Notifications(self.workplace)

    @cached_property
    def queue(self) -> "WorkQueue":
        from app.services.queue import WorkQueue  # when first asked for

        return WorkQueue(self.workplace)

    @cached_property
    def ladder(self) -> "NoAnswerLadder":
        from app.services.ladder import NoAnswerLadder  # when first asked for

        return NoAnswerLadder(self.workplace, self._planner)

    @cached_property
    def discipline(self) -> "Discipline":
        from app.services.reports import Discipline  # when first asked for

        return Discipline(self.workplace)

    @cached_property
    def absences(self) -> "Absences":
        from app.services.absences import Absences  # when first asked for

        return Absences(self.workplace)

    @cached_property
    def people(self) -> "People":
        from app.services.people.service import People  # when first asked for

        return People(self.workplace, self.bulk)

    @cached_property
    def profiles(self) -> "Profiles":
        from app.services.profiles import Profiles  # when first asked for

        return Profiles(self.workplace)

    @cached_property
    def open_cards(self) -> "OpenCards":
        from app.services.open_cards import OpenCards  # when first asked for

        return OpenCards(self.workplace)

    @cached_property
    def office_rules(self) -> "OfficeRules":
        from app.services.office import OfficeRules  # when first asked for

        return OfficeRules(self.workplace)

    @cached_property
    def office_rights(self) -> "OfficeRights":
        from app.services.office import OfficeRights  # when first asked for

        return OfficeRights(self.workplace)

    @cached_property
    def office_order(self) -> "OfficeOrder":
        from app.services.office import OfficeOrder  # when first asked for

        return OfficeOrder(self.workplace)

    @cached_property
    def office_thresholds(self) -> "OfficeThresholds":
        from app.services.office import OfficeThresholds  # when first asked for

        return OfficeThresholds(self.workplace)

    @cached_property
    def office_calendar(self) -> "OfficeCalendar":
        from app.services.office import OfficeCalendar  # when first asked for

        return OfficeCalendar(self.workplace, self._holidays)

    @cached_property
    def office_stages(self) -> "OfficeStages":
        from app.services.office import OfficeStages  # when first asked for

        return OfficeStages(self.workplace)

    @cached_property
    def call_results(self) -> "CallResults":
        from app.services.office import CallResults  # when first asked for

        return CallResults(self.workplace)

    @cached_property
    def _planner(self) -> "Planner":
        from app.services.activities import Planner  # when first asked for

        return Planner(self.workplace)

    @cached_property
    def _meetings(self) -> "Meetings":
        from app.services.leads import Meetings  # when first asked for

        return Meetings(self.workplace, self._planner)


def open_services(
    workplace: Workplace, holidays: HolidaySource | None = None, unsent: UnsentDrafts | None = None
) -> Services:
    """The services of a signed-in employee.

    `holidays` keep the country's calendar going beyond its first years, `unsent` drafts while there is no connection.
    """
    services = Services(workplace, holidays, unsent)
    workplace.database.tell_refusals(services.note_refused)
    return services
