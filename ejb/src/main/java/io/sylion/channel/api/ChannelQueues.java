package io.sylion.channel.api;

/** Where the gateway hands inbound events over; the consumer belongs to conversations. */
public final class ChannelQueues {
    public static final String RECEIVE_MESSAGE = "java:/jms/queue/conversation/receive-message";

    /** The same, for the rush of one tenant. */
    public static final String RECEIVE_RUSH = "java:/jms/queue/conversation/receive-rush";

    /** Message property that names the tenant. */
    public static final String TENANT = "tenantId";

    private ChannelQueues() {}
}
