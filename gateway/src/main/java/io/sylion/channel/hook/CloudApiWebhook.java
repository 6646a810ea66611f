package io.sylion.channel.hook;

import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/** Meta's WhatsApp Cloud API: a handshake by GET, and posts whose bytes are signed with the secret of the app. */
@WebServlet(urlPatterns = "/whatsapp/cloud/*", asyncSupported = true, loadOnStartup = 1)
public class CloudApiWebhook extends WhatsAppWebhook {
    private static final long serialVersionUID = 1L;
    private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public CloudApiWebhook() {
        super(ChannelProvider.CLOUD_API);
    }

    @Override
    Admission admit(HttpServletRequest request, WebhookSecrets secrets) {
        if (secrets.appSecrets().isEmpty()) {
            // it was there when the number was connected and cannot be opened now
            return Admission.refused(Refusal.CHANNELS_UNAVAILABLE);
        }
        Optional<byte[]> claimed = SignatureCheck.claimed(request.getHeader(SignatureCheck.HEADER));
        if (claimed.isEmpty()) {
            return Admission.refused(Refusal.SIGNATURE);
        }
        return new Admission(
                null,
                body -> SignatureCheck.isSigned(secrets.appSecrets(), body.bytes(), body.length(), claimed.get()));
    }

    @Override
    void greet(HttpServletRequest request, HttpServletResponse response, WebhookSecrets secrets) {
        String challenge = request.getParameter("hub.challenge");
        boolean agreed = "subscribe".equals(request.getParameter("hub.mode"))
                && SignatureCheck.isAgreed(secrets.tokens(), request.getParameter("hub.verify_token"))
                && challenge != null
                && CHALLENGE.matcher(challenge).matches();
        if (agreed) {
            WebhookAnswer.write(response, HttpServletResponse.SC_OK, "text/plain", challenge);
        } else {
            refuse(response, Refusal.HANDSHAKE);
        }
    }
}
