package io.sylion.demo.service;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The tenants of a load run, from {@code sylion.demo.load.*}.
 *
 * @param tenants how many, 0 for none; each has one number
 * @param firstNumberId Meta's id of the first tenant's number; the others count up from it
 * @param appSecret signs the webhooks of all of them
 * @param providerUrl where their replies go
 * @param verifyToken of the handshake
 * @param webhookKey last part of the one address that all share, as the numbers of one app do
 * @param documents whether their assistants answer from documents; else from their persona alone
 * @param batchingDelay silence of a customer before the answer
 */
record LoadSettings(
        int tenants,
        long firstNumberId,
        String appSecret,
        String providerUrl,
        String verifyToken,
        String webhookKey,
        boolean documents,
        Duration batchingDelay) {
    private static final String PREFIX = "sylion.demo.load.";

    static LoadSettings of(Config config) {
        int tenants = text(config, "tenants").map(Integer::valueOf).orElse(0);
        if (tenants == 0) {
            return new LoadSettings(0, 0, null, null, null, null, false, null);
        }
        return new LoadSettings(
                tenants,
                Long.parseLong(needed(config, "first-phone-id")),
                needed(config, "secret"),
                needed(config, "provider-url"),
                text(config, "verify-token").orElse(null),
                text(config, "webhook-key").orElse("load"),
                text(config, "documents").map(Boolean::valueOf).orElse(false),
                Duration.ofMillis(
                        text(config, "batching-delay-ms").map(Long::valueOf).orElse(0L)));
    }

    private static String needed(Config config, String key) {
        return text(config, key).orElseThrow(() -> new IllegalStateException(PREFIX + key + " must be set"));
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(PREFIX + key, String.class);
    }

    @Override
    public String toString() {
        return "LoadSettings[" + tenants + " tenants from " + firstNumberId + "]";
    }
}
