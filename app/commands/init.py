"""`prichal init`: a new database with an office and its administrator."""

import argparse
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import address_of, kept_address
from app.bootstrap.founding import found_office, renew_server
from app.bootstrap.outside import Outside, make_outside
from app.commands.session import answer, password_of
from app.qtbase import i18n
from app.services.people.office_setup import NewAdmin, OfficeSettings
from app.services.presets import Preset, load_preset


@dataclass(frozen=True, slots=True)
class NewOffice:
    """A preset with what the office decided itself."""

    preset: Preset
    settings: OfficeSettings


async def run(arguments: argparse.Namespace) -> None:
    """Make the database, found the office, and say where it is."""
    outside = make_outside()
    office = new_office(arguments)
    url = address_of(arguments.database or default_place(outside))
    admin = NewAdmin.named(
        arguments.admin_name, arguments.admin_login, password_of(twice=True), office.settings.language
    )
    if url.startswith("postgresql") and await renew_server(url):
        words = QCoreApplication.translate("Commands", "There is an office already; the database is up to date: {url}")
        shown = kept_address(url)
        answer(arguments, {"database": shown, "renewed": True}, words.format(url=shown))
        return
    workplace = await found_office(outside, url, office.preset, admin, office.settings)
    await workplace.database.close()
    shown = kept_address(url)
    words = QCoreApplication.translate("Commands", "The database is ready: {url}")
    answer(arguments, {"database": shown, "preset": office.preset.code, "login": admin.login}, words.format(url=shown))


def new_office(arguments: argparse.Namespace) -> NewOffice:
    """The office that the options describe; the preset says what they leave open."""
    language = arguments.language or i18n.current()
    preset = load_preset(arguments.preset, language)
    name = getattr(arguments, "name", None) or QCoreApplication.translate("Commands", "Main")
    return NewOffice(
        preset,
        OfficeSettings(
            name=name,
            zone=getattr(arguments, "zone", None) or preset.zone,
            currency=(getattr(arguments, "currency", None) or preset.currency).upper(),
            language=language,
            country=(getattr(arguments, "country", None) or preset.country).upper(),
        ),
    )


def default_place(outside: Outside) -> str:
    """A file among the person's documents, named in the system's language as the window's wizard does."""
    return str(outside.paths.documents / f"{QCoreApplication.translate('Commands', 'Main')}.db")
