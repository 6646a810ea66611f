package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.sylion.knowledge.domain.FoundPassage;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.knowledge.service.PassageSplitter.Part;
import io.sylion.platform.ai.adapter.local.LocalEmbeddings;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private static final int DEPTH = 30;
    private static final double LEAST_SIMILARITY = 0.45;

    private final EmbeddingModel model = LocalEmbeddings.model();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    private record Entry(UUID id, UUID document, Part part, SparseVector lexical, float[] vector) {}

    @Test
    void findsTheRightArticle() throws IOException {
        Path folder = Path.of(System.getProperty("sylion.retrieval.data"));
        for (JsonNode document : lines(folder.resolve("documents.jsonl"))) {
            index(document);
        }
        List<JsonNode> questions = lines(folder.resolve("queries-dev.jsonl"));
        List<Integer> byWords = new ArrayList<>();
        List<Integer> byMeaning = new ArrayList<>();
        List<Integer> fused = new ArrayList<>();
        for (JsonNode each : questions) {
            String question = each.path("query").asText();
            UUID expected = id(each.path("expected").asText());
            List<FoundPassage> words = words(question);
            List<FoundPassage> meaning = meaning(question);
            byWords.add(place(words, expected));
            byMeaning.add(place(meaning, expected));
            fused.add(place(Fusion.fuse(List.of(words, meaning)), expected));
        }
        LOG.info(() -> entries.size() + " passages, " + questions.size() + " questions\nwords   " + figures(byWords)
                + "\nmeaning " + figures(byMeaning) + "\nfused   " + figures(fused));
        assertThat(hits(fused, 5)).isGreaterThan(0.75);
    }

    private void index(JsonNode document) {
        String title = document.path("title").asText();
        List<Part> parts = PassageSplitter.split(
                title, "text/plain", Language.FR, document.path("text").asText());
        for (Part part : parts) {
            SparseVector lexical = LexicalWeights.ofPassage(title, part.heading(), part.body(), Language.FR);
            lexical.weights().keySet().forEach(term -> counts.merge(term, 1, Integer::sum));
            float[] vector = vector(title + "\n" + part.body());
            entries.add(new Entry(UUID.randomUUID(), id(document.path("id").asText()), part, lexical, vector));
        }
    }

    private float[] vector(String text) {
        return model.embedAll(List.of(TextSegment.from(text)))
                .content()
                .getFirst()
                .vector();
    }

    private List<FoundPassage> words(String question) {
        Map<Integer, Integer> known = new HashMap<>();
        LexicalWeights.ofQuestion(question).stream()
                .filter(counts::containsKey)
                .forEach(term -> known.put(term, counts.get(term)));
        TermCounts rest = new TermCounts(entries.size(), known);
        SparseVector rarity = LexicalWeights.rarity(rest);
        double floor = PassageSearch.LEAST_SHARE * LexicalWeights.whole(question, rest);
        return best(entry -> rarity.weights().entrySet().stream()
                        .mapToDouble(term ->
                                term.getValue() * entry.lexical().weights().getOrDefault(term.getKey(), 0f))
                        .sum())
                .stream()
                .filter(found -> found.score() >= floor)
                .toList();
    }

    private List<FoundPassage> meaning(String question) {
        float[] asked = vector(question);
        return best(entry -> {
            double product = 0;
            for (int i = 0; i < asked.length; i++) {
                product += asked[i] * entry.vector()[i];
            }
            return product;
        })
                .stream()
                .filter(found -> found.score() >= LEAST_SIMILARITY)
                .toList();
    }

    private List<FoundPassage> best(java.util.function.ToDoubleFunction<Entry> score) {
        return entries.stream()
                .map(entry -> new FoundPassage(
                        entry.id(), entry.document(), "", 0, "", entry.part().body(), score.applyAsDouble(entry)))
                .sorted(Comparator.comparingDouble(FoundPassage::score).reversed())
                .limit(DEPTH)
                .toList();
    }

    /** Place of the right document among the documents found, from 1; 0 when it is not there. */
    private static int place(List<FoundPassage> found, UUID expected) {
        List<UUID> documents =
                found.stream().map(FoundPassage::documentId).distinct().toList();
        return documents.indexOf(expected) + 1;
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
