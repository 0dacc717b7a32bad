"""The operations on files of clients."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import Kind, Right, TimelineKind
from app.db.unit import Unit, WriteOrder
from app.models import Attachment, File
from app.services.client_refs import Client, belonging_to, client_to_read, client_to_write, find_client
from app.services.clients.reading import read_record
from app.services.clients.requirements import emptied_required
from app.services.clients.sections import fields_of, section_named
from app.services.files.content import ContentStore, Stored, content_of
from app.services.files.names import free_path, kept_name
from app.services.lines import Clients, write_line
from app.services.records.activities import AttachmentRecord, ClientRef
from app.services.records.office import FieldRecord
from app.services.records.values import FileValue
from app.services.workplace import Workplace

ORPHAN_AGE: Final = timedelta(days=1)

_Row = Row[int, str, int | None, int | None, int | None, int | None, int | None, datetime, int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """An attachment under work."""

    record: AttachmentRecord
    file_id: int
    clients: tuple[ClientRef, ...]
    columns: Clients


class Files:
    """Attach, read, save and delete files."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._store = ContentStore(workplace.database)

    async def attach(
        self, ref: ClientRef, name: str, content: AsyncIterable[bytes] | bytes | Path, field_code: str | None = None
    ) -> AttachmentRecord:
        """Attach a file to a client, perhaps as the value of a file field; `content` as bytes is for pasted pictures.

        Its chunks are committed as they come, the attachment last: a broken run leaves an orphan that `sweep` takes.
        Raises UserError: "file_too_large" (size, limit: 25 MB), "file_missing", "is_a_folder", "file_denied",
        "file_unreadable", "field_unknown", "in_bin", "not_found", "not_allowed".
        """
        workplace = self._workplace
        field = self._field(ref, field_code)
        async with workplace.database.read() as session:
            await client_to_write(session, workplace.rights, ref, Right.CHANGE)
        order = workplace.order("file.attach", section=ref.section, ref=ref.id)
        stored = await self._stored(order, content)
        try:
            async with workplace.database.write(order) as unit:
                return await self._link(unit, ref, kept_name(name), field, stored)
        except UserError:
            # The client went into the bin meanwhile, or was handed over.
            await self._store.remove(workplace.order("file.sweep"), stored.file_id)
            raise

    async def of_client(self, ref: ClientRef) -> tuple[AttachmentRecord, ...]:
        """The files that the client's card shows, oldest first; a deal's card shows its lead's, too."""
        async with self._workplace.database.read() as session:
            client = await client_to_read(session, self._workplace.rights, ref)
            found = await self._find(session, belonging_to(client, self._workplace.rights, Attachment))
        return tuple(one.record for one in found)

    async def get(self, attachment_id: int) -> AttachmentRecord:
        """One attachment. Raises UserError: "not_found", "not_allowed"."""
        return (await self._readable(attachment_id)).record

    async def read(self, attachment_id: int) -> AsyncGenerator[bytes, None]:
        """The bytes in chunks; close the generator where it isn't read to its end.

        Raises UserError: "not_found", "not_allowed"; Offline("file_damaged").
        """
        found = await self._readable(attachment_id)
        async with aclosing(self._store.read(found.file_id)) as chunks:
            async for chunk in chunks:
                yield chunk

    async def save_to(self, attachment_id: int, path: Path) -> Path:
        """Write a file to this machine, whole or not at all; returns where it is.

        Into a folder it goes under its own name, made fit for every system, beside what is there; any other path is
        taken as it is, in place of what is there. Raises UserError("place_not_writable"), and what `read` raises.
        """
        found = await self._readable(attachment_id)
        try:
            folder = await asyncio.to_thread(path.is_dir)
            target = await asyncio.to_thread(free_path, path, found.record.name) if folder else path
            await self._save(found.file_id, target)
        except OSError as error:
            raise UserError("place_not_writable", path=str(path), reason=error.strerror or "") from error
        return target

    async def delete(self, attachment_id: int) -> None:
        """Put a file into the bin: its author, or whoever may delete the client.

        Raises UserError: "required_emptied" where a stage requires it, "not_found", "not_allowed", "in_bin".
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("file.delete", ref=attachment_id)) as unit:
            found = await self._one(unit.session, attachment_id)
            client = await self._client_of(unit.session, found)
            client = await client_to_write(unit.session, workplace.rights, client.ref, Right.CHANGE)
            if found.record.author_id != workplace.actor.employee_id:
                workplace.rights.require(client.kind, Right.DELETE, client.responsible_id)
            for ref in found.clients:
                await self._keep_required(unit.session, ref, found.record)
            await unit.session.execute(
                update(Attachment).where(Attachment.id == attachment_id).values(deleted_at=unit.at)
            )
            await self._tell(unit, found.columns, found.record, deleted=True)

    async def sweep(self) -> int:
        """Remove contents begun over a day ago that nothing is attached to; returns how many there were."""
        workplace = self._workplace
        orphans = await self._store.orphans(workplace.now() - ORPHAN_AGE)
        for file_id in orphans:
            await self._store.remove(workplace.order("file.sweep"), file_id)
        return len(orphans)

    async def _stored(self, order: WriteOrder, content: AsyncIterable[bytes] | bytes | Path) -> Stored:
        if isinstance(content, bytes):
            content = _piece(content)
        if not isinstance(content, Path):
            return await self._store.write(order, content)
        async with aclosing(content_of(content)) as chunks:
            return await self._store.write(order, chunks)

    async def _link(
        self, unit: Unit, ref: ClientRef, name: str, field: FieldRecord | None, stored: Stored
    ) -> AttachmentRecord:
        """The last step: the content is complete, and the client has it."""
        client = await client_to_write(unit.session, self._workplace.rights, ref, Right.CHANGE)
        complete = {"complete": True, "size": stored.size, "sha256": stored.sha256}
        await unit.session.execute(update(File).where(File.id == stored.file_id).values(**complete))
        columns = client.columns
        attachment_id: int | None = await unit.session.scalar(
            insert(Attachment)
            .values(
                file_id=stored.file_id, name=name, field_id=field.id if field else None,
                lead_id=columns.lead_id, deal_id=columns.deal_id, contact_id=columns.contact_id,
                author_id=unit.order.actor_id, created_at=unit.at,
            )
            .returning(Attachment.id)
        )
        assert attachment_id is not None, "an insert returns its key"
        record = AttachmentRecord(
            id=attachment_id, name=name, size=stored.size, author_id=unit.order.actor_id, created_at=unit.at,
            field_id=field.id if field else None, section=ref.section, record_id=ref.id,
        )
        await self._tell(unit, columns, record)
        return record

    async def _tell(self, unit: Unit, columns: Clients, record: AttachmentRecord, *, deleted: bool = False) -> None:
        field = self._workplace.registry.all.fields.get(record.field_id or 0)
        await write_line(
            unit, TimelineKind.FILE, columns,
            attachment_id=record.id, name=record.name, size=record.size, field=field.code if field else None,
            deleted=deleted,
        )

    def _field(self, ref: ClientRef, code: str | None) -> FieldRecord | None:
        """The file field of a client. Raises UserError("field_unknown")."""
        if code is None:
            return None
        section_named(ref.section)
        for field in fields_of(self._workplace.registry, ref.section):
            if field.code == code and field.type is FieldType.FILE:
                return field
        raise UserError("field_unknown", field=code, section=ref.section)

    async def _save(self, file_id: int, target: Path) -> None:
        """Write beside the target first, so that nobody ever sees half a file."""
        part = target.with_name(f".{uuid4().hex}.part")
        try:
            file = await asyncio.to_thread(part.open, "xb")
            with file:
                async with aclosing(self._store.read(file_id)) as chunks:
                    async for chunk in chunks:
                        await asyncio.to_thread(file.write, chunk)
            await asyncio.to_thread(part.replace, target)
        finally:
            part.unlink(missing_ok=True)

    async def _keep_required(self, session: AsyncSession, ref: ClientRef, attachment: AttachmentRecord) -> None:
        """A field required so far can't be emptied (SPEC, "Required on entering a stage")."""
        workplace = self._workplace
        section = section_named(ref.section)
        field = workplace.registry.all.fields.get(attachment.field_id or 0)
        if field is None or not section.staged:
            return
        record = await read_record(session, workplace.registry, workplace.zone, section, ref.id)
        files = record.values.get(field.code)
        present = [one for one in files if isinstance(one, FileValue)] if isinstance(files, tuple) else []
        left = {field.code: tuple(one for one in present if one.attachment_id != attachment.id)}
        stage = workplace.registry.stage(record.row["stage_id"])
        emptied = emptied_required(workplace.registry, stage, record.values, {**record.values, **left})
        if emptied:
            raise UserError("required_emptied", fields=emptied, stage=stage.name)

    async def _readable(self, attachment_id: int) -> _Found:
        async with self._workplace.database.read() as session:
            found = await self._one(session, attachment_id)
            await self._client_of(session, found)
            return found

    async def _client_of(self, session: AsyncSession, found: _Found) -> Client:
        """The first of the file's clients that the employee may read. Raises UserError("not_allowed")."""
        rights = self._workplace.rights
        for ref in found.clients:
            client = await find_client(session, ref)
            if rights.allows(client.kind, Right.READ, *client.readers):
                return client
        raise UserError("not_allowed", kind=Kind.FILE.value, right=Right.READ.value)

    async def _one(self, session: AsyncSession, attachment_id: int) -> _Found:
        found = await self._find(session, Attachment.id == attachment_id)
        if not found:
            raise UserError("not_found", kind=Kind.FILE.value, id=attachment_id)
        return found[0]

    async def _find(self, session: AsyncSession, wanted: ColumnElement[bool]) -> list[_Found]:
        rows = await session.execute(
            select(
                Attachment.id, Attachment.name, Attachment.lead_id, Attachment.deal_id, Attachment.contact_id,
                Attachment.field_id, Attachment.author_id, Attachment.created_at, Attachment.file_id, File.size,
            )
            .join(File, File.id == Attachment.file_id)
            .where(wanted, Attachment.deleted_at.is_(None))
            .order_by(Attachment.id)
        )
        return [_found(row) for row in rows]


async def _piece(content: bytes) -> AsyncGenerator[bytes, None]:
    yield content


def _found(row: _Row) -> _Found:
    """A file at a lead or deal belongs to those; the contact only shows it."""
    named = ((Kind.DEAL, row.deal_id), (Kind.LEAD, row.lead_id))
    clients = [ClientRef(kind.value, number) for kind, number in named if number is not None]
    if not clients and row.contact_id is not None:
        clients.append(ClientRef(Kind.CONTACT.value, row.contact_id))
    return _Found(
        record=AttachmentRecord(
            id=row.id, name=row.name, size=row.size, author_id=row.author_id, created_at=row.created_at,
            field_id=row.field_id, section=clients[0].section, record_id=clients[0].id,
        ),
        file_id=row.file_id,
        clients=tuple(clients),
        columns=Clients(row.lead_id, row.deal_id, row.contact_id),
    )
