package io.sylion.knowledge.job;

import io.sylion.knowledge.service.DocumentIndexer;
import io.sylion.tenant.domain.TenantScope;
import java.util.UUID;

/**
 * The job {@code knowledge-index-document} and its parameters. Its steps are safe to repeat, so a job that broke off is not
 * restarted but started anew: it goes on where the stored passages end.
 */
final class IndexDocumentJob {
    private final DocumentIndexer indexer;
    private final UUID tenantId;
    private final UUID documentId;
    private final int revision;

    /** A step on one revision of a document. */
    @FunctionalInterface
    interface Step {
        void run(UUID documentId, int revision);
    }

    IndexDocumentJob(DocumentIndexer indexer, String tenantId, String documentId, String revision) {
        this.indexer = indexer;
        this.tenantId = UUID.fromString(tenantId);
        this.documentId = UUID.fromString(documentId);
        this.revision = Integer.parseInt(revision);
    }

    /** Runs a step within the document's tenant; a failure is kept with the document and fails the job. */
    String run(Step step) {
        TenantScope.run(TenantScope.system(tenantId), () -> {
            try {
                step.run(documentId, revision);
            } catch (RuntimeException e) {
                indexer.fail(documentId, revision, e);
                throw e;
            }
        });
        return "DONE";
    }
}
