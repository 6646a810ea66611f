package io.sylion.channel.hook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The entrance's limits; each can be set. */
@ApplicationScoped
class WebhookSettings {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Config config = ConfigProvider.getConfig();

    /** Largest body; WhatsApp's own limit is 3 MB. */
    int largestBody() {
        return number("sylion.channel.webhook.largest-body", 3 * MEBIBYTE);
    }

    /** How many bytes of bodies this node holds at a time. */
    int mostBytes() {
        return number("sylion.channel.webhook.most-bytes", 64 * MEBIBYTE);
    }

    /** How many posts wait for the broker at a time. */
    int mostWaiting() {
        return number("sylion.channel.webhook.most-waiting", 4_000);
    }

    /** From the first byte to the answer. */
    Duration timeLimit() {
        return Duration.ofMillis(number("sylion.channel.webhook.time-limit-ms", 10_000));
    }

    /**
     * Events per second of one channel. The largest number may send and receive 1,000 messages a second, each with three
     * statuses: what comes faster than twice that is a loop or a fault.
     */
    int rate() {
        return number("sylion.channel.webhook.rate", 8_000);
    }

    /** Threads that hand over to the broker, each with its own session. */
    int lanes() {
        return number("sylion.channel.webhook.lanes", 2);
    }

    private int number(String key, int usual) {
        return config.getOptionalValue(key, Integer.class).orElse(usual);
    }
}
