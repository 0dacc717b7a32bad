"""The kanban of leads and deals: a view of their pages beside the list (design/leads-kanban.png, deals-kanban.png).

Shared by those two folders. May import records, widgets, the navigator, qtmodels, qtbase, services and core.
"""

from app.views.kanban.view import KanbanView, kanban_view

__all__ = ["KanbanView", "kanban_view"]
