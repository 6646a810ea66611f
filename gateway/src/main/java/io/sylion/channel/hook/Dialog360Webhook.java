package io.sylion.channel.hook;

import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** WhatsApp by 360dialog: nothing is signed, the address is the secret, and a header that 360dialog is told to send. */
@WebServlet(urlPatterns = "/whatsapp/360dialog/*", asyncSupported = true, loadOnStartup = 1)
public class Dialog360Webhook extends WhatsAppWebhook {
    private static final long serialVersionUID = 1L;
    private static final String HEADER = "X-Sylion-Token";

    public Dialog360Webhook() {
        super(ChannelProvider.DIALOG_360);
    }

    @Override
    Admission admit(HttpServletRequest request, WebhookSecrets secrets) {
        boolean agreed =
                secrets.tokens().isEmpty() || SignatureCheck.isAgreed(secrets.tokens(), request.getHeader(HEADER));
        return agreed ? new Admission(null, body -> true) : Admission.refused(Refusal.SIGNATURE);
    }

    @Override
    void greet(HttpServletRequest request, HttpServletResponse response, WebhookSecrets secrets) {
        response.setHeader("Allow", "POST");
        refuse(response, Refusal.METHOD);
    }
}
