"""From the rows of a file to what each brings: a lead to import, or a row rejected with its reason."""

from collections.abc import Iterator, Sequence

from app.services.importing.columns import (
    NAME_CODES,
    CellReader,
    Column,
    Draft,
    cell_reader,
    finish_comment,
    finish_names,
)
from app.services.importing.headings import Mapping
from app.services.importing.layout import Layout, Reason, Row, texts
from app.services.importing.points import once
from app.services.importing.reading import read_rows
from app.services.importing.rows import CellWarning, ImportRow, RejectedRow
from app.services.importing.values import Office
from app.services.records.office import FieldRecord


def planned_rows(
    layout: Layout, mapping: Mapping, fields: Sequence[FieldRecord], office: Office
) -> Iterator[ImportRow | RejectedRow]:
    """Every row of the file in its order, either to import or rejected. UserError where the file can't be read."""
    planner = RowPlanner(mapping, fields, office)
    return map(planner.plan, read_rows(layout))


class RowPlanner:
    """Reads rows by a mapping; made once a file.

    A row is rejected only where its columns don't line up, or where name, phone, email and title are all missing
    (SPEC, "Import and export"); a cell that can't be read stays as written in the note.
    """

    def __init__(self, mapping: Mapping, fields: Sequence[FieldRecord], office: Office) -> None:
        self._currency = office.currency
        self._headings = mapping.headings
        self._readers = _readers(mapping, {field.code: field for field in fields}, office)
        self._name_heading = next(
            (
                heading
                for heading, target in zip(mapping.headings, mapping.targets, strict=True)
                if target == "full_name"
            ),
            "",
        )

    def plan(self, row: Row) -> ImportRow | RejectedRow:
        """What one row brings."""
        written = texts(row)
        if row.fault is not None:
            return RejectedRow(row.line, row.fault, written)
        draft = Draft(self._currency)
        for index, read in self._readers:
            cell = row.cells[index]
            if cell != "":
                read(draft, cell)
        finish_names(draft, self._name_heading)
        finish_comment(draft)
        if not (draft.phones or draft.emails or any(draft.values.get(code) for code in ("title", *NAME_CODES))):
            return RejectedRow(row.line, Reason("nobody_named"), written)
        draft.warnings += self._lost_characters(written)
        return _row(row.line, written, draft)

    def _lost_characters(self, written: Sequence[str]) -> list[CellWarning]:
        if "\ufffd" not in "".join(written):
            return []
        return [
            CellWarning("character_lost", heading, text, noted=False)
            for heading, text in zip(self._headings, written, strict=False)
            if "\ufffd" in text
        ]


def _readers(mapping: Mapping, fields: dict[str, FieldRecord], office: Office) -> tuple[tuple[int, CellReader], ...]:
    """The readers of the columns taken; the currency before the amounts that need it."""
    columns = [
        Column(index, heading, target, month_first=index in mapping.month_first)
        for index, (heading, target) in enumerate(zip(mapping.headings, mapping.targets, strict=True))
    ]
    columns.sort(key=lambda column: column.target != "currency")
    found = ((column.index, cell_reader(column, fields, office)) for column in columns)
    return tuple((index, reader) for index, reader in found if reader is not None)


def _row(line: int, written: tuple[str, ...], draft: Draft) -> ImportRow:
    return ImportRow(
        line=line,
        cells=written,
        values=draft.values,
        phones=once(draft.phones),
        emails=once(draft.emails),
        messengers=once(draft.messengers),
        stage=draft.names.get("stage", ""),
        source=draft.names.get("source", ""),
        responsible=draft.names.get("responsible", ""),
        origin_id=draft.names.get("origin_id", ""),
        created_at=draft.moments.get("created_at"),
        updated_at=draft.moments.get("updated_at"),
        warnings=tuple(draft.warnings),
    )
