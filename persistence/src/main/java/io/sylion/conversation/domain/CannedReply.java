package io.sylion.conversation.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Words that members send again and again.
 *
 * @param shortcut lower-case letters, digits and hyphens, once for a tenant
 * @param body may hold {@code {{client}}} and {@code {{agent}}}, which become names when it is used
 */
public record CannedReply(UUID id, String shortcut, String body, String changedBy, Instant changedAt) {}
