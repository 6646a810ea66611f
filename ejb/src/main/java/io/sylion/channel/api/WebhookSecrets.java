package io.sylion.channel.api;

import java.util.Set;

/**
 * What protects one webhook address. Several channels may share one (one app of Meta, many numbers).
 *
 * @param appSecrets keys that may have signed the body: more than one while a secret is rotated; empty for 360dialog
 * @param tokens verify tokens of the handshake or values of X-Sylion-Token
 */
public record WebhookSecrets(Set<String> appSecrets, Set<String> tokens) {
    @Override
    public String toString() {
        return "WebhookSecrets";
    }
}
