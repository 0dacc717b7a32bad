DROP TRIGGER IF EXISTS history_keeps_update;

ALTER TABLE history ADD COLUMN owner_kind TEXT;

ALTER TABLE history ADD COLUMN owner_id INTEGER;

UPDATE history SET owner_kind = 'lead', owner_id = owned.lead_id FROM contact_point AS owned
WHERE history.kind = 'contact_point' AND history.ref = owned.id AND owned.lead_id IS NOT NULL AND history.id >= (
    SELECT max(came.id) FROM history AS came
    WHERE came.kind = 'contact_point' AND came.ref = owned.id AND came.op = 'create');

UPDATE history SET owner_kind = 'contact', owner_id = owned.contact_id FROM contact_point AS owned
WHERE history.kind = 'contact_point' AND history.ref = owned.id AND owned.contact_id IS NOT NULL AND history.id >= (
    SELECT max(came.id) FROM history AS came
    WHERE came.kind = 'contact_point' AND came.ref = owned.id AND came.op = 'create');

UPDATE history SET owner_kind = 'deal', owner_id = owned.deal_id FROM payment AS owned
WHERE history.kind = 'payment' AND history.ref = owned.id AND owned.deal_id IS NOT NULL AND history.id >= (
    SELECT max(came.id) FROM history AS came
    WHERE came.kind = 'payment' AND came.ref = owned.id AND came.op = 'create');

UPDATE history SET (owner_kind, owner_id) = (
    SELECT
        CASE WHEN operation.kind LIKE 'lead.%' AND NOT (lead.contact_id IS NOT NULL AND operation.kind <> 'lead.convert' AND EXISTS (
            SELECT 1 FROM operation AS conversion
            WHERE conversion.kind = 'lead.convert' AND json_extract(conversion.params, '$.ref') = lead.id AND conversion.at <= operation.at)) THEN 'lead' ELSE 'contact' END,
        CASE WHEN operation.kind LIKE 'lead.%' AND NOT (lead.contact_id IS NOT NULL AND operation.kind <> 'lead.convert' AND EXISTS (
            SELECT 1 FROM operation AS conversion
            WHERE conversion.kind = 'lead.convert' AND json_extract(conversion.params, '$.ref') = lead.id AND conversion.at <= operation.at)) THEN lead.id
             WHEN operation.kind LIKE 'lead.%' THEN lead.contact_id
             WHEN operation.kind LIKE 'deal.%' THEN deal.contact_id
             ELSE json_extract(operation.params, '$.ref') END
    FROM history AS gone
    JOIN operation ON operation.id = gone.operation_id
    LEFT JOIN lead ON operation.kind LIKE 'lead.%' AND lead.id = json_extract(operation.params, '$.ref')
    LEFT JOIN deal ON operation.kind LIKE 'deal.%' AND deal.id = json_extract(operation.params, '$.ref')
    WHERE gone.kind = 'contact_point' AND gone.op = 'delete' AND gone.ref = history.ref AND gone.id >= history.id
        AND (operation.kind LIKE 'lead.%' OR operation.kind LIKE 'deal.%' OR operation.kind LIKE 'contact.%')
    ORDER BY gone.id LIMIT 1
) WHERE kind = 'contact_point' AND owner_id IS NULL;

UPDATE history SET owner_kind = 'deal', owner_id = (
    SELECT (json_extract(operation.params, '$.deal')) FROM history AS came
    JOIN operation ON operation.id = came.operation_id AND operation.kind IN ('payment.plan', 'payment.record')
    WHERE came.kind = 'payment' AND came.op = 'create' AND came.ref = history.ref AND came.id <= history.id
    ORDER BY came.id DESC LIMIT 1
) WHERE kind = 'payment' AND owner_id IS NULL;

UPDATE history SET owner_kind = NULL WHERE owner_id IS NULL;

CREATE INDEX ix_history_owner ON history (owner_kind, owner_id, id) WHERE owner_id IS NOT NULL;

DROP INDEX ix_lead_responsible_id_next_activity_at;

DROP INDEX ix_lead_stage_id_created_at;

DROP INDEX ix_lead_sort_key_id;

DROP INDEX ix_lead_created_at;

DROP INDEX ix_lead_sum_amount;

DROP INDEX ix_lead_last_contact_at;

DROP INDEX ix_deal_responsible_id_next_activity_at;

DROP INDEX ix_deal_stage_id_created_at;

DROP INDEX ix_deal_sort_key_id;

DROP INDEX ix_deal_created_at;

DROP INDEX ix_deal_sum_amount;

DROP INDEX ix_contact_sort_key_id;

DROP INDEX ix_contact_responsible_id_sort_key;

DROP INDEX ix_contact_created_at;

DROP INDEX ix_contact_last_contact_at;

CREATE INDEX ix_lead_by_stage ON lead (stage_id, next_activity_at, created_at, responsible_id, sort_key, sum_amount, currency, last_contact_at, source_id, contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_lead_by_responsible ON lead (responsible_id, stage_id, next_activity_at, created_at, sort_key, sum_amount, currency, last_contact_at, source_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_lead_by_created ON lead (created_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_lead_by_name ON lead (sort_key, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_lead_by_sum ON lead (sum_amount, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_deal_by_stage ON deal (stage_id, next_activity_at, created_at, responsible_id, sort_key, sum_amount, currency, last_contact_at, next_payment_on, next_activity_id, contract_date, contact_id, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_deal_by_responsible ON deal (responsible_id, stage_id, next_activity_at, created_at, sort_key, sum_amount, currency, last_contact_at, next_payment_on, next_activity_id, contract_date, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_deal_by_created ON deal (created_at, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_deal_by_name ON deal (sort_key, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_deal_by_sum ON deal (sum_amount, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_by_name ON contact (sort_key, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_by_responsible ON contact (responsible_id, sort_key, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_by_created ON contact (created_at, id, deleted_at) WHERE deleted_at IS NULL;
