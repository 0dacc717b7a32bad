CREATE OR REPLACE FUNCTION search_ids(section text, wanted jsonb, newest integer DEFAULT NULL)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED ROWS 100
SET search_path = public, pg_temp AS $$
DECLARE
    -- LIKE is not leakproof: under a policy the trigram index would never be used, so the scope is put in here.
    scope text := CASE WHEN office_account() THEN 'all' ELSE scope_of(search_ids.section, 'read') END;
    people bigint[] := CASE WHEN scope <> 'all' THEN people_within(search_ids.section, 'read') END;
    found text;
BEGIN
    IF section NOT IN ('lead', 'deal', 'contact') OR length(wanted::text) > 20000 THEN
        PERFORM refuse('such a search');
    END IF;
    SELECT string_agg('(' || written || ')', ' AND ') INTO found FROM (
        SELECT (SELECT string_agg(format('norm LIKE %L', writing), ' OR ')
                FROM jsonb_array_elements_text(part) AS writing) AS written
        FROM jsonb_array_elements(wanted) AS part) AS parts;
    IF found IS NULL OR scope = 'none' THEN RETURN; END IF;
    RETURN QUERY EXECUTE format('SELECT id FROM %I WHERE deleted_at IS NULL AND %s%s%s', section, found,
        CASE WHEN scope = 'all' THEN ''
             WHEN section = 'lead' THEN ' AND responsible_id = ANY ($1)'
             WHEN section = 'deal' THEN ' AND (responsible_id = ANY ($1) OR lead_responsible_id = ANY ($1))'
             ELSE ' AND EXISTS (SELECT FROM contact_access AS reading WHERE reading.contact_id = contact.id'
                  ' AND reading.responsible_id = ANY ($1))' END,
        CASE WHEN newest IS NULL THEN '' ELSE format(' ORDER BY id DESC LIMIT %s', newest) END) USING people;
END $$

-- next

CREATE OR REPLACE FUNCTION who_has(point text, wanted text)
RETURNS TABLE (section text, record_id bigint, responsible_id bigint) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
    free boolean := office_account();
    hidden integer := 0;
    known record;
BEGIN
    IF me IS NULL AND NOT free THEN PERFORM refuse('looking people up'); END IF;
    FOR known IN
        SELECT 'lead' AS kind, lead.id, lead.responsible_id AS owner FROM contact_point AS p
            JOIN lead ON lead.id = p.lead_id AND lead.deleted_at IS NULL
            WHERE p.point_kind = point AND p.normal = wanted
        UNION ALL
        SELECT 'contact', contact.id, contact.responsible_id FROM contact_point AS p
            JOIN contact ON contact.id = p.contact_id AND contact.deleted_at IS NULL
            WHERE p.point_kind = point AND p.normal = wanted
        LIMIT 30
    LOOP
        section := known.kind;
        record_id := known.id;
        responsible_id := known.owner;
        IF NOT free
            AND NOT (CASE known.kind WHEN 'lead' THEN sees_lead(known.id) ELSE sees_contact(known.id) END) THEN
            section := 'hidden';
            record_id := NULL;
            hidden := hidden + 1;
        END IF;
        RETURN NEXT;
    END LOOP;
    IF hidden > 0 THEN
        -- Limited and logged (SPEC, "People and access"): nobody walks through the office's phones.
        IF (SELECT count(*) FROM history WHERE actor_id = me AND op = 'lookup'
                AND at > clock_timestamp() - interval '1 hour') >= 100 THEN
            PERFORM refuse('looking up so many people');
        END IF;
        INSERT INTO history (at, actor_id, op, kind, params)
        VALUES (clock_timestamp(), me, 'lookup', 'contact', jsonb_build_object('count', hidden));
    END IF;
END $$

-- next

CREATE OR REPLACE FUNCTION known_out_of_sight(keys text[]) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    hidden text[];
BEGIN
    -- For an import: which phones and emails are a colleague's client's already. Whose it is isn't told; it is logged.
    IF office_account() OR (scope_of('lead', 'read') = 'all' AND scope_of('contact', 'read') = 'all') THEN RETURN; END IF;
    IF NOT may_somewhere('lead', 'import') OR cardinality(keys) > 20000 THEN PERFORM refuse('looking people up'); END IF;
    hidden := ARRAY(
        SELECT DISTINCT p.normal FROM contact_point AS p
        LEFT JOIN lead ON lead.id = p.lead_id AND lead.deleted_at IS NULL
        LEFT JOIN contact ON contact.id = p.contact_id AND contact.deleted_at IS NULL
        WHERE p.point_kind IN ('phone', 'email') AND p.normal = ANY (keys)
            AND ((lead.id IS NOT NULL AND NOT may('lead', 'read', lead.responsible_id))
                OR (contact.id IS NOT NULL AND NOT sees_contact(contact.id))));
    IF cardinality(hidden) > 0 THEN
        INSERT INTO history (at, actor_id, op, kind, params)
        VALUES (clock_timestamp(), my_id(), 'lookup', 'contact', jsonb_build_object('count', cardinality(hidden)));
    END IF;
    RETURN QUERY SELECT unnest(hidden);
END $$

-- next

CREATE OR REPLACE FUNCTION hand_over(kind text, ids bigint[], heir bigint) RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    given integer;
BEGIN
    IF kind NOT IN ('lead', 'deal', 'contact', 'activity') OR cardinality(ids) > 1000
        OR NOT EXISTS (SELECT FROM employee WHERE id = heir AND active) THEN
        PERFORM refuse('such a hand-over');
    END IF;
    EXECUTE format('UPDATE %I SET responsible_id = $2 WHERE id = ANY ($1) AND (office_account() OR %s)', kind,
        CASE WHEN kind = 'activity'
             THEN 'may_activity(''change'', responsible_id, lead_id, deal_id, contact_id)'
             ELSE format('may(%L, ''change'', responsible_id)', kind) END)
    USING ids, heir;
    GET DIAGNOSTICS given = ROW_COUNT;
    IF given < cardinality(ids) THEN PERFORM refuse('handing over what isn''t in reach'); END IF;
    RETURN given;
END $$

-- next

CREATE OR REPLACE FUNCTION take_turn(chosen bigint) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT office_account() AND NOT may_somewhere('lead', 'change') THEN PERFORM refuse('giving a turn'); END IF;
    UPDATE employee SET last_turn_at = clock_timestamp() WHERE id = chosen;
END $$

-- next

CREATE OR REPLACE FUNCTION last_contact_of(lead_number bigint) RETURNS timestamptz LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    -- Who reads a deal may know when the client was last spoken to before it.
    SELECT last_contact_at FROM lead WHERE id = lead_number AND (office_account() OR sees_lead(lead_number) OR EXISTS (
        SELECT FROM deal WHERE deal.lead_id = lead_number AND sees_deal(deal.id)))
$$
