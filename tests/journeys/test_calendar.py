"""The calendar in the real window: found by a screen reader's tree, carried with a real mouse, moved by keys."""

import asyncio
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.core.clock import SystemClock
from app.core.kinds import ActivityKind
from app.core.wallclock import moment_at
from app.db.opening import open_database
from app.services.records.activities import ActivityDraft
from tests.journeys.hand import Hand
from tests.journeys.program import Program
from tests.journeys.stored import Stored
from tests.services.activities.making import activities_of
from tests.support.office import sit_down

PASSWORD = "quiet harbour 7"
LOGIN = "dymov@primer.test"
STARTS = "SELECT starts_at FROM activity WHERE subject = 'Ask for the papers'"


@pytest.mark.parametrize("program", ["en"], indirect=True)
def test_an_activity_is_carried_by_mouse_and_moved_by_keys(hand: Hand, program: Program) -> None:
    file = program.home / "main.db"
    admin = ("--admin-name", "Dymov Andrey", "--admin-login", LOGIN, "--language", "en")
    program.run("--database", f"sqlite:///{file}", "init", *admin, PRICHAL_PASSWORD=PASSWORD)
    zone = asyncio.run(plan_tomorrow(file))
    stored = Stored(file)
    program.start()
    hand.window("Prichal — sign in")
    password = hand.desktop.field("Password")
    hand.until(lambda: hand.desktop.focused(password), "the cursor in the password")
    hand.type(PASSWORD)
    hand.press("Return")
    hand.window("Prichal — Leads")
    hand.press("ctrl+4")
    hand.desktop.click(hand.see("Calendar"))
    hand.desktop.click(hand.see("Day"))
    hand.see("Calendar by hours", "list")
    hand.press("Page_Down")
    item = hand.see(re.compile("^Call, Ask for the papers, .* 12:00 – 12:15"), "list item")
    hand.desktop.drag(item, item, (0.5, 2.8))
    moved = hand.see(re.compile("^Call, Ask for the papers, .* 1[23]:(15|30|45|00)"), "list item")
    hand.until_stored(lambda: at(stored, zone) > (12, 0), True, "a later time after the drop")
    hand.desktop.click(moved)
    before = at(stored, zone)
    hand.press("alt+Up")
    hand.until_stored(lambda: at(stored, zone) < before, True, "an earlier time after the key")
    hand.press("ctrl+n")
    hand.see("New activity", "label")
    hand.press("Escape")
    hand.press("alt+F4")
    assert program.exit_code() == 0
    assert program.complaints() == []


async def plan_tomorrow(file: Path) -> ZoneInfo:
    database = await open_database(f"sqlite:///{file}")
    workplace = await sit_down(database, SystemClock(), LOGIN)
    noon = moment_at(workplace.today() + timedelta(days=1), 12 * 60, workplace.zone)
    await activities_of(workplace).plan(ActivityDraft(ActivityKind.CALL, "Ask for the papers", noon, 15, None))
    await database.close()
    return workplace.zone


def at(stored: Stored, zone: ZoneInfo) -> tuple[int, int]:
    """The stored start by the office's clock."""
    moment = datetime.fromisoformat(f"{stored.value(STARTS)}+00:00").astimezone(zone)
    return moment.hour, moment.minute
