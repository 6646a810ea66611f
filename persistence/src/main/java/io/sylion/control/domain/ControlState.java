package io.sylion.control.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** AI control of a tenant: its own switch and one for each channel. */
public record ControlState(boolean active, Instant changedAt, String changedBy, List<ChannelSwitch> channels)
        implements Serializable {}
