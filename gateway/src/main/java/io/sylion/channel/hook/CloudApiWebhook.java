package io.sylion.channel.hook;

import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Meta's WhatsApp Cloud API: a handshake by GET, and posts whose bytes are signed with the secret of the app. */
final class CloudApiWebhook extends WhatsAppWebhook {
    private static final HttpString SIGNATURE = new HttpString(SignatureCheck.HEADER);
    private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    CloudApiWebhook() {
        super(ChannelProvider.CLOUD_API, "/whatsapp/cloud/");
    }

    @Override
    Admission admit(HttpServerExchange http, WebhookSecrets secrets) {
        if (secrets.appSecrets().isEmpty()) {
            // it was there when the number was connected and cannot be opened now
            return Admission.refused(Refusal.CHANNELS_UNAVAILABLE);
        }
        Optional<byte[]> claimed =
                SignatureCheck.claimed(http.getRequestHeaders().getFirst(SIGNATURE));
        if (claimed.isEmpty()) {
            return Admission.refused(Refusal.SIGNATURE);
        }
        return new Admission(
                null,
                body -> SignatureCheck.isSigned(secrets.appSecrets(), body.bytes(), body.length(), claimed.get()));
    }

    @Override
    Optional<Refusal> greet(HttpServerExchange http, WebhookSecrets secrets) {
        String challenge = parameter(http, "hub.challenge");
        boolean agreed = "subscribe".equals(parameter(http, "hub.mode"))
                && SignatureCheck.isAgreed(secrets.tokens(), parameter(http, "hub.verify_token"))
                && challenge != null
                && CHALLENGE.matcher(challenge).matches();
        if (!agreed) {
            return Optional.of(Refusal.HANDSHAKE);
        }
        WebhookAnswer.write(http, StatusCodes.OK, "text/plain", challenge);
        return Optional.empty();
    }

    private static String parameter(HttpServerExchange http, String name) {
        Deque<String> values = http.getQueryParameters().get(name);
        return values == null ? null : values.peekFirst();
    }
}
