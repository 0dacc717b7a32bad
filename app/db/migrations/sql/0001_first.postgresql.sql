CREATE TABLE block (
    id BIGSERIAL NOT NULL,
    section TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    technical BOOLEAN NOT NULL,
    CONSTRAINT pk_block PRIMARY KEY (id),
    CONSTRAINT uq_block_section_code UNIQUE (section, code)
);

CREATE TABLE call_result (
    id BIGSERIAL NOT NULL,
    activity_kind TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    reached BOOLEAN NOT NULL,
    needs_comment BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_call_result PRIMARY KEY (id),
    CONSTRAINT uq_call_result_activity_kind_code UNIQUE (activity_kind, code)
);

CREATE TABLE change_feed (
    id BIGSERIAL NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind TEXT NOT NULL,
    ref BIGINT,
    op TEXT NOT NULL,
    operation_id TEXT,
    actor_id INTEGER,
    origin TEXT,
    responsible_id INTEGER,
    CONSTRAINT pk_change_feed PRIMARY KEY (id)
);

CREATE INDEX ix_change_feed_at ON change_feed (at);

CREATE INDEX ix_change_feed_xid ON change_feed (xid);

CREATE TABLE day_off (
    day DATE NOT NULL,
    working BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    own BOOLEAN NOT NULL,
    CONSTRAINT pk_day_off PRIMARY KEY (day)
);

CREATE TABLE deal_type (
    id BIGSERIAL NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_deal_type PRIMARY KEY (id),
    CONSTRAINT uq_deal_type_code UNIQUE (code)
);

CREATE TABLE department (
    id BIGSERIAL NOT NULL,
    name TEXT NOT NULL,
    parent_id BIGINT,
    head_id BIGINT,
    executing BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_department PRIMARY KEY (id),
    CONSTRAINT fk_department_parent_id FOREIGN KEY(parent_id) REFERENCES department (id)
);

CREATE TABLE feed_epoch (
    id SERIAL NOT NULL,
    epoch TEXT NOT NULL,
    CONSTRAINT pk_feed_epoch PRIMARY KEY (id)
);

CREATE TABLE file (
    id BIGSERIAL NOT NULL,
    sha256 TEXT,
    size BIGINT NOT NULL,
    complete BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_file PRIMARY KEY (id)
);

CREATE TABLE history (
    id BIGSERIAL NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    actor_id INTEGER,
    operation_id TEXT,
    kind TEXT NOT NULL,
    ref BIGINT,
    op TEXT NOT NULL,
    changes JSONB,
    responsible_id INTEGER,
    params JSONB,
    CONSTRAINT pk_history PRIMARY KEY (id)
);

CREATE INDEX ix_history_actor_id_at ON history (actor_id, at);

CREATE INDEX ix_history_at ON history (at);

CREATE INDEX ix_history_kind_ref_id ON history (kind, ref, id);

CREATE INDEX ix_history_operation_id ON history (operation_id);

CREATE TABLE place (
    id BIGSERIAL NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    room TEXT NOT NULL,
    position INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_place PRIMARY KEY (id)
);

CREATE TABLE role (
    id BIGSERIAL NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT uq_role_code UNIQUE (code)
);

CREATE TABLE rule (
    code TEXT NOT NULL,
    role_code TEXT NOT NULL,
    section TEXT NOT NULL,
    stage_code TEXT NOT NULL,
    mode TEXT NOT NULL,
    numbers JSONB NOT NULL,
    CONSTRAINT pk_rule PRIMARY KEY (code, role_code, section, stage_code)
);

CREATE TABLE session_context (
    id SERIAL NOT NULL,
    actor_id INTEGER,
    operation_id TEXT,
    origin TEXT,
    at TIMESTAMP WITH TIME ZONE,
    quiet BOOLEAN NOT NULL,
    CONSTRAINT pk_session_context PRIMARY KEY (id)
);

CREATE TABLE setting (
    key TEXT NOT NULL,
    value JSONB NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (key)
);

