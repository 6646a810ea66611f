package io.sylion.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.ChannelRoute;
import io.sylion.channel.api.DeliveryUpdate;
import io.sylion.channel.api.IdentityChange;
import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import io.sylion.channel.domain.DeliveryStatus;
import io.sylion.platform.api.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Reads any bytes as a webhook and holds what comes out against what the rest of the product relies on. */
final class WebhookProbe {
    private static final int MOST_TRACES = 100;
    private static final int LONGEST_KEY = 600;
    private static final WebhookJson JSON = new WebhookJson(3 * 1024 * 1024);

    private WebhookProbe() {}

    /** Nothing but a refusal, or events that can be queued, stored and shown. */
    static void read(byte[] body) {
        Optional<JsonNode> root = JSON.read(body, body.length);
        if (root.isEmpty()) {
            return;
        }
        ParsedWebhook parsed = parse(root.get());
        List<InboundEvent> events = parsed.events();
        events.forEach(WebhookProbe::check);
        assertThat(events).extracting(InboundEvent::receivedAt).isSorted().doesNotHaveDuplicates();
        assertThat(parse(root.get()).events())
                .as("a repeat is known by its keys")
                .extracting(InboundEvent::key)
                .isEqualTo(events.stream().map(InboundEvent::key).toList());
        checkBounds(body, events);
    }

    private static ParsedWebhook parse(JsonNode root) {
        AtomicLong calls = new AtomicLong();
        return WhatsAppWebhookParser.parse(
                root,
                number -> number == null || number.equals(WebhookSamples.NUMBER)
                        ? Optional.of(new ChannelRoute(WebhookSamples.TENANT, WebhookSamples.CHANNEL))
                        : Optional.empty(),
                () -> WebhookSamples.NOW.plusNanos(1000 * calls.getAndIncrement()));
    }

    /** A small body cannot make much work: a real event costs its sender bytes, and of the others few leave a trace. */
    private static void checkBounds(byte[] body, List<InboundEvent> events) {
        long traces = events.stream()
                .filter(event -> event.kind() == InboundKind.IGNORED)
                .count();
        assertThat(traces).isLessThanOrEqualTo(MOST_TRACES);
        assertThat(events.size() - traces).isLessThanOrEqualTo(body.length / 16);
        long size = events.stream()
                .filter(event -> event.kind() != InboundKind.IGNORED)
                .mapToLong(event -> Json.write(event).length())
                .sum();
        assertThat(size).isLessThanOrEqualTo(64L * body.length);
    }

    private static void check(InboundEvent event) {
        assertThat(event.tenantId()).isEqualTo(WebhookSamples.TENANT);
        assertThat(event.channelId()).isEqualTo(WebhookSamples.CHANNEL);
        assertThat(event.key()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_KEY);
        assertThat(event.occurredAt())
                .isAfter(Instant.EPOCH)
                .isBefore(event.receivedAt().plus(Duration.ofMinutes(1)));
        assertThat(event.groupKey()).isNotBlank();
        checkParts(event);
        String written = Json.write(event);
        assertThat(Json.write(Json.read(written, InboundEvent.class))).isEqualTo(written);
        checkTexts(Json.mapper().valueToTree(event));
    }

    private static void checkParts(InboundEvent event) {
        switch (event.kind()) {
            case MESSAGE, ECHO -> {
                assertThat(event.providerMessageId()).isEqualTo(event.key());
                checkParty(event.party());
                checkContent(event.content());
            }
            case EDIT -> {
                assertThat(event.providerMessageId()).isNotNull();
                checkParty(event.party());
                checkContent(event.content());
            }
            case REACTION, REVOKE -> {
                assertThat(event.providerMessageId()).isNotNull();
                checkParty(event.party());
            }
            case DELIVERY -> {
                assertThat(event.providerMessageId()).isNotNull();
                checkDelivery(event.delivery());
            }
            case IDENTITY -> checkIdentity(event.identity());
            case ACCOUNT, IGNORED -> assertThat(event.note()).isNotBlank().hasSizeLessThanOrEqualTo(300);
        }
    }

    private static void checkParty(InboundParty party) {
        assertThat(party.phone() != null || party.bsuid() != null).isTrue();
        assertThat(party.phone() == null || party.phone().matches("[0-9]{4,20}"))
                .isTrue();
    }

    private static void checkContent(InboundContent content) {
        assertThat(content.type()).isNotNull();
        assertThat(content.media() != null).isEqualTo(content.type().isMedia());
        assertThat(content.text() == null || content.text().length() <= WireText.LONGEST_BODY)
                .isTrue();
        assertThat(content.detail() == null || content.detail().isObject()).isTrue();
        if (content.media() != null) {
            assertThat(content.media().mediaId()).isNotBlank();
            assertThat(content.media().mimeType()).matches("[a-z0-9.+*-]+/[a-z0-9.+*_-]+");
            assertThat(content.media().fileName() == null
                            || content.media().fileName().matches("(?s)[^/\\\\]{1,200}"))
                    .isTrue();
        }
    }

    private static void checkDelivery(DeliveryUpdate delivery) {
        assertThat(delivery.status()).isNotNull();
        boolean failed = delivery.status() == DeliveryStatus.FAILED;
        assertThat(failed || delivery.code() == null && delivery.reason() == null)
                .isTrue();
    }

    private static void checkIdentity(IdentityChange change) {
        assertThat(change.oldPhone() != null || change.oldBsuid() != null).isTrue();
        assertThat(change.newPhone() != null || change.newBsuid() != null).isTrue();
    }

    /** What PostgreSQL refuses or a page cannot hold: NUL and other control characters, halves of surrogate pairs. */
    private static void checkTexts(JsonNode node) {
        if (node.isTextual()) {
            checkText(node.asText());
        }
        node.properties().forEach(field -> checkText(field.getKey()));
        node.forEach(WebhookProbe::checkTexts);
    }

    private static void checkText(String text) {
        boolean fine = text.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\t'
                        || c == '\r'
                        || c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c < 0xfffe
                        || c > 0xffff);
        assertThat(fine).as("can be stored and shown: %s", text).isTrue();
    }
}
