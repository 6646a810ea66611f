-- The newest entries of one action are read from the end of an index, however many sign-ins lie between them.
CREATE INDEX ix_governance_audit_entry_action ON governance_audit_entry (tenant_id, action, occurred_at DESC, id DESC);
