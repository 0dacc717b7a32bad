CREATE OR REPLACE FUNCTION office_account() RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
    -- The office's own account (init, migrations, move): it may act in anybody's name, employees' roles may not.
    SELECT pg_has_role(session_user, '<owner>', 'MEMBER')
$$

-- next

CREATE OR REPLACE FUNCTION my_id() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
    -- By session_user: current_user and settings can be put on by anybody.
    SELECT account.employee_id FROM server_account AS account
    JOIN employee ON employee.id = account.employee_id
    WHERE account.role_name = session_user::text AND NOT account.must_change AND employee.active
$$

-- next

CREATE OR REPLACE FUNCTION office_day() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
    SELECT (now() AT TIME ZONE coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'zone'), 'UTC'))::date
$$

-- next

CREATE OR REPLACE FUNCTION my_own() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
    -- A stand-in who is away passes the work on, as `services.stand_ins` has it.
    WITH RECURSIVE away AS MATERIALIZED (
        SELECT id, stand_in_id FROM employee WHERE active AND absent_from <= office_day()
            AND (absent_until IS NULL OR absent_until >= office_day())
    ), mine AS (
        SELECT my_id() AS id
        UNION SELECT away.id FROM mine JOIN away ON away.stand_in_id = mine.id
        WHERE NOT EXISTS (SELECT FROM away AS me WHERE me.id = my_id())
    )
    SELECT array_agg(id) FROM mine WHERE id IS NOT NULL
$$

-- next

CREATE OR REPLACE FUNCTION my_people() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = public, pg_temp AS $$
    WITH RECURSIVE mine AS (SELECT my_own() AS ids), within AS (
        SELECT department.id FROM department
        WHERE department.head_id = my_id()
            OR department.id = (SELECT department_id FROM employee WHERE employee.id = my_id())
        UNION SELECT below.id FROM department AS below JOIN within ON below.parent_id = within.id
    )
    SELECT array_agg(employee.id) FROM employee, mine
    WHERE mine.ids IS NOT NULL
        AND (employee.id = ANY (mine.ids) OR employee.department_id IN (SELECT id FROM within))
$$

-- next

CREATE OR REPLACE FUNCTION scope_of(kind text, asked text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT cell.scope FROM employee JOIN role_right AS cell ON cell.role_id = employee.role_id
        WHERE employee.id = my_id() AND cell.kind = scope_of.kind AND cell."right" = asked), 'none')
$$

-- next

CREATE OR REPLACE FUNCTION people_within(kind text, asked text) RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT CASE scope_of(people_within.kind, asked) WHEN 'own' THEN my_own() WHEN 'department' THEN my_people() END
$$

-- next

CREATE OR REPLACE FUNCTION reads_all(kind text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
PARALLEL RESTRICTED SET search_path = public, pg_temp AS $$
    SELECT scope_of(reads_all.kind, 'read') = 'all'
$$

-- next

CREATE OR REPLACE FUNCTION context() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
    -- What the triggers believe of a client's word: the operation if it is the client's own, never who or when.
    SELECT CASE
        WHEN jsonb_typeof(given) <> 'object' THEN jsonb_build_object('actor', my_id())
        WHEN office_account() THEN given
        ELSE (given - 'at') || jsonb_build_object('actor', me, 'operation', (
            SELECT given ->> 'operation' WHERE NOT EXISTS (
                SELECT FROM operation WHERE id = given ->> 'operation' AND actor_id IS DISTINCT FROM me)))
    END
    FROM (SELECT coalesce(nullif(current_setting('prichal.context', true), ''), '{}')::jsonb AS given, my_id() AS me)
        AS said
$$
