CREATE OR REPLACE FUNCTION count_access(contact bigint, people bigint[], step integer) RETURNS void LANGUAGE sql
SET search_path = public, pg_temp AS $$
    INSERT INTO contact_access AS known (contact_id, responsible_id, n)
    SELECT contact, person, step FROM unnest(people) AS person
    WHERE person IS NOT NULL AND contact IS NOT NULL ORDER BY person
    ON CONFLICT (contact_id, responsible_id) DO UPDATE SET n = known.n + excluded.n;
    DELETE FROM contact_access WHERE contact_id = contact AND n <= 0
$$

-- next

CREATE OR REPLACE FUNCTION keep_access() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    old_contact bigint;
    new_contact bigint;
    old_people bigint[];
    new_people bigint[];
BEGIN
    IF TG_OP <> 'INSERT' THEN
        old_contact := CASE WHEN TG_TABLE_NAME = 'contact' THEN OLD.id ELSE (to_jsonb(OLD) ->> 'contact_id')::bigint END;
        old_people := ARRAY[OLD.responsible_id, (to_jsonb(OLD) ->> 'lead_responsible_id')::bigint];
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_contact := CASE WHEN TG_TABLE_NAME = 'contact' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'contact_id')::bigint END;
        new_people := ARRAY[NEW.responsible_id, (to_jsonb(NEW) ->> 'lead_responsible_id')::bigint];
    END IF;
    -- One who is twice on a deal counts once: the same row can't be met twice by one statement.
    IF new_contact IS NOT NULL THEN
        PERFORM count_access(new_contact, (SELECT array_agg(DISTINCT p) FROM unnest(new_people) AS p), 1);
    END IF;
    IF old_contact IS NOT NULL AND NOT (TG_TABLE_NAME = 'contact' AND TG_OP = 'DELETE') THEN
        PERFORM count_access(old_contact, (SELECT array_agg(DISTINCT p) FROM unnest(old_people) AS p), -1);
    END IF;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE TRIGGER access_new_contact AFTER INSERT ON contact
FOR EACH ROW EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_contact AFTER UPDATE OF responsible_id ON contact
FOR EACH ROW WHEN (OLD.responsible_id <> NEW.responsible_id) EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_new_lead AFTER INSERT ON lead
FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_lead AFTER UPDATE OF responsible_id, contact_id ON lead
FOR EACH ROW WHEN (OLD.responsible_id <> NEW.responsible_id OR OLD.contact_id IS DISTINCT FROM NEW.contact_id)
EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_gone_lead AFTER DELETE ON lead
FOR EACH ROW WHEN (OLD.contact_id IS NOT NULL) EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_new_deal AFTER INSERT OR DELETE ON deal
FOR EACH ROW EXECUTE FUNCTION keep_access()

-- next

CREATE OR REPLACE TRIGGER access_deal AFTER UPDATE OF responsible_id, lead_responsible_id, contact_id ON deal
FOR EACH ROW WHEN (OLD.responsible_id <> NEW.responsible_id OR OLD.contact_id <> NEW.contact_id
                   OR OLD.lead_responsible_id IS DISTINCT FROM NEW.lead_responsible_id)
EXECUTE FUNCTION keep_access()

-- next

INSERT INTO contact_access (contact_id, responsible_id, n)
SELECT contact_id, person, count(*) FROM (
    SELECT id AS contact_id, responsible_id AS person FROM contact
    UNION ALL SELECT contact_id, responsible_id FROM lead WHERE contact_id IS NOT NULL
    UNION ALL SELECT contact_id, responsible_id FROM deal
    UNION ALL SELECT contact_id, lead_responsible_id FROM deal
        WHERE lead_responsible_id IS NOT NULL AND lead_responsible_id <> responsible_id
) AS reading WHERE NOT EXISTS (SELECT FROM contact_access) GROUP BY contact_id, person
