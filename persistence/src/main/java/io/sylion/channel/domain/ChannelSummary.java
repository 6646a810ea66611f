package io.sylion.channel.domain;

import java.io.Serializable;
import java.util.UUID;

/** A channel as lists show it. */
public record ChannelSummary(
        UUID id, String name, ChannelProvider provider, String displayNumber, ChannelState state, String stateReason)
        implements Serializable {}
