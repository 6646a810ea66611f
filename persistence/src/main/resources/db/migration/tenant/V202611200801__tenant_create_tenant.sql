CREATE TABLE tenant_tenant (
    id         uuid PRIMARY KEY,
    slug       text        NOT NULL CONSTRAINT uq_tenant_tenant_slug UNIQUE,
    name       text        NOT NULL,
    time_zone  text        NOT NULL DEFAULT 'Europe/Paris',
    locale     text        NOT NULL DEFAULT 'fr',
    active     boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL
);
SELECT platform_protect('tenant_tenant', 'id');
SELECT platform_open_to_operator('tenant_tenant', 'SELECT, INSERT, UPDATE');
