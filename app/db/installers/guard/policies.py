"""Who reads and writes which rows, one table after another.

A read scope has a role and a policy of its own, so that it folds into a plain index condition; what hangs on a card is
read with the card; what is written is asked of the rights, row by row (DATA.md).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.db.installers.guard.roles import SCOPES, Roles

ANYBODY: Final = "true"
NOBODY: Final = "false"
SETTINGS: Final = "(SELECT may_somewhere('settings', 'change'))"
IMPORTS: Final = "(SELECT may_somewhere('lead', 'import'))"
ME: Final = "(SELECT my_id())"


@dataclass(frozen=True, slots=True)
class Table:
    """Conditions of one table; what is empty is refused."""

    read: str = NOBODY
    add: str = NOBODY
    change: str = NOBODY
    changed: str | None = None
    """What must hold of a row afterwards, where it isn't the condition of changing it."""
    erase: str = NOBODY


def _within(kind: str, *columns: str) -> str:
    people = f"ANY ((SELECT people_within('{kind}', 'read'))::bigint[])"
    return " OR ".join(f"{column} = {people}" for column in columns)


def _sees(table: str, key: str) -> str:
    return f"EXISTS (SELECT FROM {table} WHERE {table}.id = {key})"


def _card(table: str) -> str:
    """With the card; a deal's card shows its lead's, a contact's only what hangs on nothing else."""
    lead, deal, contact = (f"{table}.{one}_id" for one in ("lead", "deal", "contact"))
    return (
        f"({lead} IS NOT NULL AND ({_sees('lead', lead)} OR EXISTS (SELECT FROM deal WHERE deal.lead_id = {lead})))"
        f" OR ({deal} IS NOT NULL AND {_sees('deal', deal)})"
        f" OR ({lead} IS NULL AND {deal} IS NULL AND {contact} IS NOT NULL AND {_sees('contact', contact)})"
    )


def _of_section(table: str, seen: bool) -> str:
    """Of a table that names its card by section and number."""
    sections = ("lead", "deal", "contact")
    cases = " ".join(
        f"WHEN '{one}' THEN " + (_sees(one, f"{table}.record_id") if seen else f"may_{one}({table}.record_id)")
        for one in sections
    )
    return f"CASE {table}.section {cases} ELSE false END"


