CREATE TABLE IF NOT EXISTS server_account (
    role_name text PRIMARY KEY,
    login_id bigint NOT NULL REFERENCES login (id) ON DELETE CASCADE,
    employee_id bigint NOT NULL REFERENCES employee (id),
    must_change boolean NOT NULL
)

-- next

CREATE INDEX IF NOT EXISTS ix_server_account_employee_id ON server_account (employee_id)

-- next

CREATE TABLE IF NOT EXISTS contact_access (
    contact_id bigint NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    responsible_id bigint NOT NULL,
    n integer NOT NULL,
    PRIMARY KEY (contact_id, responsible_id)
)

-- next

CREATE INDEX IF NOT EXISTS ix_contact_access_responsible_id ON contact_access (responsible_id, contact_id)

-- next

ALTER TABLE file ADD COLUMN IF NOT EXISTS author_id bigint
