package io.sylion.knowledge.service;

import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.DocumentRefused.Reason;
import io.sylion.knowledge.api.DocumentRemoved;
import io.sylion.knowledge.domain.Document;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What every new document takes, every new revision starts and every removal tells, within its caller's transaction. */
@Dependent
class DocumentEntry {
    @Inject
    QuotaService quotas;

    @Inject
    Event<DocumentQueued> events;

    @Inject
    Event<DocumentRemoved> removals;

    @Inject
    Clock clock;

    Instant now() {
        return clock.instant();
    }

    /** @throws DocumentRefused QUOTA when the plan has no room for another document */
    void take(UUID baseId, String externalId) {
        try {
            quotas.use(QuotaMetric.DOCUMENTS, 1, "document:" + baseId + ":" + externalId);
        } catch (QuotaReached e) {
            throw new DocumentRefused(Reason.QUOTA);
        }
    }

    /** Tells those who refer to the document. */
    void removed(UUID documentId) {
        removals.fire(new DocumentRemoved(TenantScope.current().tenantId(), documentId));
    }

    /** Asks for the index of the newest revision. */
    void queued(Document document) {
        events.fire(new DocumentQueued(TenantScope.current().tenantId(), document.id(), document.revision()));
    }
}
