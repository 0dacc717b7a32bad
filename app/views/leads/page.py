"""The page of leads."""

from app.services.records.lists import Sort
from app.views.calendar import CALENDAR
from app.views.kanban import KANBAN
from app.views.navigator import Page, ViewContext
from app.views.records.page import RecordsPage
from app.views.records.spec import SectionSpec

LEADS = SectionSpec(
    section="lead",
    icon="user",
    columns=(
        ("queue", 84),
        ("name", 260),
        ("stage", 172),
        ("activity", 262),
        ("phone", 156),
        ("sum", 116),
        ("responsible", 170),
        ("last_contact", 250),
        ("created", 110),
    ),
    wide=("last_contact", "activity"),
    only_mine=("last_contact",),
    sort=Sort("queue"),
    chips=True,
    staged=True,
    messages=("whatsapp", "sms"),
    first_steps=True,
)


def leads_page(context: ViewContext) -> Page:
    """For the shell."""
    return RecordsPage(context, LEADS, views=(KANBAN, CALENDAR))
