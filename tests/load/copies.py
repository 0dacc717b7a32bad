"""Recomputes what triggers keep beside the rows: next activity, last contact, sums, names, who reads, stages passed."""

from collections.abc import Iterator

from tests.load.stored import Stored

CLIENTS = ("lead", "deal", "contact")
SHOWN = "('comment', 'call', 'meeting', 'visit', 'message_in', 'message_out', 'letter')"
NAMES = ("last_name", "first_name", "middle_name", "sort_key", "phone", "email", "person_norm")

_PLANNED = "FROM activity AS a WHERE a.{client}_id = c.id AND a.state = 'planned' AND a.deleted_at IS NULL"
_LINES = "FROM timeline AS t WHERE t.{client}_id = c.id AND t.deleted_at IS NULL"
_DEAL = "FROM payment AS p WHERE p.deal_id = c.id"


def wrong_copies(stored: Stored) -> Iterator[str]:
    """What differs, a sentence each."""
    for client in CLIENTS:
        planned, lines = _PLANNED.format(client=client), _LINES.format(client=client)
        yield from _wrong(stored, client, "next_activity_at", f"SELECT min(a.starts_at) {planned}")
        yield from _wrong(
            stored, client, "next_activity_id", f"SELECT a.id {planned} ORDER BY a.starts_at, a.id LIMIT 1"
        )
        yield from _wrong(stored, client, "last_contact_at", f"SELECT max(t.at) {lines} AND t.is_contact")
        newest = f"SELECT t.id {lines} AND t.kind IN {SHOWN} ORDER BY t.at DESC, t.id DESC LIMIT 1"
        yield from _wrong(stored, client, "last_timeline_id", newest)
    paid = f"SELECT coalesce(sum(p.amount), 0) {_DEAL} AND p.received_on IS NOT NULL"
    yield from _wrong(stored, "deal", "paid", paid)
    yield from _wrong(stored, "deal", "next_payment_on", f"SELECT min(p.planned_on) {_DEAL} AND p.received_on IS NULL")
    for client in ("lead", "deal"):
        for name in NAMES:
            person = f"SELECT one.{name} FROM contact AS one WHERE one.id = c.contact_id"
            yield from _wrong(stored, client, name, person, "c.contact_id IS NOT NULL")
    yield from _wrong_passages(stored)
    if stored.is_sqlite:
        yield from _wrong_index(stored)
    else:
        yield from _wrong_readers(stored)


def _wrong(stored: Stored, table: str, column: str, computed: str, among: str = "1 = 1") -> Iterator[str]:
    differing = stored.number(
        f"SELECT count(*) FROM {table} AS c WHERE {among} AND c.{column} IS DISTINCT FROM ({computed})"
    )
    if differing:
        yield f"{differing} rows of {table} have another {column} than what it is a copy of"


def _wrong_passages(stored: Stored) -> Iterator[str]:
    """The stages that a lead or deal went through, from the timeline's moves."""
    parts = [
        f"SELECT '{section}' AS section, {stored.member('params', side)} AS stage_id, {section}_id AS record_id"
        f" FROM timeline WHERE kind IN ('stage', 'converted') AND {section}_id IS NOT NULL"
        f" AND {stored.member('params', side)} IS NOT NULL"
        for section in ("lead", "deal")
        for side in ("before", "after")
    ]
    computed, kept = " UNION ".join(parts), "SELECT section, stage_id, record_id FROM stage_passage"
    for words, one, other in (("lacks", computed, kept), ("has too many", kept, computed)):
        count = stored.number(
            f"SELECT count(*) FROM (SELECT * FROM ({one}) AS a EXCEPT SELECT * FROM ({other}) AS b) AS x"
        )
        if count:
            yield f"stage_passage {words}: {count}"


def _wrong_readers(stored: Stored) -> Iterator[str]:
    computed = """
        SELECT contact_id, person, count(*) AS n FROM (
            SELECT id AS contact_id, responsible_id AS person FROM contact
            UNION ALL SELECT contact_id, responsible_id FROM lead WHERE contact_id IS NOT NULL
            UNION ALL SELECT contact_id, responsible_id FROM deal
            UNION ALL SELECT contact_id, lead_responsible_id FROM deal
                WHERE lead_responsible_id IS NOT NULL AND lead_responsible_id <> responsible_id
        ) AS reading GROUP BY contact_id, person"""
    differing = stored.number(
        f"SELECT count(*) FROM ({computed}) AS right_one FULL JOIN contact_access AS kept ON"
        " kept.contact_id = right_one.contact_id AND kept.responsible_id = right_one.person"
        " WHERE kept.n IS DISTINCT FROM right_one.n"
    )
    if differing:
        yield f"{differing} rows of contact_access are wrong"


def _wrong_index(stored: Stored) -> Iterator[str]:
    for client in CLIENTS:
        index = f"{client}_search"
        try:
            stored.rows(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except Exception as error:  # noqa: BLE001 - whatever the index says of itself
            yield f"{index}: {error}"
