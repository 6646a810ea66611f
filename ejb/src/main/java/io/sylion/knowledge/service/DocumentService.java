package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.DocumentSummary;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.platform.text.Language;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes documents in. They are found once they are indexed, a moment later; until then the former text is. */
@Stateless
@Permit(Role.MANAGER)
public class DocumentService {
    private static final int LONGEST = 2_000_000;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    DocumentRepository documents;

    @Inject
    QuotaService quotas;

    @Inject
    Event<DocumentQueued> events;

    @Inject
    Clock clock;

    /**
     * Adds a document, or gives the one of the same external id a new text; the same text again changes nothing.
     *
     * @throws KnowledgeNotFound when the base is not the tenant's
     * @throws QuotaReached when the plan has no room for another document
     * @throws KnowledgeRefused when the text is too long
     */
    public UUID addText(AddDocument given) {
        if (given.text().length() > LONGEST) {
            throw new KnowledgeRefused("a document has at most " + LONGEST + " characters");
        }
        AddDocument added = given.cleaned();
        if (bases.find(added.baseId()).isEmpty()) {
            throw KnowledgeNotFound.base(added.baseId());
        }
        return documents
                .named(added.baseId(), added.externalId())
                .map(known -> replace(known, added))
                .orElseGet(() -> add(added));
    }

    private UUID replace(Document known, AddDocument added) {
        if (!known.says(added.title(), added.mimeType(), language(added), added.text())) {
            write(known, added);
        }
        return known.id();
    }

    private UUID add(AddDocument added) {
        quotas.use(QuotaMetric.DOCUMENTS, 1, "document:" + added.baseId() + ":" + added.externalId());
        Document document = new Document(clock.instant(), added.baseId(), added.externalId());
        write(document, added);
        documents.add(document);
        return document.id();
    }

    private void write(Document document, AddDocument added) {
        count(document, added.text().length());
        Instant now = clock.instant();
        document.rewrite(added.title(), added.mimeType(), language(added), added.text(), now);
        events.fire(new DocumentQueued(TenantScope.current().tenantId(), document.id(), document.revision()));
    }

    private static String language(AddDocument added) {
        return added.language() == null ? Language.of(added.text()).code() : added.language();
    }

    /** The characters of the revision that is about to be written. */
    private void count(Document document, int characters) {
        if (characters > 0) {
            String reference = "document:" + document.id() + ":" + (document.revision() + 1);
            quotas.use(QuotaMetric.DOCUMENT_CHARACTERS, characters, reference);
        }
    }

    @Permit(Role.VIEWER)
    public DocumentSummary document(UUID id) {
        return documents.summary(id).orElseThrow(() -> KnowledgeNotFound.document(id));
    }

    @Permit(Role.VIEWER)
    public List<DocumentSummary> documents(UUID baseId) {
        return documents.ofBase(baseId);
    }
}
