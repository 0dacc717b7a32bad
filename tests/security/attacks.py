"""Attacks by plain SQL, each beside its twin: the same deed of somebody who may.

`{word}` stands for a number of the world. An attack fails by PostgreSQL's own refusal, or touches and shows no row.
"""

from dataclasses import dataclass

VERIFIER = (
    "SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$" + "A" * 43 + "=:" + "B" * 43 + "="
)
_LEAD = (
    "INSERT INTO lead (title, custom, created_at, updated_at, version, last_name, first_name, middle_name, sort_key,"
    " person_norm, own_norm, comment, stage_id, stage_since, source_details, referrer, currency, repeat,"
    " responsible_id{more}) SELECT '', '{{{{}}}}', now(), now(), 1, '', '', '', '', '', '', '', id, now(), '', '',"
    " 'RUB', false, {values} FROM stage WHERE section = 'lead' LIMIT 1"
)
_DEAL = (
    "INSERT INTO deal (title, custom, created_at, updated_at, version, last_name, first_name, middle_name, sort_key,"
    " person_norm, own_norm, comment, stage_id, stage_since, currency, contract_number, paid, contact_id, lead_id,"
    " responsible_id, lead_responsible_id) SELECT '', '{{{{}}}}', now(), now(), 1, '', '', '', '', '', '', '', id,"
    " now(), 'RUB', '', 0, {values} FROM stage WHERE section = 'deal' LIMIT 1"
)
_LINE = (
    "INSERT INTO timeline (at, kind, lead_id, author_id, body, params, is_contact)"
    " VALUES (now(), 'comment', {lead}, {author}, 'x', '{{{{}}}}', false)"
)


_BOOKED = (
    "SELECT FROM booked_times(ARRAY[{{pavel}}]::bigint[], '{{{{}}}}', now() - interval '1 day',"
    " now() + interval '{days} days')"
)


@dataclass(frozen=True)
class Attack:
    """What `who` tries and may not; `twin` does `same`, or the very same, and may."""

    kind: str
    name: str
    who: str
    sql: str
    twin: str
    same: str | None = None


def _reads(what: str, sql: str, who: str = "olga", twin: str = "pavel") -> Attack:
    return Attack("read", what, who, sql, twin)


