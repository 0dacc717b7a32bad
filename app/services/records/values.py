"""Values of fields as they travel between card, service and required-field rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.core.fieldkinds import Unknown


@dataclass(frozen=True, slots=True)
class ContactPointValue:
    """A phone, email or messenger as written; `normal` is None where it is no valid one."""

    value: str
    normal: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FileValue:
    """A file that is the value of a file field."""

    attachment_id: int
    name: str
    size: int


FieldValue = (
    str
    | int
    | Decimal
    | bool
    | date
    | datetime
    | Unknown
    | tuple[int, ...]
    | tuple[ContactPointValue, ...]
    | tuple[FileValue, ...]
    | None
)
"""By the field's type: text str · number Decimal · money Decimal · date · datetime (aware, UTC) · yes/no bool ·
one of int (option id; employee, source, place, deal type id for the built-in ones) · several of tuple of option ids ·
phones/emails/messengers tuple of ContactPointValue · file tuple of FileValue · UNKNOWN · None for empty."""

Values = Mapping[str, FieldValue]
"""Field values by field code."""
