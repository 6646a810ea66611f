CREATE TABLE conversation_conversation (
    id                  uuid PRIMARY KEY,
    tenant_id           uuid        NOT NULL REFERENCES tenant_tenant (id),
    version             integer     NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    channel_id          uuid        NOT NULL REFERENCES channel_channel (id),
    contact_id          uuid        NOT NULL REFERENCES contact_contact (id),
    status              text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED')),
    handler             text        NOT NULL DEFAULT 'AI' CHECK (handler IN ('AI', 'MEMBER', 'NOBODY')),
    member_id           uuid,
    member_name         text,
    triage              text CHECK (triage IN ('AUTO_REPLY', 'ESCALATE', 'IGNORE')),
    triage_reason       text,
    triage_confidence   numeric(4, 3),
    escalated           boolean     NOT NULL DEFAULT false,
    last_message_id     uuid,
    last_activity_at    timestamptz NOT NULL,
    last_author         text,
    last_type           text,
    last_text           text,
    last_inbound_at     timestamptz,
    last_inbound_id     uuid,
    window_closes_at    timestamptz,
    unread_count        integer     NOT NULL DEFAULT 0,
    reply_due_at        timestamptz,
    drafts_discarded    integer     NOT NULL DEFAULT 0,
    send_due_at         timestamptz
);
COMMENT ON COLUMN conversation_conversation.reply_due_at IS 'an automatic reply to last_inbound_id is owed since then; null when none is: the outbox of assistant.compose-reply';
COMMENT ON COLUMN conversation_conversation.send_due_at IS 'a queued message may leave from then on; null when none waits: the outbox of conversation.send-message';
CREATE UNIQUE INDEX uq_conversation_open ON conversation_conversation (tenant_id, channel_id, contact_id) WHERE status = 'OPEN';
CREATE INDEX ix_conversation_conversation_recent ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC);
CREATE INDEX ix_conversation_conversation_member ON conversation_conversation (tenant_id, member_id, last_activity_at DESC, id DESC) WHERE member_id IS NOT NULL;
CREATE INDEX ix_conversation_conversation_escalated ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE escalated;
CREATE INDEX ix_conversation_conversation_contact_id ON conversation_conversation (contact_id);
CREATE INDEX ix_conversation_conversation_reply_due_at ON conversation_conversation (reply_due_at) WHERE reply_due_at IS NOT NULL;
CREATE INDEX ix_conversation_conversation_send_due_at ON conversation_conversation (send_due_at) WHERE send_due_at IS NOT NULL;
SELECT platform_protect('conversation_conversation');
SELECT platform_open_to_operator('conversation_conversation');

