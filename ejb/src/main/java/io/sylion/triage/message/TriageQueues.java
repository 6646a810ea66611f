package io.sylion.triage.message;

/** JNDI names of this feature's destinations. */
final class TriageQueues {
    static final String RULES_CHANGED = "java:/jms/topic/triage/rules-changed";

    private TriageQueues() {}
}
