"""The kanban of leads and deals: a view of their pages beside the list (design/leads-kanban.png, deals-kanban.png).

Shared by those two folders. May import records, widgets, the navigator, qtmodels, qtbase, services and core.
"""

from app.views.kanban.offer import KANBAN

__all__ = ["KANBAN"]
