CREATE TABLE channel_channel (
    id                uuid PRIMARY KEY,
    tenant_id         uuid        NOT NULL REFERENCES tenant_tenant (id),
    version           integer     NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL,
    provider          text        NOT NULL CHECK (provider IN ('CLOUD_API', 'DIALOG_360')),
    name              text        NOT NULL,
    display_number    text        NOT NULL,
    provider_number_id text       NOT NULL,
    base_url          text        NOT NULL,
    webhook_key       text        NOT NULL,
    access_token      bytea       NOT NULL,
    app_secret        bytea,
    webhook_token     bytea,
    state             text        NOT NULL DEFAULT 'CONNECTED' CHECK (state IN ('CONNECTED', 'ATTENTION', 'DISCONNECTED')),
    state_reason      text
);
COMMENT ON COLUMN channel_channel.access_token IS 'encrypted: bearer token of the Cloud API or key of 360dialog';
COMMENT ON COLUMN channel_channel.app_secret IS 'encrypted: signs the webhooks of the Cloud API';
COMMENT ON COLUMN channel_channel.webhook_token IS 'encrypted: verify token of the handshake (Cloud API), value of X-Sylion-Token (360dialog)';
CREATE UNIQUE INDEX uq_channel_channel_provider_number_id ON channel_channel (provider, provider_number_id);
CREATE INDEX ix_channel_channel_webhook_key ON channel_channel (webhook_key);
CREATE INDEX ix_channel_channel_tenant_id ON channel_channel (tenant_id);
SELECT platform_protect('channel_channel');
SELECT platform_open_to_operator('channel_channel');

-- What came in, once: a repeat of the provider finds its key here and changes nothing.
CREATE TABLE channel_inbound_event (
    channel_id  uuid        NOT NULL REFERENCES channel_channel (id),
    key         text        NOT NULL,
    tenant_id   uuid        NOT NULL REFERENCES tenant_tenant (id),
    kind        text        NOT NULL,
    received_at timestamptz NOT NULL,
    outcome     text        NOT NULL CHECK (outcome IN ('APPLIED', 'PARKED', 'IGNORED')),
    reason      text,
    PRIMARY KEY (channel_id, key)
);
CREATE INDEX ix_channel_inbound_event_tenant_id_received_at ON channel_inbound_event (tenant_id, received_at DESC);
SELECT platform_protect('channel_inbound_event');
