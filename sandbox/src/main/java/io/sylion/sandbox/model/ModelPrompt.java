package io.sylion.sandbox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stand-in understands of a prompt: the question, the passages, and a fault asked for by a marker such as {@code
 * sandbox:blocked} in the question.
 *
 * @param bounded whether only the passages may be answered from: a list of them was given, be it empty
 * @param fault name of the marker, or empty
 * @param argument what stood behind its equals sign
 */
record ModelPrompt(
        String question, List<Passage> passages, boolean bounded, String fault, String argument, int tokens) {
    private static final Pattern MARKER = Pattern.compile("sandbox:([a-z0-9-]+)(?:=(\"[^\"]*\"|\\S+))?");
    private static final Set<String> LISTS = Set.of("passages", "sources", "documents", "context", "excerpts");
    private static final List<String> QUESTIONS = List.of("question", "message", "customerMessage", "query", "input");
    private static final List<String> TEXTS = List.of("text", "content", "passage", "body", "excerpt");
    private static final List<String> IDS = List.of("id", "passageId", "passage_id", "ref", "number");

    /** A passage that may be cited. */
    record Passage(JsonNode id, String text) {}

    static ModelPrompt read(String lastUserText, int length) {
        List<Passage> passages = new ArrayList<>();
        boolean bounded = true;
        String question = lastUserText;
        JsonNode document = document(lastUserText);
        if (document != null) {
            bounded = LISTS.stream().anyMatch(name -> document.findValue(name) != null);
            collect(document, passages);
            String asked = question(document);
            question = asked == null ? lastUserText : asked;
        }
        Matcher marker = MARKER.matcher(question);
        boolean marked = marker.find();
        String argument = marked && marker.group(2) != null ? marker.group(2).replace("\"", "") : "";
        return new ModelPrompt(
                question, passages, bounded, marked ? marker.group(1) : "", argument, Math.max(1, length / 4));
    }

    /** The first JSON object in the text, alone or among words. */
    private static JsonNode document(String text) {
        for (int at = text.indexOf('{'); at >= 0 && at < text.length(); at = text.indexOf('{', at + 1)) {
            try (var parser = WireJson.MAPPER.createParser(text.substring(at))) {
                JsonNode node = WireJson.MAPPER.readTree(parser);
                if (node != null && node.isObject() && !node.isEmpty()) {
                    return node;
                }
            } catch (JsonProcessingException e) {
                // no document begins here
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private static void collect(JsonNode node, List<Passage> passages) {
        node.properties().forEach(field -> {
            if (LISTS.contains(field.getKey()) && field.getValue().isArray()) {
                field.getValue().forEach(each -> {
                    JsonNode id = first(each, IDS);
                    JsonNode text = first(each, TEXTS);
                    if (id != null && text != null) {
                        passages.add(new Passage(id, text.asText()));
                    }
                });
            } else if (field.getValue().isObject()) {
                collect(field.getValue(), passages);
            }
        });
    }

    private static String question(JsonNode document) {
        JsonNode found = first(document, QUESTIONS);
        if (found != null && found.isTextual()) {
            return found.asText();
        }
        for (JsonNode child : document) {
            String inner = child.isObject() ? question(child) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private static JsonNode first(JsonNode node, List<String> names) {
        for (String name : names) {
            if (node.hasNonNull(name)) {
                return node.get(name);
            }
        }
        return null;
    }
}
