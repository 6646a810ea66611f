package io.sylion.channel.adapter.whatsapp;

import static io.sylion.channel.api.ProviderFailure.Remedy.ALERT;
import static io.sylion.channel.api.ProviderFailure.Remedy.FAIL;
import static io.sylion.channel.api.ProviderFailure.Remedy.RETRY;
import static io.sylion.channel.api.ProviderFailure.Remedy.WAIT;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Reads a refusal of the Cloud API or of 360dialog. The error's code decides, never its title; the HTTP status only when there is none. */
final class WhatsAppErrors {
    private static final int LONGEST_WORDS = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private record Rule(Remedy remedy, String words) {}

    private static final Map<Integer, Rule> RULES = rules();

    private WhatsAppErrors() {}

    /**
     * @param body as received; may be empty or no JSON at all
     * @param retryAfter the header, may be null
     */
    static ProviderFailure read(int status, byte[] body, String retryAfter, Instant now) {
        JsonNode root = parse(body);
        JsonNode error = error(root);
        Duration pause = pause(retryAfter, now);
        if (error == null) {
            return withoutCode(status, root, pause);
        }
        int code = error.path("code").asInt();
        Rule rule = RULES.get(code);
        if (rule == null) {
            rule = new Rule(remedy(status, code, error.path("is_transient").asBoolean()), words(error));
        }
        return new ProviderFailure(rule.remedy(), Integer.toString(code), rule.words(), pause, false);
    }

    /** Cloud API: {@code error}; statuses and the old 360dialog interface: {@code errors[]}. */
    private static JsonNode error(JsonNode root) {
        JsonNode error = root.path("error").isObject()
                ? root.path("error")
                : root.path("errors").path(0);
        return error.path("code").isInt() || error.path("code").asText().matches("\\d{1,9}") ? error : null;
    }

    private static ProviderFailure withoutCode(int status, JsonNode root, Duration pause) {
        String said = text(root.path("meta").path("developer_message"));
        String words = "HTTP status " + status + (said.isEmpty() ? "" : ": " + said);
        // a gateway in front of the provider gave up: the provider itself may have accepted all the same
        boolean uncertain = status == 500 || status == 502 || status == 504;
        return new ProviderFailure(remedy(status, -1, false), "http-" + status, words, pause, uncertain);
    }

    private static Remedy remedy(int status, int code, boolean isTransient) {
        if (code >= 200 && code <= 299 || code >= 133000 && code <= 133015) {
            return ALERT;
        }
        if (isTransient) {
            return RETRY;
        }
        return switch (status) {
            case 401, 403 -> ALERT;
            case 408, 429 -> WAIT;
            default -> status >= 500 ? RETRY : FAIL;
        };
    }

    private static String words(JsonNode error) {
        String details = text(error.path("error_data").path("details"));
        String message = details.isEmpty() ? text(error.path("message")) : details;
        return message.isEmpty() ? "refused without words" : message;
    }

    private static String text(JsonNode node) {
        String text =
                node.isTextual() ? node.asText().replaceAll("\\p{Cntrl}+", " ").strip() : "";
        return CleanText.of(text, LONGEST_WORDS);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = Json.mapper().readTree(body);
            return root == null ? Json.mapper().missingNode() : root;
        } catch (IOException e) {
            // no JSON, or no text at all
            return Json.mapper().missingNode();
        }
    }

    static Duration pause(String retryAfter, Instant now) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return null;
        }
        String value = retryAfter.strip();
        try {
            Duration pause = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            if (pause.isNegative()) {
                return Duration.ZERO;
            }
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<Integer, Rule> rules() {
        Map<Integer, Rule> rules = new HashMap<>();
        put(rules, ALERT, "the access token is not valid", 0, 190);
        put(rules, ALERT, "the application lacks a permission", 3, 10, 131005);
        put(rules, RETRY, "the platform failed for a moment", 1, 2, 131000, 131016);
        put(rules, FAIL, "something in the request is not accepted", 33, 100, 131008, 131009);
        put(rules, WAIT, "too many calls", 4, 613, 80007, 130429);
        put(rules, WAIT, "too many messages reported or blocked by customers", 131048);
        put(rules, WAIT, "too many messages to this customer", 131056);
        put(rules, WAIT, "too many registrations", 133016);
        put(rules, ALERT, "the account is blocked or locked", 368, 131031);
        put(rules, FAIL, "the customer's country is restricted", 130497);
        put(rules, FAIL, "the customer takes part in an experiment of Meta", 130472);
        put(rules, FAIL, "sender and recipient are the same", 131021);
        put(rules, FAIL, "the customer cannot be reached on WhatsApp", 131026);
        put(rules, FAIL, "the customer is not on the test number's list", 131030);
        put(rules, ALERT, "the number needs an approved display name", 131037);
        put(rules, ALERT, "the account's payment method must be mended", 131042);
        put(rules, WAIT, "the number is being registered or maintained", 131045, 131057);
        put(rules, FAIL, "the 24-hour window is closed: only a template may be sent", 131047, 470);
        put(rules, FAIL, "withheld by Meta to limit marketing messages", 131049);
        put(rules, FAIL, "the customer wants no marketing messages", 131050);
        put(rules, FAIL, "the kind of message is not supported", 131051);
        put(rules, FAIL, "the file could not be fetched", 131052);
        put(rules, RETRY, "the file could not be uploaded", 131053);
        put(rules, FAIL, "this message needs the customer's phone number", 131062);
        put(rules, ALERT, "marketing templates are limited on this account", 131063, 131064);
        put(rules, FAIL, "the template's parameters do not fit", 132000, 132012, 132018);
        put(rules, FAIL, "the template does not exist in this language", 132001);
        put(rules, FAIL, "the template's text becomes too long", 132005);
        put(rules, FAIL, "the template breaks a policy", 132007);
        put(rules, FAIL, "the template is paused or disabled", 132015, 132016);
        put(rules, FAIL, "the flow is blocked", 132068);
        put(rules, WAIT, "the flow is throttled", 132069);
        put(rules, FAIL, "the message could not be sent to this customer", 135000);
        put(rules, FAIL, "the customer's identity changed and must be confirmed", 137000);
        return Map.copyOf(rules);
    }

    private static void put(Map<Integer, Rule> rules, Remedy remedy, String words, int... codes) {
        for (int code : codes) {
            rules.put(code, new Rule(remedy, words));
        }
    }
}
