-- What of the bin is over time (SPEC: 30 days). By the server's clock and by its own line of the history: a client may
-- write any moment into the row.
CREATE OR REPLACE FUNCTION overdue_in_bin(section text, before timestamptz, many integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    free boolean := office_account();
    until timestamptz := CASE WHEN free THEN before ELSE least(before, clock_timestamp() - interval '30 days') END;
    found bigint[];
BEGIN
    IF section NOT IN ('lead', 'deal', 'contact', 'activity') OR many NOT BETWEEN 1 AND 200
        OR (my_id() IS NULL AND NOT free) THEN
        PERFORM refuse('such a purge');
    END IF;
    EXECUTE format(
        'SELECT array_agg(id) FROM (
             SELECT id FROM %1$I AS binned WHERE deleted_at < $1 AND id < (SELECT max(id) FROM %1$I)
                 AND ($2 OR NOT EXISTS (SELECT FROM history WHERE kind = %1$L AND ref = binned.id
                                        AND changes ? ''deleted_at'' AND at >= $1)) %2$s
             ORDER BY deleted_at LIMIT $3) AS chosen', section,
        CASE section
            WHEN 'lead' THEN 'AND NOT EXISTS (SELECT FROM deal WHERE deal.lead_id = binned.id)'
            WHEN 'contact' THEN 'AND NOT EXISTS (SELECT FROM lead WHERE lead.contact_id = binned.id)
                                 AND NOT EXISTS (SELECT FROM deal WHERE deal.contact_id = binned.id)'
            ELSE '' END)
    INTO found USING until, free, many;
    RETURN coalesce(found, ARRAY[]::bigint[]);
END $$

-- next

CREATE OR REPLACE FUNCTION bin_is_overdue(section text, before timestamptz) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT cardinality(overdue_in_bin(section, before, 1)) > 0
$$

-- next

CREATE OR REPLACE FUNCTION guard_erasing_activities(ids bigint[]) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE timeline SET activity_id = NULL WHERE activity_id = ANY (ids);
    DELETE FROM activity_reminder WHERE activity_id = ANY (ids);
    DELETE FROM notification WHERE activity_id = ANY (ids);
    DELETE FROM activity WHERE id = ANY (ids);
END $$

-- next

-- What hangs on several clients goes with the last of them: a deal's activity names the contact, but is the deal's.
CREATE OR REPLACE FUNCTION guard_erasing_shared(section text, ids bigint[]) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
    own text := section || '_id';
    others text := CASE section WHEN 'lead' THEN 'deal_id IS NOT NULL' WHEN 'deal' THEN 'lead_id IS NOT NULL'
                                ELSE 'lead_id IS NOT NULL OR deal_id IS NOT NULL' END;
    name text;
    activities bigint[];
BEGIN
    FOREACH name IN ARRAY ARRAY['timeline', 'activity', 'attachment'] LOOP
        EXECUTE format('UPDATE %I SET %I = NULL WHERE %I = ANY ($1) AND (%s)', name, own, own, others) USING ids;
        IF name = 'activity' THEN
            EXECUTE format('SELECT array_agg(id) FROM activity WHERE %I = ANY ($1)', own) INTO activities USING ids;
            PERFORM guard_erasing_activities(activities);
        ELSE
            EXECUTE format('DELETE FROM %I WHERE %I = ANY ($1)', name, own) USING ids;
        END IF;
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION purge_bin(section text, before timestamptz, many integer) RETURNS SETOF bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    ids bigint[] := overdue_in_bin(section, before, many);
BEGIN
    -- Held until it is done: somebody may be restoring one, or erase the same.
    EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %I WHERE id = ANY ($1) AND deleted_at IS NOT NULL'
                   ' ORDER BY id FOR UPDATE) AS held', section) INTO ids USING ids;
    IF ids IS NULL THEN RETURN; END IF;
    CASE section
        WHEN 'activity' THEN PERFORM guard_erasing_activities(ids);
        WHEN 'deal' THEN DELETE FROM payment WHERE deal_id = ANY (ids);
        WHEN 'lead' THEN DELETE FROM contact_point WHERE lead_id = ANY (ids);
        ELSE
            DELETE FROM contact_point WHERE contact_id = ANY (ids);
            DELETE FROM related_person WHERE contact_id = ANY (ids) OR other_contact_id = ANY (ids);
    END CASE;
    IF section <> 'activity' THEN
        PERFORM guard_erasing_shared(section, ids);
        DELETE FROM option_link WHERE option_link.section = purge_bin.section AND record_id = ANY (ids);
        EXECUTE format('DELETE FROM %I WHERE id = ANY ($1)', section) USING ids;
    END IF;
    RETURN QUERY SELECT unnest(ids);
END $$
