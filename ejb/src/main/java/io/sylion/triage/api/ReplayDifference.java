package io.sylion.triage.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that other rules decide on otherwise.
 *
 * @param before code of the reason now
 * @param after code of the reason then
 */
public record ReplayDifference(
        UUID conversationId, String contactName, String text, Instant at, String before, String after)
        implements Serializable {}
