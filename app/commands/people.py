"""`prichal people`: who works here, inviting, coming in by an invitation, letting go."""

import argparse
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication

from app.bootstrap.databases import join_office
from app.bootstrap.outside import make_outside
from app.commands.session import answer, database_of, password_of, work
from app.core.errors import UserError
from app.services.container import Services, open_services
from app.services.records.people import NewPerson, PersonRecord


async def run(arguments: argparse.Namespace) -> None:
    """Do what was asked; an invitation's code is printed this once."""
    if arguments.act == "join":
        await _join(arguments)
        return
    if arguments.act != "list" and not arguments.who:
        raise UserError("no_login")
    workplace = await work(arguments, make_outside())
    services = open_services(workplace)
    try:
        match arguments.act:
            case "invite":
                await _invite(arguments, services)
            case "deactivate":
                await _deactivate(arguments, services)
            case _:
                await _list(arguments, services)
    finally:
        await services.imports.close()
        await workplace.database.close()


async def _join(arguments: argparse.Namespace) -> None:
    if not arguments.login:
        raise UserError("no_login")
    outside = make_outside()
    url = database_of(arguments, outside)
    workplace = await join_office(outside, url, arguments.login, arguments.code, password_of(twice=True))
    await workplace.database.close()
    words = QCoreApplication.translate("Commands", "Welcome, {name}. From now on you sign in with your password.")
    name = workplace.actor.name
    answer(arguments, {"login": arguments.login, "name": name}, words.format(name=name))


async def _invite(arguments: argparse.Namespace, services: Services) -> None:
    departments = services.workplace.registry.all.departments.values()
    wanted = arguments.department
    found = [one.id for one in departments if wanted in (one.name, str(one.id))]
    if wanted is not None and not found:
        raise UserError("department_unknown", department=wanted)
    last, _, first = (arguments.name or "").partition(" ")
    person = NewPerson(arguments.who, arguments.role, found[0] if found else None, last, first.strip())
    invited = await services.people.invite(person)
    words = QCoreApplication.translate("Commands", "The code for {login} is {code}. It is valid until {until}.")
    until = invited.expires_at.astimezone(services.workplace.zone)
    line = words.format(login=invited.login, code=invited.code, until=f"{until:%d.%m.%Y %H:%M}")
    answer(arguments, asdict(invited), line)


async def _deactivate(arguments: argparse.Namespace, services: Services) -> None:
    people = await services.people.all()
    leaver = _person(people, arguments.who)
    heir = _person(people, arguments.heir).id if arguments.heir else None
    handed = await services.people.deactivate(leaver.id, heir)
    words = QCoreApplication.translate(
        "Commands",
        "{name} can't sign in any more. Handed over: leads {leads}, deals {deals}, contacts {contacts}, "
        "activities {activities}.",
    )
    counts = asdict(handed)
    answer(arguments, {"id": leaver.id, **counts}, words.format(name=leaver.name, **counts))


async def _list(arguments: argparse.Namespace, services: Services) -> None:
    people = await services.people.all()
    lines = [_line(one) for one in people]
    answer(arguments, [asdict(one) for one in people], *lines)


def _line(one: PersonRecord) -> str:
    parts = (one.name, ", ".join(one.logins), one.role_code, one.department, _standing(one))
    return "  ".join(part for part in parts if part)


def _standing(one: PersonRecord) -> str:
    if not one.active:
        return QCoreApplication.translate("Commands", "has left")
    if one.invitation is not None and one.invitation.state != "accepted":
        return QCoreApplication.translate("Commands", "invited")
    return ""


def _person(people: tuple[PersonRecord, ...], login: str) -> PersonRecord:
    for one in people:
        if login in one.logins or login == str(one.id):
            return one
    raise UserError("person_unknown", login=login)
