"""Who is already known by a phone or email, and which contacts a lead may be the same person as."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.kinds import ContactPointKind, HistoryOp, Kind, Right
from app.core.text import display_name, sort_key
from app.db.unit import WriteOrder
from app.models import Contact, ContactPoint, Deal, Lead
from app.services.clients.apart import apart_from
from app.services.clients.points import normal_form, points_in
from app.services.history import write_history_line
from app.services.records.activities import ClientRef
from app.services.records.clients import ContactChoice, KnownPerson
from app.services.records.values import ContactPointValue, Values
from app.services.workplace import Workplace

MOST_KNOWN = 10


_WHO_HAS: Final = text("SELECT section, record_id, responsible_id FROM who_has(:kind, :normal)")


@dataclass(frozen=True, slots=True)
class Excluded:
    """The record that asks, and its contact: nobody is a duplicate of themselves."""

    lead_id: int | None = None
    contact_id: int | None = None

    @property
    def refs(self) -> tuple[ClientRef, ...]:
        named = ((Kind.LEAD, self.lead_id), (Kind.CONTACT, self.contact_id))
        return tuple(ClientRef(kind.value, number) for kind, number in named if number is not None)


class KnownPeople:
    """Looks people up by the normal form of a phone or email."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    async def find(
        self, phones: Sequence[str], emails: Sequence[str], excluded: Excluded | None = None
    ) -> tuple[KnownPerson, ...]:
        """People with one of these phones or emails; of those the user may not see, only the colleague is told."""
        excluded = excluded or Excluded()
        apart: set[ClientRef] = set()
        wanted = [(ContactPointKind.PHONE, normal_form(ContactPointKind.PHONE, one)) for one in phones]
        wanted += [(ContactPointKind.EMAIL, normal_form(ContactPointKind.EMAIL, one)) for one in emails]
        if not self._workplace.database.is_sqlite:
            return await self._ask_server([(kind, normal) for kind, normal in wanted if normal is not None], excluded)
        found: dict[tuple[str, int | None, str], KnownPerson] = {}
        async with self._workplace.database.read() as session:
            for ref in excluded.refs:
                apart |= await apart_from(session, ref)
            for kind, normal in wanted:
                if normal is not None:
                    for person in await self._by_point(session, kind, normal, excluded, apart):
                        found.setdefault((person.section, person.record_id, person.responsible_name), person)
        hidden = [person for person in found.values() if person.section == "hidden"]
        if hidden:
            await self._log_lookup(len(hidden))
        return tuple(found.values())[:MOST_KNOWN]

    async def _ask_server(self, wanted: Sequence[tuple[str, str]], excluded: Excluded) -> tuple[KnownPerson, ...]:
        """PostgreSQL: one function looks past the policies, tells of hidden people only whose they are, and logs it."""
        workplace = self._workplace
        found: dict[tuple[str, int | None, str], KnownPerson] = {}
        order = WriteOrder("person.look_up", workplace.actor.employee_id, workplace.now(), record=False)
        async with workplace.database.write(order) as unit:
            apart = {one for ref in excluded.refs for one in await apart_from(unit.session, ref)}
            for kind, normal in wanted:
                rows = (await unit.session.execute(_WHO_HAS, {"kind": kind, "normal": normal})).all()
                for section, record_id, owner in rows:
                    person: KnownPerson | None = None
                    if section == "hidden":
                        colleague = workplace.registry.employee(owner).name
                        person = KnownPerson("hidden", None, "", None, colleague, kind)
                    elif section == Kind.LEAD and record_id != excluded.lead_id:
                        person = await self._lead(unit.session, record_id, kind)
                    elif section == Kind.CONTACT and record_id != excluded.contact_id:
                        person = await self._contact(unit.session, record_id, kind)
                    if person is not None and (record_id is None or ClientRef(section, record_id) not in apart):
                        found.setdefault((person.section, person.record_id, person.responsible_name), person)
        return tuple(found.values())[:MOST_KNOWN]

    async def _by_point(
        self, session: AsyncSession, kind: str, normal: str, excluded: Excluded, apart: Collection[ClientRef]
    ) -> list[KnownPerson]:
        owners = (
            await session.execute(
                select(ContactPoint.lead_id, ContactPoint.contact_id)
                .where(ContactPoint.point_kind == kind, ContactPoint.normal == normal)
                .limit(MOST_KNOWN * 3)
            )
        ).all()
        leads = [row.lead_id for row in owners if row.lead_id and row.lead_id != excluded.lead_id]
        leads = [one for one in leads if ClientRef(Kind.LEAD, one) not in apart]
        contacts = [row.contact_id for row in owners if row.contact_id and row.contact_id != excluded.contact_id]
        contacts = [one for one in contacts if ClientRef(Kind.CONTACT, one) not in apart]
        people = [await self._lead(session, lead_id, kind) for lead_id in leads]
        people += [await self._contact(session, contact_id, kind) for contact_id in contacts]
        return [person for person in people if person is not None]

    async def _lead(self, session: AsyncSession, lead_id: int, match: str) -> KnownPerson | None:
        row = (
            await session.execute(select(Lead.__table__).where(Lead.id == lead_id, Lead.deleted_at.is_(None)))
        ).one_or_none()
        if row is None:
            return None
        stage = self._workplace.registry.stage(row.stage_id)
        name = display_name(row.last_name, row.first_name, row.middle_name) or row.title
        return self._told(Kind.LEAD, row.id, name, row.phone, row.responsible_id, match, stage.name)

    async def _contact(self, session: AsyncSession, contact_id: int, match: str) -> KnownPerson | None:
        row = (
            await session.execute(
                select(Contact.__table__).where(Contact.id == contact_id, Contact.deleted_at.is_(None))
            )
        ).one_or_none()
        if row is None:
            return None
        return self._told(Kind.CONTACT, row.id, row.title, row.phone, row.responsible_id, match, "")

    def _told(
        self, kind: Kind, record_id: int, name: str, phone: str | None, owner: int, match: str, stage: str
    ) -> KnownPerson:
        colleague = self._workplace.registry.employee(owner).name
        if not self._workplace.rights.allows(kind, Right.READ, owner):
            return KnownPerson("hidden", None, "", None, colleague, match)
        return KnownPerson(kind.value, record_id, name, phone, colleague, match, stage)

    async def _log_lookup(self, count: int) -> None:
        workplace = self._workplace
        async with workplace.database.write(workplace.order("person.look_up")) as unit:
            await write_history_line(
                unit.session, unit.at, unit.order.actor_id, HistoryOp.LOOKUP, Kind.CONTACT, None, count=count
            )


