package io.sylion.channel.adapter.whatsapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How calls to WhatsApp are bounded.
 *
 * @param connectTimeout time to reach the provider
 * @param timeout time for a whole call
 * @param mediaTimeout time for moving a file
 * @param numberPerSecond messages per second and number
 * @param pairBurst messages in a row to one customer
 * @param pairRefill time after which one more may go to that customer
 * @param breakerFailures failures in a row after which the provider is left alone
 * @param breakerPause for how long
 */
record WhatsAppSettings(
        Duration connectTimeout,
        Duration timeout,
        Duration mediaTimeout,
        int numberPerSecond,
        int pairBurst,
        Duration pairRefill,
        int breakerFailures,
        Duration breakerPause) {

    private static final String PREFIX = "sylion.channel.whatsapp.";

    static WhatsAppSettings of(Config config) {
        return new WhatsAppSettings(
                duration(config, "connect-timeout", 3),
                duration(config, "timeout", 15),
                duration(config, "media-timeout", 60),
                number(config, "number-per-second", 80),
                number(config, "pair-burst", 45),
                duration(config, "pair-refill", 6),
                number(config, "breaker-failures", 8),
                duration(config, "breaker-pause", 10));
    }

    private static Duration duration(Config config, String key, int seconds) {
        return config.getOptionalValue(PREFIX + key, Duration.class).orElse(Duration.ofSeconds(seconds));
    }

    private static int number(Config config, String key, int otherwise) {
        return config.getOptionalValue(PREFIX + key, Integer.class).orElse(otherwise);
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class SettingsProducer {
        @Produces
        WhatsAppSettings settings() {
            return of(ConfigProvider.getConfig());
        }
    }
}
