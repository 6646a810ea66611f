package io.sylion.channel.hook;

import io.github.bucket4j.Bucket;
import io.sylion.channel.api.InboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gives each channel its share of this node, so that one that runs wild does not stop the others. */
@ApplicationScoped
class WebhookRates {
    /** Far more than one node serves; then all start anew, which only lets a little more through. */
    private static final int MOST_CHANNELS = 20_000;

    private static final int BURST_SECONDS = 2;

    @Inject
    WebhookSettings settings;

    private final ConcurrentMap<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    /** Counts the events of one post; false, and nothing counted, when one of its channels has no more to spend now. */
    boolean take(List<InboundEvent> events) {
        Map<UUID, Integer> wanted = HashMap.newHashMap(1);
        events.forEach(event -> wanted.merge(event.channelId(), 1, Integer::sum));
        List<Runnable> undo = new ArrayList<>(wanted.size());
        for (Map.Entry<UUID, Integer> each : wanted.entrySet()) {
            Bucket bucket = bucket(each.getKey());
            // a post larger than the burst would else be refused for ever
            int tokens = Math.min(each.getValue(), BURST_SECONDS * settings.rate());
            if (!bucket.tryConsume(tokens)) {
                undo.forEach(Runnable::run);
                return false;
            }
            undo.add(() -> bucket.addTokens(tokens));
        }
        return true;
    }

    private Bucket bucket(UUID channel) {
        Bucket known = buckets.get(channel);
        if (known != null) {
            return known;
        }
        if (buckets.size() > MOST_CHANNELS) {
            buckets.clear();
        }
        int rate = settings.rate();
        return buckets.computeIfAbsent(
                channel,
                id -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity((long) BURST_SECONDS * rate).refillGreedy(rate, Duration.ofSeconds(1)))
                        .build());
    }
}
