package io.sylion.channel.hook;

import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.function.Predicate;

/** How one provider comes in: its address, and what proves that it is the sender. */
abstract class WhatsAppWebhook {
    private final ChannelProvider provider;
    private final String path;

    /** @param path what the provider's addresses begin with; the rest is the key of a webhook */
    WhatsAppWebhook(ChannelProvider provider, String path) {
        this.provider = provider;
        this.path = path;
    }

    /** Checks what the request's head says; the result checks the body. */
    abstract Admission admit(HttpServerExchange http, WebhookSecrets secrets);

    /** Answers a GET to an address that somebody has, or says why not. */
    abstract Optional<Refusal> greet(HttpServerExchange http, WebhookSecrets secrets);

    /**
     * @param refusal null when the body may be read
     * @param proof tells whether the body is the sender's
     */
    record Admission(Refusal refusal, Predicate<WebhookBody> proof) {
        static Admission refused(Refusal reason) {
            return new Admission(reason, body -> false);
        }
    }

    final ChannelProvider provider() {
        return provider;
    }

    final boolean isAddressed(HttpServerExchange http) {
        return http.getRelativePath().startsWith(path);
    }

    final String key(HttpServerExchange http) {
        return http.getRelativePath().substring(path.length());
    }
}
