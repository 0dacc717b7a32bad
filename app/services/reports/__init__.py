"""Reports for heads: who keeps the rules of the office, in numbers with the clients behind each.

`discipline` counts by grouped queries within the right "reports"; `records` is what it hands out, `writing` makes files
of it. May import filtering, rules, records, models, db and core.
"""

from app.services.reports.discipline import Discipline
from app.services.reports.records import DisciplineReport, EmployeeDiscipline, Metric, OverrideLine, Period
from app.services.reports.week_before import WeekBefore

__all__ = ["Discipline", "DisciplineReport", "EmployeeDiscipline", "Metric", "OverrideLine", "Period", "WeekBefore"]
