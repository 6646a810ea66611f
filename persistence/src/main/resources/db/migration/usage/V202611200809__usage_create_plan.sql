-- What may be bought; the same for the whole installation.
CREATE TABLE usage_plan (
    code     text PRIMARY KEY,
    name     text    NOT NULL,
    position integer NOT NULL
);
GRANT SELECT ON usage_plan TO sylion_app, sylion_operator;

CREATE TABLE usage_plan_limit (
    plan_code     text   NOT NULL REFERENCES usage_plan (code),
    metric        text   NOT NULL CHECK (metric IN ('AI_REPLIES', 'OUTBOUND_MESSAGES', 'DOCUMENTS', 'AI_TOKENS')),
    monthly_limit bigint NOT NULL CHECK (monthly_limit >= 0),
    PRIMARY KEY (plan_code, metric)
);
GRANT SELECT ON usage_plan_limit TO sylion_app, sylion_operator;

INSERT INTO usage_plan (code, name, position) VALUES
    ('STARTER', 'Starter', 1),
    ('PRO', 'Pro', 2),
    ('BUSINESS', 'Business', 3);
INSERT INTO usage_plan_limit (plan_code, metric, monthly_limit) VALUES
    ('STARTER', 'AI_REPLIES', 500), ('STARTER', 'OUTBOUND_MESSAGES', 2000), ('STARTER', 'DOCUMENTS', 50), ('STARTER', 'AI_TOKENS', 2000000),
    ('PRO', 'AI_REPLIES', 5000), ('PRO', 'OUTBOUND_MESSAGES', 20000), ('PRO', 'DOCUMENTS', 500), ('PRO', 'AI_TOKENS', 20000000),
    ('BUSINESS', 'AI_REPLIES', 50000), ('BUSINESS', 'OUTBOUND_MESSAGES', 200000), ('BUSINESS', 'DOCUMENTS', 5000), ('BUSINESS', 'AI_TOKENS', 200000000);

-- The plan of a tenant; no row means the first plan.
CREATE TABLE usage_subscription (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    plan_code  text        NOT NULL REFERENCES usage_plan (code),
    since      timestamptz NOT NULL
);
CREATE UNIQUE INDEX uq_usage_subscription_tenant_id ON usage_subscription (tenant_id);
SELECT platform_protect('usage_subscription');

-- One counter for each metric and month; its row lock makes the limit exact.
CREATE TABLE usage_quota (
    tenant_id   uuid   NOT NULL REFERENCES tenant_tenant (id),
    metric      text   NOT NULL,
    period      date   NOT NULL,
    limit_units bigint NOT NULL CHECK (limit_units >= 0),
    used        bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
    reserved    bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    PRIMARY KEY (tenant_id, metric, period)
) WITH (fillfactor = 50);
COMMENT ON COLUMN usage_quota.period IS 'first day of the month in the tenant''s time zone';
SELECT platform_protect('usage_quota');

-- Units held for work under way; the row goes when they are settled or given back.
CREATE TABLE usage_reservation (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    metric     text        NOT NULL,
    reference  text        NOT NULL,
    period     date        NOT NULL,
    amount     bigint      NOT NULL CHECK (amount > 0),
    expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX uq_usage_reservation_reference ON usage_reservation (tenant_id, metric, reference);
CREATE INDEX ix_usage_reservation_expires_at ON usage_reservation (tenant_id, expires_at);
SELECT platform_protect('usage_reservation');

-- What was used, once for each reference.
CREATE TABLE usage_record (
    tenant_id      uuid        NOT NULL REFERENCES tenant_tenant (id),
    metric         text        NOT NULL,
    reference      text        NOT NULL,
    reservation_id uuid        NOT NULL,
    period         date        NOT NULL,
    amount         bigint      NOT NULL CHECK (amount >= 0),
    occurred_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, metric, reference)
);
SELECT platform_protect('usage_record');
