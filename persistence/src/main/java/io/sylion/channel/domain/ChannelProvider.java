package io.sylion.channel.domain;

/** Whose API carries a channel's messages. */
public enum ChannelProvider {
    /** Meta's WhatsApp Cloud API. */
    CLOUD_API,
    /** WhatsApp by 360dialog. */
    DIALOG_360
}
