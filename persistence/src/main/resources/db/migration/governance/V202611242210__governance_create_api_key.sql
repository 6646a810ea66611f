-- Keys with which other systems work for a tenant. The key itself is shown once and not kept: it is long and random, so a plain
-- digest of it tells nothing.
CREATE TABLE governance_api_key (
    id           uuid PRIMARY KEY,
    tenant_id    uuid        NOT NULL REFERENCES tenant_tenant (id),
    version      integer     NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    name         text        NOT NULL,
    beginning    text        NOT NULL,
    digest       text        NOT NULL,
    scope        text        NOT NULL CHECK (scope IN ('READ', 'WRITE')),
    last_used_at timestamptz,
    revoked_at   timestamptz
);
COMMENT ON COLUMN governance_api_key.beginning IS 'the first characters, by which people tell keys apart';
CREATE UNIQUE INDEX uq_governance_api_key_digest ON governance_api_key (digest);
CREATE INDEX ix_governance_api_key_tenant_id ON governance_api_key (tenant_id);
SELECT platform_protect('governance_api_key');
-- a request tells its tenant by its key only
SELECT platform_open_to_operator('governance_api_key');
