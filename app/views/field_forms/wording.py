"""A field's value in words, as cards, check lists and the history show it."""

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.core.fieldkinds import UNKNOWN, FieldType
from app.qtbase import i18n
from app.services.records.office import FieldRecord
from app.services.records.values import ContactPointValue, FieldValue, FileValue
from app.views.field_forms.making import FieldWorld, reference_choices


def value_words(field: FieldRecord, value: FieldValue, world: FieldWorld, currency: str) -> str:
    """The value in words; an empty text where there is none."""
    if value is UNKNOWN:
        return QCoreApplication.translate("FieldForms", "the client doesn't know")
    if isinstance(value, bool):
        yes, no = QCoreApplication.translate("FieldForms", "yes"), QCoreApplication.translate("FieldForms", "no")
        return yes if value else no
    if isinstance(value, Decimal):
        return i18n.money(value, currency) if field.type is FieldType.MONEY else i18n.number(value)
    if isinstance(value, datetime):
        return f"{i18n.day_full(value.astimezone(world.zone).date())}, {i18n.clock(value, world.zone)}"
    if isinstance(value, date):
        return _day(field, value, world)
    if isinstance(value, tuple):
        return ", ".join(_one(field, one) for one in value)
    if isinstance(value, int):
        return _choice(field, value, world)
    return str(value or "")


def _day(field: FieldRecord, day: date, world: FieldWorld) -> str:
    if field.code != "birth_date":
        return i18n.day_full(day)
    today = world.now().date()
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    years = QCoreApplication.translate("FieldForms", "%n year(s) old", None, age)
    return f"{i18n.day_full(day)} ({years})"


def _one(field: FieldRecord, one: object) -> str:
    match one:
        case ContactPointValue():
            return i18n.phone(one.normal) if one.normal and field.code == "phones" else one.value
        case FileValue():
            return one.name
        case _:
            return next((option.name for option in field.options if option.id == one), "")


def _choice(field: FieldRecord, value: int, world: FieldWorld) -> str:
    for choice in reference_choices(field.code, world.registry) or ():
        if choice.id == value:
            return choice.text
    if field.code == "responsible" and value in world.registry.all.employees:
        return world.registry.employee(value).name
    return next((option.name for option in field.options if option.id == value), "")