async def likely_contacts(session: AsyncSession, workplace: Workplace, values: Values) -> tuple[ContactChoice, ...]:
    """Contacts that may be the same person: same phone first, then same email, then same name."""
    points = {code: points_in(values.get(code)) for code in ("phones", "emails")}
    matches: dict[int, str] = {}
    for code, kind in (("phones", ContactPointKind.PHONE), ("emails", ContactPointKind.EMAIL)):
        normals = [point.normal for point in points[code] if point.normal]
        ids = await session.scalars(
            select(ContactPoint.contact_id).where(
                ContactPoint.point_kind == kind, ContactPoint.normal.in_(normals), ContactPoint.contact_id.is_not(None)
            )
        )
        for contact_id in ids:
            matches.setdefault(int(contact_id or 0), kind.value)
    name = sort_key(display_name(*(str(values.get(part) or "") for part in ("last_name", "first_name", "middle_name"))))
    if name:
        for contact_id in await session.scalars(select(Contact.id).where(Contact.sort_key == name).limit(MOST_KNOWN)):
            matches.setdefault(contact_id, "name")
    choices = [await contact_choice(session, workplace, contact_id, match, points)
               for contact_id, match in matches.items()]
    return tuple(choice for choice in choices if choice is not None)[:MOST_KNOWN]


async def contact_choice(
    session: AsyncSession,
    workplace: Workplace,
    contact_id: int,
    match: str,
    points: Mapping[str, Sequence[ContactPointValue]],
) -> ContactChoice | None:
    """A contact as the conversion dialog offers it; None where it is gone or may not be seen."""
    row = (
        await session.execute(
            select(Contact.id, Contact.title, Contact.phone, Contact.responsible_id).where(
                Contact.id == contact_id, Contact.deleted_at.is_(None)
            )
        )
    ).one_or_none()
    if row is None or not workplace.rights.allows(Kind.CONTACT, Right.READ, row.responsible_id):
        return None
    deals = await session.scalar(select(func.count()).where(Deal.contact_id == contact_id, Deal.deleted_at.is_(None)))
    known = set(
        await session.scalars(select(ContactPoint.normal).where(ContactPoint.contact_id == contact_id))
    )
    adds = tuple(point for code in points for point in points[code] if point.normal and point.normal not in known)
    return ContactChoice(row.id, row.title, row.phone, match, deals or 0, adds)
