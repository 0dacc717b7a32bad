CREATE OR REPLACE FUNCTION note_history(
    at timestamptz, actor bigint, op text, kind text, ref bigint, responsible bigint, params jsonb
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me bigint := my_id();
    owner bigint := note_history.responsible;
BEGIN
    IF office_account() THEN
        INSERT INTO history (at, actor_id, op, kind, ref, responsible_id, params)
        VALUES (note_history.at, note_history.actor, note_history.op, note_history.kind, note_history.ref, owner,
                note_history.params);
        RETURN;
    END IF;
    IF me IS NULL OR note_history.op NOT IN ('view', 'sign_in', 'export', 'refused', 'override', 'lookup') THEN
        PERFORM refuse('such a line of the history');
    END IF;
    IF note_history.op = 'refused' AND (
        SELECT count(*) FROM history
        WHERE actor_id = me AND op = 'refused' AND at > clock_timestamp() - interval '1 hour') >= 60 THEN
        RETURN;  -- enough is told
    END IF;
    IF note_history.kind IN ('lead', 'deal', 'contact') THEN
        EXECUTE format('SELECT responsible_id FROM %I WHERE id = $1', note_history.kind)
        INTO owner USING note_history.ref;
    END IF;
    INSERT INTO history (at, actor_id, op, kind, ref, responsible_id, params)
    VALUES (clock_timestamp(), me, note_history.op, note_history.kind, note_history.ref, owner, note_history.params);
END $$

-- next

CREATE OR REPLACE FUNCTION tell(kind text, ref bigint, op text, responsible bigint, said jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
BEGIN
    IF NOT office_account() AND (me IS NULL OR NOT (
        (tell.op = 'many' AND tell.ref IS NULL)
        OR (tell.kind IN ('reminder', 'notification') AND tell.ref = me AND tell.responsible = me))) THEN
        PERFORM refuse('such a line of the feed');
    END IF;
    INSERT INTO change_feed (at, kind, ref, op, operation_id, actor_id, origin, responsible_id)
    VALUES (clock_timestamp(), tell.kind, tell.ref, tell.op, said ->> 'operation',
            CASE WHEN office_account() THEN (said ->> 'actor')::bigint ELSE me END, said ->> 'origin',
            tell.responsible);
END $$

-- next

CREATE OR REPLACE FUNCTION condense_feed(many integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    told record;
BEGIN
    -- Of this transaction alone.
    FOR told IN SELECT kind, max(id) AS newest FROM change_feed WHERE xid = pg_current_xact_id()
                GROUP BY kind HAVING count(*) > many LOOP
        INSERT INTO change_feed (at, kind, op, operation_id, actor_id, origin, responsible_id)
        SELECT max(at), kind, 'many', operation_id, actor_id, origin, responsible_id FROM change_feed
        WHERE xid = pg_current_xact_id() AND kind = told.kind AND id <= told.newest
        GROUP BY kind, operation_id, actor_id, origin, responsible_id;
        DELETE FROM change_feed WHERE xid = pg_current_xact_id() AND kind = told.kind AND id <= told.newest;
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION trim_feed(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    DELETE FROM change_feed WHERE at < least(before, clock_timestamp() - interval '1 hour')
        AND id < (SELECT max(id) FROM change_feed)
$$
