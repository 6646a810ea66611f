-- People sign in to the installation; memberships say for which tenants they work, and as what.
CREATE TABLE governance_person (
    id            uuid PRIMARY KEY,
    version       integer     NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    email         text        NOT NULL,
    name          text        NOT NULL,
    password_hash text        NOT NULL,
    locale        text CHECK (locale IN ('fr', 'en')),
    theme         text CHECK (theme IN ('light', 'dark')),
    operator      boolean     NOT NULL DEFAULT false
);
COMMENT ON COLUMN governance_person.password_hash IS 'Argon2id in PHC form; only the operator''s role reads it';
CREATE UNIQUE INDEX uq_governance_person_email ON governance_person (lower(email));

CREATE TABLE governance_member (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    person_id  uuid        NOT NULL REFERENCES governance_person (id),
    role       text        NOT NULL CHECK (role IN ('VIEWER', 'AGENT', 'MANAGER', 'OWNER'))
);
CREATE UNIQUE INDEX uq_governance_member_person_id ON governance_member (tenant_id, person_id);
CREATE INDEX ix_governance_member_person_id ON governance_member (person_id);
SELECT platform_protect('governance_member');
SELECT platform_open_to_operator('governance_member');

-- A person has no tenant: the application sees those who work for the bound one, and nobody's password.
ALTER TABLE governance_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON governance_person FOR SELECT TO sylion_app
    USING (EXISTS (SELECT FROM governance_member m WHERE m.person_id = governance_person.id AND m.tenant_id = sylion_tenant()));
GRANT SELECT (id, version, created_at, email, name, locale, theme, operator) ON governance_person TO sylion_app;
SELECT platform_open_to_operator('governance_person', 'SELECT, INSERT, UPDATE');

-- Failed sign-ins by e-mail and by address; the keys are hashes, so that nobody's typing errors are kept.
CREATE TABLE governance_sign_in (
    key             text PRIMARY KEY,
    failures        integer     NOT NULL,
    last_failure_at timestamptz NOT NULL,
    paused_until    timestamptz
);
CREATE INDEX ix_governance_sign_in_last_failure_at ON governance_sign_in (last_failure_at);
ALTER TABLE governance_sign_in ENABLE ROW LEVEL SECURITY;
SELECT platform_open_to_operator('governance_sign_in', 'SELECT, INSERT, UPDATE, DELETE');

-- Who did what, when; only ever added to. Entries without a tenant belong to the installation.
CREATE TABLE governance_audit_entry (
    id          uuid PRIMARY KEY,
    tenant_id   uuid REFERENCES tenant_tenant (id),
    occurred_at timestamptz NOT NULL,
    actor_id    uuid,
    actor_name  text        NOT NULL,
    action      text        NOT NULL,
    subject_id  uuid,
    before      jsonb,
    after       jsonb
);
CREATE INDEX ix_governance_audit_entry_tenant_id ON governance_audit_entry (tenant_id, occurred_at DESC);
SELECT platform_protect('governance_audit_entry');
REVOKE UPDATE, DELETE ON governance_audit_entry FROM sylion_app;
SELECT platform_open_to_operator('governance_audit_entry', 'SELECT, INSERT');
