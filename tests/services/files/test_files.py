"""Files: in by chunks, out whole, named, linked to fields, deleted with the right to, swept when orphaned."""

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from app.core.clock import FixedClock
from app.core.errors import Offline, UserError
from app.core.kinds import TimelineKind
from app.db.engine import Database
from app.db.opening import open_database
from app.models import File, FileChunk, History, Lead, Operation
from app.models.file import CHUNK_BYTES
from app.services.files import LARGEST_FILE, Files
from app.services.records.activities import AttachmentRecord, ClientRef
from app.services.records.values import FileValue
from app.services.timeline import Timeline
from app.services.workplace import Workplace
from tests.services.clients.making import conversion, leads_of, new_lead, ready_lead, stage_id
from tests.support.employees import OUT_OF_REACH
from tests.support.office import EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office, sit_down


async def office_and_lead(database: Database) -> tuple[Workplace, Files, ClientRef]:
    workplace = await make_office(database, login=MANAGER)
    return workplace, Files(workplace), ClientRef("lead", await leads_of(workplace).create(new_lead(workplace)))


async def pieces(*sizes: int) -> AsyncIterator[bytes]:
    for number, size in enumerate(sizes):
        yield bytes([number]) * size


async def whole(files: Files, attachment: AttachmentRecord) -> bytes:
    async with aclosing(files.read(attachment.id)) as chunks:
        return b"".join([chunk async for chunk in chunks])


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def counts(database: Database) -> tuple[int | None, int | None]:
    async with database.read() as session:
        return (
            await session.scalar(select(func.count()).select_from(File)),
            await session.scalar(select(func.count()).select_from(FileChunk)),
        )


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
async def test_a_file_comes_back_as_it_went_in(database: Database, tmp_path: Path, size: int) -> None:
    _, files, ref = await office_and_lead(database)
    source = tmp_path / "Справка.pdf"
    source.write_bytes(os.urandom(size))
    attachment = await files.attach(ref, source.name, source)
    assert (attachment.name, attachment.size) == ("Справка.pdf", size)
    assert await whole(files, attachment) == source.read_bytes()
    saved = await files.save_to(attachment.id, tmp_path)
    assert (saved.name, saved.read_bytes()) == ("Справка (2).pdf", source.read_bytes())
    async with database.read() as session:
        file = (await session.execute(select(File.sha256, File.size, File.complete))).one()
    assert file == (hashlib.sha256(source.read_bytes()).hexdigest(), size, True)


async def test_pieces_of_any_size_become_chunks_of_one_size(database: Database) -> None:
    _, files, ref = await office_and_lead(database)
    sizes = (1, CHUNK_BYTES, 700_000, 0, 5)
    attachment = await files.attach(ref, "поток.bin", pieces(*sizes))
    assert len(await whole(files, attachment)) == sum(sizes)
    async with database.read() as session:
        stored = list(await session.scalars(select(func.length(FileChunk.bytes)).order_by(FileChunk.n)))
    assert stored[:-1] == [CHUNK_BYTES] * (len(stored) - 1)
    assert await whole(files, await files.attach(ref, "из буфера.png", b"\x89PNG")) == b"\x89PNG"


async def test_more_than_25_megabytes_are_refused_with_the_number_and_leave_nothing(
    database: Database, tmp_path: Path
) -> None:
    _, files, ref = await office_and_lead(database)
    large = tmp_path / "видео.mov"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UserError, match="file_too_large") as caught:
        await files.attach(ref, large.name, large)
    assert caught.value.params == {"size": LARGEST_FILE + 1, "limit": LARGEST_FILE}
    with pytest.raises(UserError, match="file_too_large"):
        await files.attach(ref, "поток", pieces(CHUNK_BYTES, LARGEST_FILE))
    assert await counts(database) == (0, 0)
    assert await files.of_client(ref) == ()