CREATE TABLE sign_in_attempt (
    id BIGSERIAL NOT NULL,
    login TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_sign_in_attempt PRIMARY KEY (id)
);

CREATE INDEX ix_sign_in_attempt_login_at ON sign_in_attempt (login, at);

CREATE TABLE source (
    id BIGSERIAL NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    position INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT uq_source_code UNIQUE (code)
);

CREATE INDEX ix_source_sort_key ON source (sort_key);

CREATE TABLE stage (
    id BIGSERIAL NOT NULL,
    section TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    stage_kind TEXT NOT NULL,
    tone TEXT NOT NULL,
    hint TEXT NOT NULL,
    position INTEGER NOT NULL,
    queue_rank INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_stage PRIMARY KEY (id),
    CONSTRAINT uq_stage_section_code UNIQUE (section, code)
);

CREATE TABLE subject_preset (
    id BIGSERIAL NOT NULL,
    activity_kind TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_subject_preset PRIMARY KEY (id)
);

CREATE TABLE employee (
    id BIGSERIAL NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    job_title TEXT NOT NULL,
    department_id BIGINT,
    role_id BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    password_hash TEXT,
    absent_from DATE,
    absent_until DATE,
    stand_in_id BIGINT,
    last_turn_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_employee PRIMARY KEY (id),
    CONSTRAINT fk_employee_department_id FOREIGN KEY(department_id) REFERENCES department (id),
    CONSTRAINT fk_employee_role_id FOREIGN KEY(role_id) REFERENCES role (id),
    CONSTRAINT fk_employee_stand_in_id FOREIGN KEY(stand_in_id) REFERENCES employee (id)
);

CREATE TABLE field (
    id BIGSERIAL NOT NULL,
    section TEXT NOT NULL,
    block_id BIGINT,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    field_type TEXT NOT NULL,
    builtin BOOLEAN NOT NULL,
    slot TEXT,
    scale INTEGER NOT NULL,
    unknown_allowed BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_field PRIMARY KEY (id),
    CONSTRAINT uq_field_section_code UNIQUE (section, code),
    CONSTRAINT uq_field_section_slot UNIQUE (section, slot),
    CONSTRAINT fk_field_block_id FOREIGN KEY(block_id) REFERENCES block (id)
);

CREATE TABLE file_chunk (
    file_id BIGINT NOT NULL,
    n INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    CONSTRAINT pk_file_chunk PRIMARY KEY (file_id, n),
    CONSTRAINT fk_file_chunk_file_id FOREIGN KEY(file_id) REFERENCES file (id)
);

CREATE TABLE role_right (
    role_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    "right" TEXT NOT NULL,
    scope TEXT NOT NULL,
    CONSTRAINT pk_role_right PRIMARY KEY (role_id, kind, "right"),
    CONSTRAINT fk_role_right_role_id FOREIGN KEY(role_id) REFERENCES role (id)
);

