-- Why something automatic happened, or did not: one row for every inbound message that was triaged.
CREATE TABLE decision_record (
    id              uuid PRIMARY KEY,
    tenant_id       uuid        NOT NULL REFERENCES tenant_tenant (id),
    version         integer     NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    conversation_id uuid        NOT NULL REFERENCES conversation_conversation (id),
    message_id      uuid        NOT NULL,
    triage          text        NOT NULL CHECK (triage IN ('AUTO_REPLY', 'ESCALATE', 'IGNORE')),
    confidence      numeric(4, 3) NOT NULL,
    rule            text        NOT NULL,
    reason          text        NOT NULL,
    snapshot        jsonb       NOT NULL,
    outcome         text        NOT NULL DEFAULT 'PENDING' CHECK (outcome IN ('PENDING', 'REPLIED', 'ESCALATED', 'IGNORED', 'SUPERSEDED', 'WITHHELD')),
    outcome_reason  text,
    assistant_id    uuid,
    model           text,
    prompt_version  text,
    parameters      jsonb,
    passages        jsonb,
    citations       jsonb,
    output          text,
    reply_confidence numeric(4, 3),
    reply_id        uuid,
    input_tokens    integer,
    output_tokens   integer,
    cost_micros     bigint,
    retrieval_ms    integer,
    model_ms        integer,
    total_ms        integer,
    attempts        integer     NOT NULL DEFAULT 0,
    failure         text,
    completed_at    timestamptz
);
CREATE UNIQUE INDEX uq_decision_record_message_id ON decision_record (message_id);
CREATE INDEX ix_decision_record_conversation_id ON decision_record (conversation_id, created_at DESC);
CREATE INDEX ix_decision_record_tenant_id ON decision_record (tenant_id, created_at DESC);
SELECT platform_protect('decision_record');
