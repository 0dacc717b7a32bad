"""`prichal find`: leads, deals and contacts by a part of what is known of them."""

import argparse

from PySide6.QtCore import QCoreApplication

from app.bootstrap.outside import make_outside
from app.commands.session import answer, work
from app.qtbase import i18n
from app.services.container import open_services
from app.services.records.lists import SearchHit


async def run(arguments: argparse.Namespace) -> None:
    """Print what was found, the best first; nothing found is no failure."""
    workplace = await work(arguments, make_outside())
    services = open_services(workplace)
    try:
        hits = await services.search.find(" ".join(arguments.text), arguments.limit)
    finally:
        await services.imports.close()
        await workplace.database.close()
    content = [{"kind": hit.section, "id": hit.id, "title": hit.name, "phones": list(hit.phones)} for hit in hits]
    lines = [_line(hit) for hit in hits] or [QCoreApplication.translate("Commands", "Nothing was found.")]
    answer(arguments, content, *lines)


def _line(hit: SearchHit) -> str:
    phones = ", ".join(i18n.phone(one) for one in hit.phones)
    return "  ".join(part for part in (f"{_kind(hit.section)} {hit.id}", hit.name, phones) if part)


def _kind(section: str) -> str:
    match section:
        case "lead":
            return QCoreApplication.translate("Commands", "Lead")
        case "deal":
            return QCoreApplication.translate("Commands", "Deal")
    return QCoreApplication.translate("Commands", "Contact")
