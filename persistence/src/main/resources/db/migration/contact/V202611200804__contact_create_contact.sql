CREATE TABLE contact_contact (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    name       text,
    language   text
);
CREATE INDEX ix_contact_contact_tenant_id ON contact_contact (tenant_id);
SELECT platform_protect('contact_contact');

-- A person may be known by several names to the providers, and by none for ever: the phone number is one of them.
CREATE TABLE contact_identity (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    contact_id uuid        NOT NULL REFERENCES contact_contact (id),
    kind       text        NOT NULL CHECK (kind IN ('PHONE', 'WHATSAPP_BSUID', 'INSTAGRAM', 'EMAIL', 'WEB_VISITOR')),
    value      text        NOT NULL
);
CREATE UNIQUE INDEX uq_contact_identity_kind_value ON contact_identity (tenant_id, kind, value);
CREATE INDEX ix_contact_identity_contact_id ON contact_identity (contact_id);
SELECT platform_protect('contact_identity');
