package io.sylion.contact.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Sql;
import java.time.Instant;
import java.util.UUID;

/** Making contacts as {@link ContactRepository} does, to be sent together with other statements. */
public final class ContactStatements {
    private static final Sql ADD = Sql.of("""
            insert into contact_contact (id, tenant_id, created_at, name) values (:id, :tenant, :now, :name)""");

    private static final Sql IDENTIFY = Sql.of("""
            insert into contact_identity (id, tenant_id, created_at, contact_id, kind, value)
            values (:id, :tenant, :now, :contact, :kind, :value) on conflict do nothing""");

    private ContactStatements() {}

    public static BoundSql add(UUID id, String name, Instant now) {
        return ADD.with("id", id).with("name", name).with("now", now);
    }

    /** Gives a contact a name at a provider; no row when somebody has it already. */
    public static BoundSql identify(UUID contactId, IdentityKind kind, String value, Instant now) {
        return IDENTIFY.with("id", Ids.next())
                .with("contact", contactId)
                .with("kind", kind)
                .with("value", value)
                .with("now", now);
    }
}
