package io.sylion.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one tenant. The tenant is filled in by Hibernate from the bound scope and never changes. */
@MappedSuperclass
public abstract class TenantOwned {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    protected TenantOwned() {}

    protected TenantOwned(Instant createdAt) {
        this.id = Ids.next();
        this.createdAt = createdAt;
    }

    /** A row as it is stored, read without Hibernate. */
    protected TenantOwned(ResultSet row) throws SQLException {
        this.id = Columns.uuid(row, "id");
        this.tenantId = Columns.uuid(row, "tenant_id");
        this.version = row.getInt("version");
        this.createdAt = Columns.instant(row, "created_at");
    }

    /** How often the row was changed: who writes it without Hibernate asks for this one and makes it the next. */
    protected int version() {
        return version;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
