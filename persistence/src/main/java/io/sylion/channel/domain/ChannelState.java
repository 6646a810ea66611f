package io.sylion.channel.domain;

/** Whether a channel works: {@code ATTENTION} still receives, but its sends are refused for a reason that a person must mend. */
public enum ChannelState {
    CONNECTED,
    ATTENTION,
    DISCONNECTED
}
