"""Dialling and writing through the programs of the workstation: tel:, sms:, mailto: links and wa.me."""

from urllib.parse import quote, urlencode

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.services.records.values import ContactPointValue, FieldValue
from app.views.navigator import Channel


def dial_link(phone: str) -> QUrl:
    """What the softphone opens."""
    return QUrl(f"tel:{_dialled(phone)}")


def message_link(channel: Channel, address: str, text: str) -> QUrl:
    """What the system's handler of a channel opens, the text filled in."""
    if channel == "letter":
        query = urlencode({"body": text}, quote_via=quote) if text else ""
        return QUrl(f"mailto:{quote(address, safe='@')}{'?' + query if query else ''}")
    query = urlencode({"text" if channel == "whatsapp" else "body": text}, quote_via=quote) if text else ""
    if channel == "whatsapp":
        return QUrl(f"https://wa.me/{_dialled(address).lstrip('+')}{'?' + query if query else ''}")
    return QUrl(f"sms:{_dialled(address)}{'?' + query if query else ''}")


def open_link(link: QUrl) -> bool:
    """Hand a link to the system; False where nothing on this workstation opens it."""
    return QDesktopServices.openUrl(link)


def first_address(points: FieldValue) -> str | None:
    """The first phone or email of a field that can be reached, as it is dialled or written to."""
    if not isinstance(points, tuple):
        return None
    for point in points:
        if isinstance(point, ContactPointValue) and point.normal:
            return point.normal
    return None


def _dialled(phone: str) -> str:
    digits = "".join(character for character in phone if character.isdecimal())
    return f"+{digits}" if phone.strip().startswith("+") else digits
