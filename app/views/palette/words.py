"""Turns what services found into rows of the palette, in the reader's language."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.core.kinds import StageKind
from app.qtbase import i18n
from app.services.records.lists import SearchHit
from app.services.workplace import Workplace
from app.views.palette.matches import phone_match, text_match
from app.views.palette.rows import ClientRow

_ICONS = {"lead": "user", "deal": "briefcase", "contact": "users"}


def client_row(hit: SearchHit, query: str, workplace: Workplace) -> ClientRow:
    """The row of a client; of several phones the one that was searched."""
    phone = found_phone(hit, query)
    written = i18n.phone(phone) if phone else ""
    matched = phone_match(query, written) if written else None
    tag, tone, failed = _tag(hit, workplace)
    responsible = workplace.registry.all.employees.get(hit.responsible_id)
    return ClientRow(
        hit=hit,
        icon=_ICONS.get(hit.section, "user"),
        name=hit.name,
        phone=written,
        second=_second(hit, workplace),
        tag=tag,
        tone=tone,
        failed=failed,
        responsible=responsible.name if responsible else "",
        name_match=None if matched else text_match(query, hit.name),
        phone_match=matched,
    )


def found_phone(hit: SearchHit, query: str) -> str:
    """Of several phones the one that the query is a part of, else the first; empty where there is none."""
    phones = [phone for phone in (hit.phone, *hit.phones) if phone]
    matching = (phone for phone in phones if phone_match(query, i18n.phone(phone)) is not None)
    return next(matching, phones[0] if phones else "")


def _tag(hit: SearchHit, workplace: Workplace) -> tuple[str, str, bool]:
    stage = workplace.registry.all.stages.get(hit.stage_id) if hit.stage_id is not None else None
    if stage is None:
        return (QCoreApplication.translate("Palette", "Contact") if hit.section == "contact" else "", "grey", False)
    return stage.name, stage.tone, stage.kind is StageKind.FAILURE


def _second(hit: SearchHit, workplace: Workplace) -> str:
    parts = [_number(hit), hit.detail]
    if hit.next_activity_at is not None:
        parts.append(_next_words(hit.next_activity_at, workplace))
    return " · ".join(part for part in parts if part)


def _number(hit: SearchHit) -> str:
    match hit.section:
        case "deal":
            words = QCoreApplication.translate("Palette", "Deal No. {number}")
        case "contact":
            words = QCoreApplication.translate("Palette", "Contact No. {number}")
        case _:
            words = QCoreApplication.translate("Palette", "Lead No. {number}")
    return words.format(number=hit.id)


def _next_words(moment: datetime, workplace: Workplace) -> str:
    when = i18n.date_words(moment, workplace.now(), workplace.zone, inside=True)
    return QCoreApplication.translate("Palette", "activity {when}").format(when=when)
