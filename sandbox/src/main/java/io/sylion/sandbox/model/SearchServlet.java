package io.sylion.sandbox.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Countdown;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.SandboxSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vertex AI Search's one verb that is used: {@code :search} on an engine or data store. Each holds the documents of {@link
 * SearchShelf}; a project {@code denied} may not be read, a name that begins with {@code missing} is not there, one that begins with
 * {@code standard} is of the standard edition, which refuses extracts.
 */
public final class SearchServlet extends HttpServlet {
    private static final Pattern PATH = Pattern.compile(
            "/v1(?:beta|alpha)?/(projects/([^/]+)/locations/(global|eu|us)/collections/default_collection"
                    + "/(?:engines|dataStores)/([^/]+))/servingConfigs/([^/:]+):search");
    private static final String JSON = "application/json; charset=UTF-8";
    private static final int LARGEST_PAGE = 100;

    private final transient ModelDesk desk;
    private final transient Knobs knobs;
    private final transient SandboxSettings settings;

    public SearchServlet(ModelDesk desk, Knobs knobs, SandboxSettings settings) {
        this.desk = desk;
        this.knobs = knobs;
        this.settings = settings;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        settings.learn(request);
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        String authorization = request.getHeader("Authorization");
        if (!path.matches()
                || path.group(4).startsWith("missing")
                || !path.group(5).startsWith("default_")) {
            error(response, 404, "NOT_FOUND", "The requested ServingConfig was not found.");
        } else if (authorization == null || !authorization.startsWith("Bearer ")) {
            error(response, 401, "UNAUTHENTICATED", "Request is missing required authentication credential.");
        } else if (path.group(2).equals("denied")) {
            error(response, 403, "PERMISSION_DENIED", "Permission 'discoveryengine.servingConfigs.search' denied.");
        } else {
            search(request, response, path.group(1), path.group(4));
        }
    }

    private void search(HttpServletRequest request, HttpServletResponse response, String resource, String name)
            throws IOException {
        JsonNode body = HttpExchanges.json(request);
        if (body == null
                || !body.path("query").isTextual()
                || body.path("pageSize").asInt(10) < 0) {
            error(response, 400, "INVALID_ARGUMENT", "Invalid search request.");
            return;
        }
        JsonNode content = body.path("contentSearchSpec");
        if (name.startsWith("standard") && content.has("extractiveContentSpec")) {
            error(
                    response,
                    400,
                    "FAILED_PRECONDITION",
                    "Cannot use enterprise edition features (extractive answers/segments, etc.) in a standard edition search engine.");
            return;
        }
        String fault = fault();
        String detail = name + (fault.isEmpty() ? "" : ", " + fault);
        switch (fault) {
            case "429" -> fail(request, response, detail, 429, "RESOURCE_EXHAUSTED", "Quota exceeded.");
            case "500" -> fail(request, response, detail, 500, "INTERNAL", "Internal error encountered.");
            case "timeout" -> desk.hold(request, detail);
            case "cut" -> desk.cut(response, detail);
            case "malformed" -> answer(request, response, detail, "{\"results\": [{\"id\": \"a\"".getBytes(UTF_8));
            default -> answer(request, response, detail, WireJson.bytes(found(body, resource, fault)));
        }
    }

    private String fault() {
        Map<String, Countdown> faults = new LinkedHashMap<>();
        faults.put("429", knobs.search429);
        faults.put("500", knobs.search500);
        faults.put("timeout", knobs.searchTimeout);
        faults.put("cut", knobs.searchCut);
        faults.put("malformed", knobs.searchMalformed);
        faults.put("empty", knobs.searchEmpty);
        faults.put("bare", knobs.searchBare);
        faults.put("odd", knobs.searchOdd);
        for (Map.Entry<String, Countdown> each : faults.entrySet()) {
            if (each.getValue().take()) {
                return each.getKey();
            }
        }
        return "";
    }

    private static ObjectNode found(JsonNode body, String resource, String fault) {
        ObjectNode answer = WireJson.object();
        int page = Math.clamp(body.path("pageSize").asInt(10), 1, LARGEST_PAGE);
        List<SearchShelf.Held> held = fault.equals("empty")
                ? List.of()
                : SearchShelf.search(body.path("query").asText());
        if (!held.isEmpty()) {
            ArrayNode results = answer.putArray("results");
            if (fault.equals("odd")) {
                odd(results);
            }
            held.stream().limit(page).forEach(each -> result(results.addObject(), each, body, resource, fault));
        }
        // as Google does it, what is empty is left out
        if (!held.isEmpty()) {
            answer.put("totalSize", held.size());
        }
        answer.put("attributionToken", "sandbox-" + Long.toString(System.nanoTime(), 36));
        answer.putObject("summary");
        return answer;
    }

    /** What a reader has to step over. */
    private static void odd(ArrayNode results) {
        results.addNull();
        results.add("text");
        results.addObject().put("id", "no-document");
        results.addObject().putObject("document").put("derivedStructData", 7);
        results.addObject().put("id", "nulls").putObject("document").putNull("derivedStructData");
        ObjectNode document = results.addObject().put("id", "no-texts").putObject("document");
        document.putObject("derivedStructData")
                .put("extractive_segments", "none")
                .putNull("snippets");
    }

    private static void result(ObjectNode result, SearchShelf.Held held, JsonNode body, String resource, String fault) {
        result.put("id", held.id());
        ObjectNode document = result.putObject("document")
                .put("name", resource.replaceFirst("engines/", "dataStores/") + "/branches/0/documents/" + held.id())
                .put("id", held.id());
        result.putObject("modelScores")
                .putObject("relevance_score")
                .putArray("values")
                .add(held.score());
        if (fault.equals("bare")) {
            return;
        }
        ObjectNode derived = document.putObject("derivedStructData")
                .put("title", held.title())
                .put("link", "gs://sandbox/" + held.id() + ".html");
        if (fault.equals("odd")) {
            derived.put("unheard_of", true).putObject("later_version").put("depth", 3);
        }
        JsonNode content = body.path("contentSearchSpec");
        JsonNode extracts = content.path("extractiveContentSpec");
        if (content.path("snippetSpec").path("returnSnippet").asBoolean()) {
            derived.putArray("snippets")
                    .addObject()
                    .put("snippet", held.snippet())
                    .put("snippet_status", "SUCCESS");
        }
        if (extracts.path("maxExtractiveAnswerCount").asInt() > 0) {
            derived.putArray("extractive_answers")
                    .addObject()
                    .put("pageNumber", "1")
                    .put("content", held.answer());
        }
        if (extracts.path("maxExtractiveSegmentCount").asInt() > 0) {
            derived.putArray("extractive_segments")
                    .addObject()
                    .put("pageNumber", "1")
                    .put("content", held.text());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String detail, byte[] body)
            throws IOException {
        desk.answer(request, response, 0, "search_calls", detail, 200, JSON, body);
    }

    private void fail(
            HttpServletRequest request,
            HttpServletResponse response,
            String detail,
            int status,
            String name,
            String message)
            throws IOException {
        byte[] body = WireJson.bytes(error(status, name, message));
        desk.answer(request, response, 0, "search_calls", detail, status, JSON, body);
    }

    private static ObjectNode error(int status, String name, String message) {
        ObjectNode body = WireJson.object();
        body.putObject("error").put("code", status).put("message", message).put("status", name);
        return body;
    }

    private static void error(HttpServletResponse response, int status, String name, String message)
            throws IOException {
        HttpExchanges.write(response, status, error(status, name, message));
    }
}
