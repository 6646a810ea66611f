package io.sylion.control.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A switch of AI control was moved.
 *
 * @param channelId null for the tenant's own
 * @param active where it was moved to
 */
public record SwitchMove(Instant at, String by, UUID channelId, boolean active) implements Serializable {}
