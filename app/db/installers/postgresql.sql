CREATE OR REPLACE FUNCTION context() RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(nullif(current_setting('prichal.context', true), ''), '{}')::jsonb
$$

-- next

CREATE OR REPLACE FUNCTION differing(old_row jsonb, new_row jsonb, keys text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(k, jsonb_build_array(o, n)), '{}') FROM (
        SELECT key AS k, nullif(old_row -> key, 'null') AS o, nullif(new_row -> key, 'null') AS n
        FROM unnest(keys) AS key WHERE key <> 'custom'
        UNION ALL
        SELECT 'custom.' || key, old_row -> 'custom' -> key, new_row -> 'custom' -> key
        FROM (SELECT jsonb_object_keys(coalesce(nullif(old_row -> 'custom', 'null'), '{}')) AS key
              UNION SELECT jsonb_object_keys(coalesce(nullif(new_row -> 'custom', 'null'), '{}'))) AS member
        WHERE 'custom' = ANY (keys)
    ) AS pair WHERE o IS DISTINCT FROM n
$$

-- next

CREATE OR REPLACE FUNCTION feed(kind text, ref bigint, op text, responsible bigint) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO change_feed (at, kind, ref, op, operation_id, actor_id, origin, responsible_id)
    SELECT clock_timestamp(), feed.kind, feed.ref, feed.op, c ->> 'operation', (c ->> 'actor')::bigint,
           c ->> 'origin', feed.responsible
    FROM context() AS c
$$

-- next

