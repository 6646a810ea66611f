package io.sylion.triage.service;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sylion.platform.api.Json;
import io.sylion.platform.persistence.Ids;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RuleProblem.Kind;
import io.sylion.triage.api.RulesInvalid;
import io.sylion.triage.domain.TriageRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules as JSON: as they are stored, and as a file that carries them from one business to another. */
final class RuleFile {
    private static final String FORMAT = "sylion-triage-rules";
    private static final int LONGEST = 500_000;
    private static final ObjectMapper MAPPER =
            Json.mapper().copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** A word that is misspelled must not pass for a rule without it. */
    private static final ObjectReader STRICT =
            MAPPER.readerFor(TriageRule[].class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What the file holds. */
    private record Content(String format, int version, List<TriageRule> rules) {}

    private RuleFile() {}

    static String stored(List<TriageRule> rules) {
        return Json.write(rules);
    }

    static List<TriageRule> read(String stored) {
        return List.of(Json.read(stored, TriageRule[].class));
    }

    static String exported(List<TriageRule> rules) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new Content(FORMAT, 1, rules));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules not written", e);
        }
    }

    /** @throws RulesInvalid when it is no such file, with the place of the mistake */
    static List<TriageRule> imported(String text) {
        if (text.length() > LONGEST) {
            throw invalid(Kind.TOO_LONG, String.valueOf(LONGEST));
        }
        JsonNode content = tree(text);
        JsonNode rules = content.path("rules");
        if (!FORMAT.equals(content.path("format").asText()) || !rules.isArray()) {
            throw invalid(Kind.NOT_RULES, null);
        }
        try {
            TriageRule[] read = STRICT.readValue(rules);
            if (Arrays.stream(read).anyMatch(Objects::isNull)) {
                throw invalid(Kind.BAD_FIELD, "rules");
            }
            return distinct(List.of(read));
        } catch (JsonMappingException e) {
            throw invalid(Kind.BAD_FIELD, path(e));
        } catch (IOException e) {
            throw invalid(Kind.NOT_RULES, null);
        }
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null ? MAPPER.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw invalid(Kind.NOT_JSON, at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr());
        }
    }

    /** "rules[2].hours.from". */
    private static String path(JsonMappingException e) {
        return "rules"
                + e.getPath().stream()
                        .map(part ->
                                part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                        .collect(Collectors.joining());
    }

    /** Rules without an id, or with one that stands twice, get one of their own. */
    private static List<TriageRule> distinct(List<TriageRule> rules) {
        Set<UUID> seen = new HashSet<>();
        return rules.stream()
                .map(rule -> rule.id() != null && seen.add(rule.id()) ? rule : rule.withId(Ids.next()))
                .toList();
    }

    private static RulesInvalid invalid(Kind kind, String part) {
        return new RulesInvalid(List.of(RuleProblem.ofAll(kind, part)));
    }
}