_BIN: Final = f"(deleted_at IS NOT NULL AND deleted_by = {ME} AND {{1}}) OR may('{{0}}', 'delete', responsible_id)"
# An update without a condition passes read policies by: what one made or deleted must be readable still.
_CLIENT: Final = "may('{0}', 'change', responsible_id) OR (created_by = " + ME + " AND {1}) OR " + _BIN
_OWN_DEALS: Final = (
    "lead_id IS NOT NULL AND EXISTS (SELECT FROM lead WHERE lead.id = deal.lead_id"
    " AND lead.responsible_id = deal.lead_responsible_id AND may('lead', 'change', lead.responsible_id))"
)
_FREE: Final = "(lead_id IS NULL AND deal_id IS NULL AND contact_id IS NULL)"
_LINKS: Final = (
    "(lead_id IS NULL OR sees_lead(lead_id)) AND (deal_id IS NULL OR sees_deal(deal_id))"
    " AND (contact_id IS NULL OR lead_id IS NOT NULL OR deal_id IS NOT NULL OR sees_contact(contact_id))"
)
_ITS_ACTIVITY: Final = (
    "EXISTS (SELECT FROM activity WHERE activity.id = timeline.activity_id"
    " AND activity.lead_id IS NOT DISTINCT FROM timeline.lead_id"
    " AND activity.deal_id IS NOT DISTINCT FROM timeline.deal_id)"
)
_SAID: Final = (
    "CASE kind"
    f" WHEN 'lead' THEN {_sees('lead', 'history.ref')}"
    f" WHEN 'deal' THEN {_sees('deal', 'history.ref')}"
    f" WHEN 'contact' THEN {_sees('contact', 'history.ref')}"
    f" WHEN 'activity' THEN {_sees('activity', 'history.ref')}"
    f" WHEN 'timeline' THEN {_sees('timeline', 'history.ref')}"
    f" WHEN 'file' THEN {_sees('attachment', 'history.ref')}"
    " ELSE owner_id IS NOT NULL AND CASE owner_kind"
    f" WHEN 'lead' THEN {_sees('lead', 'history.owner_id')}"
    f" WHEN 'deal' THEN {_sees('deal', 'history.owner_id')}"
    f" WHEN 'contact' THEN {_sees('contact', 'history.owner_id')} ELSE false END END"
)
_TOLD: Final = (
    "ref IS NULL OR kind IN ('settings', 'employee')"
    f" OR responsible_id = ANY ((SELECT my_own())::bigint[]) OR CASE kind"
    f" WHEN 'lead' THEN {_sees('lead', 'change_feed.ref')}"
    f" WHEN 'deal' THEN {_sees('deal', 'change_feed.ref')}"
    f" WHEN 'contact' THEN {_sees('contact', 'change_feed.ref')}"
    f" WHEN 'activity' THEN {_sees('activity', 'change_feed.ref')} ELSE false END"
)
_FILE: Final = f"author_id = {ME} AND NOT complete"
_WASTE: Final = f"(author_id = {ME} OR {SETTINGS}) AND NOT is_attached(id)"
_OPEN_FILE: Final = f"EXISTS (SELECT FROM file WHERE file.id = file_chunk.file_id AND file.author_id = {ME} AND {{}})"
_DONE_BY_ME: Final = f"actor_id = {ME} OR may('lead', 'change', actor_id)"
_LISTED: Final = f"{SETTINGS} OR {IMPORTS}"
_A_TAG: Final = (
    "((SELECT may_somewhere('lead', 'change')) AND "
    "EXISTS (SELECT FROM field WHERE field.id = field_option.field_id AND field.code = 'tags'))"
)
"""Tags are free words: everybody who works with leads adds them."""
_SHARED: Final = (
    f"employee_id = {ME} OR (employee_id IS NULL AND ({SETTINGS} OR definition ->> 'owner' = {ME}::text))"
)
"""A filter of one's own may be shared, and stays in its owner's hands."""

# Read conditions of the tables whose scopes are roles: by kind, "{}" takes nothing.
_PERSON: Final = (
    "EXISTS (SELECT FROM contact_access WHERE contact_access.contact_id = contact.id"
    f" AND ({_within('contact', 'contact_access.responsible_id')}))"
)

SCOPED: Final[Mapping[str, tuple[str, str]]] = {
    "lead": ("lead", _within("lead", "responsible_id")),
    "deal": ("deal", _within("deal", "responsible_id", "lead_responsible_id")),
    "contact": ("contact", _PERSON),
    "contact_access": ("contact", _within("contact", "responsible_id")),
    "activity": ("activity", _within("activity", "responsible_id")),
    "history": ("history", f"{_within('history', 'responsible_id')} OR actor_id = {ME} OR {_SAID}"),
}

_DICTIONARY: Final = Table(ANYBODY, SETTINGS, SETTINGS, erase=SETTINGS)
_MINE: Final = Table(*(f"employee_id = {ME}",) * 3, erase=f"employee_id = {ME}")
_CLOSED: Final = Table()

