package io.sylion.control.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Whether automatic messages may leave through a channel; never switched yet: on, by nobody. */
public record ChannelSwitch(UUID channelId, String channelName, boolean active, Instant changedAt, String changedBy)
        implements Serializable {}
