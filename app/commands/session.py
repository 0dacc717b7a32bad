"""What the commands share: which database, who works, the password, and how they answer."""

import argparse
import json
import os
import sys
from getpass import getpass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import address_of, check_database, enter, last_login
from app.bootstrap.outside import Outside
from app.core.clock import Clock
from app.core.errors import UserError
from app.services.workplace import Workplace

PASSWORD_VARIABLE: Final = "PRICHAL_PASSWORD"


def database_of(arguments: argparse.Namespace, outside: Outside) -> str:
    """The address asked for, or the last used one. Raises UserError: "no_database", "database_url"."""
    if arguments.database:
        return address_of(arguments.database)
    known = outside.known.all()
    if not known:
        raise UserError("no_database")
    return known[0].url


async def login_of(arguments: argparse.Namespace, outside: Outside, url: str) -> str:
    """The login asked for, or the last one on this database.

    Raises UserError("no_login"), or what is wrong with the database: that is the nearer reason.
    """
    login = arguments.login or last_login(outside, url)
    if login is None:
        await check_database(url)
        raise UserError("no_login")
    return str(login)


def given_password() -> str | None:
    """The password of the environment."""
    return os.environ.get(PASSWORD_VARIABLE) or None


def password_of(*, twice: bool = False) -> str:
    """From the environment or a prompt. Raises UserError("no_password"), UserError("passwords_differ")."""
    given = given_password()
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError("no_password")
    password = getpass(QCoreApplication.translate("Commands", "Password: "))
    if twice and getpass(QCoreApplication.translate("Commands", "Once more: ")) != password:
        raise UserError("passwords_differ")
    return password


async def work(arguments: argparse.Namespace, outside: Outside, clock: Clock | None = None) -> Workplace:
    """Sign in on the database asked for."""
    url = database_of(arguments, outside)
    return await enter(outside, url, await login_of(arguments, outside, url), password_of(), clock)


def answer(arguments: argparse.Namespace, content: object, *lines: str) -> None:
    """Print JSON where it was asked for, else the lines for people."""
    if arguments.json:
        print(json.dumps(content, ensure_ascii=False, indent=1, default=str))
    else:
        for line in lines:
            print(line)
