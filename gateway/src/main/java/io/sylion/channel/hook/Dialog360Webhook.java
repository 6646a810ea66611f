package io.sylion.channel.hook;

import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Optional;

/** WhatsApp by 360dialog: nothing is signed, the address is the secret, and a header that 360dialog is told to send. */
final class Dialog360Webhook extends WhatsAppWebhook {
    private static final HttpString TOKEN = new HttpString("X-Sylion-Token");

    Dialog360Webhook() {
        super(ChannelProvider.DIALOG_360, "/whatsapp/360dialog/");
    }

    @Override
    Admission admit(HttpServerExchange http, WebhookSecrets secrets) {
        boolean agreed = secrets.tokens().isEmpty()
                || SignatureCheck.isAgreed(
                        secrets.tokens(), http.getRequestHeaders().getFirst(TOKEN));
        return agreed ? new Admission(null, body -> true) : Admission.refused(Refusal.SIGNATURE);
    }

    @Override
    Optional<Refusal> greet(HttpServerExchange http, WebhookSecrets secrets) {
        http.getResponseHeaders().put(Headers.ALLOW, "POST");
        return Optional.of(Refusal.METHOD);
    }
}
