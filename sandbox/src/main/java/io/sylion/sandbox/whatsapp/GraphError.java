package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** An error as the Cloud API words it: the code decides, with the details. */
public record GraphError(int code, int subcode, String details) {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(0, "AuthException"),
            Map.entry(1, "API Unknown"),
            Map.entry(2, "API Service"),
            Map.entry(4, "Application request limit reached"),
            Map.entry(100, "Invalid parameter"),
            Map.entry(190, "Access token has expired"),
            Map.entry(130429, "Rate limit hit"),
            Map.entry(130472, "User's number is part of an experiment"),
            Map.entry(131000, "Something went wrong"),
            Map.entry(131005, "Access denied"),
            Map.entry(131008, "Required parameter is missing"),
            Map.entry(131009, "Parameter value is not valid"),
            Map.entry(131016, "Service unavailable"),
            Map.entry(131021, "Recipient cannot be sender"),
            Map.entry(131026, "Message undeliverable"),
            Map.entry(131031, "Account has been locked"),
            Map.entry(131042, "Business eligibility payment issue"),
            Map.entry(131047, "Re-engagement message"),
            Map.entry(131048, "Spam rate limit hit"),
            Map.entry(131049, "This message was not delivered to maintain healthy ecosystem engagement"),
            Map.entry(131050, "User opted out of marketing messages"),
            Map.entry(131051, "Unsupported message type"),
            Map.entry(131052, "Media download error"),
            Map.entry(131053, "Media upload error"),
            Map.entry(131056, "(Business Account, Consumer Account) pair rate limit hit"),
            Map.entry(131057, "Account in maintenance mode"),
            Map.entry(131062, "Recipient not supported for this message"),
            Map.entry(132000, "Number of parameters does not match the expected number of params"),
            Map.entry(132001, "Template name does not exist in the translation"),
            Map.entry(132005, "Translated text too long"),
            Map.entry(132012, "Parameter format does not match format in the created template"),
            Map.entry(368, "Temporarily blocked for policies violations"));

    public static GraphError of(int code, String details) {
        return new GraphError(code, 0, details);
    }

    static String title(int code) {
        return TITLES.getOrDefault(code, "Message failed");
    }

    public int status() {
        return switch (code) {
            case 0, 190 -> 401;
            case 10, 368, 130497, 131005, 131031 -> 403;
            case 3, 131000, 131045, 131057 -> 500;
            case 2, 131016 -> 503;
            case 4, 80007, 130429, 131048, 131056, 133016 -> 429;
            case 132001 -> 404;
            default -> code >= 200 && code <= 299 ? 403 : 400;
        };
    }

    public ObjectNode body() {
        ObjectNode body = WireJson.object();
        ObjectNode error = body.putObject("error");
        error.put("message", "(#" + code + ") " + title(code))
                .put("type", "OAuthException")
                .put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", "A" + Long.toString(System.nanoTime(), 36));
        return body;
    }

    /** The same error as it stands in a status webhook. */
    ObjectNode inStatus() {
        ObjectNode error = WireJson.object();
        error.put("code", code).put("title", title(code)).put("message", title(code));
        error.putObject("error_data").put("details", details);
        error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        return error;
    }

    void write(HttpServletResponse response) throws IOException {
        HttpExchanges.write(response, status(), body());
    }
}
