package io.sylion.platform.ai.adapter.vertex;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.ai.ManagedHit;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.api.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What Vertex AI Search said. An answer that is none is a failure; a single result that lacks what we need is left out, since what
 * Google adds and leaves away differs by kind of store and edition.
 */
final class VertexSearchAnswer {
    private static final Pattern STATUS = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,6})|([a-z]{2,6}));");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…");

    private VertexSearchAnswer() {}

    /** The name of the error, empty when it has none. */
    static String status(byte[] body) {
        try {
            JsonNode told = Json.mapper().readTree(body);
            // an error comes alone or in a list
            String name = (told.isArray() ? told.path(0) : told)
                    .path("error")
                    .path("status")
                    .asText("");
            return STATUS.matcher(name).matches() ? name : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** @throws ModelFailure MALFORMED when it is no answer to a search */
    static List<ManagedHit> hits(byte[] body) {
        JsonNode answer = read(body);
        JsonNode results = answer.path("results");
        if (!answer.isObject() || !results.isMissingNode() && !results.isNull() && !results.isArray()) {
            throw new ModelFailure(Kind.MALFORMED, "Vertex AI Search's answer is no list of results");
        }
        List<ManagedHit> hits = new ArrayList<>();
        for (JsonNode result : results) {
            String id = id(result);
            List<String> texts = texts(result.path("document").path("derivedStructData"));
            if (!id.isEmpty() && !texts.isEmpty()) {
                hits.add(new ManagedHit(id, title(result, id), texts, score(result)));
            }
        }
        return hits;
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new ModelFailure(Kind.MALFORMED, "Vertex AI Search's answer cannot be read", e);
        }
    }

    private static String id(JsonNode result) {
        JsonNode document = result.path("document");
        return first(text(document.path("id")), text(result.path("id")), lastOf(text(document.path("name"))));
    }

    private static String title(JsonNode result, String id) {
        JsonNode document = result.path("document");
        JsonNode derived = document.path("derivedStructData");
        return first(
                text(derived.path("title")),
                text(document.path("structData").path("title")),
                lastOf(text(derived.path("link"))),
                id);
    }

    /** Segments say most, answers are short, snippets are cut out of sentences. */
    private static List<String> texts(JsonNode derived) {
        List<String> segments = contents(derived.path("extractive_segments"), "content", UnaryOperator.identity());
        if (!segments.isEmpty()) {
            return segments;
        }
        List<String> answers = contents(derived.path("extractive_answers"), "content", UnaryOperator.identity());
        return answers.isEmpty() ? contents(derived.path("snippets"), "snippet", VertexSearchAnswer::plain) : answers;
    }

    private static List<String> contents(JsonNode extracts, String field, UnaryOperator<String> reading) {
        return StreamSupport.stream(extracts.spliterator(), false)
                // a snippet that could not be made says so in words of its own
                .filter(each -> !each.path("snippet_status").asText("SUCCESS").equals("NO_SNIPPET_AVAILABLE"))
                .map(each -> reading.apply(text(each.path(field))).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Snippets are HTML: what is found in them is bold. */
    private static String plain(String snippet) {
        return ENTITY.matcher(TAG.matcher(snippet).replaceAll(""))
                .replaceAll(
                        found -> Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group())));
    }

    private static String character(String number, String name, String written) {
        if (number == null) {
            return ENTITIES.getOrDefault(name, written);
        }
        int code = Integer.parseInt(number);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    /** Which of its scores a store tells depends on its kind; the first is as good as any, since none is compared. */
    private static Double score(JsonNode result) {
        for (JsonNode each : result.path("modelScores")) {
            JsonNode value = each.path("values").path(0);
            if (value.isNumber() && Double.isFinite(value.asDouble())) {
                return value.asDouble();
            }
        }
        return null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.asText().strip() : "";
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String first(String... texts) {
        for (String each : texts) {
            if (!each.isEmpty()) {
                return each;
            }
        }
        return "";
    }
}
