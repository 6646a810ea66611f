package io.sylion.platform.job.api;

import java.util.Map;

/** Starts batch jobs. */
public interface JobLauncher {
    /**
     * Starts a job of its own thread and returns at once. Never inside a transaction.
     *
     * @param job name of the job's XML
     * @param parameters texts that the job reads
     * @return the number of the execution
     * @throws IllegalStateException when it could not be started
     */
    long start(String job, Map<String, String> parameters);
}
