package io.sylion.conversation.message;

/** JNDI names of this feature's destinations. */
final class ConversationQueues {
    static final String RECEIVE_MESSAGE = "java:/jms/queue/conversation/receive-message";
    static final String RECEIVE_RUSH = "java:/jms/queue/conversation/receive-rush";
    static final String SEND_MESSAGE = "java:/jms/queue/conversation/send-message";
    static final String FETCH_MEDIA = "java:/jms/queue/conversation/fetch-media";
    static final String CONVERSATION_CHANGED = "java:/jms/topic/conversation/conversation-changed";

    private ConversationQueues() {}
}
