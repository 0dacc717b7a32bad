"""Plain SQL as each role: nobody sees or changes more than their role allows, with whatever program."""

import asyncpg
import pytest

from tests.security.attacks import ATTACKS, Attack
from tests.security.world import OFFICE, World

REFUSED = asyncpg.InsufficientPrivilegeError


async def rows_of(connection: asyncpg.Connection, statement: str) -> int:
    """How many rows a statement shows or touches, taken back afterwards; what counts none counts one."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        last = (await connection.execute(statement)).split()[-1]
        return int(last) if last.isdecimal() else 1
    finally:
        await transaction.rollback()


async def tried(world: World, who: str, statement: str) -> int:
    """As `rows_of`; none where the server refuses."""
    connection = await world.connect(who)
    try:
        return await rows_of(connection, statement.format(**world.names))
    except REFUSED:
        return 0
    finally:
        await connection.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: f"{one.kind}: {one.name}")
async def test_attack_fails_and_its_twin_succeeds(world: World, attack: Attack) -> None:
    assert await tried(world, attack.who, attack.sql) == 0
    assert await tried(world, attack.twin, attack.same or attack.sql) > 0


def test_there_are_attacks_of_every_class() -> None:
    kinds = {attack.kind for attack in ATTACKS}
    assert kinds >= {
        "read", "change", "change without history", "forge", "raise one's scope", "sessions and passwords", "secrets",
        "hostile input", "search paths", "COPY", "large objects", "another database",
    }  # fmt: skip
    assert len(ATTACKS) >= 40


async def history_of(world: World, context: str) -> asyncpg.Record:
    """The line that Olga's change leaves, who says of herself what `context` says."""
    connection, office = await world.connect("olga"), await world.connect(OFFICE)
    try:
        async with connection.transaction():
            await connection.execute("SELECT set_config('prichal.context', $1, true)", context)
            await connection.execute("UPDATE lead SET comment = comment || 'x' WHERE id = $1", world.names["olga_lead"])
        line = await office.fetchrow("SELECT *, at > now() - interval '1 hour' AS fresh FROM history ORDER BY id DESC")
        assert line is not None
        return line
    finally:
        await connection.close()
        await office.close()


async def test_actor_and_time_of_the_history_are_the_servers_own(world: World) -> None:
    line = await history_of(world, '{{"actor": {pavel}, "at": "2001-01-01T00:00:00Z"}}'.format(**world.names))
    assert (line["actor_id"], line["fresh"]) == (world.names["olga"], True)


async def test_quiet_change_leaves_its_line_all_the_same(world: World) -> None:
    line = await history_of(world, '{"quiet": true, "operation": "op-pavel"}')
    assert (line["actor_id"], line["kind"], line["operation_id"]) == (world.names["olga"], "lead", None)


async def test_context_that_is_no_object_names_nobody_else(world: World) -> None:
    assert (await history_of(world, f"[{world.names['pavel']}]"))["actor_id"] == world.names["olga"]


async def test_errors_tell_nothing_of_hidden_rows(world: World) -> None:
    """A condition that would fail on a hidden row is asked of readable rows alone."""
    statement = "SELECT 1 / (id - {pavel_lead}) FROM lead".format(**world.names)
    assert await tried(world, "olga", statement) == 1
    with pytest.raises(asyncpg.DivisionByZeroError):
        await tried(world, "pavel", statement)


async def test_change_without_a_condition_reaches_no_lead_that_was_handed_over(world: World) -> None:
    """Both leads were made by Olga; read policies bind only statements that ask for something."""
    assert await tried(world, "olga", "UPDATE lead SET comment = 'x'") == 1
    assert await tried(world, "admin", "UPDATE lead SET comment = 'x'") == 2


async def test_copy_gives_out_readable_rows_alone(world: World) -> None:
    given = {}
    for who in ("olga", "admin"):
        connection = await world.connect(who)
        told = bytearray()

        async def take(data: bytes, into: bytearray = told) -> None:
            into.extend(data)

        await connection.copy_from_query("SELECT id FROM lead ORDER BY id", output=take)
        await connection.close()
        given[who] = [int(line) for line in told.split()]
    assert given == {
        "olga": [world.names["olga_lead"]], "admin": [world.names["olga_lead"], world.names["pavel_lead"]]
    }  # fmt: skip


async def test_copying_in_past_the_policies_is_refused(world: World) -> None:
    connection = await world.connect("admin")
    try:
        with pytest.raises(asyncpg.PostgresError, match=r"row-level security|permission denied"):
            await connection.copy_records_to_table("draft", records=[(1, "x", "{}", None)])
    finally:
        await connection.close()


async def test_role_of_one_office_enters_no_other_of_the_same_server(world: World) -> None:
    with pytest.raises(REFUSED):
        await world.connect("admin", world.other)
    await (await world.connect("admin")).close()
    await (await world.connect(OFFICE, world.other)).close()


async def test_session_of_a_colleague_is_not_ended(world: World) -> None:
    victim, attacker, office = [await world.connect(who) for who in ("pavel", "olga", OFFICE)]
    try:
        pid = await victim.fetchval("SELECT pg_backend_pid()")
        with pytest.raises(REFUSED):
            await attacker.execute("SELECT pg_terminate_backend($1)", pid)
        assert await victim.fetchval("SELECT my_id()") == world.names["pavel"]
        assert await office.fetchval("SELECT pg_terminate_backend($1)", pid)
    finally:
        for connection in (victim, attacker, office):
            await connection.close()


async def test_every_table_is_guarded_and_nothing_is_everybodys(world: World) -> None:
    office = await world.connect(OFFICE)
    try:
        open_tables = await office.fetch(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " AND NOT relrowsecurity"
        )
        everybodys = await office.fetch(
            "SELECT proname FROM pg_proc AS f WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM"
            " pg_depend WHERE objid = f.oid AND deptype = 'e') AND has_function_privilege('public', f.oid, 'EXECUTE')"
        )
        unpinned = await office.fetch(
            "SELECT proname FROM pg_proc AS f WHERE prosecdef AND pronamespace = 'public'::regnamespace"
            " AND NOT coalesce(proconfig::text, '') LIKE '%search_path=public, pg_temp%'"
        )
        assert (open_tables, everybodys, unpinned) == ([], [], [])
    finally:
        await office.close()
