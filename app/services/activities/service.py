"""The operations on activities."""

from app.services.activities.agenda import AgendaReader
from app.services.activities.changing import ActivityChanges
from app.services.activities.completing import ActivityCompletions, StageMover
from app.services.activities.forecast import PlanningForecast

__all__ = ["Activities", "StageMover"]


class Activities(AgendaReader, PlanningForecast, ActivityChanges, ActivityCompletions):
    """Plan, change, complete and list activities; each base class holds one part of the operations."""
