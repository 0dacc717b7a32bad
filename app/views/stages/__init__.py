"""Moving a lead or deal to a stage: asks for just what is missing, all at once.

May import widgets, field_forms, qtbase and the records of services; other features are reached by the Navigator.
"""

from app.views.stages.flow import move_stage

__all__ = ["move_stage"]
