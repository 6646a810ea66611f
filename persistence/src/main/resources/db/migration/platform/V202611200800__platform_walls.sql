-- The second wall between tenants. Roles are created with the database; this schema belongs to sylion_owner.
CREATE FUNCTION sylion_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('sylion.tenant', true), '')::uuid $$;

-- Closes a tenant-owned table: the application sees and writes the bound tenant's rows only; without a tenant, none.
CREATE FUNCTION platform_protect(protected regclass, tenant_column text DEFAULT 'tenant_id') RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
    EXECUTE format(
        'CREATE POLICY tenant_wall ON %s TO sylion_app USING (%2$I = sylion_tenant()) WITH CHECK (%2$I = sylion_tenant())',
        protected, tenant_column);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO sylion_app', protected);
END
$$;

-- Lets the operator's role work over all tenants on one table: for work that has no tenant yet.
CREATE FUNCTION platform_open_to_operator(opened regclass, privileges text DEFAULT 'SELECT') RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('CREATE POLICY operator_reach ON %s TO sylion_operator USING (true) WITH CHECK (true)', opened);
    EXECUTE format('GRANT %s ON %s TO sylion_operator', privileges, opened);
END
$$;
