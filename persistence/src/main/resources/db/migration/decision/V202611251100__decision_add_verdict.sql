-- What a member says of a decision, and the list of decisions in an order without ties.
ALTER TABLE decision_record
    ADD COLUMN verdict    text CHECK (verdict IN ('RIGHT', 'WRONG')),
    ADD COLUMN verdict_by uuid,
    ADD COLUMN verdict_at timestamptz;
COMMENT ON COLUMN decision_record.verdict_by IS 'the member who said so last';
DROP INDEX ix_decision_record_tenant_id;
CREATE INDEX ix_decision_record_tenant_id ON decision_record (tenant_id, created_at DESC, id DESC);
CREATE INDEX ix_decision_record_verdict ON decision_record (tenant_id, created_at DESC) WHERE verdict IS NOT NULL;
