"""Writes field values of a lead, deal or contact: columns, custom document, slots, links, points, search copies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from app.core.fieldkinds import UNKNOWN, UNKNOWN_JSON, FieldRules, FieldType, Value, slot_value, to_json
from app.core.money import to_minor
from app.core.text import sort_key
from app.db.unit import Unit
from app.models import Contact, OptionLink
from app.services.clients.points import points_in, write_new_points, write_points
from app.services.clients.reading import MONEY_COLUMNS, Record, read_record, rules_for
from app.services.clients.search_text import own_norm, person_copies, shown_name
from app.services.clients.sections import (
    CONTACT,
    POINT_FIELDS,
    Section,
    fields_of,
    is_personal,
    slot_of,
)
from app.services.records.office import FieldRecord
from app.services.records.values import FieldValue, Values
from app.services.registry import Registry


class RecordWriter:
    """Turns values into the columns of one section's table."""

    def __init__(self, registry: Registry, zone: tzinfo, section: Section) -> None:
        self._registry = registry
        self._zone = zone
        self._section = section
        self._fields = fields_of(registry, section.name)
        self._written = {
            field.code: (field, section.columns.get(field.code))
            for field in self._fields
            if field.code not in POINT_FIELDS and field.type is not FieldType.FILE
        }
        self._rules: dict[tuple[str, str], FieldRules] = {}
        self._several = tuple(
            field for field in self._fields if field.type is FieldType.SEVERAL_OF and not field.builtin
        )

    def columns(self, values: Values, currency: str, custom: dict[str, object]) -> dict[str, Any]:
        """Columns for the given values; `custom` is the document they are laid over. Any: as columns hold."""
        columns: dict[str, Any] = {}
        document = dict(custom)
        changed = False
        for code, value in values.items():
            if code not in self._written:
                continue
            field, column = self._written[code]
            if column is not None:
                columns[column] = _column(field.code, value, currency)
                # A column can't say "the client doesn't know": the document says it.
                changed = changed or value is UNKNOWN or field.code in document
                document.pop(field.code, None)
                if value is UNKNOWN:
                    document[field.code] = dict(UNKNOWN_JSON)
            elif not field.builtin:
                changed = True
                self._lay_over(document, columns, field, value, currency)
        if "responsible" in values:
            columns["responsible_id"] = values["responsible"]
        if changed:
            columns["custom"] = document
        return columns

    def copies(self, values: Values, record_id: int, currency: str, extra: str | None = None) -> dict[str, Any]:
        """The copies made from all values of a record: search text, sort key, the summed amount."""
        copies: dict[str, Any] = {
            **person_copies(values),
            "own_norm": own_norm(values, self._fields, str(record_id), extra),
        }
        if self._section.staged:
            code = self._registry.sum_field(self._section.name)
            amount = values.get(code) if code else None
            copies["sum_amount"] = to_minor(amount, currency) if isinstance(amount, Decimal) else None
        else:
            copies["title"] = shown_name(values)
        return copies

    def changes(self, record: Record, changed: Values) -> dict[str, Any]:
        """Columns that change with a record's values. Any: as columns hold.

        A copy that stays as it is would cost its indexes a write all the same; a contact's copies its triggers keep.
        """
        values = {**record.values, **changed}
        copies = self.copies(values, record.id, record.currency, record.row["origin_id"])
        if self._section is not CONTACT and record.row["contact_id"] is not None:
            for kept_by_trigger in ("sort_key", "phone", "email", "person_norm"):
                copies.pop(kept_by_trigger, None)
            if not values.get("last_name") and not values.get("first_name"):
                copies["sort_key"] = sort_key(shown_name(values))
        new = {name: value for name, value in copies.items() if record.row[name] != value}
        return {**self.columns(changed, record.currency, record.row["custom"] or {}), **new}

    def several(self, values: Values) -> dict[int, tuple[int, ...]]:
        """Chosen options of the several-of fields among the values, by field id."""
        found: dict[int, tuple[int, ...]] = {}
        for field in self._several:
            if field.code in values:
                chosen = values[field.code]
                found[field.id] = (
                    tuple(one for one in chosen if isinstance(one, int)) if isinstance(chosen, tuple) else ()
                )
        return found

    def _lay_over(
        self, document: dict[str, object], columns: dict[str, Any], field: FieldRecord, value: FieldValue, currency: str
    ) -> None:
        rules = self._rules.get((field.code, currency))
        if rules is None:
            rules = self._rules[field.code, currency] = rules_for(field, currency, self._zone)
        stored = to_json(field.type, _storable(value), rules)
        if stored is None or stored == "":
            document.pop(field.code, None)
        else:
            document[field.code] = stored
        slot = slot_of(self._registry, self._section.name, field)
        if slot is not None:
            columns[slot] = slot_value(field.type, _storable(value), rules)


async def write_values(
    unit: Unit, registry: Registry, zone: tzinfo, record: Record, changed: Values, **columns: Any
) -> dict[str, Any] | None:
    """Store changed values of a record; what belongs to its contact is stored there. Any: as columns hold.

    Returns the record's columns as they are now written, or None where triggers copy more from its contact.
    """
    personal = {code: value for code, value in changed.items() if is_personal(code)}
    own = {code: value for code, value in changed.items() if code not in personal}
    owner, owner_id = record.person_owner
    writer = RecordWriter(registry, zone, record.section)
    for code in POINT_FIELDS:
        if code in personal:
            await write_points(unit.session, owner, owner_id, code, points_in(personal[code]))
    at_contact = owner == CONTACT.owner_column and record.section is not CONTACT
    if personal and at_contact:
        await _write_contact(unit, registry, zone, owner_id, personal)
    table = record.section.entity.__table__
    told = {"updated_at": unit.at, "updated_by": unit.order.actor_id}
    written = {**writer.changes(record, changed), **columns, **told}
    await unit.session.execute(
        update(table)  # type: ignore[arg-type]  # the table of an entity
        .where(table.c.id == record.id)
        .values(**written, version=table.c.version + 1)
    )
    await write_options(unit, record.section, {record.id: writer.several(own)})
    unit.touch(record.section.name, record.id)
    return None if personal and at_contact else {**written, "version": record.row["version"] + 1}


