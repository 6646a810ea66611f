package io.sylion.platform.job;

import io.sylion.platform.job.api.JobLauncher;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.Properties;

/** Starts jobs of this module: a session bean, because the job's XML is looked for in the module of the bean that starts it. */
@Singleton
@Local(JobLauncher.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchJobLauncher implements JobLauncher {
    @Override
    public long start(String job, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        try {
            return BatchRuntime.getJobOperator().start(job, properties);
        } catch (JobStartException e) {
            throw new IllegalStateException("job " + job + " not started", e);
        }
    }
}
