package io.sylion.channel.hook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.domain.ChannelProvider;
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
    MeterRegistry meters;

    @Inject
    Clock clock;

    /** Kept here: the server's registry searches all its meters for each look-up, and hides what a builder registers. */
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
        timers.computeIfAbsent(
                        provider, each -> meters.timer("sylion.channel.webhook.ack", Tags.of(PROVIDER, label(each))))
                .record(nanos, TimeUnit.NANOSECONDS);
        count("sylion.channel.webhook.acks", provider, "within", within(nanos), 1);
    }

    private static String within(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        return millis < 20 ? "20ms" : millis < 250 ? "250ms" : millis < 1_000 ? "1s" : "longer";
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
        meters.gauge(name, Tags.empty(), watched, value);
    }

    private void count(String name, ChannelProvider provider, String label, String value, int times) {
        counters.computeIfAbsent(
                        new Counted(name, provider, value),
                        each -> meters.counter(name, Tags.of(PROVIDER, label(provider), label, value)))
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
