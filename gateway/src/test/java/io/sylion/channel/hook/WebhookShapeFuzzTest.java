package io.sylion.channel.hook;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.platform.api.Json;
import java.nio.charset.StandardCharsets;

/** Correct JSON of the providers' words in wrong places: what bytes alone hardly ever become. */
class WebhookShapeFuzzTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private static final String[] NAMES = {
        "id",
        "type",
        "text",
        "body",
        "timestamp",
        "from",
        "from_user_id",
        "to",
        "to_user_id",
        "status",
        "errors",
        "code",
        "title",
        "message",
        "error_data",
        "details",
        "context",
        "forwarded",
        "frequently_forwarded",
        "referred_product",
        "catalog_id",
        "product_retailer_id",
        "referral",
        "source_url",
        "group_id",
        "image",
        "video",
        "audio",
        "voice",
        "document",
        "sticker",
        "location",
        "contacts",
        "interactive",
        "button",
        "reaction",
        "order",
        "system",
        "edit",
        "revoke",
        "unsupported",
        "template",
        "mime_type",
        "filename",
        "sha256",
        "caption",
        "animated",
        "latitude",
        "longitude",
        "name",
        "address",
        "formatted_name",
        "first_name",
        "phones",
        "phone",
        "emails",
        "email",
        "org",
        "company",
        "payload",
        "button_reply",
        "list_reply",
        "nfm_reply",
        "call_permission_reply",
        "response_json",
        "response",
        "is_permanent",
        "message_id",
        "emoji",
        "product_items",
        "quantity",
        "item_price",
        "currency",
        "original_message_id",
        "wa_id",
        "user_id",
        "profile",
        "username",
        "new_wa_id",
        "previous_user_id",
        "customer",
        "recipient_id",
        "recipient_user_id",
        "recipient_type",
        "recipient_participant_id",
        "pricing",
        "category",
        "biz_opaque_callback_data",
        "value",
        "event",
        "time"
    };

    private static final String[] WORDS = {
        "",
        " ",
        "wamid.IN1",
        "33600000002",
        "+33 6 00 00 00 02",
        "FR.9Zk2",
        "1790000000",
        "1790000000000",
        "text",
        "image",
        "voice",
        "document",
        "location",
        "contacts",
        "interactive",
        "order",
        "system",
        "edit",
        "revoke",
        "reaction",
        "request_welcome",
        "unknown",
        "ephemeral",
        "button_reply",
        "list_reply",
        "nfm_reply",
        "call_permission_reply",
        "user_changed_number",
        "customer_changed_number",
        "user_changed_user_id",
        "group",
        "sent",
        "delivered",
        "read",
        "played",
        "failed",
        "deleted",
        "audio/ogg; codecs=opus",
        "a/b\\c.pdf",
        "{\"a\":[1e400,{\"b\":null}]}",
        "{",
        "null",
        "01900000-0000-7000-8000-000000000003",
        "\0",
        "\ud83d",
        "\udc4d",
        "\u202egnp.exe",
        "\uffff",
        "NaN",
        "1e400",
        "-0",
        "90.0000001"
    };

    private static final String[] FIELDS = {
        "messages",
        "smb_message_echoes",
        "user_preferences",
        "account_update",
        "message_template_status_update",
        "security",
        "history",
        "group_lifecycle_update",
        "never_heard_of"
    };

    private static final String[] LISTS = {
        "messages", "statuses", "errors", "contacts", "message_echoes", "user_preferences"
    };

    @FuzzTest
    void anyShapeIsRead(FuzzedDataProvider data) {
        ObjectNode value = NODES.objectNode();
        value.putObject("metadata").put("phone_number_id", data.consumeInt(0, 9) == 0 ? "999" : WebhookSamples.NUMBER);
        while (data.consumeInt(0, 3) != 0 && value.size() < LISTS.length) {
            value.set(data.pickValue(LISTS), list(data));
        }
        ObjectNode change = NODES.objectNode();
        change.put("field", data.pickValue(FIELDS));
        change.set("value", value);
        ObjectNode root = NODES.objectNode();
        root.put("object", "whatsapp_business_account");
        root.putArray("entry").addObject().putArray("changes").add(change);
        WebhookProbe.read(Json.write(root).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode list(FuzzedDataProvider data) {
        ArrayNode list = NODES.arrayNode();
        int size = data.consumeInt(0, 5);
        for (int i = 0; i < size; i++) {
            ObjectNode part = object(data, 1);
            if (data.consumeInt(0, 7) != 0) {
                part.put("id", "wamid." + i);
                part.put("from", "33600000002");
                part.put("type", data.pickValue(WORDS));
            }
            list.add(data.consumeInt(0, 15) == 0 ? node(data, 1) : part);
        }
        return list;
    }

    private static JsonNode node(FuzzedDataProvider data, int depth) {
        return switch (data.consumeInt(0, depth >= DEEPEST ? 6 : 9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(data.consumeBoolean());
            case 2 -> NODES.numberNode(data.consumeLong());
            case 3 -> NODES.numberNode(data.consumeDouble());
            case 4 -> NODES.textNode(data.consumeString(20));
            case 5, 6 -> NODES.textNode(data.pickValue(WORDS));
            case 7 -> array(data, depth + 1);
            default -> object(data, depth + 1);
        };
    }

    private static JsonNode array(FuzzedDataProvider data, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = data.consumeInt(0, 4);
        for (int i = 0; i < size; i++) {
            array.add(node(data, depth));
        }
        return array;
    }

    private static ObjectNode object(FuzzedDataProvider data, int depth) {
        ObjectNode object = NODES.objectNode();
        int size = data.consumeInt(0, 6);
        for (int i = 0; i < size; i++) {
            object.set(data.pickValue(NAMES), node(data, depth));
        }
        return object;
    }
}
