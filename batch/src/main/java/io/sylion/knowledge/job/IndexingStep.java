package io.sylion.knowledge.job;

import io.sylion.knowledge.service.DocumentIndexer;
import io.sylion.tenant.domain.TenantScope;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;

/**
 * A step of the job {@code knowledge-index-document} on one revision of a document. Its steps are safe to repeat, so a job that broke
 * off is not restarted but started anew: it goes on where the stored passages end.
 */
abstract class IndexingStep extends AbstractBatchlet {
    static final String DONE = "DONE";

    @Inject
    JobContext job;

    @Inject
    DocumentIndexer indexer;

    /** The step, within the document's tenant; answers its exit status. */
    abstract String run(UUID documentId, int revision);

    /** A failure is kept with the document and fails the job. */
    @Override
    public String process() throws Exception {
        Properties named = job.getProperties();
        UUID documentId = UUID.fromString(named.getProperty("documentId"));
        int revision = Integer.parseInt(named.getProperty("revision"));
        return TenantScope.call(TenantScope.system(UUID.fromString(named.getProperty("tenantId"))), () -> {
            try {
                return run(documentId, revision);
            } catch (RuntimeException e) {
                throw kept(documentId, revision, e);
            } catch (StackOverflowError e) {
                // marks within marks within marks: as much the document's fault as any other
                throw kept(documentId, revision, new IllegalStateException("nested too deeply", e));
            }
        });
    }

    private RuntimeException kept(UUID documentId, int revision, RuntimeException failure) {
        try {
            indexer.fail(documentId, revision, failure);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
