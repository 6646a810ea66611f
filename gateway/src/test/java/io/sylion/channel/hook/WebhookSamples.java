package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.ChannelRoute;
import io.sylion.channel.api.InboundEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Webhook bodies as the providers write them, and the reading of them for one known number. */
final class WebhookSamples {
    static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID CHANNEL = UUID.fromString("01900000-0000-7000-8000-000000000002");
    static final String NUMBER = "555000111";
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private WebhookSamples() {}

    static String envelope(String field, String value) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'100200300','changes':[{'field':'" + field
                + "','value':{'messaging_product':'whatsapp','metadata':{'display_phone_number':'33100000001',"
                + "'phone_number_id':'555000111'}," + value + "}}]}]}";
    }

    static String ofAna(String message) {
        return envelope(
                "messages",
                "'contacts':[{'profile':{'name':'Ana'},'wa_id':'33600000002'}],'messages':["
                        + "{'from':'33600000002','id':'wamid.IN1','timestamp':'1790000000'," + message + "}]");
    }

    static String status(String status) {
        return envelope("messages", "'statuses':[{'id':'wamid.OUT1','timestamp':'1790000100'," + status + "}]");
    }

    static JsonNode json(String singleQuoted) {
        byte[] bytes = singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new WebhookJson(3_000_000).read(bytes, bytes.length).orElseThrow();
    }

    static ParsedWebhook parse(String singleQuoted) {
        AtomicLong calls = new AtomicLong();
        return WhatsAppWebhookParser.parse(
                json(singleQuoted),
                number -> number == null || number.equals(NUMBER)
                        ? Optional.of(new ChannelRoute(TENANT, CHANNEL))
                        : Optional.empty(),
                () -> NOW.plusNanos(1000 * calls.getAndIncrement()));
    }

    static List<InboundEvent> events(String singleQuoted) {
        return parse(singleQuoted).events();
    }

    /** The only event of the body. */
    static InboundEvent event(String singleQuoted) {
        List<InboundEvent> events = events(singleQuoted);
        if (events.size() != 1) {
            throw new AssertionError("one event expected, not " + events);
        }
        return events.getFirst();
    }
}
