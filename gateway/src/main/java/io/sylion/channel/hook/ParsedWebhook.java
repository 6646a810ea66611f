package io.sylion.channel.hook;

import io.sylion.channel.api.InboundEvent;
import java.util.List;
import java.util.Map;

/**
 * What one post says.
 *
 * @param events in the order of the post; those of kind IGNORED are handed on too, so that the channel's log shows them
 * @param ignored how many parts are not used, by reason; those without an event among {@code events} belong to no channel
 */
record ParsedWebhook(List<InboundEvent> events, Map<IgnoreReason, Integer> ignored) {}
