CREATE OR REPLACE FUNCTION login_role_name(normal text) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
    SELECT 'crm_' || left(encode(sha256(convert_to(current_database() || E'\n' || normal, 'UTF8')), 'hex'), 40)
$$

-- next

CREATE OR REPLACE FUNCTION check_verifier(verifier text) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    -- Made on the client, so that no password ever travels; anything else would be taken for a password in the clear.
    IF verifier IS NULL OR length(verifier) > 300
        OR verifier !~ '^SCRAM-SHA-256\$[0-9]{1,7}:[A-Za-z0-9+/]+={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' THEN
        PERFORM refuse('such a verifier');
    END IF;
END $$

-- next

CREATE OR REPLACE FUNCTION fit_memberships(role_name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    wanted text[] := ARRAY[]::text[];
    present text[];
    one text;
BEGIN
    -- A database that was copied or restored elsewhere names roles that its server doesn't have.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = fit_memberships.role_name) THEN RETURN; END IF;
    SELECT CASE
        WHEN NOT employee.active THEN ARRAY[]::text[]
        WHEN account.must_change THEN ARRAY['crm_<code>_guests']
        ELSE ARRAY['crm_<code>_guests', 'crm_<code>_employees'] || ARRAY(
            SELECT format('crm_<code>_%s_%s', cell.kind, cell.scope) FROM role_right AS cell
            WHERE cell.role_id = employee.role_id AND cell."right" = 'read'
                AND cell.kind IN ('lead', 'deal', 'contact', 'activity', 'history')
                AND cell.scope IN ('own', 'department', 'all')) END
    INTO wanted FROM server_account AS account JOIN employee ON employee.id = account.employee_id
    WHERE account.role_name = fit_memberships.role_name;
    wanted := coalesce(wanted, ARRAY[]::text[]);
    present := ARRAY(
        SELECT held.rolname FROM pg_auth_members AS membership
        JOIN pg_roles AS held ON held.oid = membership.roleid
        JOIN pg_roles AS holder ON holder.oid = membership.member
        WHERE holder.rolname = fit_memberships.role_name AND held.rolname LIKE 'crm\_<code>\_%');
    FOREACH one IN ARRAY present LOOP
        IF NOT one = ANY (wanted) THEN EXECUTE format('REVOKE %I FROM %I', one, role_name); END IF;
    END LOOP;
    FOREACH one IN ARRAY wanted LOOP
        IF NOT one = ANY (present) THEN EXECUTE format('GRANT %I TO %I', one, role_name); END IF;
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION fit_all_memberships() RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    SELECT fit_memberships(account.role_name) FROM server_account AS account
$$

-- next

CREATE OR REPLACE FUNCTION open_account(login_number bigint, verifier text, until timestamptz, must_change boolean)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    owner bigint;
    name text;
BEGIN
    IF NOT (office_account() OR may_somewhere('settings', 'change')) OR NOT (must_change OR office_account()) THEN
        PERFORM refuse('opening accounts');
    END IF;
    PERFORM check_verifier(verifier);
    SELECT employee_id, login_role_name(normal) INTO owner, name FROM login WHERE id = login_number;
    IF owner IS NULL THEN PERFORM refuse('an account without a login'); END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I', name);
        EXECUTE format('GRANT %I TO <provisioner>', name);
    END IF;
    -- Nothing else: from PostgreSQL 16 on only who may make databases may say that another may not.
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L VALID UNTIL %L', name, verifier,
                   coalesce(until, 'infinity'));
    INSERT INTO server_account (role_name, login_id, employee_id, must_change)
    VALUES (name, login_number, owner, open_account.must_change)
    ON CONFLICT (role_name) DO UPDATE SET login_id = excluded.login_id, employee_id = excluded.employee_id,
        must_change = excluded.must_change;
    PERFORM fit_memberships(name);
    RETURN name;
END $$

-- next

