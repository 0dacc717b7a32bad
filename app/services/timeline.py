"""The timeline of a client: what happened, newest first; comments and messages sent by hand.

Lines that the process writes come from `services.lines`.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.errors import UserError
from app.core.kinds import Kind, Right, TimelineKind
from app.db.unit import Unit, WriteOrder
from app.models import Deal, Lead, Operation, TimelineItem
from app.services import mentions
from app.services.client_refs import Client, belonging_to, client_to_read, client_to_write, ref_of
from app.services.clients.sections import SECTIONS
from app.services.lines import write_line
from app.services.records.activities import ClientRef, TimelineRecord
from app.services.records.office import EmployeeRecord
from app.services.texts import typed_text
from app.services.workplace import Workplace

EDIT_WINDOW: Final = timedelta(hours=1)
"""How long an author may correct or withdraw a comment."""

CHANNELS: Final = {
    "sms": TimelineKind.MESSAGE_OUT,
    "whatsapp": TimelineKind.MESSAGE_OUT,
    "telegram": TimelineKind.MESSAGE_OUT,
    "letter": TimelineKind.LETTER,
}
"""Ways of writing by hand, and the lines they make."""

MOST_PINNED: Final = 100


class Timeline:
    """Reads timelines and keeps comments."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def of_client(
        self,
        ref: ClientRef,
        kinds: Collection[TimelineKind] | None = None,
        before: int | None = None,
        limit: int = 100,
    ) -> tuple[TimelineRecord, ...]:
        """Lines from the newest back; `before` is the id of the last line already shown.

        A deal shows its lead's lines, too, a contact those of the person's leads and deals that the reader may see.
        Raises UserError: "not_found", "not_allowed".
        """
        async with self._workplace.database.read() as session:
            client = await client_to_read(session, self._workplace.rights, ref)
            wanted = [belonging_to(client, self._workplace.rights, TimelineItem)]
            if kinds is not None:
                wanted.append(TimelineItem.kind.in_(sorted(kinds)))
            if before is not None:
                at = await session.scalar(select(TimelineItem.at).where(TimelineItem.id == before))
                wanted.append(or_(TimelineItem.at < at, and_(TimelineItem.at == at, TimelineItem.id < before)))
            return await self._lines(session, limit, *wanted)

    async def pinned(self, ref: ClientRef) -> tuple[TimelineRecord, ...]:
        """The pinned lines, however old, newest first."""
        async with self._workplace.database.read() as session:
            client = await client_to_read(session, self._workplace.rights, ref)
            own = belonging_to(client, self._workplace.rights, TimelineItem)
            return await self._lines(session, MOST_PINNED, own, TimelineItem.pinned_at.is_not(None))

    async def mentionable(self, ref: ClientRef) -> tuple[EmployeeRecord, ...]:
        """Whom a comment on this client may name. Raises UserError: "not_found", "not_allowed"."""
        async with self._workplace.database.read() as session:
            client = await client_to_read(session, self._workplace.rights, ref)
            return await mentions.mentionable(session, self._workplace, client)

    async def add_comment(self, ref: ClientRef, text: str, named: Collection[int] = ()) -> int:
        """Write a comment; whoever reads the client may. `named` are the employees it mentions.

        Raises UserError: "comment_missing", "text_too_long".
        """
        order = self._workplace.order("timeline.comment", section=ref.section, ref=ref.id)
        return await self._add(ref, text, named, order)

    async def add_comment_once(self, ref: ClientRef, text: str, operation_id: str, named: Collection[int] = ()) -> None:
        """The same, once however often it is tried: a commit whose answer got lost is looked up by its operation."""
        workplace = self._workplace
        async with workplace.database.read() as session:
            if await session.get(Operation, operation_id) is not None:
                return
        order = workplace.order("timeline.comment", operation_id=operation_id, section=ref.section, ref=ref.id)
        _ = await self._add(ref, text, named, order)

    async def _add(self, ref: ClientRef, text: str, named: Collection[int], order: WriteOrder) -> int:
        body = _comment(text)
        async with self._workplace.database.write(order) as unit:
            client = await client_to_write(unit.session, self._workplace.rights, ref)
            told = await mentions.readers_among(unit.session, self._workplace, client, named)
            return await write_line(unit, TimelineKind.COMMENT, client.columns, body=body, mentions=told)

    async def edit_comment(self, line_id: int, text: str, named: Collection[int] = ()) -> None:
        """Correct one's own comment within an hour; whom it names now and didn't before is told.

        Raises UserError: "comment_missing", "text_too_long", "not_a_comment", "comment_not_own", "comment_too_old".
        """
        body = _comment(text)
        workplace = self._workplace
        async with workplace.database.write(workplace.order("timeline.edit_comment", ref=line_id)) as unit:
            line, client = await self._line(unit, line_id)
            self._require_own(line)
            told = await mentions.readers_among(unit.session, workplace, client, named)
            await self._write(unit, line, body=body, params={**line["params"], "mentions": told}, edited_at=unit.at)

    async def delete_comment(self, line_id: int) -> None:
        """Withdraw one's own comment within an hour; any other, whoever may delete the client.

        Raises UserError: "not_a_comment", "comment_not_own", "comment_too_old".
        """
        workplace = self._workplace
        async with workplace.database.write(workplace.order("timeline.delete_comment", ref=line_id)) as unit:
            line, client = await self._line(unit, line_id)
            if not workplace.rights.allows(client.kind, Right.DELETE, client.responsible_id):
                self._require_own(line)
            elif line["kind"] != TimelineKind.COMMENT:
                raise UserError("not_a_comment", id=line_id)
            await self._write(unit, line, deleted_at=unit.at)

    async def pin(self, line_id: int, on: bool) -> None:
        """Keep a line on top of the card, or let it go."""
        workplace = self._workplace
        async with workplace.database.write(workplace.order("timeline.pin", ref=line_id, on=on)) as unit:
            line, _ = await self._line(unit, line_id)
            await self._write(unit, line, pinned_at=unit.at if on else None)

    async def log_message(self, ref: ClientRef, channel: str, text: str) -> int:
        """Note a message that the user sent by hand, through the system's own handler; `channel` is one of CHANNELS.

        Raises UserError: "channel_unknown", "text_too_long".
        """
        if channel not in CHANNELS:
            raise UserError("channel_unknown", channel=channel)
        body = typed_text(text)
        workplace = self._workplace
        order = workplace.order("timeline.log_message", section=ref.section, ref=ref.id, channel=channel)
        async with workplace.database.write(order) as unit:
            client = await client_to_write(unit.session, workplace.rights, ref)
            return await write_line(unit, CHANNELS[channel], client.columns, body=body, channel=channel, by_hand=True)

    async def _lines(
        self, session: AsyncSession, limit: int, *wanted: ColumnElement[bool]
    ) -> tuple[TimelineRecord, ...]:
        rows = await session.execute(
            select(TimelineItem.__table__)
            .where(TimelineItem.deleted_at.is_(None), *wanted)
            .order_by(TimelineItem.at.desc(), TimelineItem.id.desc())
            .limit(limit)
        )
        return tuple(self._record(row) for row in rows.mappings())

    async def _line(self, unit: Unit, line_id: int) -> tuple[RowMapping, Client]:
        """A line under work, and its client, which the employee may read and which isn't in the bin."""
        rows = await unit.session.execute(
            select(TimelineItem.__table__)
            .where(TimelineItem.id == line_id, TimelineItem.deleted_at.is_(None))
            .with_for_update()
        )
        line = rows.mappings().one_or_none()
        if line is None:
            raise UserError("not_found", kind=Kind.TIMELINE.value, id=line_id)
        return line, await client_to_write(unit.session, self._workplace.rights, await self._owner(unit, line))

    async def _owner(self, unit: Unit, line: RowMapping) -> ClientRef:
        """Whose line it is; a lead's belongs to its deal where the employee reads only that."""
        ref = ref_of(lead_id=line["lead_id"], deal_id=line["deal_id"], contact_id=line["contact_id"])
        if ref is None:
            raise UserError("not_found", kind=Kind.TIMELINE.value, id=line["id"])
        if ref.section == Kind.LEAD:
            deal_id = await unit.session.scalar(select(Deal.id).where(Deal.lead_id == ref.id))
            if deal_id is not None and not await self._reads_lead(unit, ref):
                return ClientRef(Kind.DEAL.value, deal_id)
        return ref

    async def _reads_lead(self, unit: Unit, ref: ClientRef) -> bool:
        """PostgreSQL doesn't even show a lead that isn't readable."""
        owner = await unit.session.scalar(select(Lead.responsible_id).where(Lead.id == ref.id))
        return owner is not None and self._workplace.rights.allows(Kind.LEAD, Right.READ, owner)

    async def _write(self, unit: Unit, line: RowMapping, **columns: Any) -> None:
        """Change a line and tell the cards that show it. Any: as columns hold."""
        await unit.session.execute(update(TimelineItem).where(TimelineItem.id == line["id"]).values(**columns))
        for section in SECTIONS:
            if line[f"{section}_id"] is not None:
                unit.touch(section, line[f"{section}_id"])

    def _record(self, row: RowMapping) -> TimelineRecord:
        return TimelineRecord(
            id=row["id"],
            at=row["at"],
            kind=TimelineKind(row["kind"]),
            author_id=row["author_id"],
            body=row["body"],
            params=row["params"],
            pinned=row["pinned_at"] is not None,
            edited=row["edited_at"] is not None,
            lead_id=row["lead_id"],
            deal_id=row["deal_id"],
            contact_id=row["contact_id"],
            can_edit=self._refusal(row) is None,
        )

    def _refusal(self, line: RowMapping) -> str | None:
        """Why this employee can't correct a line; None where they can."""
        if line["kind"] != TimelineKind.COMMENT:
            return "not_a_comment"
        if line["author_id"] != self._workplace.actor.employee_id:
            return "comment_not_own"
        return "comment_too_old" if self._workplace.now() - line["at"] > EDIT_WINDOW else None

    def _require_own(self, line: RowMapping) -> None:
        refusal = self._refusal(line)
        if refusal is not None:
            raise UserError(refusal, id=line["id"])


def _comment(text: str) -> str:
    body = typed_text(text)
    if not body:
        raise UserError("comment_missing")
    return body
