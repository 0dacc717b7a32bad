"""The tab History: who did what with which object, filters and presets, the details of a line, its values put back.

May import widgets, field_forms' world, qtmodels, qtbase and the services' history; knows no other feature.
"""

from app.views.history.page import history_page

__all__ = ["history_page"]
