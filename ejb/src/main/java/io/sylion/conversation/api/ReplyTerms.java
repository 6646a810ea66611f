package io.sylion.conversation.api;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** On which terms a channel's customers are answered automatically. */
public interface ReplyTerms {
    /** Silence of the customer before an answer; empty when nobody answers there. */
    Optional<Duration> delay(UUID channelId);
}
