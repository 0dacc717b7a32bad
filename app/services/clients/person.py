"""The contact's name and phones as its leads and deals show them."""

from sqlalchemy import select, update

from app.db.unit import Unit
from app.models import Contact, Deal, Lead

COPIES = ("last_name", "first_name", "middle_name", "birth_date", "sort_key", "phone", "email", "person_norm")


async def copy_person(unit: Unit, contact_id: int) -> None:
    """Write them anew: a trigger does so when the contact changes, not when a record gets another contact."""
    table = Contact.__table__.c
    row = (await unit.session.execute(select(*(table[name] for name in COPIES)).where(Contact.id == contact_id))).one()
    person = dict(zip(COPIES, row, strict=True))
    for entity in (Lead, Deal):
        await unit.session.execute(update(entity).where(entity.contact_id == contact_id).values(**person))
