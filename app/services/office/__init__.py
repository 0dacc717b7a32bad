"""What an administrator changes for the whole office: rules, order of work, working calendar, results, stages.

Each service reads one page of the settings window and saves it whole: what was seen is compared with what is stored,
so nobody writes over a colleague's change. May import the registry, rules, records, models and db.
"""

from app.services.office.calls import CallResults
from app.services.office.rights import OfficeRights
from app.services.office.rules import OfficeRules
from app.services.office.stages import OfficeStages, StageDraft
from app.services.office.thresholds import OfficeThresholds
from app.services.office.work_calendar import CalendarSettings, OfficeCalendar, OwnDay
from app.services.office.work_order import OfficeOrder, WorkOrder

__all__ = [
    "CalendarSettings",
    "CallResults",
    "OfficeCalendar",
    "OfficeOrder",
    "OfficeRights",
    "OfficeRules",
    "OfficeStages",
    "OfficeThresholds",
    "OwnDay",
    "StageDraft",
    "WorkOrder",
]
