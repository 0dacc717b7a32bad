"""The three sections: which table holds one, and where each built-in field of it lives."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from app.core.errors import UserError
from app.core.fieldkinds import FieldType
from app.core.kinds import Kind
from app.models import Contact, Deal, Lead
from app.services.lines import Clients
from app.services.records.office import FieldRecord
from app.services.registry import Dictionaries, Registry

PERSON_COLUMNS = ("last_name", "first_name", "middle_name", "birth_date")
POINT_FIELDS = {"phones": "phone", "emails": "email", "messengers": "messenger"}
"""Fields that are lists of contact points, by the points' kind."""
LINK_FIELDS = ("contact", "deal", "lead", "payments")
"""Shown on cards, set by the process alone."""

_RECORD = {"responsible": "responsible_id", "comment": "comment", "title": "title"}
_PERSON = {name: name for name in PERSON_COLUMNS}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the window and its table."""

    name: str
    kind: Kind
    entity: type[Lead] | type[Deal] | type[Contact]
    columns: dict[str, str]
    """Built-in field code to column."""
    staged: bool
    owner_column: str
    """The column that names this record in activities, timeline and attachments."""

    def clients(self, record_id: int) -> Clients:
        """The record as the owner of a timeline line."""
        return Clients(**{self.owner_column: record_id})


LEAD = Section(
    "lead",
    Kind.LEAD,
    Lead,
    {
        **_RECORD,
        **_PERSON,
        "source": "source_id",
        "source_details": "source_details",
        "referrer": "referrer",
        "amount": "amount",
        "currency": "currency",
        "meeting_at": "meeting_at",
        "place": "place_id",
        "first_payment": "first_payment",
    },
    staged=True,
    owner_column="lead_id",
)
DEAL = Section(
    "deal",
    Kind.DEAL,
    Deal,
    {
        **_RECORD,
        **_PERSON,
        "deal_type": "deal_type_id",
        "amount": "amount",
        "currency": "currency",
        "contract_number": "contract_number",
        "contract_date": "contract_date",
    },
    staged=True,
    owner_column="deal_id",
)
CONTACT = Section("contact", Kind.CONTACT, Contact, {**_RECORD, **_PERSON}, staged=False, owner_column="contact_id")

_KNOWN: WeakKeyDictionary[Registry, tuple[Dictionaries, dict[str, tuple[FieldRecord, ...]]]] = WeakKeyDictionary()
"""The fields of each section as long as the dictionaries are the same: every record that is read asks for them."""

SECTIONS = {section.name: section for section in (LEAD, DEAL, CONTACT)}


def section_named(name: str) -> Section:
    """Raises UserError("not_found") for a name that is none."""
    if name not in SECTIONS:
        raise UserError("not_found", kind=name)
    return SECTIONS[name]


def fields_of(registry: Registry, section: str) -> tuple[FieldRecord, ...]:
    """The fields a record of the section holds; a deal also holds the lead's own ones, carried over."""
    dictionaries, known = _KNOWN.get(registry, (None, {}))
    if dictionaries is not registry.all:
        known = {}
        _KNOWN[registry] = registry.all, known
    if section not in known:
        known[section] = _fields_of(registry, section)
    return known[section]


def _fields_of(registry: Registry, section: str) -> tuple[FieldRecord, ...]:
    own = registry.fields(section)
    if section != DEAL.name:
        return own
    codes = {field.code for field in own}
    carried = (
        field
        for field in registry.fields(LEAD.name)
        if field.code not in codes and (not field.builtin or is_personal(field.code))
    )
    return (*own, *carried)


def slot_of(registry: Registry, section: str, field: FieldRecord) -> str | None:
    """The slot that mirrors a field in a section's table: a lead's field keeps its slot on deals unless taken."""
    if field.slot is None or field.section == section:
        return field.slot
    taken = {own.slot for own in registry.fields(section)}
    return None if field.slot in taken else field.slot


def is_personal(code: str) -> bool:
    """Whether a field belongs to the contact once there is one (SPEC, "Conversion")."""
    return code in PERSON_COLUMNS or code in POINT_FIELDS


def is_read_only(field: FieldRecord) -> bool:
    """Whether a form may not write it: links are set by the process, files by attaching."""
    return field.code in LINK_FIELDS or field.type is FieldType.FILE
