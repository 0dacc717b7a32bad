"""The revisions over real rows, and that the literal DDL says what the models say."""

from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from app.core.errors import UserError
from app.db.engine import Database, connect
from app.db.migrate import current, head, known_revisions, upgrade
from app.db.opening import open_database
from app.models import Base, History, Lead

FIRST = (
    "INSERT INTO role (id, code, name, position) VALUES (1, 'manager', 'M', 0)",
    """INSERT INTO employee (id, last_name, first_name, middle_name, name, sort_key, job_title, role_id, active,
    created_at) VALUES (1, '', '', '', 'K', 'k', '', 1, true, '2025-11-18 08:45:00.000000')""",
    """INSERT INTO stage (id, section, code, name, stage_kind, tone, hint, position, queue_rank)
    VALUES (1, 'lead', 'new', 'N', 'working', 'blue', '', 1, 1),
    (2, 'lead', 'refused', 'R', 'failure', 'failure', '', 2, 9)""",
)
LEAD = (
    "INSERT INTO lead (id, title, stage_id, stage_since, source_details, referrer, currency, repeat, responsible_id,"
    " comment, custom, created_at, updated_at, version, last_name, first_name, middle_name, sort_key, person_norm,"
    " own_norm) VALUES ({id}, 'T', {stage}, '2025-11-18 08:45:00.000000', '', '', 'RUB', false, 1, '',"
    " '{{}}', '2025-11-18 08:45:00.000000', '2025-11-18 08:45:00.000000', 1, 'Кац', '', '', 'кац', 'кац', '')"
)


LINE = (
    "INSERT INTO history (id, at, kind, ref, op, operation_id, changes) VALUES"
    " ({id}, '2025-11-18 08:45:00.000000', '{kind}', {ref}, '{op}', {operation}, '{{}}')"
)
OPERATION = (
    "INSERT INTO operation (id, kind, at, state, params) VALUES"
    " ('{id}', '{kind}', '2025-11-18 08:45:00.000000', 'done', '{{\"ref\": {ref}}}')"
)
POINT = (
    "INSERT INTO contact_point (id, lead_id, point_kind, value, label, position)"
    " VALUES ({id}, {lead}, 'phone', '{value}', '', 0)"
)
SECOND = (
    OPERATION.format(id="made", kind="lead.create", ref=1),
    OPERATION.format(id="edited", kind="lead.edit", ref=1),
    LINE.format(id=11, kind="contact_point", ref=5, op="create", operation="'made'"),
    LINE.format(id=12, kind="contact_point", ref=5, op="delete", operation="'edited'"),
    # SQLite gives the number of an erased row to the next one: this is another phone, of another lead.
    LINE.format(id=13, kind="contact_point", ref=5, op="create", operation="NULL"),
    POINT.format(id=5, lead=2, value="+79160004127"),
)


async def at_revision(url: str, revision: str, *rows: str) -> Database:
    """A database of an earlier revision with a working and a closed lead in it."""
    database = connect(url)
    await upgrade(database, revision)
    async with database.engine.begin() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SET LOCAL timezone = 'UTC'"))
        leads = LEAD.format(id=1, stage=1), LEAD.format(id=2, stage=2)
        line = LINE.format(id=1001, kind="lead", ref=1, op="create", operation="NULL")
        for statement in (*FIRST, *leads, line, *rows):
            await connection.exec_driver_sql(statement)
    return database


async def test_second_revision_fills_its_column_over_rows(empty_database_url: str) -> None:
    database = await at_revision(empty_database_url, "0001")
    assert await current(database) == "0001"
    await upgrade(database, "0002")
    async with database.engine.connect() as connection:
        found = (await connection.execute(text("SELECT id, closed_at IS NULL FROM lead ORDER BY id"))).all()
    assert [(row[0], bool(row[1])) for row in found] == [(1, True), (2, False)]
    await database.close()


async def test_third_revision_gives_phones_their_owner_also_those_erased(empty_database_url: str) -> None:
    database = await at_revision(empty_database_url, "0002", *SECOND)
    await upgrade(database)
    assert await current(database) == head()
    async with database.read() as session:
        owned = select(History.id, History.owner_kind, History.owner_id).where(History.kind == "contact_point")
        lines = (await session.execute(owned.order_by(History.id))).all()
        rows = (await session.execute(select(Lead.id, Lead.title).order_by(Lead.id))).all()
    assert lines == [(11, "lead", 1), (12, "lead", 1), (13, "lead", 2)]
    assert rows == [(1, "T"), (2, "T")]
    await database.close()


async def test_upgrading_leaves_triggers_and_search_that_work(empty_database_url: str) -> None:
    database = await at_revision(empty_database_url, "0002")
    await upgrade(database)
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE lead SET last_name = 'Фомин', comment = 'x' WHERE id = 1")
    async with database.read() as session:
        assert await session.scalar(text("SELECT count(*) FROM history WHERE kind = 'lead' AND op = 'change'")) == 1
    with pytest.raises(DBAPIError, match="history is kept"):
        async with database.engine.begin() as connection:
            await connection.exec_driver_sql("UPDATE history SET owner_id = 1")
    await database.close()


async def test_older_database_is_not_opened_and_a_newer_one_neither(empty_database_url: str) -> None:
    database = await at_revision(empty_database_url, "0001")
    assert await refusal(empty_database_url) == "database_older"
    await upgrade(database)
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await database.close()
    assert await refusal(empty_database_url) == "database_newer"


async def refusal(url: str) -> str:
    try:
        opened = await open_database(url)
    except UserError as error:
        return error.code
    await opened.close()
    return "opened"


@pytest.mark.filterwarnings("ignore:Did not recognize type 'xid8'")  # the feed's own column, unknown to SQLAlchemy
async def test_literal_ddl_makes_what_the_models_say(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        return [one for one in compare_metadata(context, Base.metadata) if not is_beside_the_tables(one)]

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


def is_beside_the_tables(difference: object) -> bool:
    """Search tables, slot and search indexes, the feed's xid and the guard's own are the installers' alone."""
    words = str(difference)
    guards = ("server_account", "contact_access", "author_id")
    mine = (*guards, "_search", "ix_change_feed_xid", "xid")
    return any(one in words for one in mine) or any(
        f"ix_{client}_{slot}" in words for client in ("lead", "deal", "contact") for slot in SLOTS
    )


SLOTS = tuple(f"{kind}{number:02}" for kind in "nt" for number in range(1, 17))


def test_files_of_revisions_tell_what_alembic_reads_in_them() -> None:
    scripts = ScriptDirectory(str(files("app.db.migrations")))
    assert head() == scripts.get_current_head()
    assert known_revisions() == {script.revision for script in scripts.walk_revisions()}
