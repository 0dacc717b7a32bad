"""A small office on one server, with something of everybody's to be attacked, and a second office beside it."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import asyncpg

from app.core.clock import FixedClock
from app.core.text import sort_key
from app.db.engine import Database
from app.db.opening import create_database
from app.db.server import login_role
from tests.support.employees import PASSWORD, quick_verifier
from tests.support.office import ADMIN, EXECUTOR, MANAGER, NOW, SUPERVISOR, make_office
from tests.support.postgres import Cluster

INVITED = "invited@primer.test"
OFFICE = "office"
"""The office's own account: past the policies."""

WHO = {"admin": ADMIN, "head": SUPERVISOR, "olga": MANAGER, "pavel": EXECUTOR, "invited": INVITED}

_CLIENT = (
    "title, custom, created_at, updated_at, version, last_name, first_name, middle_name, sort_key, person_norm,"
    " own_norm, comment, responsible_id"
)
_VALUES = "'', '{{}}', now(), now(), 1, '{name}', '', '', '{key}', '{key}', '', '', {owner}"


@dataclass(frozen=True)
class World:
    """Where to sign in, and the numbers of what there is."""

    cluster: Cluster
    database: str
    other: str
    names: dict[str, object]

    def address(self, who: str, database: str | None = None) -> str:
        """The address of a person, or of the office's account."""
        if who == OFFICE:
            return self.cluster.url(database or self.database)
        role = login_role(self.database, WHO[who])
        return f"postgresql://{role}:{PASSWORD}@127.0.0.1:{self.cluster.port}/{database or self.database}"

    async def connect(self, who: str, database: str | None = None) -> asyncpg.Connection:
        return await asyncpg.connect(self.address(who, database))


def make_world(cluster: Cluster) -> World:
    """Two databases of one cluster, each with its own guard."""
    return asyncio.run(_make(cluster))


async def _make(cluster: Cluster) -> World:
    names: dict[str, object] = {}
    for database in ("attacked", "neighbour"):
        connection = await asyncpg.connect(cluster.url("postgres"))
        await connection.execute(f"CREATE DATABASE {database}")
        await connection.close()
        opened = await create_database(cluster.url(database))
        try:
            names = await _fill(opened, cluster.url(database)) if database == "attacked" else names
        finally:
            await opened.close()
    return World(cluster, "attacked", "neighbour", names)


async def _fill(database: Database, url: str) -> dict[str, object]:
    # At a moment of its own: a copy of another test's office would come without this database's own privileges.
    await make_office(database, FixedClock(NOW + timedelta(seconds=1)))
    await database.engine.dispose()
    connection = await asyncpg.connect(url)
    try:
        names: dict[str, object] = {
            who: await connection.fetchval("SELECT employee_id FROM login WHERE normal = $1", login)
            for who, login in WHO.items()
            if who != "invited"
        }
        await connection.execute(
            "INSERT INTO employee (last_name, first_name, middle_name, name, sort_key, job_title, role_id, active,"
            " created_at) SELECT '', '', '', 'Новиков', 'новиков', '', id, true, now() FROM role WHERE code = 'manager'"
        )
        names["invited"] = await connection.fetchval("SELECT max(id) FROM employee")
        await connection.execute(
            "INSERT INTO login (employee_id, value, normal) VALUES ($1, $2, $2)", names["invited"], INVITED
        )
        for who, login in WHO.items():
            await connection.execute(
                "SELECT open_account(id, $2, NULL, $3) FROM login WHERE normal = $1",
                login, quick_verifier(), who == "invited",
            )  # fmt: skip
        await _bin_long_ago(connection, names)
        await _add_clients(connection, names)
        names["code"] = await connection.fetchval(
            "SELECT split_part(relowner::regrole::text, '_', 2) FROM pg_class WHERE oid = 'lead'::regclass"
        )
        names["pavel_login"] = await connection.fetchval("SELECT id FROM login WHERE employee_id = $1", names["pavel"])
        names["olga_role"] = login_role("attacked", MANAGER)
        names["pavel_role"] = login_role("attacked", EXECUTOR)
        return names
    finally:
        await connection.close()


