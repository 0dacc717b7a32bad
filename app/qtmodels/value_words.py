"""Field values in words: as a card shows them while they are read, and as the history tells them."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.core.fieldkinds import FieldType, Unknown
from app.qtbase import i18n
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, FileValue
from app.services.registry import Registry


class Office(Protocol):
    """What is asked of a workplace."""

    registry: Registry
    zone: ZoneInfo


def value_words(office: Office, field: FieldRecord, value: object, currency: str) -> str:
    """A value in one or more lines; an empty text for none."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Unknown):
        return QCoreApplication.translate("Values", "The client doesn't know")
    names = _names(office.registry, field)
    if names is not None and isinstance(value, int | tuple) and not isinstance(value, bool):
        chosen = value if isinstance(value, tuple) else (value,)
        return ", ".join(names.get(one, str(one)) for one in chosen)
    if isinstance(value, Decimal):
        return i18n.money(value, currency) if field.type is FieldType.MONEY else i18n.number(value.normalize() + 0)
    if field.code == "currency" and isinstance(value, str):
        return currency_name(value)
    return plain_words(value, office.zone)


def plain_words(value: object, zone: ZoneInfo) -> str:
    """A value whose field says nothing more about it."""
    match value:
        case None:
            words = ""
        case Unknown():
            words = QCoreApplication.translate("Values", "The client doesn't know")
        case bool():
            words = yes_no(value)
        case datetime():
            words = i18n.stamp(value, zone)
        case date():
            words = i18n.day_full(value)
        case Decimal():
            words = i18n.number(value)
        case ContactPointValue():
            words = point_words(value)
        case FileValue():
            words = value.name
        case tuple() | list():
            words = ", ".join(plain_words(one, zone) for one in value)
        case _:
            words = str(value)
    return words


def point_words(point: ContactPointValue) -> str:
    """A phone, email or messenger as it is shown: valid phones in one writing, others as typed."""
    shown = i18n.phone(point.normal) if point.normal and point.normal.startswith("+") else point.value
    return f"{shown} ({point.label})" if point.label else shown


def age_words(birth: date, today: date) -> str:
    """ "44 года"."""
    years = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    return QCoreApplication.translate("Values", "%n year(s)", None, years) if years >= 0 else ""


def yes_no(value: bool) -> str:
    if value:
        return QCoreApplication.translate("Values", "Yes")
    return QCoreApplication.translate("Values", "No")


def currency_name(code: str) -> str:
    """ "Рубль", or the code of a currency less common here."""
    match code:
        case "RUB":
            return QCoreApplication.translate("Values", "Rouble")
        case "USD":
            return QCoreApplication.translate("Values", "US dollar")
        case "EUR":
            return QCoreApplication.translate("Values", "Euro")
        case "KZT":
            return QCoreApplication.translate("Values", "Tenge")
        case "BYN":
            return QCoreApplication.translate("Values", "Belarusian rouble")
    return code


def reference_choices(registry: Registry, code: str) -> Mapping[int, str] | None:
    """Names by id of what a built-in field refers to; None for a field that refers to nothing."""
    office = registry.all
    tables: dict[str, Callable[[], dict[int, str]]] = {
        "source": lambda: {one.id: one.name for one in office.sources.values()},
        "responsible": lambda: {one.id: one.name for one in office.employees.values()},
        "place": lambda: {one.id: one.address or one.name for one in office.places.values()},
        "deal_type": lambda: {one.id: one.name for one in office.deal_types.values()},
    }
    return tables[code]() if code in tables else None


def _names(registry: Registry, field: FieldRecord) -> Mapping[int, str] | None:
    if field.builtin and (names := reference_choices(registry, field.code)) is not None:
        return names
    return {option.id: option.name for option in field.options} if field.options else None


def is_filled(value: FieldValue) -> bool:
    """Zero, "no" and "the client doesn't know" are answers too."""
    return value is not None and value not in ("", ())
