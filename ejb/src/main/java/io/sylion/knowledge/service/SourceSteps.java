package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.ObjectRemoval;
import io.sylion.knowledge.domain.ObjectRemovalRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The short transactions around files and pages. */
@Stateless
@Permit(Role.MANAGER)
public class SourceSteps {
    /** Longer than any upload takes. */
    private static final Duration UPLOAD = Duration.ofHours(1);

    /** How often a page is read again. */
    static final Duration AGAIN = Duration.ofDays(1);

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    DocumentRepository documents;

    @Inject
    ObjectRemovalRepository removals;

    @Inject
    DocumentEntry entry;

    /** An object is about to be stored: unless a document refers to it within the hour, it goes. */
    public void promise(UUID baseId, String objectKey) {
        if (bases.find(baseId).isEmpty()) {
            throw KnowledgeNotFound.base(baseId);
        }
        Instant now = entry.now();
        removals.add(new ObjectRemoval(now, objectKey, now.plus(UPLOAD)));
    }

    /** A stored file becomes a document, or the new version of the one with this name. */
    public UUID addFile(UUID baseId, String name, String objectKey, long bytes) {
        Instant now = entry.now();
        Document document = named(baseId, "file:" + name, now);
        if (document.objectKey() != null) {
            removals.add(new ObjectRemoval(now, document.objectKey(), now));
        }
        document.replaceFile(name, name, objectKey, bytes, now);
        removals.keep(objectKey);
        return queued(document);
    }

    /** A web page becomes a document, or is read again when it is one already. */
    public UUID addPage(UUID baseId, String title, String address) {
        if (bases.find(baseId).isEmpty()) {
            throw KnowledgeNotFound.base(baseId);
        }
        Instant now = entry.now();
        Document document = named(baseId, address, now);
        document.visit(document.title() == null ? title : document.title(), address, now);
        document.fetchAgain(now.plus(AGAIN));
        return queued(document);
    }

    private Document named(UUID baseId, String externalId, Instant now) {
        return documents.named(baseId, externalId).orElseGet(() -> {
            entry.take(baseId, externalId);
            return new Document(now, baseId, externalId);
        });
    }

    private UUID queued(Document document) {
        documents.add(document);
        entry.queued(document);
        return document.id();
    }
}
