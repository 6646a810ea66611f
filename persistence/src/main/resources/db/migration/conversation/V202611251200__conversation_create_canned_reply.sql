-- What members write again and again, called up by a short word.
CREATE TABLE conversation_canned_reply (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    shortcut   text        NOT NULL,
    body       text        NOT NULL
);
CREATE UNIQUE INDEX uq_conversation_canned_reply_shortcut ON conversation_canned_reply (tenant_id, shortcut);
SELECT platform_protect('conversation_canned_reply');
