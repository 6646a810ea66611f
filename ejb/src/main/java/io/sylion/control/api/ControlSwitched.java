package io.sylion.control.api;

import java.util.UUID;

/** A switch was moved; the channel is null for the tenant's own. */
public record ControlSwitched(UUID tenantId, UUID channelId, boolean active) {}
