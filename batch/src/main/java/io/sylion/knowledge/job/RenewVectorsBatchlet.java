package io.sylion.knowledge.job;

import io.sylion.knowledge.service.VectorRenewer;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Works for a while on bases that a former model serves. What is owed stands in the database, so a job that broke off is not
 * restarted: the next one goes on.
 */
@Named
@Dependent
public class RenewVectorsBatchlet extends AbstractBatchlet {
    @Inject
    VectorRenewer renewer;

    @Override
    public String process() {
        renewer.work();
        return "DONE";
    }
}
