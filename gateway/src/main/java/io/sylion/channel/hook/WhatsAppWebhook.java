package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelsUnavailable;
import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.service.ChannelDirectory;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The address to which a provider posts. What can be refused is refused before the body is read; no thread waits for the body,
 * nor for the broker. Everything else than 200 makes the provider deliver anew.
 */
abstract class WhatsAppWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(WhatsAppWebhook.class.getName());
    private static final Pattern KEY = Pattern.compile("/[A-Za-z0-9_-]{4,100}");

    @Inject
    transient ChannelDirectory directory;

    @Inject
    transient WebhookIntake intake;

    @Inject
    transient WebhookJournal journal;

    @Inject
    transient WebhookSettings settings;

    @Inject
    transient BodyBudget budget;

    private final ChannelProvider provider;

    WhatsAppWebhook(ChannelProvider provider) {
        this.provider = provider;
    }

    /** Checks what the request's head says; the result checks the body. Throws nothing. */
    abstract Admission admit(HttpServletRequest request, WebhookSecrets secrets);

    /** Answers a GET to an address that somebody has. */
    abstract void greet(HttpServletRequest request, HttpServletResponse response, WebhookSecrets secrets);

    /**
     * @param refusal null when the body may be read
     * @param proof tells whether the body is the sender's
     */
    record Admission(Refusal refusal, Predicate<WebhookBody> proof) {
        static Admission refused(Refusal reason) {
            return new Admission(reason, body -> false);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, POST");
            refuse(response, Refusal.METHOD);
            return;
        }
        String path = request.getPathInfo();
        if (path == null || !KEY.matcher(path).matches()) {
            refuse(response, Refusal.UNKNOWN_ADDRESS);
            return;
        }
        String key = path.substring(1);
        try {
            Optional<WebhookSecrets> secrets = directory.secrets(provider, key);
            if (secrets.isEmpty()) {
                refuse(response, Refusal.UNKNOWN_ADDRESS);
            } else if (post) {
                receive(request, response, key, secrets.get());
            } else {
                greet(request, response, secrets.get());
            }
        } catch (ChannelsUnavailable e) {
            LOG.log(Level.FINE, "whose webhook it is cannot be found out", e);
            refuse(response, Refusal.CHANNELS_UNAVAILABLE);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, String key, WebhookSecrets secrets)
            throws IOException {
        int largest = settings.largestBody();
        if (request.getContentLengthLong() > largest) {
            refuse(response, Refusal.TOO_LARGE);
            return;
        }
        Admission admission = admit(request, secrets);
        if (admission.refusal() != null) {
            refuse(response, admission.refusal());
            return;
        }
        BodyBudget.Share share = budget.open();
        WebhookExchange exchange = new WebhookExchange(
                request, settings.timeLimit(), reason -> journal.refused(provider, reason), share::giveBack);
        request.getInputStream()
                .setReadListener(new WebhookBody(
                        request.getInputStream(),
                        share,
                        request.getContentLength(),
                        largest,
                        body -> take(key, body, exchange, admission),
                        exchange::refuse));
    }

    @SuppressWarnings("IllegalCatch") // whatever went wrong, the provider shall deliver anew
    private void take(String key, WebhookBody body, WebhookExchange exchange, Admission admission) {
        try {
            if (admission.proof().test(body)) {
                intake.take(provider, key, body, exchange);
            } else {
                exchange.refuse(Refusal.SIGNATURE);
            }
        } catch (ChannelsUnavailable e) {
            exchange.refuse(Refusal.CHANNELS_UNAVAILABLE);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "webhook not taken in", e);
            exchange.refuse(Refusal.FAULT);
        }
    }

    final void refuse(HttpServletResponse response, Refusal reason) {
        journal.refused(provider, reason);
        WebhookAnswer.refuse(response, reason);
    }
}
