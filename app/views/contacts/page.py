"""The page of contacts."""

from app.services.records.lists import Sort
from app.views.navigator import Page, ViewContext
from app.views.records.page import RecordsPage
from app.views.records.spec import SectionSpec

CONTACTS = SectionSpec(
    section="contact",
    icon="users",
    columns=(
        ("name", 232),
        ("phone", 156),
        ("email", 212),
        ("clients", 292),
        ("last_contact", 260),
        ("responsible", 170),
    ),
    wide=("last_contact", "clients"),
    only_mine=(),
    sort=Sort("name"),
    chips=False,
    staged=False,
    messages=("whatsapp", "letter"),
)


def contacts_page(context: ViewContext) -> Page:
    """For the shell."""
    return RecordsPage(context, CONTACTS)
