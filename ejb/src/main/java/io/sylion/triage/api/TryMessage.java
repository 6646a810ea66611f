package io.sylion.triage.api;

import io.sylion.triage.domain.TriageRule;
import java.util.List;
import java.util.UUID;

/**
 * Asks what would be decided on a message.
 *
 * @param channelId null for none: rules that ask for a channel do not apply then
 * @param rules all of them, saved or not, in their order
 */
public record TryMessage(String text, UUID channelId, List<TriageRule> rules) {}