CREATE TABLE contact (
    id BIGSERIAL NOT NULL,
    title TEXT NOT NULL,
    responsible_id BIGINT NOT NULL,
    comment TEXT NOT NULL,
    custom JSONB NOT NULL,
    next_activity_at TIMESTAMP WITH TIME ZONE,
    next_activity_id BIGINT,
    last_contact_at TIMESTAMP WITH TIME ZONE,
    last_timeline_id BIGINT,
    import_id TEXT,
    origin_id TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by BIGINT,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by BIGINT,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by BIGINT,
    version INTEGER NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    birth_date DATE,
    sort_key TEXT COLLATE "C" NOT NULL,
    phone TEXT,
    email TEXT,
    person_norm TEXT NOT NULL,
    own_norm TEXT NOT NULL,
    norm TEXT GENERATED ALWAYS AS (own_norm || ' ' || person_norm) STORED NOT NULL,
    n01 BIGINT,
    n02 BIGINT,
    n03 BIGINT,
    n04 BIGINT,
    n05 BIGINT,
    n06 BIGINT,
    n07 BIGINT,
    n08 BIGINT,
    n09 BIGINT,
    n10 BIGINT,
    n11 BIGINT,
    n12 BIGINT,
    n13 BIGINT,
    n14 BIGINT,
    n15 BIGINT,
    n16 BIGINT,
    t01 TEXT COLLATE "C",
    t02 TEXT COLLATE "C",
    t03 TEXT COLLATE "C",
    t04 TEXT COLLATE "C",
    t05 TEXT COLLATE "C",
    t06 TEXT COLLATE "C",
    t07 TEXT COLLATE "C",
    t08 TEXT COLLATE "C",
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT fk_contact_responsible_id FOREIGN KEY(responsible_id) REFERENCES employee (id),
    CONSTRAINT fk_contact_created_by FOREIGN KEY(created_by) REFERENCES employee (id),
    CONSTRAINT fk_contact_updated_by FOREIGN KEY(updated_by) REFERENCES employee (id),
    CONSTRAINT fk_contact_deleted_by FOREIGN KEY(deleted_by) REFERENCES employee (id)
);

CREATE INDEX ix_contact_created_at ON contact (created_at);

CREATE INDEX ix_contact_last_contact_at ON contact (last_contact_at);

CREATE INDEX ix_contact_responsible_id_sort_key ON contact (responsible_id, sort_key);

CREATE INDEX ix_contact_sort_key_id ON contact (sort_key, id);

CREATE TABLE draft (
    employee_id BIGINT NOT NULL,
    place TEXT NOT NULL,
    content JSONB NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (employee_id, place),
    CONSTRAINT fk_draft_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
);

CREATE TABLE field_option (
    id BIGSERIAL NOT NULL,
    field_id BIGINT NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_field_option PRIMARY KEY (id),
    CONSTRAINT fk_field_option_field_id FOREIGN KEY(field_id) REFERENCES field (id)
);

CREATE INDEX ix_field_option_field_id ON field_option (field_id);

CREATE TABLE login (
    id BIGSERIAL NOT NULL,
    employee_id BIGINT NOT NULL,
    value TEXT NOT NULL,
    normal TEXT NOT NULL,
    CONSTRAINT pk_login PRIMARY KEY (id),
    CONSTRAINT uq_login_normal UNIQUE (normal),
    CONSTRAINT fk_login_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
);

CREATE INDEX ix_login_employee_id ON login (employee_id);

CREATE TABLE operation (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor_id BIGINT,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    state TEXT NOT NULL,
    lease_until TIMESTAMP WITH TIME ZONE,
    undoes TEXT,
    params JSONB NOT NULL,
    CONSTRAINT pk_operation PRIMARY KEY (id),
    CONSTRAINT fk_operation_actor_id FOREIGN KEY(actor_id) REFERENCES employee (id)
);

CREATE INDEX ix_operation_actor_id_at ON operation (actor_id, at);

CREATE INDEX ix_operation_state ON operation (state);

CREATE TABLE saved_filter (
    id BIGSERIAL NOT NULL,
    section TEXT NOT NULL,
    employee_id BIGINT,
    name TEXT NOT NULL,
    definition JSONB NOT NULL,
    position INTEGER NOT NULL,
    is_default BOOLEAN NOT NULL,
    CONSTRAINT pk_saved_filter PRIMARY KEY (id),
    CONSTRAINT fk_saved_filter_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
);

CREATE INDEX ix_saved_filter_section_employee_id ON saved_filter (section, employee_id);

CREATE TABLE stage_requirement (
    stage_id BIGINT NOT NULL,
    field_id BIGINT NOT NULL,
    inherited BOOLEAN NOT NULL,
    CONSTRAINT pk_stage_requirement PRIMARY KEY (stage_id, field_id),
    CONSTRAINT fk_stage_requirement_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id),
    CONSTRAINT fk_stage_requirement_field_id FOREIGN KEY(field_id) REFERENCES field (id)
);