CREATE OR REPLACE FUNCTION owner_of(present jsonb, parents text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY[split_part(parent, ':', 1), present ->> split_part(parent, ':', 2)]
    FROM unnest(string_to_array(parents, ',')) WITH ORDINALITY AS listed(parent, place)
    WHERE present ->> split_part(parent, ':', 2) IS NOT NULL ORDER BY place LIMIT 1
$$

-- next

CREATE OR REPLACE FUNCTION named(present jsonb, words text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_object_agg(CASE place WHEN 1 THEN 'table' ELSE word END,
                            CASE place WHEN 1 THEN to_jsonb(word) ELSE present -> word END)
    FROM unnest(words) WITH ORDINALITY AS listed(word, place)
$$

-- next

CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}'::jsonb ELSE to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}'::jsonb ELSE to_jsonb(NEW) END;
    present jsonb := CASE WHEN TG_OP = 'DELETE' THEN old_row ELSE new_row END;
    keys text[] := string_to_array(TG_ARGV[1], ',');
    word text := CASE TG_OP WHEN 'INSERT' THEN 'create' WHEN 'UPDATE' THEN 'change' ELSE 'delete' END;
    responsible bigint := CASE WHEN TG_ARGV[5] <> '' THEN (present ->> TG_ARGV[5])::bigint END;
    about jsonb := context();
    owner text[] := CASE WHEN TG_ARGV[6] = 'owner' THEN owner_of(present, TG_ARGV[3]) END;
    called jsonb := CASE WHEN TG_ARGV[7] <> '' THEN named(present, string_to_array(TG_ARGV[7], ',')) END;
    found jsonb;
    parent text;
    parent_id bigint;
    parent_was bigint;
BEGIN
    IF TG_ARGV[2] <> '' AND present ->> 'contact_id' IS NULL THEN
        keys := keys || string_to_array(TG_ARGV[2], ',');
    END IF;
    found := differing(old_row, new_row, keys);
    IF TG_OP <> 'UPDATE' OR found <> '{}' THEN
        INSERT INTO history (at, actor_id, operation_id, kind, ref, op, changes, responsible_id, owner_kind, owner_id,
                             params)
        VALUES (coalesce((about ->> 'at')::timestamptz, clock_timestamp()), (about ->> 'actor')::bigint,
                about ->> 'operation', TG_ARGV[0], (present ->> 'id')::bigint, word, found, responsible,
                owner[1], owner[2]::bigint, called);
    END IF;
    -- In bulk the service writes the feed: asking for each row costs more than the rows themselves.
    IF coalesce((about ->> 'quiet')::boolean, false) THEN
        RETURN NULL;
    END IF;
    IF TG_ARGV[4] = 'own' THEN
        PERFORM feed(TG_ARGV[0], (present ->> 'id')::bigint, word, responsible);
        IF TG_OP = 'UPDATE' AND TG_ARGV[5] <> '' AND old_row ->> TG_ARGV[5] IS DISTINCT FROM new_row ->> TG_ARGV[5] THEN
            PERFORM feed(TG_ARGV[0], (present ->> 'id')::bigint, 'left', (old_row ->> TG_ARGV[5])::bigint);
        END IF;
    END IF;
    FOREACH parent IN ARRAY string_to_array(TG_ARGV[3], ',') LOOP
        parent_id := present ->> split_part(parent, ':', 2);
        parent_was := old_row ->> split_part(parent, ':', 2);
        IF parent_id IS NOT NULL THEN
            PERFORM feed(split_part(parent, ':', 1), parent_id, TG_ARGV[0], responsible);
        END IF;
        IF TG_OP = 'UPDATE' AND parent_was IS NOT NULL AND parent_was IS DISTINCT FROM parent_id THEN
            PERFORM feed(split_part(parent, ':', 1), parent_was, TG_ARGV[0], responsible);
        END IF;
    END LOOP;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history is kept';
END $$

-- next

CREATE OR REPLACE FUNCTION keep_activity_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    client text := TG_ARGV[0];
    owner bigint;
    owners bigint[] := ARRAY[]::bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN owners := owners || (to_jsonb(OLD) ->> (client || '_id'))::bigint; END IF;
    IF TG_OP <> 'DELETE' THEN owners := owners || (to_jsonb(NEW) ->> (client || '_id'))::bigint; END IF;
    FOR owner IN SELECT DISTINCT o FROM unnest(owners) AS o WHERE o IS NOT NULL ORDER BY o LOOP
        -- Lock first, then compute: without the lock 13 of 200 leads went wrong (DATA.md).
        EXECUTE format('SELECT 1 FROM %I WHERE id = $1 FOR NO KEY UPDATE', client) USING owner;
        EXECUTE format(
            'UPDATE %1$I SET (next_activity_at, next_activity_id) = (
                 SELECT starts_at, id FROM activity
                 WHERE %2$I = $1 AND state = ''planned'' AND deleted_at IS NULL
                 ORDER BY starts_at, id LIMIT 1)
             WHERE id = $1', client, client || '_id') USING owner;
    END LOOP;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE FUNCTION keep_timeline_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    client text := TG_ARGV[0];
    owner bigint;
    owners bigint[] := ARRAY[]::bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN owners := owners || (to_jsonb(OLD) ->> (client || '_id'))::bigint; END IF;
    IF TG_OP <> 'DELETE' THEN owners := owners || (to_jsonb(NEW) ->> (client || '_id'))::bigint; END IF;
    FOR owner IN SELECT DISTINCT o FROM unnest(owners) AS o WHERE o IS NOT NULL ORDER BY o LOOP
        EXECUTE format('SELECT 1 FROM %I WHERE id = $1 FOR NO KEY UPDATE', client) USING owner;
        EXECUTE format(
            'UPDATE %1$I SET
                 last_contact_at = (SELECT max(at) FROM timeline
                                    WHERE %2$I = $1 AND is_contact AND deleted_at IS NULL),
                 last_timeline_id = (SELECT id FROM timeline
                                     WHERE %2$I = $1 AND deleted_at IS NULL AND kind IN
                                     (''comment'', ''call'', ''meeting'', ''visit'', ''message_in'',
                                      ''message_out'', ''letter'')
                                     ORDER BY at DESC, id DESC LIMIT 1)
             WHERE id = $1', client, client || '_id') USING owner;
    END LOOP;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE FUNCTION keep_payment_copies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.deal_id ELSE NEW.deal_id END;
BEGIN
    PERFORM 1 FROM deal WHERE id = owner FOR NO KEY UPDATE;
    UPDATE deal SET
        paid = (SELECT coalesce(sum(amount), 0) FROM payment WHERE deal_id = owner AND received_on IS NOT NULL),
        next_payment_on = (SELECT min(planned_on) FROM payment WHERE deal_id = owner AND received_on IS NULL)
    WHERE id = owner;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE FUNCTION keep_person_copies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE lead SET last_name = NEW.last_name, first_name = NEW.first_name, middle_name = NEW.middle_name,
        birth_date = NEW.birth_date, sort_key = NEW.sort_key, phone = NEW.phone, email = NEW.email,
        person_norm = NEW.person_norm WHERE contact_id = NEW.id;
    UPDATE deal SET last_name = NEW.last_name, first_name = NEW.first_name, middle_name = NEW.middle_name,
        birth_date = NEW.birth_date, sort_key = NEW.sort_key, phone = NEW.phone, email = NEW.email,
        person_norm = NEW.person_norm WHERE contact_id = NEW.id;
    RETURN NULL;
END $$
