package io.sylion.channel.api;

import io.sylion.channel.domain.ChannelProvider;
import java.util.Set;

/**
 * A provider's API. Implementations are stateless towards the database, safe for concurrent use, bound every call in time
 * (connect 3 s, whole call 15 s by default), and are never called inside a database transaction. No method returns null.
 * Failures are {@link ProviderFailure}s, which say whether and when to try again.
 */
public interface PlatformConnector {
    /** The providers that it speaks for. */
    Set<ChannelProvider> providers();

    /**
     * Hands a message to the provider. Not idempotent there: after a failure whose outcome is uncertain the caller must not
     * repeat it blindly.
     *
     * @return the provider's id of the accepted message
     */
    String send(ChannelAccount account, OutboundContent message);

    /** Marks a customer's message as read and, on request, shows that an answer is being written. Best effort, idempotent. */
    void markRead(ChannelAccount account, String providerMessageId, boolean typing);

    /** Puts an emoji on a message; null takes it away. Idempotent. */
    void react(ChannelAccount account, OutboundContent recipient, String providerMessageId, String emoji);

    /**
     * Fetches a customer's file into the object store. Idempotent: the same object key is written again.
     *
     * @param objectKey where to put it
     * @return what was stored
     */
    FetchedMedia fetchMedia(ChannelAccount account, String mediaId, String objectKey);
}
