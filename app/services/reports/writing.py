"""Makes a file of the discipline report: one row an employee, the last all together."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from app.services.exporting.sheets import FileForm, open_sheet
from app.services.records.office import EmployeeRecord
from app.services.reports.records import DisciplineReport, EmployeeDiscipline


def write_report(
    path: Path,
    report: DisciplineReport,
    people: Mapping[int, EmployeeRecord],
    headings: Sequence[str],
    all_together: str,
    *,
    comma: bool,
) -> None:
    """Write CSV or XLSX by the name's ending; `headings` are the columns' in the reader's language.

    Blocks while it writes: a few rows.
    """
    form = FileForm.XLSX if path.suffix.lower() == ".xlsx" else FileForm.CSV
    sheet = open_sheet(path, form, comma=comma)
    try:
        sheet.add([tuple(headings)])
        for one in (*report.people, report.total):
            name = people[one.employee_id].name if one.employee_id else all_together
            sheet.add([(name, *_numbers(one))])
    finally:
        sheet.close()


def _numbers(one: EmployeeDiscipline) -> tuple[int | str, ...]:
    waited = one.first_contact
    kept = one.kept
    return (
        one.overdue.total,
        one.without.total,
        one.too_late.total,
        one.calls_silent,
        one.meetings_unrecorded,
        "" if one.unprocessed is None else one.unprocessed,
        "" if waited is None else waited // timedelta(minutes=1),
        "" if kept is None else round(kept * 100),
    )
