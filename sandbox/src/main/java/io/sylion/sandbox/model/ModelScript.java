package io.sylion.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Countdown;
import io.sylion.sandbox.state.Knobs;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model stand-in says: a scripted text, or an answer quoted from the first passage, shaped by the schema. */
final class ModelScript {
    private static final Pattern SENTENCE = Pattern.compile("(?s)^.{10,600}?[.!?…](?=\\s|$)");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|do|does|you|your|is|are|can|what|when|where|how|my|please|hello)\\b");

    private static final Set<String> HARMLESS = Set.of("reply", "escalate", "delay");

    private final Knobs knobs;

    ModelScript(Knobs knobs) {
        this.knobs = knobs;
    }

    /** The fault that applies to this call, or an empty string. */
    String fault(ModelPrompt prompt) {
        if (!prompt.fault().isEmpty() && !HARMLESS.contains(prompt.fault())) {
            return prompt.fault();
        }
        Map<String, Countdown> faults = new LinkedHashMap<>();
        faults.put("429", knobs.model429);
        faults.put("500", knobs.model500);
        faults.put("503", knobs.model503);
        faults.put("timeout", knobs.modelTimeout);
        faults.put("blocked", knobs.modelBlocked);
        faults.put("max-tokens", knobs.modelMaxTokens);
        faults.put("malformed", knobs.modelMalformed);
        faults.put("safety", knobs.modelSafety);
        faults.put("cut", knobs.modelCut);
        faults.put("function-call", knobs.modelFunctionCall);
        for (Map.Entry<String, Countdown> each : faults.entrySet()) {
            if (each.getValue().take()) {
                return each.getKey();
            }
        }
        return "";
    }

    int delay(ModelPrompt prompt) {
        return prompt.fault().equals("delay") && prompt.argument().matches("\\d{1,5}")
                ? Integer.parseInt(prompt.argument())
                : knobs.modelDelayMillis;
    }

    /** The text of the answer; JSON when a schema asks for it. */
    String text(ModelPrompt prompt, JsonNode schema) {
        if (!knobs.modelReply.isEmpty()) {
            return knobs.modelReply;
        }
        if (schema == null
                || schema.isMissingNode()
                || !schema.path("properties").isObject()) {
            return answer(prompt);
        }
        return new String(WireJson.bytes(object(prompt, schema)), StandardCharsets.UTF_8);
    }

    private ObjectNode object(ModelPrompt prompt, JsonNode schema) {
        ObjectNode object = WireJson.object();
        schema.path("properties")
                .properties()
                .forEach(property -> object.set(
                        property.getKey(),
                        value(prompt, property.getKey().toLowerCase(Locale.ROOT), property.getValue())));
        return object;
    }

    private JsonNode value(ModelPrompt prompt, String name, JsonNode schema) {
        boolean grounded = !prompt.passages().isEmpty();
        boolean sure = grounded || !prompt.bounded();
        boolean escalate = knobs.modelEscalate || prompt.fault().equals("escalate") || !sure;
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText("string");
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "boolean" ->
                WireJson.MAPPER
                        .getNodeFactory()
                        .booleanNode(name.contains("escalat") || name.contains("handoff") ? escalate : false);
            case "number", "integer" -> {
                double confidence = sure ? knobs.modelConfidence : 0.2;
                yield name.contains("confidence") ? DoubleNode.valueOf(confidence) : WireJson.MAPPER.valueToTree(0);
            }
            case "array" -> {
                ArrayNode array = WireJson.array();
                if (grounded && (name.contains("citation") || name.contains("source") || name.contains("passage"))) {
                    array.add(citation(prompt.passages().getFirst().id(), schema.path("items")));
                }
                yield array;
            }
            case "object" -> object(prompt, schema);
            default -> text(prompt, name, schema);
        };
    }

    private JsonNode text(ModelPrompt prompt, String name, JsonNode schema) {
        if (schema.path("enum").isArray() && !name.equals("language")) {
            return schema.path("enum").path(0);
        }
        if (name.equals("language") || name.equals("lang")) {
            return TextNode.valueOf(english(prompt.question()) ? "en" : "fr");
        }
        boolean answer = name.contains("answer") || name.contains("reply") || name.contains("text");
        return TextNode.valueOf(answer ? answer(prompt) : "");
    }

    private static JsonNode citation(JsonNode id, JsonNode items) {
        return switch (items.path("type").asText("string").toLowerCase(Locale.ROOT)) {
            case "object" -> {
                ObjectNode object = WireJson.object();
                items.path("properties").fieldNames().forEachRemaining(name -> object.set(name, id));
                yield object;
            }
            case "integer", "number" -> id.isNumber() ? id : WireJson.MAPPER.valueToTree(id.asLong());
            default -> TextNode.valueOf(id.asText());
        };
    }

    private static String answer(ModelPrompt prompt) {
        if (prompt.fault().equals("reply") && !prompt.argument().isEmpty()) {
            return prompt.argument().replace('_', ' ');
        }
        if (!prompt.bounded()) {
            return english(prompt.question()) ? "Thank you, that is noted." : "Merci, c’est bien noté.";
        }
        if (prompt.passages().isEmpty()) {
            return english(prompt.question())
                    ? "I am passing your question on to a colleague."
                    : "Je transmets votre question à un conseiller.";
        }
        String text = prompt.passages().getFirst().text().strip();
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.find() ? sentence.group() : text.substring(0, Math.min(text.length(), 600));
    }

    private static boolean english(String text) {
        Matcher words = ENGLISH.matcher(text);
        int found = 0;
        while (words.find()) {
            found++;
        }
        return found >= 2 || found == 1 && text.length() < 25;
    }
}
