"""`prichal demo`: an invented office, in a new database or in one without clients."""

import argparse
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import address_of, enter
from app.bootstrap.founding import found_office
from app.bootstrap.outside import Outside, make_outside
from app.commands.init import default_place, new_office
from app.commands.session import answer, given_password, login_of, password_of
from app.core.clock import Clock, FixedClock, SystemClock
from app.core.errors import UserError
from app.qtbase import i18n
from app.services.demo import DemoOrder, DemoResult, fill_demo
from app.services.people.office_setup import NewAdmin
from app.services.workplace import Workplace

ADMIN_LOGIN: Final = "admin@primer.test"
PASSWORD: Final = "prichal-demo"
"""Of everybody in a database that the command makes itself, where PRICHAL_PASSWORD says no other."""


async def run(arguments: argparse.Namespace) -> None:
    """Make or enter the database, fill it, and say who can sign in."""
    outside = make_outside()
    url = address_of(arguments.database or default_place(outside))
    password = given_password() or PASSWORD
    if _is_there(url):
        password = password_of()
        login = await login_of(arguments, outside, url)
        workplace = await enter(outside, url, login, password, _clock(arguments))
    else:
        workplace = await _new_office(arguments, outside, url, password)
        login = ADMIN_LOGIN
    try:
        order = DemoOrder(arguments.leads, arguments.seed, password)
        result = await fill_demo(workplace, order, Progress(arguments.leads, shown=sys.stderr.isatty()))
    finally:
        await workplace.database.close()
    _tell(arguments, url, login, result)


async def _new_office(arguments: argparse.Namespace, outside: Outside, url: str, password: str) -> Workplace:
    office = new_office(arguments)
    names = ("Дымов", "Андрей") if office.settings.language == "ru" else ("Drake", "Andrew")
    admin = NewAdmin(*names, ADMIN_LOGIN, password)
    return await found_office(outside, url, office.preset, admin, office.settings, _clock(arguments))


def _is_there(url: str) -> bool:
    """A database file that is missing or empty is made; a server's database has to be made by `init`."""
    if not url.startswith("sqlite"):
        return True
    path = Path(url.partition("///")[2])
    return path.exists() and path.stat().st_size > 0


def _clock(arguments: argparse.Namespace) -> Clock:
    """The moment asked for, in the preset's zone where it names none. Raises UserError("time_unreadable")."""
    if not arguments.now:
        return SystemClock()
    try:
        moment = datetime.fromisoformat(arguments.now)
    except ValueError as error:
        raise UserError("time_unreadable", text=arguments.now) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(new_office(arguments).settings.zone))
    return FixedClock(moment)


class Progress:
    """Writes how far it has come over the same line of the terminal."""

    def __init__(self, leads: int, *, shown: bool) -> None:
        self._leads = leads
        self._shown = shown

    def __call__(self, done: int) -> None:
        if self._shown:
            ending = "\n" if done >= self._leads else "\r"
            words = QCoreApplication.translate("Commands", "{done} of {leads} leads")
            sys.stderr.write(words.format(done=i18n.number(done), leads=i18n.number(self._leads)) + ending)


def _tell(arguments: argparse.Namespace, url: str, login: str, result: DemoResult) -> None:
    counts = QCoreApplication.translate(
        "Commands", "Made: leads {leads}, deals {deals}, contacts {contacts}, activities {activities}."
    )
    own_password = None if given_password() else PASSWORD
    content = {**asdict(result), "database": url, "login": login, "password": own_password}
    lines = [
        QCoreApplication.translate("Commands", "The demo database is ready: {url}").format(url=url),
        counts.format(
            leads=i18n.number(result.leads),
            deals=i18n.number(result.deals),
            contacts=i18n.number(result.contacts),
            activities=i18n.number(result.activities),
        ),
        _password_words(),
        f"  {login}",
        *(f"  {one.login}  {one.name}, {one.department}" for one in result.employees),
    ]
    answer(arguments, content, *lines)


def _password_words() -> str:
    if given_password():
        return QCoreApplication.translate("Commands", "These can sign in, all with the password that was given:")
    words = QCoreApplication.translate("Commands", "These can sign in, all with the password {password}:")
    return words.format(password=PASSWORD)