CREATE TABLE user_setting (
    employee_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    value JSONB NOT NULL,
    CONSTRAINT pk_user_setting PRIMARY KEY (employee_id, key),
    CONSTRAINT fk_user_setting_employee_id FOREIGN KEY(employee_id) REFERENCES employee (id)
);

CREATE TABLE import_batch (
    operation_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    plan JSONB NOT NULL,
    next_row INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    CONSTRAINT pk_import_batch PRIMARY KEY (operation_id),
    CONSTRAINT fk_import_batch_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE lead (
    id BIGSERIAL NOT NULL,
    title TEXT NOT NULL,
    stage_id BIGINT NOT NULL,
    stage_since TIMESTAMP WITH TIME ZONE NOT NULL,
    source_id BIGINT,
    source_details TEXT NOT NULL,
    referrer TEXT NOT NULL,
    amount BIGINT,
    currency TEXT NOT NULL,
    sum_amount BIGINT,
    meeting_at TIMESTAMP WITH TIME ZONE,
    place_id BIGINT,
    first_payment BIGINT,
    contact_id BIGINT,
    repeat BOOLEAN NOT NULL,
    origin_stage TEXT,
    responsible_id BIGINT NOT NULL,
    comment TEXT NOT NULL,
    custom JSONB NOT NULL,
    next_activity_at TIMESTAMP WITH TIME ZONE,
    next_activity_id BIGINT,
    last_contact_at TIMESTAMP WITH TIME ZONE,
    last_timeline_id BIGINT,
    import_id TEXT,
    origin_id TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by BIGINT,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by BIGINT,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by BIGINT,
    version INTEGER NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    birth_date DATE,
    sort_key TEXT COLLATE "C" NOT NULL,
    phone TEXT,
    email TEXT,
    person_norm TEXT NOT NULL,
    own_norm TEXT NOT NULL,
    norm TEXT GENERATED ALWAYS AS (own_norm || ' ' || person_norm) STORED NOT NULL,
    n01 BIGINT,
    n02 BIGINT,
    n03 BIGINT,
    n04 BIGINT,
    n05 BIGINT,
    n06 BIGINT,
    n07 BIGINT,
    n08 BIGINT,
    n09 BIGINT,
    n10 BIGINT,
    n11 BIGINT,
    n12 BIGINT,
    n13 BIGINT,
    n14 BIGINT,
    n15 BIGINT,
    n16 BIGINT,
    t01 TEXT COLLATE "C",
    t02 TEXT COLLATE "C",
    t03 TEXT COLLATE "C",
    t04 TEXT COLLATE "C",
    t05 TEXT COLLATE "C",
    t06 TEXT COLLATE "C",
    t07 TEXT COLLATE "C",
    t08 TEXT COLLATE "C",
    CONSTRAINT pk_lead PRIMARY KEY (id),
    CONSTRAINT fk_lead_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id),
    CONSTRAINT fk_lead_source_id FOREIGN KEY(source_id) REFERENCES source (id),
    CONSTRAINT fk_lead_place_id FOREIGN KEY(place_id) REFERENCES place (id),
    CONSTRAINT fk_lead_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_lead_responsible_id FOREIGN KEY(responsible_id) REFERENCES employee (id),
    CONSTRAINT fk_lead_created_by FOREIGN KEY(created_by) REFERENCES employee (id),
    CONSTRAINT fk_lead_updated_by FOREIGN KEY(updated_by) REFERENCES employee (id),
    CONSTRAINT fk_lead_deleted_by FOREIGN KEY(deleted_by) REFERENCES employee (id)
);

CREATE INDEX ix_lead_contact_id ON lead (contact_id);

CREATE INDEX ix_lead_created_at ON lead (created_at);

CREATE INDEX ix_lead_import_id ON lead (import_id);

CREATE INDEX ix_lead_last_contact_at ON lead (last_contact_at);

CREATE INDEX ix_lead_responsible_id_next_activity_at ON lead (responsible_id, next_activity_at);