CREATE OR REPLACE FUNCTION set_my_password(verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint;
    mine record;
BEGIN
    SELECT account.employee_id INTO me FROM server_account AS account
    JOIN employee ON employee.id = account.employee_id AND employee.active
    WHERE account.role_name = session_user::text;
    IF me IS NULL THEN PERFORM refuse('setting a password'); END IF;
    PERFORM check_verifier(verifier);
    UPDATE server_account SET must_change = false WHERE employee_id = me;
    UPDATE invitation SET accepted_at = clock_timestamp()
    WHERE employee_id = me AND accepted_at IS NULL AND withdrawn_at IS NULL;
    FOR mine IN SELECT role_name FROM server_account JOIN pg_roles ON rolname = role_name WHERE employee_id = me LOOP
        EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L VALID UNTIL ''infinity''', mine.role_name, verifier);
        PERFORM fit_memberships(mine.role_name);
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION my_standing() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    -- What the program asks first: "works", "invited" (a password is to be set), "left", "stranger", "office".
    SELECT coalesce((
        SELECT CASE WHEN NOT employee.active THEN 'left' WHEN account.must_change THEN 'invited' ELSE 'works' END
        FROM server_account AS account JOIN employee ON employee.id = account.employee_id
        WHERE account.role_name = session_user::text),
        CASE WHEN office_account() THEN 'office' ELSE 'stranger' END)
$$

-- next

CREATE OR REPLACE FUNCTION close_accounts(person bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    theirs record;
BEGIN
    IF NOT (office_account() OR may_somewhere('settings', 'change')) OR person = my_id() THEN
        PERFORM refuse('closing accounts');
    END IF;
    UPDATE server_account SET must_change = true WHERE employee_id = person;
    FOR theirs IN SELECT role_name FROM server_account JOIN pg_roles ON rolname = role_name
                  WHERE employee_id = person LOOP
        EXECUTE format('ALTER ROLE %I NOLOGIN', theirs.role_name);
        PERFORM fit_memberships(theirs.role_name);
        EXECUTE format('REVOKE <guests> FROM %I', theirs.role_name);
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION forget_account(login_number bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    name text;
BEGIN
    -- Of a login that is corrected or taken away, before anybody came in by it.
    IF NOT (office_account() OR may_somewhere('settings', 'change')) THEN PERFORM refuse('closing accounts'); END IF;
    FOR name IN DELETE FROM server_account WHERE login_id = login_number AND employee_id IS DISTINCT FROM my_id()
                RETURNING role_name LOOP
        EXECUTE format('DROP ROLE IF EXISTS %I', name);
    END LOOP;
END $$

-- next

CREATE OR REPLACE FUNCTION end_sessions(person bigint) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    ended integer;
BEGIN
    IF NOT (office_account() OR may_somewhere('settings', 'change') OR person = my_id()) THEN
        PERFORM refuse('somebody else''s sessions');
    END IF;
    SELECT count(pg_terminate_backend(pid)) INTO ended FROM pg_stat_activity
    JOIN server_account ON server_account.role_name = usename::text
    WHERE server_account.employee_id = person AND pid <> pg_backend_pid() AND datname = current_database();
    RETURN ended;
END $$

-- next

CREATE OR REPLACE FUNCTION follow_rights() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'employee' THEN
        PERFORM fit_memberships(role_name) FROM server_account WHERE employee_id = NEW.id;
    ELSE
        PERFORM fit_all_memberships();
    END IF;
    RETURN NULL;
END $$

-- next

CREATE OR REPLACE TRIGGER follow_employee AFTER UPDATE OF role_id, active ON employee FOR EACH ROW
WHEN (OLD.role_id <> NEW.role_id OR OLD.active <> NEW.active) EXECUTE FUNCTION follow_rights()

-- next

CREATE OR REPLACE TRIGGER follow_rights AFTER INSERT OR UPDATE OR DELETE ON role_right
FOR EACH STATEMENT EXECUTE FUNCTION follow_rights()
