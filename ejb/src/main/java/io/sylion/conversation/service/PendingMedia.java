package io.sylion.conversation.service;

import io.sylion.channel.api.ChannelAccount;

/** A file to fetch and where to put it. */
public record PendingMedia(ChannelAccount account, String providerMediaId, String objectKey) {}
