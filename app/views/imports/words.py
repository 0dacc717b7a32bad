"""What the wizard says of columns, names and reasons, in the reader's language."""

from PySide6.QtCore import QCoreApplication

from app.qtbase.reject_texts import reject_reasons
from app.services.importing.headings import FIELD, NOT_TAKEN, TARGETS
from app.services.importing.layout import FileKind, Layout, Reason
from app.services.records.office import FieldRecord


def target_choices(fields: tuple[FieldRecord, ...]) -> list[tuple[str, str]]:
    """What a column can fill: target and its name, "not taken" first."""
    known = target_words()
    choices = [(NOT_TAKEN, QCoreApplication.translate("Imports", "Not taken"))]
    choices += [(target, known.get(target, target)) for target in TARGETS]
    choices += [(f"{FIELD}{field.code}", field.name) for field in fields if not field.builtin]
    return choices


def target_words() -> dict[str, str]:
    """The names of the targets."""
    names = {
        "origin_id": QCoreApplication.translate("Imports", "Number in the old system"),
        "stage": QCoreApplication.translate("Imports", "Stage"),
        "title": QCoreApplication.translate("Imports", "Title"),
        "first_name": QCoreApplication.translate("Imports", "First name"),
        "middle_name": QCoreApplication.translate("Imports", "Middle name"),
        "last_name": QCoreApplication.translate("Imports", "Last name"),
        "full_name": QCoreApplication.translate("Imports", "Full name"),
        "birth_date": QCoreApplication.translate("Imports", "Birth date"),
        "city": QCoreApplication.translate("Imports", "City"),
        "address": QCoreApplication.translate("Imports", "Address"),
        "region": QCoreApplication.translate("Imports", "Region"),
        "comment": QCoreApplication.translate("Imports", "Comment"),
        "amount": QCoreApplication.translate("Imports", "Amount"),
        "currency": QCoreApplication.translate("Imports", "Currency"),
        "source": QCoreApplication.translate("Imports", "Source"),
        "source_details": QCoreApplication.translate("Imports", "More about the source"),
        "referrer": QCoreApplication.translate("Imports", "Referrer"),
        "responsible": QCoreApplication.translate("Imports", "Responsible"),
        "created_at": QCoreApplication.translate("Imports", "Created"),
        "updated_at": QCoreApplication.translate("Imports", "Changed"),
        "phone": QCoreApplication.translate("Imports", "Phone"),
        "email": QCoreApplication.translate("Imports", "Email"),
        "messenger": QCoreApplication.translate("Imports", "Messenger"),
    }
    for target in TARGETS:
        base, _, kind = target.partition(":")
        if kind:
            names[target] = f"{names[base]}, {_kind_words(kind)}"
    return names


def _kind_words(kind: str) -> str:
    """Which phone, email or messenger; the names of messengers stand for themselves."""
    known = {
        "work": QCoreApplication.translate("Imports", "work"),
        "home": QCoreApplication.translate("Imports", "home"),
        "other": QCoreApplication.translate("Imports", "other"),
        "mobile": QCoreApplication.translate("Imports", "mobile"),
        "fax": QCoreApplication.translate("Imports", "fax"),
    }
    return known.get(kind, kind.capitalize())


def file_writing(layout: Layout) -> str:
    """How the file is written: encoding and separator of a text, the sheet of a workbook."""
    if layout.kind is FileKind.WORKBOOK:
        return QCoreApplication.translate("Imports", "Sheet {name}").format(name=layout.sheet)
    encoding = layout.encoding.removesuffix("-sig").upper()
    separator = {"\t": "Tab"}.get(layout.dialect.separator, f"«{layout.dialect.separator}»")
    return f"{encoding} · {separator}"


def reason_words(reason: Reason) -> str:
    """Why a row isn't imported."""
    pattern = reject_reasons().get(reason.code, reason.code)
    return pattern.format_map({"got": "", "expected": "", "stage": "", "fields": "", **reason.params})


def warning_words(code: str) -> str:
    """What became of a cell that could not be read as its column means."""
    known = {
        "phone_kept_as_written": QCoreApplication.translate("Imports", "no phone: kept as written"),
        "email_kept_as_written": QCoreApplication.translate("Imports", "no email: kept as written"),
        "text_too_long": QCoreApplication.translate("Imports", "too long: the rest goes to the comment"),
        "second_value": QCoreApplication.translate("Imports", "a second value: goes to the comment"),
        "name_differs": QCoreApplication.translate("Imports", "another name: goes to the comment"),
        "currency_unknown": QCoreApplication.translate("Imports", "unknown currency: goes to the comment"),
        "date_unreadable": QCoreApplication.translate("Imports", "no date: goes to the comment"),
        "money_unreadable": QCoreApplication.translate("Imports", "no sum: goes to the comment"),
    }
    return known.get(code, QCoreApplication.translate("Imports", "could not be read: goes to the comment"))
