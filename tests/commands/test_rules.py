"""Each rule in block, warn and off by the command line: `prichal plan` and `prichal complete` answer as services do.

The commands run here in the test's own process, with its office and its clock; test_commands runs them as a user does.
"""

import argparse
from collections.abc import AsyncIterator

import pytest

from app.commands import activities as commands
from app.commands.parser import make_parser
from app.core.clock import FixedClock
from app.core.errors import UserError
from app.db.engine import Database
from app.db.opening import open_database
from app.services.activities import Activities
from app.services.container import Services, open_services
from app.services.people.workplaces import relearn
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.rules import Mode, RuleCode
from tests.services.lists.making import add_leads, plan
from tests.services.rules.table import DAY, ENDINGS, MODES, PLANS, clear, for_lead, set_mode
from tests.support.office import NOW, SUPERVISOR, as_office, make_office, sit_down

AT_THE_PROMPT = [code for code in PLANS if code is not RuleCode.ROOM_TAKEN]
"""The command names no room."""
PLAIN = argparse.Namespace(json=False)


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[Database]:
    """Commands take either; what the server refuses by itself is tried in the services' tests."""
    database = await open_database(sqlite_url)
    yield database
    await database.close()


@pytest.fixture
async def services(database: Database, monkeypatch: pytest.MonkeyPatch) -> Services:
    clock = FixedClock(NOW)
    await make_office(database, clock)
    services = open_services(await sit_down(database, clock, SUPERVISOR))

    async def signed_in(_arguments: argparse.Namespace) -> Services:
        return services

    async def stay(_services: Services) -> None:
        """The next command works on."""

    monkeypatch.setattr(commands, "_services", signed_in)
    monkeypatch.setattr(commands, "_close", stay)
    return services


def planned_by(draft: ActivityDraft, services: Services, *more: str) -> argparse.Namespace:
    assert draft.client is not None
    when = f"{draft.starts_at.astimezone(services.workplace.zone):%d.%m.%Y %H:%M}"
    words = ("plan", draft.client.section, str(draft.client.id), when, draft.subject)
    return make_parser().parse_args([*words, "--kind", draft.kind, "--minutes", str(draft.minutes), *more], PLAIN)


def completed_by(activity: int, completion: Completion, *more: str) -> argparse.Namespace:
    words = ("complete", str(activity), completion.result, "--comment", completion.comment)
    return make_parser().parse_args([*words, *more], PLAIN)


async def of_lead(activities: Activities, lead: int) -> int:
    return len(await activities.of_client(ClientRef("lead", lead)))


@pytest.mark.parametrize("code", AT_THE_PROMPT)
async def test_plan_keeps_a_rule_by_its_mode(
    services: Services, database: Database, code: RuleCode, capsys: pytest.CaptureFixture[str]
) -> None:
    office, broken = await as_office(database, services.workplace.clock, SUPERVISOR), PLANS[code]
    (lead,) = await add_leads(office, {"last_contact_at": NOW})
    for mode in MODES:
        await clear(office)
        draft = for_lead(await broken.prepare(office, broken.draft), lead)
        await set_mode(office, code, mode)
        await relearn(services.workplace)
        if mode is Mode.BLOCK:
            with pytest.raises(UserError, match=broken.error):
                await commands.plan(planned_by(draft, services))
            assert await of_lead(services.activities, lead) == 0
            await commands.plan(planned_by(draft, services, "--reason", "так решили"))
        else:
            await commands.plan(planned_by(draft, services))
            said = capsys.readouterr().out
            assert (broken.error in said) is (mode is Mode.WARN)
        assert await of_lead(services.activities, lead) == 1
        _ = capsys.readouterr()


@pytest.mark.parametrize("code", ENDINGS)
async def test_complete_keeps_a_rule_by_its_mode(services: Services, database: Database, code: RuleCode) -> None:
    office, ending = await as_office(database, services.workplace.clock, SUPERVISOR), ENDINGS[code]
    (lead,) = await add_leads(office, {"last_contact_at": NOW})
    for mode in MODES:
        await clear(office)
        activity = await plan(office, NOW - DAY, lead_id=lead, kind=ending.kind.value)
        if code is not RuleCode.NEXT_ACTIVITY:  # the command plans no next step
            await plan(office, NOW + DAY, lead_id=lead)
        await set_mode(office, code, mode)
        await relearn(services.workplace)
        if mode is Mode.BLOCK:
            with pytest.raises(UserError, match=ending.error):
                await commands.complete(completed_by(activity, ending.completion))
            await commands.complete(completed_by(activity, ending.completion, "--reason", "так решили"))
        else:
            await commands.complete(completed_by(activity, ending.completion))
