"""Pages of the widget gallery, with invented people."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.tools.gallery_pages.card import card_page
from tests.tools.gallery_pages.floating import floating_page
from tests.tools.gallery_pages.forms import forms_page
from tests.tools.gallery_pages.leads import leads_page

PAGES: dict[str, Callable[[], QWidget]] = {
    "list": leads_page,
    "forms": forms_page,
    "card": card_page,
    "floating": floating_page,
}
