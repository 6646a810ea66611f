package io.sylion.channel.hook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.platform.measure.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.logging.Logger;

/** Counts what comes in and says what is refused: a line per reason now and then, so that nobody can fill the log. */
@ApplicationScoped
class WebhookJournal {
    private static final Logger LOG = Logger.getLogger(WebhookJournal.class.getName());
    private static final Duration SAID_ENOUGH = Duration.ofSeconds(10);
    private static final String PROVIDER = "provider";

    @Inject
    Meters meters;

    @Inject
    Clock clock;

    private final ConcurrentMap<Counted, Counter> counters = new ConcurrentHashMap<>();

    private final ConcurrentMap<ChannelProvider, Timer> timers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> said = new ConcurrentHashMap<>();

    private record Counted(String name, ChannelProvider provider, String value) {}

    /** The post is on disk and answered. */
    void accepted(ChannelProvider provider, List<InboundEvent> events, long nanos) {
        count("sylion.channel.webhook.posts", provider, "outcome", "accepted", 1);
        for (InboundEvent event : events) {
            count("sylion.channel.webhook.events", provider, "kind", label(event.kind()), 1);
        }
        timers.computeIfAbsent(provider, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(ChannelProvider provider) {
        return meters.timer(
                "sylion.channel.webhook.ack",
                "from the head of a post to its 200, which comes when the post is on disk",
                PROVIDER,
                label(provider));
    }

    void refused(ChannelProvider provider, Refusal reason) {
        count("sylion.channel.webhook.posts", provider, "outcome", reason.label(), 1);
        say(provider, "refused", reason.label());
    }

    void ignored(ChannelProvider provider, Map<IgnoreReason, Integer> ignored) {
        ignored.forEach((reason, times) -> {
            count("sylion.channel.webhook.ignored", provider, "reason", reason.label(), times);
            say(provider, "ignored", reason.label());
        });
    }

    <T> void watch(String name, T watched, ToDoubleFunction<T> value) {
        meters.gauge(name, watched, value);
    }

    private void count(String name, ChannelProvider provider, String label, String value, int times) {
        counters.computeIfAbsent(
                        new Counted(name, provider, value),
                        each -> meters.counter(name, PROVIDER, label(provider), label, value))
                .increment(times);
    }

    private void say(ChannelProvider provider, String what, String reason) {
        Instant now = clock.instant();
        Instant due = said.merge(
                provider + what + reason, now, (before, n) -> n.isAfter(before.plus(SAID_ENOUGH)) ? n : before);
        if (due.equals(now)) {
            LOG.info(() -> "webhook " + what + " provider=" + label(provider) + " reason=" + reason);
        }
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
