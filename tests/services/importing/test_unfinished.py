"""Imports that were stopped: whole batches stay, and they are continued or undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Conflict, UserError
from app.db.engine import Database
from app.services.importing.outcomes import Counts
from app.services.importing.request import ImportRequest
from app.services.importing.undo import Undoer
from app.services.importing.writing import ledger
from app.services.importing.writing.run import Importer
from app.services.workplace import Workplace
from tests.services.importing.making import samples, written
from tests.services.importing.running import count, finished, import_file, imports_of, later, leads, stopped_after
from tests.support.office import make_office

WHOLE = Counts(added=291, updated=9)
"""What the sample of 300 rows comes to."""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.importing.writing.pace.LARGEST", 40)


def export(folder: Path) -> Path:
    path = folder / "leads.csv"
    path.write_bytes((samples() / "leads-export-cp1251.csv").read_bytes())
    return path


async def cancelled(workplace: Workplace, path: Path) -> str:
    """The operation of an import that was cancelled after two batches."""
    run = imports_of(workplace).start(ImportRequest(path, total=300))
    await stopped_after(run, 2)
    assert run.result is not None
    assert not run.result.finished
    assert run.operation_id is not None
    return run.operation_id


async def test_a_cancelled_import_keeps_whole_batches_and_is_offered(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    operation = await cancelled(workplace, export(tmp_path))
    (offered,) = await imports_of(workplace).unfinished()
    assert (offered.operation_id, offered.path, offered.total) == (operation, export(tmp_path), 300)
    assert offered.counts.rows == 80
    assert len(await leads(database)) == offered.counts.added
    assert not offered.undoing


async def test_continued_it_ends_in_the_same_leads_as_without_a_stop(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    operation = await cancelled(workplace, export(tmp_path))
    result = await finished(imports_of(workplace).resume(operation))
    assert (result.counts, result.finished, result.operation_id) == (WHOLE, True, operation)
    assert await imports_of(workplace).unfinished() == ()
    assert len(await leads(database)) == WHOLE.added


async def test_an_unfinished_import_can_be_undone(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    operation = await cancelled(workplace, export(tmp_path))
    undone = await imports_of(workplace).undo(operation)
    assert undone.removed > 0
    assert await leads(database) == []
    assert await imports_of(workplace).unfinished() == ()
    with pytest.raises(UserError, match="import_ended"):
        await finished(imports_of(workplace).resume(operation))


async def test_a_running_import_is_neither_offered_nor_taken(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    operation = await Importer(workplace).begin(ImportRequest(export(tmp_path)))
    assert await imports_of(workplace).unfinished() == ()
    for attempt in (finished(imports_of(workplace).resume(operation)), imports_of(workplace).undo(operation)):
        with pytest.raises(UserError, match="import_running"):
            await attempt
    later(workplace)
    assert [one.operation_id for one in await imports_of(workplace).unfinished()] == [operation]
    assert (await finished(imports_of(workplace).resume(operation))).counts == WHOLE


async def test_two_programs_never_write_the_same_rows(database: Database, tmp_path: Path) -> None:
    """The one whose lease ended while it slept stops at its next batch."""
    workplace = await make_office(database)
    importer = Importer(workplace)
    operation = await importer.begin(ImportRequest(export(tmp_path)))
    sleeping = importer.proceed(operation, begun=True)
    await anext(sleeping)
    later(workplace)
    result = await finished(imports_of(workplace).resume(operation))
    with pytest.raises(Conflict, match="import_taken_over"):
        await anext(sleeping)
    assert result.counts == WHOLE
    assert len(await leads(database)) == WHOLE.added


async def test_a_changed_file_is_not_continued(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    path = export(tmp_path)
    operation = await cancelled(workplace, path)
    with path.open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(UserError, match="import_file_changed"):
        await finished(imports_of(workplace).resume(operation))
    path.unlink()
    with pytest.raises(UserError, match="import_file_missing"):
        await finished(imports_of(workplace).resume(operation))


async def test_the_rejects_of_a_continued_import_are_all_there(database: Database, tmp_path: Path) -> None:
    workplace = await make_office(database)
    rows = [f"{number};" if number % 10 == 0 else f"{number};Человек {number}" for number in range(1, 201)]
    path = written(tmp_path, "\n".join(["ID;ФИО", *rows, ""]))
    rejects = tmp_path / "rejects.txt"
    run = imports_of(workplace).start(ImportRequest(path, rejects=rejects))
    await stopped_after(run, 3)
    assert run.operation_id is not None
    result = await finished(imports_of(workplace).resume(run.operation_id))
    assert result.counts == Counts(added=180, rejected=20)
    assert [line.split(";")[1] for line in rejects.read_text("utf-8-sig").splitlines()[1:]] == [
        str(number) for number in range(10, 201, 10)
    ]


async def test_an_interrupted_undo_is_offered_and_goes_on(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.importing.undo._LEADS", 50)
    workplace = await make_office(database)
    result = await import_file(workplace, export(tmp_path))
    dying = Undoer(workplace).undo(result.operation_id)
    await anext(dying)
    await anext(dying)
    await dying.aclose()  # type: ignore[attr-defined]  # an async generator, as it is written
    left = len(await leads(database))
    assert 0 < left < WHOLE.added
    later(workplace)
    (offered,) = await imports_of(workplace).unfinished()
    assert (offered.operation_id, offered.undoing) == (result.operation_id, True)
    undone = await imports_of(workplace).undo(result.operation_id)
    assert undone.removed == left
    assert await leads(database) == []
    assert await count(database, "operation WHERE state = 'running'") == 0


async def test_an_import_continued_on_another_day_reads_the_rows_as_on_the_first(
    database: Database, tmp_path: Path
) -> None:
    """A birth date after today is no date; which day today is must not change on the way."""
    workplace = await make_office(database)
    day = workplace.today()
    rows = [f"Человек {number};{day:%d.%m.%Y}" for number in range(100)]
    path = written(tmp_path, "\n".join(["ФИО;Дата рождения", *rows, ""]))
    operation = await cancelled(workplace, path)
    later(workplace, -3 * 24 * 3600)
    await finished(imports_of(workplace).resume(operation))
    assert {lead["birth_date"] for lead in await leads(database)} == {day}


async def test_counters_and_rows_are_one_transaction(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = await make_office(database)
    importer = Importer(workplace)
    operation = await importer.begin(ImportRequest(export(tmp_path)))

    async def fails(*_: object) -> None:
        raise UserError("disk_full")

    monkeypatch.setattr("app.services.importing.writing.batches.advance", fails)
    with pytest.raises(UserError, match="disk_full"):
        await anext(importer.proceed(operation, begun=True))
    assert await leads(database) == []
    async with database.read() as session:
        entry = await ledger.read_entry(session, operation)
    assert replace(entry.counts) == Counts()
