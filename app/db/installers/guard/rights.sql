CREATE OR REPLACE FUNCTION may(about text, asked text, VARIADIC owners bigint[]) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE scope_of(about, asked)
        WHEN 'all' THEN true
        WHEN 'department' THEN coalesce(owners && my_people(), false)
        WHEN 'own' THEN coalesce(owners && my_own(), false)
        ELSE false
    END;
END $$

-- next

CREATE OR REPLACE FUNCTION may_somewhere(about text, asked text) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN scope_of(about, asked) <> 'none';
END $$

-- next

CREATE OR REPLACE FUNCTION made_now(about text, number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    -- What this transaction made, it may also finish: the deal of a conversion belongs to the executor from the start.
    RETURN EXISTS (
        SELECT FROM change_feed WHERE xid = pg_current_xact_id_if_assigned() AND change_feed.kind = about
            AND change_feed.ref = number AND op = 'create' AND actor_id = my_id());
END $$

-- next

CREATE OR REPLACE FUNCTION may_lead(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM lead WHERE id = number AND may('lead', asked, responsible_id));
END $$

-- next

CREATE OR REPLACE FUNCTION may_deal(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN made_now('deal', number)
        OR EXISTS (SELECT FROM deal WHERE id = number AND may('deal', asked, responsible_id));
END $$

-- next

CREATE OR REPLACE FUNCTION may_contact(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    -- Who may change a lead or deal of a person may also change the person's name and phones: they live here.
    RETURN EXISTS (SELECT FROM contact WHERE id = number AND may('contact', asked, responsible_id))
        OR EXISTS (SELECT FROM lead WHERE contact_id = number AND may('lead', asked, responsible_id))
        OR EXISTS (SELECT FROM deal WHERE contact_id = number AND (may('deal', asked, responsible_id)
                                                                  OR made_now('deal', deal.id)));
END $$

-- next

CREATE OR REPLACE FUNCTION may_client(lead_id bigint, deal_id bigint, contact_id bigint, asked text DEFAULT 'change')
RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(deal_id IS NOT NULL AND may_deal(deal_id, asked), false)
        OR coalesce(lead_id IS NOT NULL AND may_lead(lead_id, asked), false)
        OR coalesce(deal_id IS NULL AND lead_id IS NULL AND may_contact(contact_id, asked), false);
END $$

-- next

CREATE OR REPLACE FUNCTION may_activity(asked text, responsible bigint, lead bigint, deal bigint, contact bigint)
RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    -- Whose activity it is: its responsible's and its client's.
    RETURN may('activity', asked, responsible) OR may('activity', asked, CASE
        WHEN deal IS NOT NULL THEN (SELECT responsible_id FROM deal AS d WHERE d.id = deal)
        WHEN lead IS NOT NULL THEN (SELECT responsible_id FROM lead AS l WHERE l.id = lead)
        ELSE (SELECT responsible_id FROM contact AS c WHERE c.id = contact) END)
        OR made_now('deal', deal)
        OR EXISTS (  -- a conversion is undone by who is over the lead
            SELECT FROM deal AS d WHERE d.id = deal AND scope_of('lead', 'change') IN ('department', 'all')
                AND may('lead', 'change', d.lead_responsible_id));
END $$

-- next

CREATE OR REPLACE FUNCTION sees_lead(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN may_lead(number, 'read');
END $$

-- next

CREATE OR REPLACE FUNCTION sees_deal(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM deal WHERE id = number AND may('deal', 'read', responsible_id, lead_responsible_id));
END $$

-- next

CREATE OR REPLACE FUNCTION sees_contact(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN scope_of('contact', 'read') = 'all' OR EXISTS (
        SELECT FROM contact_access WHERE contact_id = number AND may('contact', 'read', responsible_id));
END $$

-- next

CREATE OR REPLACE FUNCTION is_attached(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM attachment WHERE file_id = number);
END $$

-- next

CREATE OR REPLACE FUNCTION sees_file(number bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM file WHERE id = number AND author_id = my_id()) OR EXISTS (
        SELECT FROM attachment AS known WHERE known.file_id = number AND (
            sees_lead(known.lead_id) OR sees_deal(known.deal_id)
            OR (known.lead_id IS NULL AND known.deal_id IS NULL AND sees_contact(known.contact_id))));
END $$
