"""`prichal migrate`: an older database is brought up to date; a file is copied first."""

import argparse

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import kept_address, last_login
from app.bootstrap.outside import make_outside
from app.bootstrap.renewing import renew_database
from app.commands.session import answer, database_of, password_of
from app.core.errors import UserError


async def run(arguments: argparse.Namespace) -> None:
    """Renew, and say where the copy is."""
    outside = make_outside()
    url = database_of(arguments, outside)
    login, password = "", ""
    if url.startswith("sqlite"):
        login, password = str(arguments.login or last_login(outside, url) or ""), password_of()
        if not login:
            raise UserError("no_login")
    copy = await renew_database(url, login, password, outside.clock)
    shown = kept_address(url)
    lines = [QCoreApplication.translate("Commands", "The database is up to date: {url}").format(url=shown)]
    if copy is not None:
        words = QCoreApplication.translate("Commands", "As it was before, it lies in {file}")
        lines.append(words.format(file=copy))
    answer(arguments, {"database": shown, "copy": str(copy) if copy is not None else None}, *lines)
