package io.sylion.channel.service;

import io.sylion.channel.domain.ChannelProvider;

/** Where a provider posts to. */
record WebhookAddress(ChannelProvider provider, String key) {}