async def _bin_long_ago(connection: asyncpg.Connection, names: dict[str, object]) -> None:
    """An activity that is over time in the bin, with no line of the history that says otherwise."""
    await connection.execute("SET session_replication_role = replica")
    names["binned"] = await connection.fetchval(
        "INSERT INTO activity (kind, subject, description, starts_at, minutes, place_text, state, result_comment,"
        " responsible_id, created_at, version, deleted_at) VALUES ('call', 'Забыть', '', now(), 5, '', 'planned', '',"
        f" {names['olga']}, now(), 1, now() - interval '40 days') RETURNING id"
    )
    await connection.execute("SET session_replication_role = origin")


async def _add_clients(connection: asyncpg.Connection, names: dict[str, object]) -> None:
    """For Olga and Pavel each a lead, a contact, a deal and all that hangs on them."""
    stage = {
        section: await connection.fetchval(
            "SELECT id FROM stage WHERE section = $1 ORDER BY position LIMIT 1", section
        )
        for section in ("lead", "deal")
    }
    for who, name in (("olga", "Гаврилова"), ("pavel", "Тихонов")):
        values = _VALUES.format(name=name, key=sort_key(name), owner=names[who])
        contact = await connection.fetchval(f"INSERT INTO contact ({_CLIENT}) VALUES ({values}) RETURNING id")
        lead = await connection.fetchval(
            f"INSERT INTO lead ({_CLIENT}, stage_id, stage_since, source_details, referrer, currency, repeat,"
            f" created_by) VALUES ({values}, {stage['lead']}, now(), '', '', 'RUB', false, {names['olga']})"
            " RETURNING id"
        )
        deal = await connection.fetchval(
            f"INSERT INTO deal ({_CLIENT}, stage_id, stage_since, currency, contract_number, paid, contact_id)"
            f" VALUES ({values}, {stage['deal']}, now(), 'RUB', '', 0, {contact}) RETURNING id"
        )
        names |= {f"{who}_lead": lead, f"{who}_contact": contact, f"{who}_deal": deal}
        await _hang_on(connection, names, who)


async def _hang_on(connection: asyncpg.Connection, names: dict[str, object], who: str) -> None:
    me, lead, deal = names[who], names[f"{who}_lead"], names[f"{who}_deal"]
    statements = {
        "file": "INSERT INTO file (size, complete, created_at, sha256) VALUES (3, true, now(), 'abc') RETURNING id",
        "attachment": f"INSERT INTO attachment (file_id, name, lead_id, author_id, created_at)"
        f" VALUES ((SELECT max(id) FROM file), 'a.txt', {lead}, {me}, now()) RETURNING id",
        "chunk": "INSERT INTO file_chunk (file_id, n, bytes) VALUES ((SELECT max(id) FROM file), 0, 'abc') RETURNING n",
        "point": f"INSERT INTO contact_point (lead_id, point_kind, value, normal, label, position)"
        f" VALUES ({lead}, 'phone', '{who}', '{who}', '', 0) RETURNING id",
        "line": f"INSERT INTO timeline (at, kind, lead_id, author_id, body, params, is_contact)"
        f" VALUES (now(), 'comment', {lead}, {names['head']}, 'тихо', '{{}}', false) RETURNING id",
        "payment": f"INSERT INTO payment (deal_id, number, planned_on, amount, created_at, version)"
        f" VALUES ({deal}, 1, '2026-01-01', 500, now(), 1) RETURNING id",
        "activity": f"INSERT INTO activity (kind, subject, description, starts_at, minutes, place_text, state,"
        f" result_comment, responsible_id, lead_id, created_at, version)"
        f" VALUES ('meeting', 'Уточнить', '', now(), 5, '', 'planned', '', {me}, {lead}, now(), 1) RETURNING id",
        "draft": f"INSERT INTO draft VALUES ({me}, 'lead', '{{}}', now()) RETURNING employee_id",
        "setting": f"INSERT INTO user_setting VALUES ({me}, 'theme', '1') RETURNING employee_id",
        "filter": f"INSERT INTO saved_filter (section, employee_id, name, definition, position, is_default)"
        f" VALUES ('lead', {me}, 'x', '{{}}', 1, false) RETURNING id",
        "bell": f"INSERT INTO notification (employee_id, mark, at, kind, params)"
        f" VALUES ({me}, 'm', now(), 'comment', '{{}}') RETURNING id",
        "operation": f"INSERT INTO operation (id, kind, actor_id, at, state, params)"
        f" VALUES ('op-{who}', 'lead.edit', {me}, now(), 'done', '{{}}') RETURNING id",
    }
    for word, statement in statements.items():
        names[f"{who}_{word}"] = await connection.fetchval(statement)
