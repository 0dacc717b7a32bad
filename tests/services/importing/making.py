"""Small files, fields and an office to test the import with."""

import os
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.services.importing.headings import Mapping, recognise
from app.services.importing.plan import planned_rows
from app.services.importing.reading import inspect
from app.services.importing.rows import ImportRow, RejectedRow
from app.services.importing.values import Office
from app.services.records.office import FieldRecord, OptionRecord

MOSCOW = Office(ZoneInfo("Europe/Moscow"), "RUB", date(2026, 11, 23))


def samples() -> Path:
    """The folder of sample exports: PRICHAL_SAMPLES, else the one beside the project."""
    beside = Path(__file__).resolve().parents[4] / "shared" / "data"
    return Path(os.environ.get("PRICHAL_SAMPLES", beside))


def field(code: str, name: str, kind: FieldType, *options: str, builtin: bool = False) -> FieldRecord:
    records = tuple(OptionRecord(number, None, option) for number, option in enumerate(options, start=1))
    return FieldRecord(1, "lead", code, name, kind, 1, builtin, None, 0, True, 1, records)


LEGAL_FIELDS = (
    field("total_debt", "Общий долг", FieldType.MONEY),
    field("creditors_count", "Количество кредиторов", FieldType.NUMBER),
    field("overdue", "Есть просрочки", FieldType.YES_NO),
    field("overdue_since", "Просрочки с", FieldType.DATE),
    field("birth_date", "Дата рождения", FieldType.DATE, builtin=True),
    field("city", "Город", FieldType.TEXT),
    field("marital", "Семейное положение", FieldType.ONE_OF, "В браке", "Не в браке"),
    field("property", "Имущество", FieldType.SEVERAL_OF, "Квартира", "Машина", "Дача, баня"),
)


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "leads.csv") -> Path:
    """A file with this text; line ends stay as given."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def legal_mapping(path: Path) -> Mapping:
    layout = inspect(path)
    return recognise(layout.headings, LEGAL_FIELDS, sum_field="total_debt", sample=layout.sample)


def planned(path: Path) -> list[ImportRow | RejectedRow]:
    """All rows of a file, mapped without a hand."""
    return list(planned_rows(inspect(path), legal_mapping(path), LEGAL_FIELDS, MOSCOW))


def imported(path: Path) -> list[ImportRow]:
    return [row for row in planned(path) if isinstance(row, ImportRow)]


def only_row(folder: Path, headings: str, cells: str) -> ImportRow:
    """The one row of a file that has the name Анна and these further columns."""
    (row,) = imported(written(folder, f"Имя;{headings}\nАнна;{cells}\n"))
    return row


def refusal(path: Path) -> UserError:
    """The error that a file is refused with."""
    with pytest.raises(UserError) as caught:
        inspect(path)
    return caught.value