CREATE INDEX ix_lead_sort_key_id ON lead (sort_key, id);

CREATE INDEX ix_lead_stage_id_created_at ON lead (stage_id, created_at);

CREATE INDEX ix_lead_sum_amount ON lead (sum_amount);

CREATE TABLE option_link (
    section TEXT NOT NULL,
    field_id BIGINT NOT NULL,
    option_id BIGINT NOT NULL,
    record_id BIGINT NOT NULL,
    CONSTRAINT pk_option_link PRIMARY KEY (section, field_id, option_id, record_id),
    CONSTRAINT fk_option_link_field_id FOREIGN KEY(field_id) REFERENCES field (id),
    CONSTRAINT fk_option_link_option_id FOREIGN KEY(option_id) REFERENCES field_option (id)
);

CREATE INDEX ix_option_link_section_record_id ON option_link (section, record_id);

CREATE TABLE related_person (
    id BIGSERIAL NOT NULL,
    contact_id BIGINT NOT NULL,
    other_contact_id BIGINT NOT NULL,
    relation TEXT NOT NULL,
    CONSTRAINT pk_related_person PRIMARY KEY (id),
    CONSTRAINT uq_related_person_contact_id_other_contact_id_relation UNIQUE (contact_id, other_contact_id, relation),
    CONSTRAINT fk_related_person_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_related_person_other_contact_id FOREIGN KEY(other_contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_related_person_contact_id ON related_person (contact_id);

CREATE INDEX ix_related_person_other_contact_id ON related_person (other_contact_id);

CREATE TABLE contact_point (
    id BIGSERIAL NOT NULL,
    lead_id BIGINT,
    contact_id BIGINT,
    point_kind TEXT NOT NULL,
    value TEXT NOT NULL,
    normal TEXT,
    label TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_contact_point PRIMARY KEY (id),
    CONSTRAINT ck_contact_point_one_owner CHECK ((lead_id IS NULL) <> (contact_id IS NULL)),
    CONSTRAINT fk_contact_point_lead_id FOREIGN KEY(lead_id) REFERENCES lead (id),
    CONSTRAINT fk_contact_point_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_contact_point_contact_id ON contact_point (contact_id);

CREATE INDEX ix_contact_point_lead_id ON contact_point (lead_id);

CREATE INDEX ix_contact_point_point_kind_normal ON contact_point (point_kind, normal);

CREATE TABLE deal (
    id BIGSERIAL NOT NULL,
    title TEXT NOT NULL,
    stage_id BIGINT NOT NULL,
    stage_since TIMESTAMP WITH TIME ZONE NOT NULL,
    lead_id BIGINT,
    lead_responsible_id BIGINT,
    contact_id BIGINT NOT NULL,
    deal_type_id BIGINT,
    amount BIGINT,
    currency TEXT NOT NULL,
    sum_amount BIGINT,
    contract_number TEXT NOT NULL,
    contract_date DATE,
    paid BIGINT NOT NULL,
    next_payment_on DATE,
    responsible_id BIGINT NOT NULL,
    comment TEXT NOT NULL,
    custom JSONB NOT NULL,
    next_activity_at TIMESTAMP WITH TIME ZONE,
    next_activity_id BIGINT,
    last_contact_at TIMESTAMP WITH TIME ZONE,
    last_timeline_id BIGINT,
    import_id TEXT,
    origin_id TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by BIGINT,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by BIGINT,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by BIGINT,
    version INTEGER NOT NULL,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT NOT NULL,
    birth_date DATE,
    sort_key TEXT COLLATE "C" NOT NULL,
    phone TEXT,
    email TEXT,
    person_norm TEXT NOT NULL,
    own_norm TEXT NOT NULL,
    norm TEXT GENERATED ALWAYS AS (own_norm || ' ' || person_norm) STORED NOT NULL,
    n01 BIGINT,
    n02 BIGINT,
    n03 BIGINT,
    n04 BIGINT,
    n05 BIGINT,
    n06 BIGINT,
    n07 BIGINT,
    n08 BIGINT,
    n09 BIGINT,
    n10 BIGINT,
    n11 BIGINT,
    n12 BIGINT,
    n13 BIGINT,
    n14 BIGINT,
    n15 BIGINT,
    n16 BIGINT,
    t01 TEXT COLLATE "C",
    t02 TEXT COLLATE "C",
    t03 TEXT COLLATE "C",
    t04 TEXT COLLATE "C",
    t05 TEXT COLLATE "C",
    t06 TEXT COLLATE "C",
    t07 TEXT COLLATE "C",
    t08 TEXT COLLATE "C",
    CONSTRAINT pk_deal PRIMARY KEY (id),
    CONSTRAINT fk_deal_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id),
    CONSTRAINT uq_deal_lead_id UNIQUE (lead_id),
    CONSTRAINT fk_deal_lead_id FOREIGN KEY(lead_id) REFERENCES lead (id),
    CONSTRAINT fk_deal_lead_responsible_id FOREIGN KEY(lead_responsible_id) REFERENCES employee (id),
    CONSTRAINT fk_deal_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_deal_deal_type_id FOREIGN KEY(deal_type_id) REFERENCES deal_type (id),
    CONSTRAINT fk_deal_responsible_id FOREIGN KEY(responsible_id) REFERENCES employee (id),
    CONSTRAINT fk_deal_created_by FOREIGN KEY(created_by) REFERENCES employee (id),
    CONSTRAINT fk_deal_updated_by FOREIGN KEY(updated_by) REFERENCES employee (id),
    CONSTRAINT fk_deal_deleted_by FOREIGN KEY(deleted_by) REFERENCES employee (id)
);

CREATE INDEX ix_deal_contact_id ON deal (contact_id);

CREATE INDEX ix_deal_created_at ON deal (created_at);

CREATE INDEX ix_deal_lead_responsible_id ON deal (lead_responsible_id);

CREATE INDEX ix_deal_next_payment_on ON deal (next_payment_on);

CREATE INDEX ix_deal_responsible_id_next_activity_at ON deal (responsible_id, next_activity_at);

CREATE INDEX ix_deal_sort_key_id ON deal (sort_key, id);

CREATE INDEX ix_deal_stage_id_created_at ON deal (stage_id, created_at);

CREATE INDEX ix_deal_sum_amount ON deal (sum_amount);

CREATE TABLE activity (
    id BIGSERIAL NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    description TEXT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    minutes INTEGER NOT NULL,
    place_id BIGINT,
    place_text TEXT NOT NULL,
    state TEXT NOT NULL,
    confirmed_at TIMESTAMP WITH TIME ZONE,
    result TEXT,
    result_comment TEXT NOT NULL,
    no_recording_reason TEXT,
    responsible_id BIGINT NOT NULL,
    lead_id BIGINT,
    deal_id BIGINT,
    contact_id BIGINT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by BIGINT,
    completed_at TIMESTAMP WITH TIME ZONE,
    deleted_at TIMESTAMP WITH TIME ZONE,
    import_id TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT fk_activity_place_id FOREIGN KEY(place_id) REFERENCES place (id),
    CONSTRAINT fk_activity_responsible_id FOREIGN KEY(responsible_id) REFERENCES employee (id),
    CONSTRAINT fk_activity_lead_id FOREIGN KEY(lead_id) REFERENCES lead (id),
    CONSTRAINT fk_activity_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id),
    CONSTRAINT fk_activity_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_activity_created_by FOREIGN KEY(created_by) REFERENCES employee (id)
);

CREATE INDEX ix_activity_contact_id_state_starts_at ON activity (contact_id, state, starts_at);

CREATE INDEX ix_activity_deal_id_state_starts_at ON activity (deal_id, state, starts_at);

CREATE INDEX ix_activity_lead_id_state_starts_at ON activity (lead_id, state, starts_at);

CREATE INDEX ix_activity_responsible_id_completed_at ON activity (responsible_id, completed_at);

CREATE INDEX ix_activity_responsible_id_state_starts_at ON activity (responsible_id, state, starts_at);

CREATE TABLE attachment (
    id BIGSERIAL NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    lead_id BIGINT,
    deal_id BIGINT,
    contact_id BIGINT,
    field_id BIGINT,
    author_id BIGINT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_file_id FOREIGN KEY(file_id) REFERENCES file (id),
    CONSTRAINT fk_attachment_lead_id FOREIGN KEY(lead_id) REFERENCES lead (id),
    CONSTRAINT fk_attachment_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id),
    CONSTRAINT fk_attachment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_attachment_field_id FOREIGN KEY(field_id) REFERENCES field (id),
    CONSTRAINT fk_attachment_author_id FOREIGN KEY(author_id) REFERENCES employee (id)
);

