package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.domain.DocumentToIndex;
import io.sylion.knowledge.domain.NewPassage;
import io.sylion.knowledge.domain.PassageHit;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.platform.ai.adapter.local.LocalEmbeddings;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.ShortForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How good retrieval is, on questions whose answer is known: the same weights, vectors and fusion as in the database, but searched
 * one by one. Wants a folder with {@code documents.jsonl} (id, title, text) and {@code queries-dev.jsonl} (query, expected), as the
 * system property {@code sylion.retrieval.data}.
 */
@EnabledIfSystemProperty(named = "sylion.retrieval.data", matches = ".+")
class RetrievalQualityTest {
    private static final Logger LOG = Logger.getLogger(RetrievalQualityTest.class.getName());
    private static final int DEPTH = 60;
    private static final double LEAST_SIMILARITY = 0.45;

    private final EmbeddingModel model = LocalEmbeddings.load();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    private record Entry(UUID id, UUID document, NewPassage passage, float[] vector) {}

    @Test
    void findsTheRightArticle() throws IOException {
        Path folder = Path.of(System.getProperty("sylion.retrieval.data"));
        for (JsonNode document : lines(folder.resolve("documents.jsonl"))) {
            index(document);
        }
        List<JsonNode> questions = lines(folder.resolve("queries-dev.jsonl"));
        StringBuilder table = new StringBuilder(entries.size() + " passages, " + questions.size() + " questions");
        for (Writing writing : Writing.values()) {
            Map<String, List<Integer>> places = new LinkedHashMap<>();
            for (JsonNode each : questions) {
                List<LegHits> legs =
                        legs(ShortForms.writtenOut(writing.of(each.path("query").asText())));
                UUID expected = id(each.path("expected").asText());
                legs.forEach(leg -> note(places, leg.leg().name(), Fusion.fuse(List.of(leg)), expected));
                note(places, "fused", Fusion.fuse(legs), expected);
            }
            places.forEach((leg, found) ->
                    table.append("\n%-8s %-8s ".formatted(writing, leg)).append(figures(found)));
            if (writing == Writing.AS_IT_IS) {
                assertThat(hits(places.get("fused"), 5)).isGreaterThan(0.85);
            }
        }
        LOG.info(table::toString);
    }

    /** How people write: nothing may be tuned to questions that are spelled well. */
    private enum Writing {
        AS_IT_IS,
        PLAIN,
        WRONG;

        private String of(String question) {
            return switch (this) {
                case AS_IT_IS -> question;
                case PLAIN ->
                    Normalizer.normalize(question, Normalizer.Form.NFKD)
                            .replaceAll("\\p{M}", "")
                            .toLowerCase(Locale.ROOT);
                case WRONG -> wrong(question);
            };
        }

        /** In about every third longer word two letters are exchanged or one is lost. */
        private static String wrong(String question) {
            Random chance = new Random(question.hashCode());
            StringBuilder text = new StringBuilder();
            for (String word : question.split("(?<= )|(?= )")) {
                int at = 1 + chance.nextInt(Math.max(1, word.length() - 3));
                if (word.length() < 5 || chance.nextInt(5) > 1) {
                    text.append(word);
                } else if (chance.nextBoolean()) {
                    text.append(word, 0, at).append(word, at + 1, word.length());
                } else {
                    text.append(word, 0, at)
                            .append(word.charAt(at + 1))
                            .append(word.charAt(at))
                            .append(word, at + 2, word.length());
                }
            }
            return text.toString();
        }
    }

    private void index(JsonNode document) {
        String title = document.path("title").asText();
        DocumentToIndex whole = new DocumentToIndex(
                id(document.path("id").asText()),
                1,
                title,
                "text/plain",
                "fr",
                document.path("text").asText());
        for (NewPassage passage : DocumentIndexer.passages(whole)) {
            passage.lexical().weights().keySet().forEach(term -> counts.merge(term, 1, Integer::sum));
            entries.add(new Entry(UUID.randomUUID(), whole.id(), passage, vector(title + "\n" + passage.body())));
        }
    }

    private float[] vector(String text) {
        return model.embedAll(List.of(TextSegment.from(text)))
                .content()
                .getFirst()
                .vector();
    }

    private List<LegHits> legs(String question) {
        TermCounts known = new TermCounts(entries.size(), counts);
        Set<Integer> words = LexicalWeights.ofQuestion(question);
        Set<Integer> letters = LexicalWeights.lettersOf(question);
        float[] asked = vector(question);
        return List.of(
                new LegHits(
                        RetrievalLeg.WORDS,
                        PassageSearch.LEAST_WORDS * LexicalWeights.whole(question, known),
                        best(lexical(words, known))),
                new LegHits(
                        RetrievalLeg.LETTERS,
                        PassageSearch.LEAST_LETTERS * LexicalWeights.whole(letters, known),
                        best(lexical(letters, known))),
                new LegHits(RetrievalLeg.MEANING, LEAST_SIMILARITY, best(entry -> product(asked, entry.vector()))));
    }

    private static ToDoubleFunction<Entry> lexical(Set<Integer> terms, TermCounts known) {
        SparseVector rarity = LexicalWeights.rarity(terms, known);
        return entry -> rarity.weights().entrySet().stream()
                .mapToDouble(term ->
                        term.getValue() * entry.passage().lexical().weights().getOrDefault(term.getKey(), 0f))
                .sum();
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    private List<PassageHit> best(ToDoubleFunction<Entry> score) {
        return entries.stream()
                .map(entry -> new PassageHit(
                        entry.id(), entry.document(), entry.passage().position(), score.applyAsDouble(entry)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(PassageHit::score).reversed())
                .limit(DEPTH)
                .toList();
    }

    /** Place of the right document among the documents found, from 1; 0 when it is not there. */
    private static void note(Map<String, List<Integer>> places, String leg, List<Fusion.Found> found, UUID expected) {
        List<UUID> documents = found.stream().map(Fusion.Found::documentId).toList();
        places.computeIfAbsent(leg, name -> new ArrayList<>()).add(documents.indexOf(expected) + 1);
    }

    private static String figures(List<Integer> places) {
        double reciprocal = places.stream()
                .filter(place -> place > 0)
                .mapToDouble(place -> 1.0 / place)
                .sum();
        return "hit@1 %.2f, hit@5 %.2f, MRR %.2f"
                .formatted(hits(places, 1), hits(places, 5), reciprocal / places.size());
    }

    private static double hits(List<Integer> places, int depth) {
        return places.stream().filter(place -> place > 0 && place <= depth).count() / (double) places.size();
    }

    private static UUID id(String name) {
        return new UUID(0, Long.parseLong(name));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, JsonNode.class))
                .filter(Objects::nonNull)
                .toList();
    }
}
