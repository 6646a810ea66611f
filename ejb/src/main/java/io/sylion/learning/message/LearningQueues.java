package io.sylion.learning.message;

/** JNDI names of this feature's destinations. */
final class LearningQueues {
    static final String RECORD_GAP = "java:/jms/queue/learning/record-gap";
    static final String REPLAY_GAP = "java:/jms/queue/learning/replay-gap";

    private LearningQueues() {}
}
