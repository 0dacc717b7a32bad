"""Triggers that keep, beside the timeline, which stages a lead or deal went through."""

from sqlalchemy.engine import Connection

SECTIONS = ("lead", "deal")
MOVES = "('stage', 'converted')"
"""Kinds of lines that say "from this stage to that"."""
SIDES = ("before", "after")

_POSTGRESQL = """
CREATE OR REPLACE FUNCTION keep_stage_passages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    passed text := TG_ARGV[0];
    new_owner bigint := CASE WHEN TG_OP <> 'DELETE' THEN (to_jsonb(NEW) ->> (passed || '_id'))::bigint END;
    old_owner bigint := CASE WHEN TG_OP <> 'INSERT' THEN (to_jsonb(OLD) ->> (passed || '_id'))::bigint END;
BEGIN
    IF old_owner IS NOT NULL AND old_owner IS DISTINCT FROM new_owner THEN
        DELETE FROM stage_passage WHERE section = passed AND record_id = old_owner;
        EXECUTE format(
            'INSERT INTO stage_passage (section, stage_id, record_id)
             SELECT DISTINCT $1, stage.id, $2 FROM timeline,
                 LATERAL (VALUES ((params ->> ''before'')::bigint), ((params ->> ''after'')::bigint)) AS stage (id)
             WHERE %1$I = $2 AND kind IN (''stage'', ''converted'') AND stage.id IS NOT NULL', passed || '_id')
            USING passed, old_owner;
    END IF;
    IF new_owner IS NOT NULL THEN
        INSERT INTO stage_passage (section, stage_id, record_id)
        SELECT DISTINCT passed, stage.id, new_owner
        FROM (VALUES ((NEW.params ->> 'before')::bigint), ((NEW.params ->> 'after')::bigint)) AS stage (id)
        WHERE stage.id IS NOT NULL
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$
"""


def install_sqlite(connection: Connection) -> None:
    """Make the triggers anew."""
    for section in SECTIONS:
        owner, name = f"{section}_id", f"passage_{section}"
        forget = f"DELETE FROM stage_passage WHERE section = '{section}' AND record_id = OLD.{owner};"
        again = forget + " ".join(_read(section, side) for side in SIDES)
        add = " ".join(_add(section, side) for side in SIDES)
        moved = f"OLD.kind IN {MOVES} AND OLD.{owner} IS NOT NULL"
        came = f"NEW.kind IN {MOVES} AND NEW.{owner} IS NOT NULL"
        changed = f"OLD.{owner} IS NOT NEW.{owner}"
        _sqlite(connection, f"{name}_insert", f"AFTER INSERT ON timeline WHEN {came} BEGIN {add} END")
        _sqlite(connection, f"{name}_came", f"AFTER UPDATE OF {owner} ON timeline WHEN {came} BEGIN {add} END")
        _sqlite(
            connection,
            f"{name}_left",
            f"AFTER UPDATE OF {owner} ON timeline WHEN {moved} AND {changed} BEGIN {again} END",
        )
        _sqlite(connection, f"{name}_delete", f"AFTER DELETE ON timeline WHEN {moved} BEGIN {again} END")


def install_postgresql(connection: Connection) -> None:
    """Make the function and the triggers anew."""
    connection.exec_driver_sql(_POSTGRESQL)
    for section in SECTIONS:
        run = f"EXECUTE FUNCTION keep_stage_passages('{section}')"
        for event, row in (("INSERT", "NEW"), (f"UPDATE OF {section}_id", "NEW"), ("DELETE", "OLD")):
            name = f"passage_{section}_{event.split()[0].lower()}"
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON timeline")
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name} AFTER {event} ON timeline FOR EACH ROW WHEN ({row}.kind IN {MOVES}) {run}"
            )


def fill(connection: Connection) -> None:
    """Read all of it from the timeline, where many rows were written past the triggers."""
    stage = "json_extract(params, '$.{}')" if connection.dialect.name == "sqlite" else "(params ->> '{}')::bigint"
    for section in SECTIONS:
        for of_side in (stage.format(side) for side in SIDES):
            connection.exec_driver_sql(
                "INSERT INTO stage_passage (section, stage_id, record_id) "
                f"SELECT DISTINCT '{section}', {of_side}, {section}_id FROM timeline "
                f"WHERE kind IN {MOVES} AND {section}_id IS NOT NULL AND {of_side} IS NOT NULL ON CONFLICT DO NOTHING"
            )


def _sqlite(connection: Connection, name: str, body: str) -> None:
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")


def _add(section: str, side: str) -> str:
    """Of the line that came."""
    stage = f"json_extract(NEW.params, '$.{side}')"
    return (
        "INSERT OR IGNORE INTO stage_passage (section, stage_id, record_id) "
        f"SELECT '{section}', {stage}, NEW.{section}_id WHERE {stage} IS NOT NULL;"
    )


def _read(section: str, side: str) -> str:
    """Of the lines that are left."""
    stage = f"json_extract(params, '$.{side}')"
    return (
        f"INSERT OR IGNORE INTO stage_passage (section, stage_id, record_id) SELECT '{section}', {stage}, {section}_id "
        f"FROM timeline WHERE {section}_id = OLD.{section}_id AND kind IN {MOVES} AND {stage} IS NOT NULL;"
    )
