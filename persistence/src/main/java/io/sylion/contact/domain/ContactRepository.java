package io.sylion.contact.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of contacts and their identities, within the bound tenant. */
@ApplicationScoped
public class ContactRepository {
    @PersistenceContext
    EntityManager entities;

    /** The contact that one of a customer's two names belongs to; the provider's own id goes before the number. */
    public Optional<UUID> find(String bsuid, String phone) {
        List<UUID> found = Rows.of(Rows.quiet(entities, """
                        select contact_id from contact_identity
                        where (kind = 'WHATSAPP_BSUID' and value = :bsuid) or (kind = 'PHONE' and value = :phone)
                        order by kind desc limit 1""", UUID.class)
                .setParameter("bsuid", bsuid == null ? "" : bsuid)
                .setParameter("phone", phone == null ? "" : phone));
        return found.stream().findFirst();
    }

    /** Makes others that look for the same value wait until this transaction ends. */
    public void lock(String value) {
        Rows.quiet(
                        entities,
                        "select 1 from pg_advisory_xact_lock(hashtextextended(sylion_tenant()::text || :value, 0))")
                .setParameter("value", value)
                .getSingleResult();
    }

    public UUID add(String name, String language, Instant now) {
        UUID id = Ids.next();
        Rows.quiet(entities, """
                        insert into contact_contact (id, tenant_id, created_at, name, language)
                        values (:id, sylion_tenant(), :now, :name, :language)""")
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("name", Nullable.text(name))
                .setParameter("language", Nullable.text(language))
                .executeUpdate();
        return id;
    }

    /** Gives a contact one more name, unless somebody has it already. */
    public void identify(UUID contactId, IdentityKind kind, String value, Instant now) {
        Rows.quiet(entities, """
                        insert into contact_identity (id, tenant_id, created_at, contact_id, kind, value)
                        values (:id, sylion_tenant(), :now, :contact, :kind, :value) on conflict do nothing""")
                .setParameter("id", Ids.next())
                .setParameter("now", now)
                .setParameter("contact", contactId)
                .setParameter("kind", kind.name())
                .setParameter("value", value)
                .executeUpdate();
    }

    /** Learns a name where none is known. */
    public void name(UUID contactId, String name) {
        Rows.quiet(entities, "update contact_contact set name = :name where id = :id and name is null")
                .setParameter("id", contactId)
                .setParameter("name", Nullable.text(name))
                .executeUpdate();
    }

    public Optional<ContactDetails> details(UUID id) {
        List<ContactDetails> found =
                Rows.of(Rows.quiet(entities, """
                        select c.id, c.name, c.language,
                            (select max(value) from contact_identity where contact_id = c.id and kind = 'PHONE') as phone,
                            (select max(value) from contact_identity where contact_id = c.id and kind = 'WHATSAPP_BSUID') as bsuid,
                            c.created_at
                        from contact_contact c where c.id = :id""", ContactDetails.class).setParameter("id", id));
        return found.stream().findFirst();
    }
}
