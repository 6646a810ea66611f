CREATE TABLE assistant_assistant (
    id                 uuid PRIMARY KEY,
    tenant_id          uuid        NOT NULL REFERENCES tenant_tenant (id),
    version            integer     NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL,
    name               text        NOT NULL,
    persona            text        NOT NULL,
    language           text        NOT NULL DEFAULT 'fr',
    model              text,
    temperature        numeric(3, 2) NOT NULL DEFAULT 0.2 CHECK (temperature BETWEEN 0 AND 2),
    minimum_confidence numeric(4, 3) NOT NULL DEFAULT 0.3 CHECK (minimum_confidence BETWEEN 0 AND 1),
    batching_delay_ms  integer     NOT NULL DEFAULT 1500 CHECK (batching_delay_ms BETWEEN 0 AND 60000),
    hand_off_sentence  text        NOT NULL,
    unknown_sentence   text        NOT NULL,
    opens_at           time,
    closes_at          time,
    closed_sentence    text,
    base_ids           uuid[]      NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN assistant_assistant.opens_at IS 'local to the tenant''s time zone; null: always open';
CREATE INDEX ix_assistant_assistant_tenant_id ON assistant_assistant (tenant_id);
SELECT platform_protect('assistant_assistant');

-- Which assistant answers on a channel.
CREATE TABLE assistant_binding (
    channel_id   uuid PRIMARY KEY REFERENCES channel_channel (id),
    tenant_id    uuid NOT NULL REFERENCES tenant_tenant (id),
    assistant_id uuid NOT NULL REFERENCES assistant_assistant (id)
);
SELECT platform_protect('assistant_binding');
