package io.sylion.assistant.message;

/** JNDI names of this feature's destinations. */
final class AssistantQueues {
    static final String COMPOSE_REPLY = "java:/jms/queue/assistant/compose-reply";

    private AssistantQueues() {}
}
