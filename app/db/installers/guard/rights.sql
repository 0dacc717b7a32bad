CREATE OR REPLACE FUNCTION may(kind text, asked text, VARIADIC owners bigint[]) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT CASE scope_of(may.kind, asked)
        WHEN 'all' THEN true
        WHEN 'department' THEN coalesce(owners && my_people(), false)
        WHEN 'own' THEN coalesce(owners && my_own(), false)
        ELSE false
    END
$$

-- next

CREATE OR REPLACE FUNCTION may_somewhere(kind text, asked text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT scope_of(may_somewhere.kind, asked) <> 'none'
$$

-- next

CREATE OR REPLACE FUNCTION made_now(kind text, ref bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    -- What this transaction made, it may also finish: the deal of a conversion belongs to the executor from the start.
    SELECT EXISTS (
        SELECT FROM change_feed WHERE xid = pg_current_xact_id_if_assigned() AND change_feed.kind = made_now.kind
            AND change_feed.ref = made_now.ref AND op = 'create' AND actor_id = my_id())
$$

-- next

CREATE OR REPLACE FUNCTION may_lead(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM lead WHERE id = number AND may('lead', asked, responsible_id))
$$

-- next

CREATE OR REPLACE FUNCTION may_deal(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT made_now('deal', number)
        OR EXISTS (SELECT FROM deal WHERE id = number AND may('deal', asked, responsible_id))
$$

-- next

CREATE OR REPLACE FUNCTION may_contact(number bigint, asked text DEFAULT 'change') RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    -- Who may change a lead or deal of a person may also change the person's name and phones: they live here.
    SELECT EXISTS (SELECT FROM contact WHERE id = number AND may('contact', asked, responsible_id))
        OR EXISTS (SELECT FROM lead WHERE contact_id = number AND may('lead', asked, responsible_id))
        OR EXISTS (SELECT FROM deal WHERE contact_id = number AND (may('deal', asked, responsible_id)
                                                                  OR made_now('deal', deal.id)))
$$

-- next

CREATE OR REPLACE FUNCTION may_client(lead_id bigint, deal_id bigint, contact_id bigint, asked text DEFAULT 'change')
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT coalesce(deal_id IS NOT NULL AND may_deal(deal_id, asked), false)
        OR coalesce(lead_id IS NOT NULL AND may_lead(lead_id, asked), false)
        OR coalesce(deal_id IS NULL AND lead_id IS NULL AND may_contact(contact_id, asked), false)
$$

-- next

CREATE OR REPLACE FUNCTION may_activity(asked text, responsible bigint, lead bigint, deal bigint, contact bigint)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    -- Whose activity it is: its responsible's and its client's.
    SELECT may('activity', asked, responsible) OR may('activity', asked, CASE
        WHEN deal IS NOT NULL THEN (SELECT responsible_id FROM deal AS d WHERE d.id = deal)
        WHEN lead IS NOT NULL THEN (SELECT responsible_id FROM lead AS l WHERE l.id = lead)
        ELSE (SELECT responsible_id FROM contact AS c WHERE c.id = contact) END)
        OR made_now('deal', deal)
$$

-- next

CREATE OR REPLACE FUNCTION sees_lead(number bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT may_lead(number, 'read')
$$

-- next

CREATE OR REPLACE FUNCTION sees_deal(number bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM deal WHERE id = number AND may('deal', 'read', responsible_id, lead_responsible_id))
$$

-- next

CREATE OR REPLACE FUNCTION sees_contact(number bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT scope_of('contact', 'read') = 'all' OR EXISTS (
        SELECT FROM contact_access WHERE contact_id = number AND may('contact', 'read', responsible_id))
$$

-- next

CREATE OR REPLACE FUNCTION is_attached(number bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM attachment WHERE file_id = number)
$$

-- next

CREATE OR REPLACE FUNCTION sees_file(number bigint) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM file WHERE id = number AND author_id = my_id()) OR EXISTS (
        SELECT FROM attachment AS known WHERE known.file_id = number AND (
            sees_lead(known.lead_id) OR sees_deal(known.deal_id)
            OR (known.lead_id IS NULL AND known.deal_id IS NULL AND sees_contact(known.contact_id))))
$$
