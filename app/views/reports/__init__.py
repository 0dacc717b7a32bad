"""The tab Reports: discipline of the people whose numbers one may see, each number with the clients behind it.

May import records, services, widgets, qtbase and the navigator; lists and cards are opened through it.
"""

from app.views.reports.page import reports_page

__all__ = ["reports_page"]