async def write_many(
    unit: Unit,
    registry: Registry,
    zone: tzinfo,
    section: Section,
    changes: Sequence[tuple[Record, Values]],
    beside: Mapping[int, Mapping[str, Any]] | None = None,
    **columns: Any,
) -> None:
    """Store changed values of many records, each as `write_values` would. Any: as columns hold.

    `columns` are written to all of them, `beside` to each by its number.
    """
    writer = RecordWriter(registry, zone, section)
    grouped: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    options = {}
    for record, changed in changes:
        own = {**columns, **((beside or {}).get(record.id) or {})}
        if any(is_personal(code) for code in changed):
            await write_values(unit, registry, zone, record, changed, **own)
            continue
        written = {**(writer.changes(record, changed) if changed else {}), **own}
        grouped[tuple(written)].append({"record_id": record.id, **written})
        options[record.id] = writer.several(changed)
    table = section.entity.__table__
    for names, rows in grouped.items():
        change = update(table).where(table.c.id == bindparam("record_id"))  # type: ignore[arg-type]  # an entity's table
        told = {"updated_at": unit.at, "updated_by": unit.order.actor_id, "version": table.c.version + 1}
        await unit.session.execute(change.values({**{name: bindparam(name) for name in names}, **told}), rows)
    await write_options(unit, section, options)
    unit.touch(section.name, *(record.id for record, _ in changes))


async def _write_contact(unit: Unit, registry: Registry, zone: tzinfo, contact_id: int, personal: Values) -> None:
    """The person's own fields, edited on a lead or deal; triggers copy the name to all their records."""
    contact = await read_record(unit.session, registry, zone, CONTACT, contact_id, lock=True)
    writer = RecordWriter(registry, zone, CONTACT)
    values = {**contact.values, **personal}
    columns = writer.columns(personal, contact.currency, contact.row["custom"] or {})
    await unit.session.execute(
        update(Contact)
        .where(Contact.id == contact_id)
        .values(
            **columns,
            **writer.copies(values, contact_id, contact.currency, contact.row["origin_id"]),
            updated_at=unit.at,
            updated_by=unit.order.actor_id,
            version=Contact.version + 1,
        )
    )
    unit.touch(CONTACT.name, contact_id)


async def write_options(unit: Unit, section: Section, chosen: Mapping[int, Mapping[int, tuple[int, ...]]]) -> None:
    """Replace records' chosen options of several-of fields (a link table, so that filters stay plain)."""
    by_field: defaultdict[int, list[int]] = defaultdict(list)
    rows = []
    for record_id, fields in chosen.items():
        for field_id, options in fields.items():
            by_field[field_id].append(record_id)
            rows += [
                {"section": section.name, "field_id": field_id, "option_id": option, "record_id": record_id}
                for option in options
            ]
    for field_id, ids in by_field.items():
        await unit.session.execute(
            delete(OptionLink).where(
                OptionLink.section == section.name, OptionLink.field_id == field_id, OptionLink.record_id.in_(ids)
            )
        )
    if rows:
        await unit.session.execute(insert(OptionLink.__table__), rows)  # type: ignore[arg-type]  # an entity's table


async def insert_record(
    unit: Unit, registry: Registry, zone: tzinfo, section: Section, values: Values, currency: str, **columns: Any
) -> int:
    """Insert a record with its values and points; returns its number. Any: as columns hold."""
    writer = RecordWriter(registry, zone, section)
    at_contact = columns.get("contact_id") is not None
    written = {**writer.columns(values, currency, {}), **columns}
    record_id = await _next_number(unit, section)
    written |= writer.copies(values, record_id, currency, columns.get("origin_id"))
    if section.staged:
        written.setdefault("currency", currency)
    await unit.session.execute(
        insert(section.entity.__table__),  # type: ignore[arg-type]  # the table of an entity
        {
            "custom": {}, **written, "id": record_id, "created_at": unit.at, "created_by": unit.order.actor_id,
            "updated_at": unit.at, "updated_by": unit.order.actor_id,
        },
    )  # fmt: skip
    if not at_contact:
        for code in POINT_FIELDS:
            if values.get(code):
                points = points_in(values[code])
                await write_new_points(unit.session, section.owner_column, record_id, code, points)
    await write_options(unit, section, {record_id: writer.several(values)})
    unit.touch(section.name, record_id)
    return record_id


async def _next_number(unit: Unit, section: Section) -> int:
    """The number of the next record: its search text holds it, so it is known before the row is written.

    SQLite's writers are serial, so the highest number and one is what the row would have got.
    """
    table = section.entity.__table__
    if unit.session.get_bind().dialect.name == "sqlite":
        highest = await unit.session.scalar(select(func.max(table.c.id)))
        return (highest or 0) + 1
    sequence = func.nextval(func.pg_get_serial_sequence(section.name, "id"))
    return int(await unit.session.scalar(select(sequence)) or 0)


def _storable(value: FieldValue) -> Value:
    """A value of the kinds that the document holds; points and files have tables of their own."""
    return tuple(one for one in value if isinstance(one, int)) if isinstance(value, tuple) else value


def _column(code: str, value: FieldValue, currency: str) -> Any:
    if value is UNKNOWN:
        return None
    if isinstance(value, Decimal) and code in MONEY_COLUMNS:
        return to_minor(value, currency)
    return value
