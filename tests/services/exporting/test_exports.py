"""Export: whole files or none, within the right, no formula from a client's text, noted in the history."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.core.errors import UserError
from app.core.kinds import HistoryOp
from app.db.engine import Database
from app.models import History
from app.services.bulk import BulkStop
from app.services.container import Services, open_services
from app.services.exporting import FileForm
from app.services.exporting.service import ExportOrder
from app.services.exporting.sheets import harmless, open_sheet
from app.services.records.lists import Row
from tests.services.clients.making import new_lead
from tests.support.office import ADMIN, make_office


@pytest.fixture
async def services(database: Database) -> Services:
    return open_services(await make_office(database, login=ADMIN))


def words(row: Row) -> list[str]:
    return [str(row[0]), getattr(row[1], "name", "")]


def order(path: Path, form: FileForm = FileForm.CSV) -> ExportOrder:
    return ExportOrder("lead", ("name",), ("№", "Имя"), path, form, comma=True)


async def test_export_is_written_whole_noted_and_only_where_the_right_reaches(
    services: Services, tmp_path: Path
) -> None:
    names = ["=HYPERLINK(1)", "Зимина"]
    leads = [await services.leads.create(new_lead(services.workplace, last_name=name)) for name in names]
    target = tmp_path / "leads.csv"
    heard: list[tuple[int, int]] = []
    report = await services.exports.export(
        order(target), [*leads, 10_000], words, lambda done, total: heard.append((done, total)), BulkStop()
    )
    assert (report.written, report.refused, report.stopped, heard) == (2, 1, False, [(3, 3)])
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["№", "Имя"]
    assert rows[1][1].startswith("'=HYPERLINK")
    async with services.workplace.database.read() as session:
        noted = (await session.scalars(select(History.params).where(History.op == HistoryOp.EXPORT))).all()
    assert [(one or {})["count"] for one in noted] == [2]
    stop = BulkStop(wanted=True)
    before = target.read_bytes()
    stopped = await services.exports.export(order(target), leads, words, lambda _done, _total: None, stop)
    assert stopped.stopped
    assert target.read_bytes() == before
    assert not target.with_name(".leads.csv.part").exists()


async def test_without_the_right_nothing_is_offered_or_written(services: Services, tmp_path: Path) -> None:
    rights = services.workplace.rights
    cells = {key: scope for key, scope in rights.cells.items() if key != ("lead", "export")}
    services.workplace.rights = replace(rights, cells=cells)
    assert not services.exports.may_export("lead")
    with pytest.raises(UserError, match="not_allowed"):
        await services.exports.export(order(tmp_path / "l.csv"), [1], words, lambda _done, _total: None, BulkStop())


def test_workbook_keeps_kinds_and_texts_are_never_formulas(tmp_path: Path) -> None:
    target = tmp_path / "leads.xlsx"
    sheet = open_sheet(target, FileForm.XLSX, comma=False)
    sheet.add([["=1+1", Decimal("640000.50"), date(2025, 11, 18), None, "a\x00b"]])
    sheet.close()
    (row,) = load_workbook(target).active.iter_rows()
    assert [cell.value for cell in row][:2] == ["=1+1", 640000.5]
    assert (row[0].data_type, row[2].is_date, row[4].value) == ("s", True, "ab")


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1", "'=1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
     ("+7 (916) 000-41-27", "+7 (916) 000-41-27"), ("-15,5", "-15,5"), ("Зимина", "Зимина")],
)  # fmt: skip
def test_formulas_are_marked_and_phones_left(text: str, written: str) -> None:
    assert harmless(text) == written