CREATE INDEX ix_attachment_contact_id ON attachment (contact_id);

CREATE INDEX ix_attachment_deal_id ON attachment (deal_id);

CREATE INDEX ix_attachment_lead_id ON attachment (lead_id);

CREATE TABLE activity_reminder (
    id BIGSERIAL NOT NULL,
    activity_id BIGINT NOT NULL,
    minutes_before INTEGER NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    shown_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_activity_reminder PRIMARY KEY (id),
    CONSTRAINT fk_activity_reminder_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX ix_activity_reminder_activity_id ON activity_reminder (activity_id);

CREATE INDEX ix_activity_reminder_due_at ON activity_reminder (due_at);

CREATE TABLE payment (
    id BIGSERIAL NOT NULL,
    deal_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    planned_on DATE NOT NULL,
    amount BIGINT NOT NULL,
    received_on DATE,
    method TEXT,
    received_by BIGINT,
    receipt_id BIGINT,
    remind_days INTEGER,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_payment PRIMARY KEY (id),
    CONSTRAINT fk_payment_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id),
    CONSTRAINT fk_payment_received_by FOREIGN KEY(received_by) REFERENCES employee (id),
    CONSTRAINT fk_payment_receipt_id FOREIGN KEY(receipt_id) REFERENCES attachment (id)
);

