package io.sylion.knowledge.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.api.KnowledgeRefused.Reason;
import io.sylion.knowledge.domain.EvaluationQuestion;
import io.sylion.platform.api.Json;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Questions as people bring them: a JSON object a line ({@code query} or {@code question}, and {@code expected}), or lines of
 * question and document, parted by a tab, a semicolon or a comma, the last of which counts; quotes around the question are taken off.
 */
public final class QuestionList {
    private QuestionList() {}

    /** @throws KnowledgeRefused when a line is neither; its number is named */
    public static List<EvaluationQuestion> read(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        return IntStream.range(0, lines.size())
                .filter(at -> !lines.get(at).isEmpty())
                .filter(at -> at > 0 || !isHead(lines.get(at)))
                .mapToObj(at -> line(lines.get(at), at + 1))
                .toList();
    }

    private static boolean isHead(String line) {
        return line.matches("(?i)\"?(question|query)\"?\\s*[\\t;,].*");
    }

    private static EvaluationQuestion line(String line, int number) {
        EvaluationQuestion read = line.startsWith("{") ? ofJson(line, number) : ofColumns(line);
        if (read == null || read.question().isBlank() || read.expected().isBlank()) {
            throw new KnowledgeRefused(Reason.LINE, number, "line " + number);
        }
        return read;
    }

    private static EvaluationQuestion ofJson(String line, int number) {
        try {
            JsonNode json = Json.read(line, JsonNode.class);
            String question =
                    json.path(json.has("query") ? "query" : "question").asText();
            return new EvaluationQuestion(
                    question.strip(), json.path("expected").asText().strip());
        } catch (IllegalArgumentException e) {
            throw new KnowledgeRefused(Reason.LINE, number, "line " + number);
        }
    }

    private static EvaluationQuestion ofColumns(String line) {
        for (char sign : new char[] {'\t', ';', ','}) {
            int at = line.lastIndexOf(sign);
            if (at > 0) {
                return new EvaluationQuestion(unquoted(line.substring(0, at)), unquoted(line.substring(at + 1)));
            }
        }
        return null;
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }
}
