"""Carries out what the first run asked for; imported when somebody has answered it, no later start has need of it."""

from dataclasses import replace
from typing import Final

from app.bootstrap.databases import address_of
from app.bootstrap.founding import found_office
from app.bootstrap.outside import Outside
from app.services.demo import DemoOrder, fill_demo
from app.services.people.office_setup import NewAdmin, OfficeSettings
from app.services.presets import load_preset
from app.services.workplace import Workplace
from app.views.first_run.desk import Answers
from app.views.sign_in.desk import secret_name

TRAINING_LEADS: Final = 60
TRAINING_SEED: Final = 1


async def create_office(outside: Outside, answers: Answers) -> Workplace:
    """Make what the first run asked for and sign its administrator in."""
    preset = load_preset(answers.preset, answers.language)
    workplace = await found_office(
        outside,
        answers.url(),
        preset,
        NewAdmin(answers.last_name, answers.first_name, answers.login, answers.password),
        OfficeSettings(
            answers.office_name(),
            answers.zone or preset.zone,
            answers.currency or preset.currency,
            answers.language,
            answers.country,
        ),
    )
    if answers.remember:
        await outside.secrets.keep(secret_name(address_of(answers.url()), answers.login), answers.password)
        outside.known.remember(replace(outside.known.all()[0], remembered=True))
    if answers.training:
        await fill_demo(workplace, DemoOrder(TRAINING_LEADS, TRAINING_SEED, answers.password))
    return workplace