TABLES: Final[Mapping[str, Table]] = {
    "lead": Table(
        add=f"may('lead', 'add', responsible_id) OR {IMPORTS}",
        change=_CLIENT.format("lead", "may('lead', 'read', responsible_id)"),
        erase="import_id IS NOT NULL AND may('lead', 'import', responsible_id)",
    ),
    "deal": Table(
        add=f"may('deal', 'add', responsible_id) OR ({_OWN_DEALS}) OR (SELECT may_somewhere('deal', 'import'))",
        change=f"{_CLIENT.format('deal', 'sees_deal(id)')} OR made_now('deal', id)"
        " OR (scope_of('lead', 'change') <> 'own' AND may('lead', 'change', lead_responsible_id))",
    ),
    "contact": Table(
        add=f"may('contact', 'add', responsible_id) OR {IMPORTS}",
        change=f"may_contact(id) OR (created_by = {ME} AND sees_contact(id))"
        f" OR {_BIN.format('contact', 'sees_contact(id)')}",
        erase="import_id IS NOT NULL AND may('contact', 'import', responsible_id)",
    ),
    "contact_access": _CLOSED,
    "activity": Table(
        read=_card("activity"),
        add=f"(may_activity('add', responsible_id, lead_id, deal_id, contact_id) AND ({_FREE} OR ({_LINKS})))"
        f" OR {IMPORTS}",
        change="may_activity('change', responsible_id, lead_id, deal_id, contact_id)"
        f" OR (created_by = {ME} AND may('activity', 'read', responsible_id))"
        " OR may_activity('delete', responsible_id, lead_id, deal_id, contact_id)",
        changed=ANYBODY,
        erase=f"import_id IS NOT NULL AND {IMPORTS}",
    ),
    "activity_reminder": Table(
        *(_sees("activity", "activity_reminder.activity_id"),) * 3,
        erase=_sees("activity", "activity_reminder.activity_id"),
    ),
    "timeline": Table(
        read=f"author_id = {ME} OR {_card('timeline')}",
        add=f"(author_id = {ME} AND ({_card('timeline')} OR {_ITS_ACTIVITY})) OR {IMPORTS}",
        change=f"author_id = {ME} OR {_card('timeline')}",
        erase=f"import_id IS NOT NULL AND {IMPORTS}",
    ),
    "payment": Table(
        _sees("deal", "payment.deal_id"), "may_deal(deal_id)", "may_deal(deal_id)", erase="may_deal(deal_id)"
    ),
    "contact_point": Table(
        read=f"(lead_id IS NOT NULL AND {_sees('lead', 'contact_point.lead_id')})"
        f" OR (contact_id IS NOT NULL AND {_sees('contact', 'contact_point.contact_id')})",
        add=f"coalesce(may_lead(lead_id), false) OR coalesce(may_contact(contact_id), false) OR {IMPORTS}",
        change="coalesce(may_lead(lead_id), false) OR coalesce(may_contact(contact_id), false)",
        erase="coalesce(may_lead(lead_id), false) OR coalesce(may_contact(contact_id), false)",
    ),
    "option_link": Table(
        read=_of_section("option_link", seen=True),
        add=f"{_of_section('option_link', seen=False)} OR {IMPORTS}",
        change=_of_section("option_link", seen=False),
        erase=_of_section("option_link", seen=False),
    ),
    "related_person": Table(
        f"{_sees('contact', 'related_person.contact_id')} OR {_sees('contact', 'related_person.other_contact_id')}",
        *("may_contact(contact_id) AND sees_contact(other_contact_id)",) * 2,
        erase="may_contact(contact_id)",
    ),
    "attachment": Table(
        read=f"author_id = {ME} OR {_card('attachment')}",
        add=f"author_id = {ME} AND sees_file(file_id) AND may_client(lead_id, deal_id, contact_id)",
        change=f"author_id = {ME} OR may_client(lead_id, deal_id, contact_id)",
        changed=ANYBODY,
    ),
    "file": Table(
        read=f"author_id = {ME} OR EXISTS (SELECT FROM attachment WHERE attachment.file_id = file.id)",
        add=ANYBODY,
        change=_FILE,
        changed=f"author_id = {ME}",
        erase=_WASTE,
    ),
    "file_chunk": Table(
        read=_sees("file", "file_chunk.file_id"),
        add=_OPEN_FILE.format("NOT complete"),
        erase="EXISTS (SELECT FROM file WHERE file.id = file_chunk.file_id AND "
        f"(file.author_id = {ME} OR {SETTINGS})) AND NOT is_attached(file_id)",
    ),
    "operation": Table(
        read=f"actor_id = {ME} OR undoes IS NOT NULL OR kind ~ '^(lead.import|import|demo|restore|database|undo|merge)'"
        f" OR actor_id = ANY ((SELECT my_people())::bigint[]) OR (SELECT reads_all('lead'))",
        add=f"actor_id = {ME}",
        change=_DONE_BY_ME,
    ),
    "import_batch": Table(
        read=_sees("operation", "import_batch.operation_id"),
        add=f"EXISTS (SELECT FROM operation WHERE operation.id = operation_id AND actor_id = {ME})",
        change=f"EXISTS (SELECT FROM operation WHERE operation.id = operation_id AND ({_DONE_BY_ME}))",
    ),
    "history": _CLOSED,
    "change_feed": Table(read=_TOLD),
    "feed_epoch": Table(read=ANYBODY),
    "alembic_version": Table(read=ANYBODY),
    "employee": Table(ANYBODY, _LISTED, f"{SETTINGS} OR id = {ME} OR may('activity', 'change', id)", erase=_LISTED),
    "profile": Table(ANYBODY, f"id = {ME}", f"id = {ME}"),
    "open_card": Table(
        f"employee_id = {ME} OR {_card('open_card')}", *(f"employee_id = {ME}",) * 2, erase=f"employee_id = {ME}"
    ),
    "login": Table(ANYBODY, SETTINGS, SETTINGS, erase=SETTINGS),
    "invitation": Table(SETTINGS, SETTINGS, SETTINGS),
    "source": Table(ANYBODY, _LISTED, SETTINGS, erase=_LISTED),
    "notification": _MINE,
    "draft": _MINE,
    "user_setting": _MINE,
    "saved_filter": Table(f"employee_id = {ME} OR employee_id IS NULL", _SHARED, _SHARED, erase=_SHARED),
    "stage_passage": Table(read=ANYBODY),  # numbers alone; kept by triggers
    "not_duplicate": Table(ANYBODY, f"employee_id = {ME}", NOBODY, erase=ANYBODY),
    **dict.fromkeys(
        (
            "stage", "block", "field", "field_option", "deal_type", "place", "subject_preset", "call_result",
            "department", "role", "role_right", "stage_requirement", "rule", "setting", "day_off",
        ),
        _DICTIONARY,
    ),
    "field_option": Table(ANYBODY, f"{SETTINGS} OR {_A_TAG}", SETTINGS, erase=SETTINGS),
    **dict.fromkeys(("server_account", "sign_in_attempt", "session_context"), _CLOSED),
}  # fmt: skip


