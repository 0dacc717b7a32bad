"""Activities: the one form that plans and changes them, the question how one ended, and the tab "My activities".

May import widgets, field_forms, the navigator, qtmodels, qtbase, services and core; other features are reached by the
Navigator.
"""

from app.views.activities.completing import complete_activity, log_call
from app.views.activities.page import activities_page
from app.views.activities.planning import change_activity, plan_activity

__all__ = ["activities_page", "change_activity", "complete_activity", "log_call", "plan_activity"]
