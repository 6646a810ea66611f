package io.sylion.channel.hook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The entrance's limits; each can be set. Read once: they are asked for with every post. */
@ApplicationScoped
class WebhookSettings {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Config config = ConfigProvider.getConfig();
    private final int largestBody = number("sylion.channel.webhook.largest-body", 3 * MEBIBYTE);
    private final int mostBytes = number("sylion.channel.webhook.most-bytes", 64 * MEBIBYTE);
    private final int mostWaiting = number("sylion.channel.webhook.most-waiting", 4_000);
    private final Duration timeLimit = Duration.ofMillis(number("sylion.channel.webhook.time-limit-ms", 10_000));
    private final int rate = number("sylion.channel.webhook.rate", 8_000);
    private final int fullestDisk = number("sylion.channel.webhook.fullest-disk", 95);
    private final int lanes = number("sylion.channel.webhook.lanes", 4);

    /** Largest body; WhatsApp's own limit is 3 MB. */
    int largestBody() {
        return largestBody;
    }

    /** How many bytes of bodies this node holds at a time. */
    int mostBytes() {
        return mostBytes;
    }

    /** How many posts wait for the broker at a time. */
    int mostWaiting() {
        return mostWaiting;
    }

    /** From the first byte to the answer. */
    Duration timeLimit() {
        return timeLimit;
    }

    /**
     * Events per second of one channel. The largest number may send and receive 1,000 messages a second, each with three
     * statuses: what comes faster than twice that is a loop or a fault.
     */
    int rate() {
        return rate;
    }

    /** Percent of the journal's disk beyond which nothing is taken in. */
    int fullestDisk() {
        return fullestDisk;
    }

    /** Threads that hand over to the broker, each with its own session. */
    int lanes() {
        return lanes;
    }

    private int number(String key, int usual) {
        return config.getOptionalValue(key, Integer.class).orElse(usual);
    }
}
