package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.domain.ChannelProvider;
import io.sylion.channel.service.ChannelDirectory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes in a post whose sender is proved: reads it, hands its events to the broker, answers when all of them are on disk. */
@ApplicationScoped
class WebhookIntake {
    @Inject
    ChannelDirectory directory;

    @Inject
    EventLanes lanes;

    @Inject
    WebhookRates rates;

    @Inject
    JournalDisk disk;

    @Inject
    ReceivingClock clock;

    @Inject
    WebhookJournal journal;

    private WebhookJson json;

    @PostConstruct
    void open() {
        json = new WebhookJson(new WebhookSettings().largestBody());
    }

    void take(ChannelProvider provider, String webhookKey, WebhookBody body, WebhookExchange exchange) {
        Optional<JsonNode> root = json.read(body.bytes(), body.length());
        if (root.isEmpty()) {
            exchange.refuse(Refusal.MALFORMED);
            return;
        }
        ParsedWebhook webhook = WhatsAppWebhookParser.parse(
                root.get(), number -> directory.route(provider, webhookKey, number), clock::next);
        journal.ignored(provider, webhook.ignored());
        if (webhook.events().isEmpty()) {
            accept(provider, webhook, exchange);
        } else if (!rates.take(webhook.events())) {
            exchange.refuse(Refusal.RATE);
        } else if (disk.isFull()) {
            exchange.refuse(Refusal.DISK);
        } else {
            List<WrittenEvent> events =
                    webhook.events().stream().map(WrittenEvent::of).toList();
            EventBatch batch = new EventBatch(events, exchange::isOver, stored -> {
                if (stored) {
                    accept(provider, webhook, exchange);
                } else {
                    exchange.refuse(Refusal.BROKER);
                }
            });
            if (!lanes.offer(batch)) {
                exchange.refuse(Refusal.BUSY);
            }
        }
    }

    private void accept(ChannelProvider provider, ParsedWebhook webhook, WebhookExchange exchange) {
        if (exchange.accept()) {
            journal.accepted(provider, webhook.events(), exchange.nanos());
        }
    }
}
