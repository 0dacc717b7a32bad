"""Every field of a date takes days as people type them, in both languages."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.core.clock import FixedClock
from app.core.workdays import WorkCalendar
from app.views.field_forms import FieldWorld
from tests.architecture.tree import ROOT
from tests.services.rules.making import registry_of

MOSCOW = ZoneInfo("Europe/Moscow")
TUESDAY = datetime(2025, 11, 18, 8, 45, tzinfo=UTC)


@pytest.fixture
def world() -> FieldWorld:
    async def add_tag(_field: object, _name: str) -> str:
        return ""

    return FieldWorld(registry_of(), FixedClock(TUESDAY), MOSCOW, WorkCalendar(), "RUB", add_tag)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("завтра", 19), ("tomorrow", 19), ("+3р", 21), ("+3w", 21), ("пт", 21), ("fri", 21), ("20.11", 20),
        ("2025-11-20", 20), ("послезавтра", 20), ("today", 18),
    ],
)  # fmt: skip
def test_days_are_read_in_both_languages(world: FieldWorld, typed: str, day: int) -> None:
    assert world.parse_day(typed) == date(2025, 11, day)


@pytest.mark.parametrize("typed", ["завтра 15", "tomorrow 15", "19.11 15:00", "ср 15:00", "wed 15:00"])
def test_moments_are_read_in_both_languages(world: FieldWorld, typed: str) -> None:
    assert world.parse_moment(typed) == datetime(2025, 11, 19, 15, tzinfo=MOSCOW)


def test_no_window_has_a_field_that_takes_digits_alone() -> None:
    """Qt's own editors of dates know no words."""
    sources = list(Path(ROOT, "app", "views").rglob("*.py"))
    assert not [path.name for path in sources if "QDateEdit" in path.read_text(encoding="utf-8")]
    assert not [path.name for path in sources if "QDateTimeEdit" in path.read_text(encoding="utf-8")]
