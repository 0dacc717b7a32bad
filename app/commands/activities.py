"""`prichal plan` and `prichal complete`: the next step with a client, by the office's rules as in the window."""

import argparse

from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import make_outside
from app.commands.session import answer, work
from app.core.kinds import ActivityKind
from app.core.whens import parse_when
from app.qtbase import i18n
from app.services.container import Services, open_services
from app.services.records.activities import ActivityDraft, ClientRef, Completion
from app.services.workplace import Workplace


async def plan(arguments: argparse.Namespace) -> None:
    """Plan an activity; warnings of the rules are told, blocks refuse."""
    services = await _services(arguments)
    try:
        draft = _draft(services.workplace, arguments)
        warned = [one.code for one in await services.activities.findings(draft)]
        number = await services.activities.plan(draft)
    finally:
        await _close(services)
    workplace = services.workplace
    when = i18n.date_words(draft.starts_at, workplace.now(), workplace.zone, inside=True)
    words = QCoreApplication.translate("Commands", "Activity {number} is planned: {subject}, {when}")
    lines = [words.format(number=number, subject=draft.subject, when=when)]
    if warned:
        against = QCoreApplication.translate("Commands", "Against the rules of the office: {rules}")
        lines.append(against.format(rules=", ".join(warned)))
    content = {"id": number, "starts_at": draft.starts_at.isoformat(), "warnings": warned}
    answer(arguments, content, *lines)


async def complete(arguments: argparse.Namespace) -> None:
    """Complete an activity with a result of the office."""
    services = await _services(arguments)
    try:
        record = await services.activities.get(arguments.activity)
        completion = Completion(
            arguments.result, arguments.comment, no_recording_reason=arguments.no_recording,
            override_reason=arguments.reason,
        )  # fmt: skip
        await services.activities.complete(record.id, record.version, completion)
    finally:
        await _close(services)
    words = QCoreApplication.translate("Commands", "Activity {number} is completed.")
    answer(arguments, {"id": record.id, "result": arguments.result}, words.format(number=record.id))


def _draft(workplace: Workplace, arguments: argparse.Namespace) -> ActivityDraft:
    """Raises UserError("when_unreadable")."""
    now = workplace.now().astimezone(workplace.zone)
    when = parse_when(arguments.when, now, workplace.calendar)
    client = ClientRef(arguments.section, arguments.number)
    return ActivityDraft(
        kind=ActivityKind(arguments.kind), subject=arguments.subject, starts_at=when.moment(workplace.zone),
        minutes=arguments.minutes, client=client, override_reason=arguments.reason,
    )  # fmt: skip


async def _services(arguments: argparse.Namespace) -> Services:
    return open_services(await work(arguments, make_outside()))


async def _close(services: Services) -> None:
    await services.imports.close()
    await services.workplace.database.close()
