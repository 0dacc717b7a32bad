"""The office's rules about activities, as data interpreted by one engine (SPEC, "The rules people had to remember").

`settings` finds the mode and numbers that hold for a role, section and stage; `checks` says what each rule objects to;
`book` asks them and decides. May import core, the registry and records; reads no database.
"""

from app.services.rules.book import Finding, RuleBook
from app.services.rules.bookings import BOOKING_RULES, BusyTime
from app.services.rules.checks import Completing, Planning
from app.services.rules.settings import Mode, Place, RuleCode

__all__ = ["BOOKING_RULES", "BusyTime", "Completing", "Finding", "Mode", "Place", "Planning", "RuleBook", "RuleCode"]
