-- The tenant's own rules of triage. Each save is a row and stays: the newest holds, the others are its history.
CREATE TABLE triage_rule_set (
    id            uuid PRIMARY KEY,
    tenant_id     uuid        NOT NULL REFERENCES tenant_tenant (id),
    version       integer     NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    number        integer     NOT NULL CHECK (number > 0),
    saved_by      text        NOT NULL,
    restored_from integer,
    rule_count    integer     NOT NULL,
    rules         jsonb       NOT NULL
);
COMMENT ON COLUMN triage_rule_set.rules IS 'all rules in their order, as they are exported';
COMMENT ON COLUMN triage_rule_set.restored_from IS 'number of the version that was taken up again';
CREATE UNIQUE INDEX uq_triage_rule_set_number ON triage_rule_set (tenant_id, number);
SELECT platform_protect('triage_rule_set');

-- Messages like these get no answer.
CREATE TABLE triage_example (
    id          uuid PRIMARY KEY,
    tenant_id   uuid        NOT NULL REFERENCES tenant_tenant (id),
    version     integer     NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    words       text        NOT NULL,
    compared_by text        NOT NULL,
    added_by    text        NOT NULL
);
COMMENT ON COLUMN triage_example.compared_by IS 'the words as they are compared: folded, without punctuation';
CREATE UNIQUE INDEX uq_triage_example_compared_by ON triage_example (tenant_id, compared_by);
SELECT platform_protect('triage_example');
