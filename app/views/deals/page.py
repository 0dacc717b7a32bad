"""The page of deals."""

from app.services.records.lists import Sort
from app.views.calendar import CALENDAR
from app.views.kanban import KANBAN
from app.views.navigator import Page, ViewContext
from app.views.records.page import RecordsPage
from app.views.records.spec import SectionSpec

DEALS = SectionSpec(
    section="deal",
    icon="briefcase",
    columns=(
        ("name", 262),
        ("stage", 210),
        ("activity", 290),
        ("sum", 130),
        ("paid", 170),
        ("responsible", 170),
        ("last_contact", 240),
        ("created", 110),
    ),
    wide=("activity",),
    only_mine=("last_contact",),
    sort=Sort("queue"),
    chips=True,
    staged=True,
    messages=("whatsapp", "sms"),
)


def deals_page(context: ViewContext) -> Page:
    """For the shell."""
    return RecordsPage(context, DEALS, views=(KANBAN, CALENDAR))
