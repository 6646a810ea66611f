package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelsUnavailable;
import io.sylion.channel.api.WebhookSecrets;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.service.ChannelDirectory;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The addresses to which providers post. What can be refused is refused before the body is read; no thread waits for the body, nor
 * for the broker. A small post is read where it arrives, on the server's own reading thread; what may take longer (a look-up in the
 * database, a large body) is left to a worker. Everything else than 200 makes the provider deliver anew.
 */
@ApplicationScoped
class WebhookEntrance implements HttpHandler {
    private static final Logger LOG = Logger.getLogger(WebhookEntrance.class.getName());
    private static final String ATTRIBUTE = WebhookEntrance.class.getName();
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{4,100}");
    private static final List<WhatsAppWebhook> WEBHOOKS = List.of(new CloudApiWebhook(), new Dialog360Webhook());

    @Inject
    ChannelDirectory directory;

    @Inject
    WebhookIntake intake;

    @Inject
    WebhookJournal journal;

    @Inject
    OpenPosts posts;

    @Inject
    BodyBudget budget;

    /** With the application: the threads that read connections know nothing of its names, and so cannot make the directory. */
    void open(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        directory.isAtHand(ChannelProvider.CLOUD_API, ATTRIBUTE);
        context.setAttribute(ATTRIBUTE, this);
    }

    static HttpHandler of(ServletContext context) {
        return (HttpHandler) context.getAttribute(ATTRIBUTE);
    }

    @Override
    @SuppressWarnings("IllegalCatch") // whatever went wrong, the provider shall deliver anew
    public void handleRequest(HttpServerExchange http) {
        Optional<WhatsAppWebhook> webhook =
                WEBHOOKS.stream().filter(each -> each.isAddressed(http)).findFirst();
        try {
            if (webhook.isEmpty()) {
                WebhookAnswer.refuse(http, Refusal.UNKNOWN_ADDRESS);
            } else {
                handle(http, webhook.get());
            }
        } catch (ChannelsUnavailable e) {
            LOG.log(Level.FINE, "whose webhook it is cannot be found out", e);
            refuse(http, webhook.get(), Refusal.CHANNELS_UNAVAILABLE);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "webhook not looked at", e);
            WebhookAnswer.refuse(http, Refusal.FAULT);
        }
    }

    private void handle(HttpServerExchange http, WhatsAppWebhook webhook) {
        boolean post = http.getRequestMethod().equals(Methods.POST);
        if (!post && !http.getRequestMethod().equals(Methods.GET)) {
            http.getResponseHeaders().put(Headers.ALLOW, "GET, POST");
            refuse(http, webhook, Refusal.METHOD);
            return;
        }
        String key = webhook.key(http);
        if (!KEY.matcher(key).matches()) {
            refuse(http, webhook, Refusal.UNKNOWN_ADDRESS);
            return;
        }
        if (http.isInIoThread() && !directory.isAtHand(webhook.provider(), key)) {
            http.dispatch(this);
            return;
        }
        Optional<WebhookSecrets> secrets = directory.secrets(webhook.provider(), key);
        if (secrets.isEmpty()) {
            refuse(http, webhook, Refusal.UNKNOWN_ADDRESS);
        } else if (post) {
            receive(http, webhook, key, secrets.get());
        } else {
            webhook.greet(http, secrets.get()).ifPresent(reason -> refuse(http, webhook, reason));
        }
    }

    private void receive(HttpServerExchange http, WhatsAppWebhook webhook, String key, WebhookSecrets secrets) {
        if (http.getRequestContentLength() > budget.largestBody()) {
            refuse(http, webhook, Refusal.TOO_LARGE);
            return;
        }
        WhatsAppWebhook.Admission admission = webhook.admit(http, secrets);
        if (admission.refusal() != null) {
            refuse(http, webhook, admission.refusal());
            return;
        }
        BodyBudget.Share share = budget.open();
        WebhookExchange exchange =
                posts.open(http, reason -> journal.refused(webhook.provider(), reason), share::giveBack);
        WebhookBody body = new WebhookBody(
                http,
                share,
                budget.largestBody(),
                read -> take(webhook, key, read, exchange, admission),
                exchange::refuse);
        // only when this call is over may the exchange be answered by others
        Executor here = http.isInIoThread() ? SameThreadExecutor.INSTANCE : http.getIoThread();
        http.dispatch(here, body::read);
    }

    @SuppressWarnings("IllegalCatch") // whatever went wrong, the provider shall deliver anew
    private void take(
            WhatsAppWebhook webhook,
            String key,
            WebhookBody body,
            WebhookExchange exchange,
            WhatsAppWebhook.Admission admission) {
        try {
            if (admission.proof().test(body)) {
                intake.take(webhook.provider(), key, body, exchange);
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

    private void refuse(HttpServerExchange http, WhatsAppWebhook webhook, Refusal reason) {
        journal.refused(webhook.provider(), reason);
        WebhookAnswer.refuse(http, reason);
    }
}