READ = (
    _reads("a colleague's lead", "SELECT FROM lead WHERE id = {pavel_lead}"),
    _reads("a colleague's deal", "SELECT FROM deal WHERE id = {pavel_deal}"),
    _reads("a colleague's contact", "SELECT FROM contact WHERE id = {pavel_contact}"),
    _reads("a colleague's activity", "SELECT FROM activity WHERE id = {pavel_activity}"),
    _reads("a colleague's timeline", "SELECT FROM timeline WHERE id = {pavel_line}"),
    _reads("a colleague's phones", "SELECT FROM contact_point WHERE id = {pavel_point}"),
    _reads("a colleague's payments", "SELECT FROM payment WHERE id = {pavel_payment}"),
    _reads("a colleague's files", "SELECT FROM attachment WHERE id = {pavel_attachment}"),
    _reads("bytes of a colleague's file", "SELECT bytes FROM file_chunk WHERE file_id = {pavel_file}"),
    _reads("the history of a colleague's lead", "SELECT FROM history WHERE kind = 'lead' AND ref = {pavel_lead}"),
    _reads("the feed of a colleague's lead", "SELECT FROM change_feed WHERE kind = 'lead' AND ref = {pavel_lead}"),
    _reads("who reads a colleague's contact", "SELECT FROM contact_access WHERE contact_id = {pavel_contact}"),
    _reads("a colleague's draft", "SELECT FROM draft WHERE employee_id = {pavel}"),
    _reads("a colleague's bell", "SELECT FROM notification WHERE employee_id = {pavel}"),
    _reads("a colleague's preferences", "SELECT FROM user_setting WHERE employee_id = {pavel}"),
    _reads("a colleague's own filters", "SELECT FROM saved_filter WHERE employee_id = {pavel}"),
    _reads("what a colleague does", "SELECT FROM operation WHERE id = 'op-pavel'"),
    _reads("another department's lead", "SELECT FROM lead WHERE id = {pavel_lead}", "head", "admin"),
    _reads("what the office is, before a password is set", "SELECT FROM stage LIMIT 1", "invited", "olga"),
    _reads("when a colleague is busy, before a password is set", _BOOKED.format(days=7), "invited", "olga"),
    _reads("past the scope by searching", """SELECT search_ids('lead', '[["%тихон%"]]')"""),
)
CHANGE = (
    Attack("change", "a colleague's lead", "olga", "UPDATE lead SET comment = 'x' WHERE id = {pavel_lead}", "pavel"),
    Attack("change", "what is put into the bin", "olga",
           "UPDATE deal SET deleted_at = now() WHERE id = {olga_deal}", "head"),
    Attack("change", "rows erased for good", "admin", "DELETE FROM lead WHERE id = {olga_lead}", "olga",
           "DELETE FROM draft WHERE employee_id = {olga}"),
    Attack("change", "the bin emptied before its time", "head",
           "UPDATE deal SET deleted_at = now() - interval '40 days', deleted_by = {head} WHERE id = {olga_deal};"
           " SELECT purge_bin('deal', now() + interval '1 year', 50)",
           "olga", "SELECT purge_bin('activity', now(), 50)"),
    Attack("change", "the bin emptied by hand", "admin", "DELETE FROM activity WHERE id = {binned}", "admin",
           "SELECT purge_bin('activity', now(), 50)"),
    Attack("change", "a section of the bin that is none", "admin", "SELECT purge_bin('setting', now(), 50)", "olga",
           "SELECT bin_is_overdue('lead', now())"),
    Attack("change", "what somebody else said", "olga",
           "UPDATE timeline SET body = 'x' WHERE id = {olga_line}", "head"),
    Attack("change", "a payment of a colleague's deal", "olga",
           "UPDATE payment SET amount = 1 WHERE id = {pavel_payment}", "pavel"),
    Attack("change", "what was paid, without a payment", "pavel", "UPDATE deal SET paid = 1 WHERE id = {pavel_deal}",
           "pavel", "UPDATE payment SET received_on = '2026-01-01' WHERE id = {pavel_payment}"),
    Attack("change", "a lead for a colleague", "olga", _LEAD.format(more="", values="{pavel}"), "olga",
           _LEAD.format(more="", values="{olga}")),
    Attack("change", "a comment on a colleague's lead", "olga", _LINE.format(lead="{pavel_lead}", author="{olga}"),
           "pavel", _LINE.format(lead="{pavel_lead}", author="{pavel}")),
    Attack("change", "a colleague's phones", "olga", "DELETE FROM contact_point WHERE id = {pavel_point}", "pavel"),
    Attack("change", "a colleague's activity", "olga",
           "UPDATE activity SET state = 'done' WHERE id = {pavel_activity}", "pavel"),
    Attack("change", "a filter that a colleague shares", "olga",
           "INSERT INTO saved_filter (section, name, definition, position, is_default) VALUES"
           " ('lead', 'x', '{{\"owner\": {pavel}}}', 1, false)", "pavel"),
    Attack("change", "the stages", "head", "UPDATE stage SET name = 'x'", "admin"),
    Attack("change", "the settings", "head", "UPDATE setting SET value = '1' WHERE key = 'demo'", "admin"),
    Attack("change", "everything at once", "admin", "TRUNCATE draft", "office"),
    Attack("change", "a colleague's preferences", "admin",
           "DELETE FROM user_setting WHERE employee_id = {olga}", "olga"),
)
WITHOUT_HISTORY = (
    Attack("change without history", "triggers off", "admin", "ALTER TABLE lead DISABLE TRIGGER ALL", "office"),
    Attack("change without history", "as a replica", "admin", "SET session_replication_role = replica", "office"),
    Attack("change without history", "policies off", "admin", "ALTER TABLE lead DISABLE ROW LEVEL SECURITY", "office"),
    Attack("change without history", "a line erased", "admin", "DELETE FROM history WHERE kind = 'lead'", "admin",
           "SELECT FROM history WHERE kind = 'lead'"),
    Attack("change without history", "a line rewritten", "admin", "UPDATE history SET actor_id = 1", "admin",
           "SELECT FROM history WHERE kind = 'lead'"),
    Attack("change without history", "the trigger's function replaced", "admin",
           "CREATE OR REPLACE FUNCTION public.keep_history() RETURNS trigger LANGUAGE plpgsql AS"
           " 'BEGIN RETURN NULL; END'", "office"),
)
FORGE = (
    Attack("forge", "a line of the history", "admin",
           "INSERT INTO history (at, actor_id, kind, op) VALUES (now(), {olga}, 'lead', 'change')", "admin",
           "SELECT note_history(now(), {olga}, 'view', 'lead', {olga_lead}, NULL, NULL)"),
    Attack("forge", "a change by the views' function", "admin",
           "SELECT note_history(now(), {admin}, 'change', 'lead', {olga_lead}, NULL, NULL)", "admin",
           "SELECT note_history(now(), {admin}, 'export', 'lead', NULL, NULL, NULL)"),
    Attack("forge", "a colleague's operation", "olga",
           "INSERT INTO operation (id, kind, actor_id, at, state, params) VALUES ('f', 'lead.edit', {pavel}, now(),"
           " 'done', '{{}}')", "pavel"),
    Attack("forge", "whose operation it was", "olga", "UPDATE operation SET actor_id = {olga} WHERE id = 'op-pavel'",
           "olga", "UPDATE operation SET state = 'undone' WHERE id = 'op-olga'"),
    Attack("forge", "a comment of a colleague", "olga", _LINE.format(lead="{olga_lead}", author="{pavel}"), "olga",
           _LINE.format(lead="{olga_lead}", author="{olga}")),
    Attack("forge", "who made a lead", "olga", _LEAD.format(more=", created_by", values="{olga}, {pavel}"), "olga",
           _LEAD.format(more=", created_by", values="{olga}, {olga}")),
    Attack("forge", "who changed a lead", "olga", "UPDATE lead SET updated_by = {pavel} WHERE id = {olga_lead}", "olga",
           "UPDATE lead SET updated_by = {olga} WHERE id = {olga_lead}"),
    Attack("forge", "a line of the feed", "olga",
           "INSERT INTO change_feed (at, kind, ref, op) VALUES (now(), 'lead', 1, 'change')", "olga",
           "SELECT tell('reminder', {olga}, 'change', {olga}, '{{}}')"),
    Attack("forge", "a colleague's bell by the feed's function", "olga",
           "SELECT tell('notification', {pavel}, 'change', {pavel}, '{{}}')", "pavel"),
)
RAISE = (
    Attack("raise one's scope", "another role for oneself", "olga",
           "UPDATE employee SET role_id = (SELECT id FROM role WHERE code = 'administrator') WHERE id = {olga}",
           "admin"),
    Attack("raise one's scope", "another department for oneself", "olga",
           "UPDATE employee SET department_id = NULL WHERE id = {olga}", "admin"),
    Attack("raise one's scope", "the matrix", "head", "UPDATE role_right SET scope = 'all'", "admin"),
    Attack("raise one's scope", "a group of readers", "olga", "GRANT crm_{code}_lead_all TO {olga_role}", "office"),
    Attack("raise one's scope", "the owner's role", "admin", "SET ROLE crm_{code}_owner", "office"),
    Attack("raise one's scope", "a colleague's session", "admin", "SET SESSION AUTHORIZATION {olga_role}", "office"),
    Attack("raise one's scope", "the head of a department", "olga", "UPDATE department SET head_id = {olga}", "admin"),
    Attack("raise one's scope", "a stand-in for one's head", "olga",
           "UPDATE employee SET stand_in_id = {olga}, absent_from = '2020-01-01' WHERE id = {head}", "head"),
    Attack("raise one's scope", "a colleague's contact by one's own lead", "olga",
           "UPDATE lead SET contact_id = {pavel_contact} WHERE id = {olga_lead}", "pavel",
           "UPDATE lead SET contact_id = {pavel_contact} WHERE id = {pavel_lead}"),
    Attack("raise one's scope", "a colleague's file by one's own lead", "olga",
           "INSERT INTO attachment (file_id, name, lead_id, author_id, created_at)"
           " VALUES ({pavel_file}, 'x', {olga_lead}, {olga}, now())", "pavel",
           "INSERT INTO attachment (file_id, name, lead_id, author_id, created_at)"
           " VALUES ({pavel_file}, 'x', {pavel_lead}, {pavel}, now())"),
    Attack("raise one's scope", "a colleague's lead by a deal of one's own", "olga",
           _DEAL.format(values="{olga_contact}, {pavel_lead}, {olga}, {olga}"), "pavel",
           _DEAL.format(values="{pavel_contact}, {pavel_lead}, {pavel}, {pavel}")),
    Attack("raise one's scope", "an account for a role", "admin",
           "INSERT INTO server_account SELECT 'x', id, employee_id, false FROM login LIMIT 1", "office"),
    Attack("raise one's scope", "a colleague's lead handed to oneself", "olga",
           "SELECT hand_over('lead', ARRAY[{pavel_lead}]::bigint[], {olga})", "pavel"),
)
ACCOUNTS = (
    Attack("sessions and passwords", "a colleague's password", "admin",
           f"ALTER ROLE {{olga_role}} PASSWORD '{VERIFIER}'", "office"),
    Attack("sessions and passwords", "a colleague's account opened anew", "olga",
           f"SELECT open_account({{pavel_login}}, '{VERIFIER}', NULL, true)", "admin"),
    Attack("sessions and passwords", "an account without a change of password", "admin",
           f"SELECT open_account({{pavel_login}}, '{VERIFIER}', NULL, false)", "office"),
    Attack("sessions and passwords", "a colleague's account closed", "olga", "SELECT close_accounts({pavel})", "admin"),
    Attack("sessions and passwords", "a colleague's sessions ended", "olga", "SELECT end_sessions({pavel})", "admin"),
    Attack("sessions and passwords", "a login taken away", "olga",
           "DELETE FROM login WHERE id = {pavel_login}", "office",
           "DELETE FROM server_account WHERE employee_id = {pavel}"),
    Attack("sessions and passwords", "a role of one's own", "admin", "CREATE ROLE mine LOGIN", "office"),
    Attack("sessions and passwords", "a password that the server would read", "olga",
           "SELECT set_my_password('plain words')", "olga", f"SELECT set_my_password('{VERIFIER}')"),
)
SECRETS = (
    Attack("secrets", "the server's verifiers", "admin", "SELECT rolpassword FROM pg_authid", "office"),
    Attack("secrets", "hashes of passwords", "admin", "SELECT password_hash FROM employee", "office"),
    Attack("secrets", "which role is whose", "admin", "SELECT FROM server_account", "office"),
    Attack("secrets", "who is invited", "olga", "SELECT FROM invitation UNION ALL SELECT WHERE false", "office",
           "SELECT FROM server_account"),
    Attack("secrets", "files of the server", "admin", "SELECT pg_read_file('postgresql.conf')", "office"),
    Attack("secrets", "the statements of colleagues", "olga",
           "SELECT query FROM pg_stat_activity WHERE usename = '{pavel_role}' AND query <> '<insufficient privilege>'",
           "olga", "SELECT query FROM pg_stat_activity WHERE usename = session_user"),
)
HOSTILE = (
    Attack("hostile input", "a quote in a search", "olga",
           """SELECT search_ids('lead', jsonb_build_array(jsonb_build_array('%'' OR true) --')))""", "olga",
           """SELECT search_ids('lead', '[["%гаврил%"]]')"""),
    Attack("hostile input", "another table to search in", "olga",
           """SELECT search_ids('employee', '[["%a%"]]')""", "olga",
           """SELECT search_ids('contact', '[["%гаврил%"]]')"""),
    Attack("hostile input", "a statement for a kind", "olga",
           "SELECT hand_over('lead SET responsible_id = 1; --', ARRAY[{olga_lead}]::bigint[], {olga})", "olga",
           "SELECT hand_over('lead', ARRAY[{olga_lead}]::bigint[], {pavel})"),
    Attack("hostile input", "more than a verifier", "admin",
           f"SELECT open_account({{pavel_login}}, '{VERIFIER}'' SUPERUSER --', NULL, true)", "admin",
           f"SELECT open_account({{pavel_login}}, '{VERIFIER}', NULL, true)"),
    Attack("hostile input", "a pattern for a phone", "olga", "SELECT who_has('phone', '%')", "olga",
           "SELECT who_has('phone', 'olga')"),
    Attack("hostile input", "years of others' time at once", "olga", _BOOKED.format(days=4000), "olga",
           _BOOKED.format(days=7)),
    Attack("hostile input", "phones looked up as for an import by who may not import", "olga",
           "SELECT known_out_of_sight(ARRAY['pavel'])", "head"),
    Attack("hostile input", "a search of a megabyte", "olga",
           "SELECT search_ids('lead', jsonb_build_array(jsonb_build_array(repeat('%a', 500000))))", "olga",
           """SELECT search_ids('lead', '[["%гаврил%"]]')"""),
)
PATHS = (
    Attack("search paths", "a schema of one's own", "admin", "CREATE SCHEMA mine", "office"),
    Attack("search paths", "a table before ours", "admin", "CREATE TABLE public.mine (id int)", "office"),
    Attack("search paths", "a temporary employee", "admin", "CREATE TEMPORARY TABLE employee (id bigint)", "office"),
    Attack("search paths", "a function that is asked first", "admin",
           "CREATE FUNCTION pg_temp.peek(text) RETURNS bool LANGUAGE sql AS 'SELECT true'", "office"),
    Attack("search paths", "a view over all", "admin", "CREATE VIEW public.peek AS SELECT * FROM lead", "office"),
)
COPYING = (
    Attack("COPY", "into a file of the server", "admin", "COPY lead TO '/tmp/prichal-attack'", "office",
           "COPY (SELECT 1) TO '/dev/null'"),
    Attack("COPY", "through a program", "admin", "COPY (SELECT 1) TO PROGRAM 'cat > /dev/null'", "office"),
    Attack("COPY", "from a file of the server", "admin", "COPY draft FROM '/dev/null'", "office",
           "COPY (SELECT 1) TO '/dev/null'"),
)
LARGE = (
    Attack("large objects", "one made", "admin", "SELECT lo_from_bytea(0, 'x')", "office"),
    Attack("large objects", "a file of the server taken in", "admin", "SELECT lo_import('/dev/null')", "office"),
    Attack("large objects", "a colleague's read", "admin", "SELECT lo_get(1)", "office", "SELECT lo_create(0)"),
)
SERVER = (
    Attack("another database", "reached by an extension", "admin", "CREATE EXTENSION dblink", "office",
           "CREATE EXTENSION IF NOT EXISTS pg_trgm"),
    Attack("another database", "one made", "admin", "CREATE EXTENSION postgres_fdw", "office",
           "CREATE EXTENSION IF NOT EXISTS pg_trgm"),
)  # fmt: skip
ATTACKS = (
    *READ, *CHANGE, *WITHOUT_HISTORY, *FORGE, *RAISE, *ACCOUNTS, *SECRETS, *HOSTILE, *PATHS, *COPYING, *LARGE, *SERVER,
)  # fmt: skip
