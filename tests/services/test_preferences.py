"""Preferences: kept per person, replaced, forgotten."""

from app.core.clock import FixedClock
from app.db.engine import Database
from app.services.preferences import Preferences
from tests.support.office import MANAGER, NOW, make_office, sit_down


async def test_preference_is_kept_replaced_and_forgotten(database: Database) -> None:
    preferences = Preferences(await make_office(database))
    assert await preferences.get("theme", "system") == "system"
    await preferences.set("theme", "dark")
    await preferences.set("theme", "light")
    await preferences.set("columns.lead", ["name", "stage", {"width": 120}])
    await preferences.set("sound", value=False)
    assert await preferences.get("theme") == "light"
    assert await preferences.get("sound", default=True) is False
    assert await preferences.all() == {
        "theme": "light", "columns.lead": ["name", "stage", {"width": 120}], "sound": False,
    }
    await preferences.set("theme", None)
    assert await preferences.get("theme", "system") == "system"


async def test_preferences_of_others_are_not_seen(database: Database) -> None:
    clock = FixedClock(NOW)
    await Preferences(await make_office(database, clock)).set("theme", "dark")
    assert await Preferences(await sit_down(database, clock, MANAGER)).get("theme") is None
