package io.sylion.sandbox.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a running Sylion finds documents: makes a base, puts the documents into it, waits until they are indexed, keeps the
 * questions as an evaluation set and runs it, all through the API.
 */
public final class EvaluateRetrieval {
    private static final String USAGE = """
            Usage: ./sylion evaluate <documents.jsonl> <queries.jsonl> [--base <id>] [--key <key>] [--url <address>] [--json <file>]

              documents.jsonl   one object a line: id, title, text
              queries.jsonl     one object a line: query, expected (id of a document)
              --base            an existing base; documents of the same id are replaced
              --key             of the API; else SYLION_API_KEY, in a demo its own key
              --url             of the application; else SYLION_BASE_URL
              --json            writes the figures to a file
            """;

    private static final int AT_ONCE = 100;
    private static final long LONGEST_SILENCE_MS = 120_000;

    private final KnowledgeApi api;

    private EvaluateRetrieval(KnowledgeApi api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                options.put(arguments[i].substring(2), arguments[++i]);
            } else {
                files.add(arguments[i]);
            }
        }
        String key = options.getOrDefault("key", System.getenv().getOrDefault("SYLION_API_KEY", ""));
        String address = options.getOrDefault("url", System.getenv().getOrDefault("SYLION_BASE_URL", ""));
        if (files.size() != 2 || key.isEmpty() || address.isEmpty()) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try {
            new EvaluateRetrieval(new KnowledgeApi(address, key))
                    .run(Path.of(files.get(0)), Path.of(files.get(1)), options);
        } catch (IOException e) {
            System.err.println("✗ " + (e.getMessage() == null ? address + " does not answer" : e.getMessage()));
            System.exit(1);
        }
    }

    private void run(Path documents, Path queries, Map<String, String> options)
            throws IOException, InterruptedException {
        String base = options.containsKey("base")
                ? options.get("base")
                : api.post("/bases", object().put("name", "Evaluation · " + documents.getFileName()))
                        .path("id")
                        .asText();
        System.out.println("· Base " + base);
        long begun = System.currentTimeMillis();
        int count = upload(base, documents);
        await(base);
        double seconds = (System.currentTimeMillis() - begun) / 1000.0;
        System.out.println("· %d documents indexed in %.0f s".formatted(count, seconds));
        JsonNode run = ask(base, queries);
        print(run);
        if (options.containsKey("json")) {
            ObjectNode figures = ((ObjectNode) run).put("documents", count).put("indexingSeconds", seconds);
            Files.writeString(Path.of(options.get("json")), figures.toPrettyString());
        }
    }

    private int upload(String base, Path file) throws IOException, InterruptedException {
        List<JsonNode> lines = lines(file);
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            ObjectNode body = object();
            ArrayNode documents = body.putArray("documents");
            for (JsonNode line : lines.subList(from, Math.min(from + AT_ONCE, lines.size()))) {
                documents
                        .addObject()
                        .put("externalId", line.path("id").asText())
                        .put("title", line.path("title").asText())
                        .put("text", line.path("text").asText());
            }
            api.post("/bases/" + base + "/documents", body);
        }
        return lines.size();
    }

    private void await(String base) throws IOException, InterruptedException {
        int last = -1;
        long heard = System.currentTimeMillis();
        while (true) {
            JsonNode progress = api.get("/bases/" + base);
            int waiting = progress.path("waiting").asInt();
            if (waiting == 0) {
                if (progress.path("failed").asInt() > 0) {
                    System.out.println("· " + progress.path("failed").asInt() + " documents failed");
                }
                return;
            }
            if (waiting != last) {
                last = waiting;
                heard = System.currentTimeMillis();
            } else if (System.currentTimeMillis() - heard > LONGEST_SILENCE_MS) {
                throw new IOException("the indexing stands still: " + progress);
            }
            Thread.sleep(1_000);
        }
    }

    private JsonNode ask(String base, Path file) throws IOException, InterruptedException {
        ObjectNode set =
                object().put("baseId", base).put("name", file.getFileName().toString());
        ArrayNode questions = set.putArray("questions");
        for (JsonNode line : lines(file)) {
            questions
                    .addObject()
                    .put("question", line.path("query").asText())
                    .put("expected", line.path("expected").asText());
        }
        String id = api.post("/evaluation-sets", set).path("id").asText();
        return api.post("/evaluation-sets/" + id + "/runs", object());
    }

    private static void print(JsonNode run) {
        for (JsonNode result : run.path("results")) {
            if (result.path("place").asInt() != 1) {
                System.out.println("  %3s  %s (%s, first was %s)"
                        .formatted(
                                result.path("place").asInt() == 0
                                        ? "–"
                                        : result.path("place").asText(),
                                result.path("question").asText(),
                                result.path("expected").asText(),
                                result.path("first").asText("nothing")));
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "✓ %d questions in %d ms: hit@1 %.3f, hit@5 %.3f, MRR %.3f",
                run.path("questions").asInt(),
                run.path("tookMs").asInt(),
                run.path("hitAt1").asDouble(),
                run.path("hitAt5").asDouble(),
                run.path("mrr").asDouble()));
    }

    private static ObjectNode object() {
        return KnowledgeApi.JSON.createObjectNode();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                read.add(KnowledgeApi.JSON.readTree(line));
            }
        }
        return read;
    }
}