def install(connection: Connection, names: Roles) -> None:
    """Drop all policies and make them anew; every table is guarded, one that isn't listed is closed."""
    tables = list(
        connection.scalars(
            text("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")
        )
    )
    old = connection.execute(text("SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'"))
    for table, policy in old.all():
        connection.exec_driver_sql(f'DROP POLICY "{policy}" ON "{table}"')
    for table in tables:
        connection.exec_driver_sql(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        for statement in (*_read_policies(table, names), *_policies(table, names)):
            connection.exec_driver_sql(statement)


def _read_policies(table: str, names: Roles) -> Iterator[str]:
    if table not in SCOPED:
        return
    kind, condition = SCOPED[table]
    for scope in SCOPES:
        using = f"(SELECT reads_all('{kind}'))" if scope == "all" else condition
        yield f"CREATE POLICY read_{scope} ON {table} FOR SELECT TO {names.scope(kind, scope)} USING ({using})"


def _policies(table: str, names: Roles) -> Iterator[str]:
    rules = TABLES.get(table, _CLOSED)
    whom = names.guests if table in ("alembic_version", "feed_epoch") else names.employees
    start = f"CREATE POLICY {{0}} ON {table} FOR {{1}} TO {whom}"
    if rules.read != NOBODY:
        yield f"{start.format('read', 'SELECT')} USING ({rules.read})"
    if rules.add != NOBODY:
        yield f"{start.format('add', 'INSERT')} WITH CHECK ({rules.add})"
    if rules.change != NOBODY:
        check = rules.changed or rules.change
        yield f"{start.format('change', 'UPDATE')} USING ({rules.change}) WITH CHECK ({check})"
    if rules.erase != NOBODY:
        yield f"{start.format('erase', 'DELETE')} USING ({rules.erase})"
