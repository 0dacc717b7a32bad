"""Registries and facts for the rules' tests, without a database."""

from datetime import date

from app.core.kinds import ActivityKind
from app.core.workdays import WorkCalendar
from app.services.records.office import RuleRecord
from app.services.registry import Dictionaries, Registry
from app.services.rules import Completing, Mode, Planning, RuleBook, RuleCode

TUESDAY = date(2025, 11, 18)


def registry_of(*rules: RuleRecord, **settings: object) -> Registry:
    return Registry(
        Dictionaries(
            stages={}, deleted_stages=frozenset(), blocks={}, fields={}, sources={}, deal_types={}, places={},
            employees={}, departments={}, call_results=(), subjects={}, rules=rules, settings=settings,
        )
    )


def rule(
    code: RuleCode, mode: Mode, *, role: str = "", section: str = "", stage: str = "", **numbers: int
) -> RuleRecord:
    return RuleRecord(code, role, section, stage, mode, numbers)


def book(*rules: RuleRecord, role: str = "manager") -> RuleBook:
    return RuleBook(registry_of(*rules), role)


def planning(**changed: object) -> Planning:
    """A call for tomorrow that no rule objects to."""
    facts: dict[str, object] = {
        "kind": ActivityKind.CALL,
        "subject": "Узнать решение",
        "minutes": 15,
        "starts_on": date(2025, 11, 19),
        "is_past": False,
        "today": TUESDAY,
        "calendar": WorkCalendar(),
        "last_contact": TUESDAY,
    }
    return Planning(**{**facts, **changed})  # type: ignore[arg-type]  # a test's own names


def completing(**changed: object) -> Completing:
    """A meeting that was held, recorded and commented, with a next activity."""
    facts: dict[str, object] = {
        "kind": ActivityKind.MEETING,
        "comment": "Обсудили рассрочку",
        "result_needs_comment": True,
        "held": True,
        "recorded": True,
        "no_recording_reason": "",
        "in_progress": True,
        "has_next": True,
    }
    return Completing(**{**facts, **changed})  # type: ignore[arg-type]  # a test's own names
