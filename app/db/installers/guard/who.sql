CREATE OR REPLACE FUNCTION office_account() RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
BEGIN
    -- The office's own account (init, migrations, move): it may act in anybody's name, employees' roles may not.
    RETURN pg_has_role(session_user, '<owner>', 'MEMBER');
END $$

-- next

-- In PL/pgSQL, here and in what each query asks: it keeps its plans for the session, SQL functions plan at each call.
CREATE OR REPLACE FUNCTION my_id() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
BEGIN
    -- By session_user: current_user and settings can be put on by anybody.
    RETURN (
        SELECT account.employee_id FROM server_account AS account
        JOIN employee ON employee.id = account.employee_id
        WHERE account.role_name = session_user::text AND NOT account.must_change AND employee.active);
END $$

-- next

CREATE OR REPLACE FUNCTION office_day() RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (now() AT TIME ZONE coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'zone'), 'UTC'))::date;
END $$

-- next

CREATE OR REPLACE FUNCTION my_own() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
    today date := office_day();
BEGIN
    -- A stand-in who is away passes the work on, as `services.stand_ins` has it.
    RETURN (
        WITH RECURSIVE away AS MATERIALIZED (
            SELECT id, stand_in_id FROM employee WHERE active AND absent_from <= today
                AND (absent_until IS NULL OR absent_until >= today)
        ), mine AS (
            SELECT me AS id
            UNION SELECT away.id FROM mine JOIN away ON away.stand_in_id = mine.id
            WHERE NOT EXISTS (SELECT FROM away AS myself WHERE myself.id = me)
        )
        SELECT array_agg(id) FROM mine WHERE id IS NOT NULL);
END $$

-- next

CREATE OR REPLACE FUNCTION my_people() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
    mine bigint[] := my_own();
BEGIN
    RETURN (
        WITH RECURSIVE within AS (
            SELECT department.id FROM department
            WHERE department.head_id = me
                OR department.id = (SELECT department_id FROM employee WHERE employee.id = me)
            UNION SELECT below.id FROM department AS below JOIN within ON below.parent_id = within.id
        )
        SELECT array_agg(employee.id) FROM employee
        WHERE employee.id = ANY (mine) OR employee.department_id IN (SELECT id FROM within));
END $$

-- next

CREATE OR REPLACE FUNCTION scope_of(about text, asked text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := my_id();
BEGIN
    RETURN coalesce((
        SELECT cell.scope FROM employee JOIN role_right AS cell ON cell.role_id = employee.role_id
        WHERE employee.id = me AND cell.kind = about AND cell."right" = asked), 'none');
END $$

-- next

CREATE OR REPLACE FUNCTION people_within(about text, asked text) RETURNS bigint[] LANGUAGE plpgsql STABLE
SECURITY DEFINER PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE scope_of(about, asked) WHEN 'own' THEN my_own() WHEN 'department' THEN my_people() END;
END $$

-- next

CREATE OR REPLACE FUNCTION reads_all(about text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
BEGIN
    RETURN scope_of(about, 'read') = 'all';
END $$

-- next

CREATE OR REPLACE FUNCTION context() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
    given jsonb := coalesce(nullif(current_setting('prichal.context', true), ''), '{}')::jsonb;
    me bigint;
BEGIN
    -- What the triggers believe of a client's word: the operation if it is the client's own, never who or when.
    IF office_account() AND jsonb_typeof(given) = 'object' THEN RETURN given; END IF;
    me := my_id();
    IF jsonb_typeof(given) <> 'object' THEN RETURN jsonb_build_object('actor', me); END IF;
    RETURN (given - 'at') || jsonb_build_object('actor', me, 'operation', CASE WHEN NOT EXISTS (
        SELECT FROM operation WHERE id = given ->> 'operation' AND actor_id IS DISTINCT FROM me)
        THEN given ->> 'operation' END);
END $$