-- Partitioned by month over the id itself: a UUID version 7 begins with its time, so the key alone finds the partition.
CREATE TABLE conversation_message (
    id                  uuid        NOT NULL,
    tenant_id           uuid        NOT NULL,
    version             integer     NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    conversation_id     uuid        NOT NULL REFERENCES conversation_conversation (id),
    channel_id          uuid        NOT NULL,
    author              text        NOT NULL CHECK (author IN ('CUSTOMER', 'AI', 'MEMBER', 'PHONE_APP', 'NOTE', 'SYSTEM')),
    author_id           uuid,
    author_name         text,
    type                text        NOT NULL,
    body                text,
    detail              jsonb,
    occurred_at         timestamptz NOT NULL,
    provider_message_id text,
    reply_to_id         uuid,
    answers_id          uuid,
    decision_id         uuid,
    state               text        NOT NULL CHECK (state IN ('RECEIVED', 'NOTED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'PLAYED', 'FAILED', 'UNKNOWN', 'WITHHELD')),
    state_at            timestamptz NOT NULL,
    attempts            integer     NOT NULL DEFAULT 0,
    failure_code        text,
    failure_reason      text,
    client_key          text,
    revoked_at          timestamptz,
    edited_at           timestamptz,
    PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX ix_conversation_message_thread ON conversation_message (conversation_id, occurred_at DESC, id DESC);
CREATE INDEX ix_conversation_message_outgoing ON conversation_message (conversation_id, id) WHERE state IN ('QUEUED', 'SENDING');
CREATE INDEX ix_conversation_message_sending ON conversation_message (state_at) WHERE state = 'SENDING';
SELECT platform_protect('conversation_message');
SELECT platform_open_to_operator('conversation_message');

CREATE FUNCTION conversation_id_floor(at timestamptz) RETURNS uuid
    LANGUAGE sql IMMUTABLE
AS $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Makes the partitions of this month and the next ones; run at start-up and daily.
CREATE FUNCTION conversation_make_partitions(first_month date, months integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
    month timestamptz := date_trunc('month', first_month::timestamp) AT TIME ZONE 'UTC';
    name  text;
BEGIN
    FOR i IN 1..months LOOP
        name := 'conversation_message_' || to_char(month AT TIME ZONE 'UTC', 'YYYYMM');
        IF to_regclass(name) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF conversation_message FOR VALUES FROM (%L) TO (%L)',
                name, conversation_id_floor(month), conversation_id_floor((month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC'));
        END IF;
        month := (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION conversation_make_partitions(date, integer) TO sylion_operator;
SELECT conversation_make_partitions((now() AT TIME ZONE 'UTC')::date - 31, 5);
CREATE TABLE conversation_message_other PARTITION OF conversation_message DEFAULT;

-- Which message of ours a provider's id means; unique, so that a message is stored once.
CREATE TABLE conversation_message_key (
    channel_id          uuid NOT NULL REFERENCES channel_channel (id),
    provider_message_id text NOT NULL,
    tenant_id           uuid NOT NULL REFERENCES tenant_tenant (id),
    message_id          uuid NOT NULL,
    PRIMARY KEY (channel_id, provider_message_id)
);
SELECT platform_protect('conversation_message_key');

-- The same for requests of our own clients: a message sent twice with one key is one message.
CREATE TABLE conversation_client_key (
    tenant_id  uuid NOT NULL REFERENCES tenant_tenant (id),
    client_key text NOT NULL,
    message_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, client_key)
);
SELECT platform_protect('conversation_client_key');

CREATE TABLE conversation_media (
    id                uuid PRIMARY KEY,
    tenant_id         uuid        NOT NULL REFERENCES tenant_tenant (id),
    version           integer     NOT NULL DEFAULT 0,
    created_at        timestamptz NOT NULL,
    message_id        uuid        NOT NULL,
    channel_id        uuid        NOT NULL,
    provider_media_id text,
    mime_type         text        NOT NULL,
    file_name         text,
    size_bytes        bigint,
    sha256            text,
    object_key        text,
    state             text        NOT NULL CHECK (state IN ('PENDING', 'STORED', 'FAILED')),
    failure_reason    text
);
CREATE UNIQUE INDEX uq_conversation_media_message_id ON conversation_media (message_id);
CREATE INDEX ix_conversation_media_pending ON conversation_media (created_at) WHERE state = 'PENDING';
SELECT platform_protect('conversation_media');
SELECT platform_open_to_operator('conversation_media');

-- The whole life of a message at the provider, as told by its webhooks.
CREATE TABLE conversation_delivery (
    message_id  uuid        NOT NULL,
    status      text        NOT NULL,
    tenant_id   uuid        NOT NULL REFERENCES tenant_tenant (id),
    occurred_at timestamptz NOT NULL,
    code        text,
    reason      text,
    pricing     text,
    PRIMARY KEY (message_id, status)
);
SELECT platform_protect('conversation_delivery');

CREATE TABLE conversation_reaction (
    message_id  uuid        NOT NULL,
    author      text        NOT NULL CHECK (author IN ('CUSTOMER', 'MEMBER')),
    tenant_id   uuid        NOT NULL REFERENCES tenant_tenant (id),
    emoji       text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, author)
);
SELECT platform_protect('conversation_reaction');

-- Facts about a message that is not known yet (a status before the send's answer); applied when it is.
CREATE TABLE conversation_parked_event (
    channel_id          uuid        NOT NULL REFERENCES channel_channel (id),
    key                 text        NOT NULL,
    provider_message_id text        NOT NULL,
    tenant_id           uuid        NOT NULL REFERENCES tenant_tenant (id),
    event               jsonb       NOT NULL,
    parked_at           timestamptz NOT NULL,
    PRIMARY KEY (channel_id, key)
);
CREATE INDEX ix_conversation_parked_event_provider_message_id ON conversation_parked_event (channel_id, provider_message_id);
SELECT platform_protect('conversation_parked_event');