CREATE INDEX ix_payment_deal_id_number ON payment (deal_id, number);

CREATE TABLE timeline (
    id BIGSERIAL NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind TEXT NOT NULL,
    lead_id BIGINT,
    deal_id BIGINT,
    contact_id BIGINT,
    author_id BIGINT,
    body TEXT NOT NULL,
    params JSONB NOT NULL,
    is_contact BOOLEAN NOT NULL,
    activity_id BIGINT,
    pinned_at TIMESTAMP WITH TIME ZONE,
    edited_at TIMESTAMP WITH TIME ZONE,
    deleted_at TIMESTAMP WITH TIME ZONE,
    import_id TEXT,
    CONSTRAINT pk_timeline PRIMARY KEY (id),
    CONSTRAINT fk_timeline_lead_id FOREIGN KEY(lead_id) REFERENCES lead (id),
    CONSTRAINT fk_timeline_deal_id FOREIGN KEY(deal_id) REFERENCES deal (id),
    CONSTRAINT fk_timeline_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id),
    CONSTRAINT fk_timeline_author_id FOREIGN KEY(author_id) REFERENCES employee (id),
    CONSTRAINT fk_timeline_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX ix_timeline_contact_id_at ON timeline (contact_id, at);

CREATE INDEX ix_timeline_deal_id_at ON timeline (deal_id, at);

CREATE INDEX ix_timeline_lead_id_at ON timeline (lead_id, at);

ALTER TABLE department ADD CONSTRAINT fk_department_head_id FOREIGN KEY(head_id) REFERENCES employee (id);

INSERT INTO feed_epoch (id, epoch) VALUES (1, '1');

INSERT INTO session_context (id, quiet) VALUES (1, false);