async def test_25_megabytes_go_in_and_out(sqlite_url: str, tmp_path: Path) -> None:
    database = await open_database(sqlite_url)
    _, files, ref = await office_and_lead(database)
    source = tmp_path / "скан.tiff"
    source.write_bytes(os.urandom(1024) * (LARGEST_FILE // 1024))
    attachment = await files.attach(ref, source.name, source)
    saved = await files.save_to(attachment.id, tmp_path / "копия.tiff")
    assert saved.read_bytes() == source.read_bytes()
    await database.close()


async def test_what_is_no_readable_file_is_refused(database: Database, tmp_path: Path) -> None:
    _, files, ref = await office_and_lead(database)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, error in ((tmp_path, "is_a_folder"), (tmp_path / "нет", "file_missing"), (pipe, "file_unreadable")):
        with pytest.raises(UserError, match=error):
            await files.attach(ref, path.name, path)
    assert await counts(database) == (0, 0)


async def test_a_file_field_links_the_attachment_and_tells_the_timeline(database: Database) -> None:
    workplace, files, ref = await office_and_lead(database)
    attachment = await files.attach(ref, "C:\\docs\\Анкета.pdf", b"%PDF", "questionnaire")
    card = await leads_of(workplace).card(ref.id)
    assert card.values["questionnaire"] == (FileValue(attachment.id, "Анкета.pdf", 4),)
    (line, *_) = await Timeline(workplace).of_client(ref)
    assert line.kind is TimelineKind.FILE
    assert line.params == {
        "attachment_id": attachment.id,
        "name": "Анкета.pdf",
        "size": 4,
        "field": "questionnaire",
        "deleted": False,
    }
    for code in ("comment", "nothing"):
        with pytest.raises(UserError, match="field_unknown"):
            await files.attach(ref, "a", b"a", code)


async def test_an_attachment_is_one_operation_of_the_history(database: Database) -> None:
    _, files, ref = await office_and_lead(database)
    attachment = await files.attach(ref, "a.bin", pieces(CHUNK_BYTES, CHUNK_BYTES, 1))
    async with database.read() as session:
        operations = list(await session.scalars(select(Operation.kind).where(Operation.kind.like("file.%"))))
        history = (await session.execute(select(History.ref, History.op).where(History.kind == "file"))).all()
    assert (operations, history) == (["file.attach"], [(attachment.id, "create")])


async def test_a_required_file_stays_until_there_is_another(database: Database) -> None:
    workplace = await make_office(database, login=MANAGER)
    files = Files(workplace)
    ref = ClientRef("lead", await ready_lead(workplace))
    (first,) = await files.of_client(ref)
    with pytest.raises(UserError, match="required_emptied") as caught:
        await files.delete(first.id)
    assert caught.value.params["fields"] == ("questionnaire",)
    second = await files.attach(ref, "Анкета новая.pdf", b"2", "questionnaire")
    await files.delete(first.id)
    assert [one.id for one in await files.of_client(ref)] == [second.id]
    await leads_of(workplace).move(ref.id, stage_id(workplace, "new"))
    await files.delete(second.id)
    assert "questionnaire" not in (await leads_of(workplace).card(ref.id)).values


async def test_who_may_delete_and_read(database: Database) -> None:
    workplace, files, ref = await office_and_lead(database)
    head = Files(await sit_down(database, workplace.clock, SUPERVISOR))
    stranger = Files(await sit_down(database, workplace.clock, EXECUTOR))
    mine, heads = await files.attach(ref, "моё", b"1"), await head.attach(ref, "руководителя", b"2")
    with pytest.raises(UserError, match="not_allowed"):
        await files.delete(heads.id)
    for attempt in (
        stranger.get(mine.id),
        whole(stranger, mine),
        stranger.delete(mine.id),
        stranger.of_client(ref),
        stranger.attach(ref, "чужое", b"3"),
    ):
        with pytest.raises(UserError, match=OUT_OF_REACH):
            await attempt
    await head.delete(mine.id)
    assert [one.id for one in await files.of_client(ref)] == [heads.id]
    with pytest.raises(UserError, match="not_found"):
        await files.get(mine.id)
    (line, *_) = await Timeline(workplace).of_client(ref)
    assert (line.params["name"], line.params["deleted"]) == ("моё", True)


async def test_a_client_that_goes_meanwhile_gets_no_file(database: Database) -> None:
    workplace, files, ref = await office_and_lead(database)

    async def deleting() -> AsyncIterator[bytes]:
        yield b"a"
        async with database.write(workplace.order("test.delete")) as unit:
            await unit.session.execute(update(Lead).values(deleted_at=unit.at))
        yield b"b"

    with pytest.raises(UserError, match="in_bin"):
        await files.attach(ref, "поздно", deleting())
    assert await counts(database) == (0, 0)


async def test_a_deal_and_its_contact_show_the_leads_files(database: Database) -> None:
    workplace = await make_office(database, login=MANAGER)
    lead_id = await ready_lead(workplace)
    result = await leads_of(workplace).convert(lead_id, conversion(workplace))
    executor = Files(await sit_down(database, workplace.clock, EXECUTOR))
    deal, contact = ClientRef("deal", result.deal_id), ClientRef("contact", result.contact_id)
    added = await executor.attach(deal, "Иск.docx", b"1")
    late = await Files(workplace).attach(ClientRef("lead", lead_id), "Паспорт.jpg", b"2")
    names = ["Анкета.pdf", "Иск.docx", "Паспорт.jpg"]
    assert [one.name for one in await executor.of_client(deal)] == names
    assert [one.name for one in await executor.of_client(contact)] == names[:2]
    assert (added.section, added.record_id, late.section) == ("deal", deal.id, "lead")


async def test_saving_leaves_the_old_file_whole_where_it_fails(database: Database, tmp_path: Path) -> None:
    _, files, ref = await office_and_lead(database)
    attachment = await files.attach(ref, "a.bin", pieces(CHUNK_BYTES, CHUNK_BYTES))
    target = tmp_path / "a.bin"
    target.write_bytes(b"old")
    async with database.write(files._workplace.order("test.damage")) as unit:
        await unit.session.execute(delete(FileChunk).where(FileChunk.n == 1))
    with pytest.raises(Offline, match="file_damaged"):
        await files.save_to(attachment.id, target)
    assert leftovers(tmp_path) == []
    assert target.read_bytes() == b"old"
    with pytest.raises(UserError, match="place_not_writable"):
        await files.save_to(attachment.id, tmp_path / "нет" / "a.bin")


async def test_changed_bytes_are_noticed(database: Database) -> None:
    _, files, ref = await office_and_lead(database)
    attachment = await files.attach(ref, "a.bin", b"abc")
    async with database.write(files._workplace.order("test.damage")) as unit:
        await unit.session.execute(update(FileChunk).values(bytes=b"abd"))
    with pytest.raises(Offline, match="file_damaged"):
        await whole(files, attachment)


async def test_orphans_are_swept_after_a_day(database: Database) -> None:
    workplace, files, ref = await office_and_lead(database)
    assert isinstance(workplace.clock, FixedClock)

    async def broken() -> AsyncIterator[bytes]:
        yield b"a" * CHUNK_BYTES
        raise ConnectionAbortedError("the program was killed")

    with pytest.raises(ConnectionAbortedError):
        await files.attach(ref, "половина", broken())
    kept = await files.attach(ref, "целый", b"1")
    await files.delete(kept.id)
    workplace.clock.move_to(NOW + timedelta(hours=23))
    assert await files.sweep() == 0
    workplace.clock.move_to(NOW + timedelta(hours=25))
    assert await files.sweep() == 1
    assert await files.sweep() == 0
    assert await counts(database) == (1, 1)
