"""The pages of the settings, in their order; each says who sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.core.kinds import Kind, Right, Scope
from app.services.workplace import Workplace
from app.views.navigator import ViewContext
from app.views.settings.absences import AbsencePage
from app.views.settings.call_results import ResultsPage
from app.views.settings.departments import DepartmentsPage
from app.views.settings.page import SettingsPage
from app.views.settings.people import PeoplePage
from app.views.settings.rights import RightsPage
from app.views.settings.rules import RulesPage
from app.views.settings.stages import StagesPage
from app.views.settings.thresholds import ThresholdsPage
from app.views.settings.work_calendar import CalendarPage
from app.views.settings.work_order import OrderPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A line of the list at the left."""

    id: str
    icon: str
    name: Callable[[], str]
    group: Callable[[], str]
    make: Callable[[ViewContext], SettingsPage]
    may_see: Callable[[Workplace], bool]


def office_settings(workplace: Workplace) -> bool:
    """Who may change the settings of the whole office."""
    return workplace.rights.scope(Kind.SETTINGS, Right.CHANGE) is Scope.ALL


def everybody(_workplace: Workplace) -> bool:
    return True


def _company() -> str:
    return QCoreApplication.translate("Settings", "Company")


def _clients() -> str:
    return QCoreApplication.translate("Settings", "Clients")


def _people() -> str:
    return QCoreApplication.translate("Settings", "People")


PAGES: Final = (
    PageEntry(
        "calendar", "calendar", lambda: QCoreApplication.translate("Settings", "Working calendar"), _company,
        CalendarPage, office_settings,
    ),
    PageEntry(
        "stages", "flag", lambda: QCoreApplication.translate("Settings", "Stages"), _clients, StagesPage,
        office_settings,
    ),
    PageEntry(
        "rules", "shield", lambda: QCoreApplication.translate("Settings", "Rules"), _clients, RulesPage,
        office_settings,
    ),
    PageEntry(
        "order", "queue", lambda: QCoreApplication.translate("Settings", "Order of the work queue"), _clients,
        OrderPage, office_settings,
    ),
    PageEntry(
        "thresholds", "alert", lambda: QCoreApplication.translate("Settings", "Discipline thresholds"), _clients,
        ThresholdsPage, office_settings,
    ),
    PageEntry(
        "results", "call", lambda: QCoreApplication.translate("Settings", "Results of calls"), _clients, ResultsPage,
        office_settings,
    ),
    PageEntry(
        "people", "users", lambda: QCoreApplication.translate("Settings", "Employees"), _people, PeoplePage,
        office_settings,
    ),
    PageEntry(
        "departments", "building", lambda: QCoreApplication.translate("Settings", "Departments"), _people,
        DepartmentsPage, office_settings,
    ),
    PageEntry(
        "rights", "key", lambda: QCoreApplication.translate("Settings", "Roles and rights"), _people, RightsPage,
        office_settings,
    ),
    PageEntry(
        "absences", "clock", lambda: QCoreApplication.translate("Settings", "Absence"), _people, AbsencePage,
        everybody,
    ),
)  # fmt: skip


def pages_of(workplace: Workplace) -> tuple[PageEntry, ...]:
    """The pages that this employee sees."""
    return tuple(page for page in PAGES if page.may_see(workplace))
