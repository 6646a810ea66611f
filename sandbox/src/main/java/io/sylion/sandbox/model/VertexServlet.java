package io.sylion.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.SandboxSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vertex AI's five verbs on publisher models, v1 and v1beta1, with or without project and location in the path. */
public final class VertexServlet extends HttpServlet {
    private static final Pattern PATH = Pattern.compile(
            "/v1(?:beta1)?/(?:projects/([^/]+)/locations/[^/]+/)?publishers/google/models/([^/:]+):(\\w+)");
    private static final String JSON = "application/json; charset=UTF-8";

    private static final int MOST_TOKENS = 20_000;
    private static final int MOST_TOKENS_OF_A_TEXT = 2_048;

    private final transient ModelDesk desk;
    private final transient Knobs knobs;
    private final transient SandboxSettings settings;

    public VertexServlet(ModelDesk desk, Knobs knobs, SandboxSettings settings) {
        this.desk = desk;
        this.knobs = knobs;
        this.settings = settings;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        settings.learn(request);
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            error(response, 404, "NOT_FOUND", "Not found.");
            return;
        }
        String authorization = request.getHeader("Authorization");
        boolean keyed =
                request.getHeader("x-goog-api-key") != null || query(request).contains("key=");
        if (path.group(1) != null && !keyed && (authorization == null || !authorization.startsWith("Bearer "))) {
            error(response, 401, "UNAUTHENTICATED", "Request is missing required authentication credential.");
            return;
        }
        JsonNode body = HttpExchanges.json(request);
        if (body == null) {
            error(response, 400, "INVALID_ARGUMENT", "Invalid JSON payload received.");
            return;
        }
        String model = path.group(2);
        if (model.matches("gemini-(1|2\\.0).*")) {
            error(response, 404, "NOT_FOUND", "Publisher Model `" + model + "` was not found or is retired.");
            return;
        }
        switch (path.group(3)) {
            case "generateContent" -> generate(request, response, body, model, false);
            case "streamGenerateContent" -> generate(request, response, body, model, true);
            case "countTokens" ->
                HttpExchanges.write(
                        response,
                        200,
                        WireJson.object()
                                .put("totalTokens", prompt(body).tokens())
                                .put("totalBillableCharacters", prompt(body).tokens() * 4));
            case "predict" -> predict(request, response, body, model);
            case "embedContent" -> embed(request, response, body, model);
            default -> error(response, 404, "NOT_FOUND", "Unknown method " + path.group(3) + ".");
        }
    }

    /** The query as it stands: reading a parameter would swallow a body that is sent as a form. */
    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : request.getQueryString();
    }

    private void generate(
            HttpServletRequest request, HttpServletResponse response, JsonNode body, String model, boolean stream)
            throws IOException {
        String invalid = invalid(body);
        if (invalid != null) {
            error(response, 400, "INVALID_ARGUMENT", invalid);
            return;
        }
        ModelPrompt prompt = prompt(body);
        String fault = desk.script().fault(prompt);
        int delay = desk.script().delay(prompt);
        String detail = model + (fault.isEmpty() ? "" : ", " + fault);
        switch (fault) {
            case "429", "500", "503" -> {
                int status = Integer.parseInt(fault);
                byte[] error = WireJson.bytes(
                        switch (status) {
                            case 429 -> error(429, "RESOURCE_EXHAUSTED", "Resource exhausted, please try again later.");
                            case 503 -> error(503, "UNAVAILABLE", "The service is currently unavailable.");
                            default -> error(500, "INTERNAL", "Internal error encountered.");
                        });
                desk.answer(request, response, delay, "model_calls", detail, status, JSON, error);
            }
            case "timeout" -> desk.hold(request, model);
            case "cut" -> desk.cut(response, model);
            default -> {
                List<ObjectNode> chunks = chunks(body, prompt, model, fault, stream);
                boolean events = stream && query(request).contains("alt=sse");
                byte[] bytes =
                        events ? events(chunks) : stream ? WireJson.bytes(chunks) : WireJson.bytes(chunks.getFirst());
                String type = events ? "text/event-stream" : JSON;
                desk.answer(request, response, delay, "model_calls", detail, 200, type, bytes);
            }
        }
    }

    private static String invalid(JsonNode body) {
        JsonNode contents = body.path("contents");
        if (!contents.isArray() || contents.isEmpty()) {
            return "Unable to submit request because at least one contents field is required.";
        }
        for (JsonNode content : contents) {
            String role = content.path("role").asText("");
            if (contents.size() > 1 && !role.matches("user|model|function")) {
                return "Please use a valid role: user, model.";
            }
            if (content.path("parts").isEmpty()) {
                return "Unable to submit request because it must have a parts field.";
            }
        }
        JsonNode config = body.path("generationConfig");
        if (config.has("responseSchema")
                && !config.path("responseMimeType").asText().matches("application/json|text/x.enum")) {
            return "responseSchema needs the response MIME type application/json.";
        }
        return null;
    }

    private List<ObjectNode> chunks(JsonNode body, ModelPrompt prompt, String model, String fault, boolean stream) {
        ObjectNode last = WireJson.object();
        if (fault.equals("blocked")) {
            last.putObject("promptFeedback")
                    .put("blockReason", "SAFETY")
                    .put("blockReasonMessage", "The prompt is blocked due to safety reasons.");
            usage(last, prompt, 0, model);
            return List.of(last);
        }
        ObjectNode candidate = last.putArray("candidates").addObject();
        if (fault.equals("max-tokens")) {
            candidate.putObject("content").put("role", "model");
            candidate.put("finishReason", "MAX_TOKENS");
            usage(last, prompt, 0, model).put("thoughtsTokenCount", 512);
            return List.of(last);
        }
        if (fault.equals("safety")) {
            candidate.put("finishReason", "SAFETY");
            candidate
                    .putArray("safetyRatings")
                    .addObject()
                    .put("category", "HARM_CATEGORY_HARASSMENT")
                    .put("probability", "HIGH")
                    .put("blocked", true);
            usage(last, prompt, 0, model);
            return List.of(last);
        }
        JsonNode config = body.path("generationConfig");
        JsonNode schema =
                config.has("responseSchema") ? config.path("responseSchema") : config.path("responseJsonSchema");
        String text = fault.equals("malformed")
                ? "{\"answer\": \"Voici ma réponse, mais le JSON s’arrête ic"
                : desk.script().text(prompt, schema);
        List<ObjectNode> chunks = new ArrayList<>();
        String rest = text;
        for (int i = 0; stream && i < 2 && rest.length() > 8; i++) {
            int cut = rest.length() / 3;
            ObjectNode chunk = WireJson.object();
            part(chunk.putArray("candidates").addObject(), rest.substring(0, cut));
            chunk.put("modelVersion", model);
            chunks.add(chunk);
            rest = rest.substring(cut);
        }
        if (fault.equals("function-call")) {
            ObjectNode call = content(candidate).addObject().putObject("functionCall");
            JsonNode declared =
                    body.path("tools").path(0).path("functionDeclarations").path(0);
            call.put("name", declared.path("name").asText("lookup")).putObject("args");
        } else {
            part(candidate, rest);
        }
        candidate.put("finishReason", "STOP").put("avgLogprobs", -0.12);
        usage(last, prompt, Math.max(1, text.length() / 4), model);
        chunks.add(last);
        return chunks;
    }

    private static ArrayNode content(ObjectNode candidate) {
        return candidate.putObject("content").put("role", "model").putArray("parts");
    }

    private static void part(ObjectNode candidate, String text) {
        content(candidate).addObject().put("text", text);
    }

    private static ObjectNode usage(ObjectNode answer, ModelPrompt prompt, int tokens, String model) {
        ObjectNode usage = answer.putObject("usageMetadata").put("promptTokenCount", prompt.tokens());
        if (tokens > 0) {
            usage.put("candidatesTokenCount", tokens);
        }
        usage.put("totalTokenCount", prompt.tokens() + tokens).put("trafficType", "ON_DEMAND");
        answer.put("modelVersion", model)
                .put(
                        "createTime",
                        Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        answer.put("responseId", Long.toString(System.nanoTime(), 36));
        return usage;
    }

    private static byte[] events(List<ObjectNode> chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ObjectNode chunk : chunks) {
            out.writeBytes("data: ".getBytes(StandardCharsets.UTF_8));
            out.writeBytes(WireJson.bytes(chunk));
            out.writeBytes(new byte[] {'\r', '\n', '\r', '\n'});
        }
        return out.toByteArray();
    }

    private static ModelPrompt prompt(JsonNode body) {
        String last = "";
        int length = body.path("systemInstruction").toString().length();
        for (JsonNode content : body.path("contents")) {
            StringBuilder text = new StringBuilder();
            content.path("parts").forEach(part -> text.append(part.path("text").asText("")));
            length += text.length();
            if (!content.path("role").asText("user").equals("model")) {
                last = text.toString();
            }
        }
        return ModelPrompt.read(last, length);
    }

    private void predict(HttpServletRequest request, HttpServletResponse response, JsonNode body, String model)
            throws IOException {
        JsonNode instances = body.path("instances");
        int most = model.equals("gemini-embedding-001") ? 1 : 250;
        if (!instances.isArray() || instances.isEmpty() || instances.size() > most) {
            error(response, 400, "INVALID_ARGUMENT", instances.size() + " instance(s) given, allowed are 1 to " + most);
            return;
        }
        String tooMuch = tooMuch(body);
        if (tooMuch != null) {
            error(response, 400, "INVALID_ARGUMENT", tooMuch);
            return;
        }
        ObjectNode answer = WireJson.object();
        ArrayNode predictions = answer.putArray("predictions");
        int dimension = dimension(model, body.path("parameters"));
        int characters = 0;
        for (JsonNode instance : instances) {
            String text = instance.path("content").asText("");
            characters += text.length();
            ObjectNode embeddings = predictions.addObject().putObject("embeddings");
            values(embeddings, text, dimension, model);
            embeddings
                    .putObject("statistics")
                    .put("token_count", Math.min(MOST_TOKENS_OF_A_TEXT, tokens(text)))
                    .put("truncated", tokens(text) > MOST_TOKENS_OF_A_TEXT);
        }
        answer.putObject("metadata").put("billableCharacterCount", characters);
        embedded(request, response, model, instances.size(), answer);
    }

    /** What is wrong with the number of tokens; null when nothing is. */
    private static String tooMuch(JsonNode body) {
        int all = 0;
        for (JsonNode instance : body.path("instances")) {
            int tokens = tokens(instance.path("content").asText(""));
            if (tokens > MOST_TOKENS_OF_A_TEXT
                    && !body.path("parameters").path("autoTruncate").asBoolean(true)) {
                return "The input token count is " + tokens + ", the maximum is " + MOST_TOKENS_OF_A_TEXT + ".";
            }
            all += tokens;
        }
        return all > MOST_TOKENS
                ? "Unable to submit request because the input token count is " + all + " but the model supports up to "
                        + MOST_TOKENS + "."
                : null;
    }

    private static int tokens(String text) {
        return Math.max(1, text.length() / 4);
    }

    private void embed(HttpServletRequest request, HttpServletResponse response, JsonNode body, String model)
            throws IOException {
        StringBuilder text = new StringBuilder();
        body.path("content")
                .path("parts")
                .forEach(part -> text.append(part.path("text").asText("")));
        if (text.isEmpty()) {
            error(response, 400, "INVALID_ARGUMENT", "content is required.");
            return;
        }
        JsonNode config = body.has("embedContentConfig") ? body.path("embedContentConfig") : body;
        ObjectNode answer = WireJson.object();
        values(answer.putObject("embedding"), text.toString(), dimension(model, config), model);
        answer.putObject("usageMetadata").put("promptTokenCount", tokens(text.toString()));
        embedded(request, response, model, 1, answer.put("truncated", false));
    }

    private void embedded(
            HttpServletRequest request, HttpServletResponse response, String model, int count, ObjectNode answer)
            throws IOException {
        if (knobs.embeddingFaults && knobs.model429.take()) {
            byte[] error = WireJson.bytes(error(429, "RESOURCE_EXHAUSTED", "Resource exhausted."));
            desk.answer(request, response, 0, "embedding_calls", model, 429, JSON, error);
            return;
        }
        int delay = knobs.embeddingFaults ? knobs.modelDelayMillis : 0;
        desk.answer(
                request, response, delay, "embedding_calls", model + ", " + count, 200, JSON, WireJson.bytes(answer));
    }

    /** Shortened vectors of the first Gemini model are not of length one. */
    private static void values(ObjectNode target, String text, int dimension, String model) {
        boolean shortened = model.equals("gemini-embedding-001") && dimension < 3072;
        ArrayNode values = target.putArray("values");
        for (float each : HashedVector.of(text, dimension)) {
            values.add(shortened ? each * 0.7f : each);
        }
    }

    static void values(ObjectNode target, String text, int dimension) {
        ArrayNode values = target.putArray("values");
        for (float each : HashedVector.of(text, dimension)) {
            values.add(each);
        }
    }

    private static int dimension(String model, JsonNode config) {
        int usual = model.startsWith("gemini-embedding") ? 3072 : 768;
        return Math.clamp(config.path("outputDimensionality").asInt(usual), 1, 3072);
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
