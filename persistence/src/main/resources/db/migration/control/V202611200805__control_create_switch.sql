-- AI control: whether anything automatic may leave. One row for the tenant (channel_id null) and one a channel; no row means on.
CREATE TABLE control_switch (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    channel_id uuid REFERENCES channel_channel (id),
    active     boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);
CREATE UNIQUE INDEX uq_control_switch_channel_id ON control_switch (tenant_id, channel_id) NULLS NOT DISTINCT;
SELECT platform_protect('control_switch');
