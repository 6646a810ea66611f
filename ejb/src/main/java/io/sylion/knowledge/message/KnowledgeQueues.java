package io.sylion.knowledge.message;

/** JNDI names of this feature's destinations. */
final class KnowledgeQueues {
    static final String INDEX_DOCUMENT = "java:/jms/queue/knowledge/index-document";

    private KnowledgeQueues() {}
}
