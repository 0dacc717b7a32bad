"""Dates and times as people and files write them: `parse_when` for what is typed, the rest for what is imported.

May import `core.errors`, `core.text` and `core.workdays`; standard library only.
"""

from app.core.whens.imported import parse_date, parse_datetime
from app.core.whens.typed import When, parse_when

__all__ = ["When", "parse_date", "parse_datetime", "parse_when"]
