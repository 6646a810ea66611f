package io.sylion.sandbox.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How fast documents are indexed and found: puts copies of a folder's texts into a new base, or asks a base questions, one after the
 * other, made of the sentences of those texts.
 */
public final class KnowledgeLoad {
    private static final String USAGE =
            "--url ADDRESS --key KEY --folder TEXTS --json FILE [--copies N] [--base ID --questions N]";

    private static final int WARM_UP = 50;
    private static final int SHORTEST_QUESTION = 30;
    private static final int LONGEST_QUESTION = 120;

    private final KnowledgeApi api;
    private final Map<String, String> texts;

    private KnowledgeLoad(KnowledgeApi api, Map<String, String> texts) {
        this.api = api;
        this.texts = texts;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        if (!options.keySet().containsAll(List.of("url", "key", "folder", "json"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        KnowledgeLoad load = new KnowledgeLoad(
                new KnowledgeApi(options.get("url"), options.get("key")), texts(Path.of(options.get("folder"))));
        ObjectNode figures = options.containsKey("base")
                ? load.ask(options.get("base"), Integer.parseInt(options.getOrDefault("questions", "300")))
                : load.index(Integer.parseInt(options.getOrDefault("copies", "30")));
        Files.writeString(Path.of(options.get("json")), figures.toPrettyString());
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private ObjectNode index(int copies) throws IOException, InterruptedException {
        String base = api.post("/bases", KnowledgeApi.JSON.createObjectNode().put("name", "Banc · indexation"))
                .path("id")
                .asText();
        ObjectNode body = KnowledgeApi.JSON.createObjectNode();
        ArrayNode documents = body.putArray("documents");
        long words = 0;
        for (int copy = 0; copy < copies; copy++) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                words += text.getValue().split("\\s+").length;
                documents
                        .addObject()
                        .put("externalId", text.getKey() + "-" + copy)
                        .put("title", text.getKey() + " " + copy)
                        .put("mimeType", "text/markdown")
                        .put("text", text.getValue());
            }
        }
        long begun = System.nanoTime();
        api.post("/bases/" + base + "/documents", body);
        while (api.get("/bases/" + base).path("waiting").asInt() > 0) {
            Thread.sleep(200);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return KnowledgeApi.JSON
                .createObjectNode()
                .put("documents", documents.size())
                .put("words", words)
                .put("seconds", seconds)
                .put("passages_of_200_words_per_s", words / 200.0 / seconds);
    }

    private ObjectNode ask(String base, int count) throws IOException, InterruptedException {
        List<String> questions = texts.values().stream()
                .flatMap(text -> Arrays.stream(text.split("[.!?\\n]+")))
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_QUESTION && line.length() <= LONGEST_QUESTION)
                .sorted()
                .toList();
        List<Double> took = new ArrayList<>();
        int found = 0;
        for (int i = -WARM_UP; i < count; i++) {
            String question = questions.get(Math.floorMod(i * 7, questions.size()));
            String path = "/bases/" + base + "/search?k=5&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
            long begun = System.nanoTime();
            int hits = api.get(path).path("hits").size();
            if (i >= 0) {
                took.add((System.nanoTime() - begun) / 1e6);
                found += hits > 0 ? 1 : 0;
            }
        }
        double[] sorted =
                took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return KnowledgeApi.JSON
                .createObjectNode()
                .put("questions", count)
                .put("found", found)
                .put("p50_ms", sorted[sorted.length / 2])
                .put("p95_ms", sorted[(int) (sorted.length * 0.95)]);
    }
}
