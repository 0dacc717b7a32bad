CREATE OR REPLACE FUNCTION refuse(what text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'not allowed: ' || what;
END $$

-- next

CREATE OR REPLACE FUNCTION guard_new_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
BEGIN
    IF office_account() THEN RETURN NEW; END IF;
    IF NEW.created_by <> me OR NEW.updated_by <> me OR NEW.deleted_by <> me THEN
        PERFORM refuse('somebody else''s name');
    END IF;
    IF TG_TABLE_NAME <> 'contact' THEN
        IF NEW.contact_id IS NOT NULL AND NOT sees_contact(NEW.contact_id) THEN
            PERFORM refuse('a contact out of reach');
        END IF;
    END IF;
    IF TG_TABLE_NAME = 'deal' THEN
        -- Who reads a deal reads its lead's timeline.
        IF NEW.lead_id IS NOT NULL AND NOT sees_lead(NEW.lead_id) THEN PERFORM refuse('a lead out of reach'); END IF;
        NEW.paid := 0;
        NEW.next_payment_on := NULL;
    END IF;
    RETURN NEW;
END $$

-- next

CREATE OR REPLACE FUNCTION guard_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
    by_hand boolean := pg_trigger_depth() = 1;
BEGIN
    IF NOT by_hand OR office_account() THEN RETURN NEW; END IF;
    IF NEW.created_by IS DISTINCT FROM OLD.created_by OR NEW.created_at <> OLD.created_at
        OR (NEW.updated_by IS DISTINCT FROM OLD.updated_by AND NEW.updated_by <> me)
        OR (NEW.deleted_by IS DISTINCT FROM OLD.deleted_by AND NEW.deleted_by <> me) THEN
        PERFORM refuse('somebody else''s name');
    END IF;
    IF NEW.deleted_at IS DISTINCT FROM OLD.deleted_at AND NOT may(TG_TABLE_NAME, 'delete', OLD.responsible_id)
        AND NOT (CASE WHEN NEW.deleted_at IS NULL THEN coalesce(OLD.deleted_by = me, false)
                      ELSE coalesce(OLD.created_by = me, false) END) THEN
        PERFORM refuse('the bin');
    END IF;
    IF TG_TABLE_NAME <> 'contact' THEN
        IF NEW.contact_id IS DISTINCT FROM OLD.contact_id AND NEW.contact_id IS NOT NULL
            AND NOT sees_contact(NEW.contact_id) THEN
            PERFORM refuse('a contact out of reach');
        END IF;
    END IF;
    IF TG_TABLE_NAME = 'deal' THEN
        IF NEW.lead_id IS DISTINCT FROM OLD.lead_id AND NEW.lead_id IS NOT NULL AND NOT sees_lead(NEW.lead_id) THEN
            PERFORM refuse('a lead out of reach');
        END IF;
        IF NEW.paid <> OLD.paid OR NEW.next_payment_on IS DISTINCT FROM OLD.next_payment_on THEN
            PERFORM refuse('sums that payments make');
        END IF;
    END IF;
    RETURN NEW;
END $$

-- next

CREATE OR REPLACE FUNCTION guard_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() > 1 OR office_account() THEN RETURN NEW; END IF;
    IF (NEW.lead_id IS DISTINCT FROM OLD.lead_id AND NEW.lead_id IS NOT NULL AND NOT sees_lead(NEW.lead_id))
        OR (NEW.deal_id IS DISTINCT FROM OLD.deal_id AND NEW.deal_id IS NOT NULL AND NOT sees_deal(NEW.deal_id))
        OR (NEW.contact_id IS DISTINCT FROM OLD.contact_id AND NEW.contact_id IS NOT NULL
            AND NOT sees_contact(NEW.contact_id)) THEN
        PERFORM refuse('a client out of reach');
    END IF;
    IF TG_TABLE_NAME = 'activity' THEN
        IF NEW.created_by IS DISTINCT FROM OLD.created_by THEN PERFORM refuse('somebody else''s name'); END IF;
        IF NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL AND OLD.created_by IS DISTINCT FROM my_id()
            AND NOT may_activity('delete', OLD.responsible_id, OLD.lead_id, OLD.deal_id, OLD.contact_id) THEN
            PERFORM refuse('the bin');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.author_id IS DISTINCT FROM OLD.author_id THEN PERFORM refuse('somebody else''s name'); END IF;
    IF OLD.author_id IS DISTINCT FROM my_id() AND NEW.deleted_at IS DISTINCT FROM OLD.deleted_at
        AND NOT may_client(OLD.lead_id, OLD.deal_id, OLD.contact_id, 'delete') THEN
        PERFORM refuse('the bin');
    END IF;
    IF TG_TABLE_NAME = 'attachment' THEN
        IF NEW.file_id <> OLD.file_id THEN PERFORM refuse('another content'); END IF;
        RETURN NEW;
    END IF;
    IF NEW.kind <> OLD.kind OR NEW.at <> OLD.at
        OR (NEW.body <> OLD.body AND OLD.author_id IS DISTINCT FROM my_id()) THEN
        PERFORM refuse('what somebody else said');
    END IF;
    RETURN NEW;
END $$

-- next

CREATE OR REPLACE FUNCTION guard_employee() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    -- With the rights of who writes: the fixed functions write as the owner, and check for themselves.
    IF current_user = '<owner>' OR office_account() OR may_somewhere('settings', 'change') THEN RETURN NEW; END IF;
    IF NEW.id <> OLD.id OR NEW.role_id <> OLD.role_id OR NEW.department_id IS DISTINCT FROM OLD.department_id
        OR NEW.active <> OLD.active OR NEW.last_turn_at IS DISTINCT FROM OLD.last_turn_at
        OR NEW.password_hash IS DISTINCT FROM OLD.password_hash THEN
        PERFORM refuse('one''s own rights');
    END IF;
    -- A supervisor says when somebody is away, and no more.
    IF NEW.id <> my_id() AND (NEW.name <> OLD.name OR NEW.last_name <> OLD.last_name OR NEW.first_name <> OLD.first_name
        OR NEW.middle_name <> OLD.middle_name OR NEW.job_title <> OLD.job_title) THEN
        PERFORM refuse('somebody else''s profile');
    END IF;
    RETURN NEW;
END $$

-- next

CREATE OR REPLACE FUNCTION sign_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.author_id := my_id();
    ELSIF NOT office_account() THEN
        NEW.author_id := OLD.author_id;
    END IF;
    RETURN NEW;
END $$

-- next

CREATE OR REPLACE TRIGGER guard_new_lead BEFORE INSERT ON lead FOR EACH ROW EXECUTE FUNCTION guard_new_client()

-- next

CREATE OR REPLACE TRIGGER guard_new_deal BEFORE INSERT ON deal FOR EACH ROW EXECUTE FUNCTION guard_new_client()

-- next

CREATE OR REPLACE TRIGGER guard_new_contact BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION guard_new_client()

-- next

CREATE OR REPLACE TRIGGER guard_lead BEFORE UPDATE ON lead FOR EACH ROW EXECUTE FUNCTION guard_client()

-- next

CREATE OR REPLACE TRIGGER guard_deal BEFORE UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION guard_client()

-- next

CREATE OR REPLACE TRIGGER guard_contact BEFORE UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION guard_client()

-- next

CREATE OR REPLACE TRIGGER guard_activity BEFORE UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION guard_links()

-- next

CREATE OR REPLACE TRIGGER guard_timeline BEFORE UPDATE ON timeline FOR EACH ROW EXECUTE FUNCTION guard_links()

-- next

CREATE OR REPLACE TRIGGER guard_attachment BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION guard_links()

-- next

CREATE OR REPLACE TRIGGER guard_employee BEFORE UPDATE ON employee FOR EACH ROW EXECUTE FUNCTION guard_employee()

-- next

CREATE OR REPLACE TRIGGER sign_file BEFORE INSERT OR UPDATE ON file FOR EACH ROW EXECUTE FUNCTION sign_file()
