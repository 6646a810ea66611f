package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelRoute;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Where a part of a post comes from.
 *
 * @param receiving the time of taking in, later with every call
 */
record EventOrigin(ChannelRoute channel, Supplier<Instant> receiving) {}
