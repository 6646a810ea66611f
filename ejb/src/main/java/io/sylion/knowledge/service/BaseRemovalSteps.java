package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.BaseRemovalRepository;
import io.sylion.knowledge.domain.ObjectRemoval;
import io.sylion.knowledge.domain.ObjectRemovalRepository;
import io.sylion.tenant.domain.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The short transactions in which a deleted base is taken away. */
@Stateless
public class BaseRemovalSteps {
    private static final int DOCUMENTS_AT_ONCE = 20;
    private static final int POSTINGS_AT_ONCE = 20_000;

    /** A deleted base, and whose it is. */
    public record DeletedBase(UUID tenantId, UUID baseId) {}

    @Inject
    BaseRemovalRepository bases;

    @Inject
    ObjectRemovalRepository removals;

    @Inject
    DocumentEntry entry;

    /** Deleted bases that are still there, of all tenants. */
    @PermitAll
    public List<DeletedBase> due() {
        return bases.due(row -> new DeletedBase(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** Takes some of it away; false when nothing is left, not even the base. */
    @Permit(Role.OWNER)
    public boolean removeSome(UUID baseId) {
        Map<UUID, String> documents = bases.documents(baseId, DOCUMENTS_AT_ONCE);
        if (!documents.isEmpty()) {
            documents.forEach(this::remove);
            bases.removeDocuments(documents.keySet());
            return true;
        }
        if (bases.removePostings(baseId, POSTINGS_AT_ONCE) > 0) {
            return true;
        }
        bases.removeBase(baseId);
        return false;
    }

    private void remove(UUID documentId, String objectKey) {
        entry.removed(documentId);
        if (objectKey != null) {
            Instant now = entry.now();
            removals.add(new ObjectRemoval(now, objectKey, now));
        }
    }
}
