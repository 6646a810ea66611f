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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A server of the OpenAI dialect: chat completions (also streamed), embeddings, the list of models. */
public final class OpenAiServlet extends HttpServlet {
    private static final String JSON = "application/json; charset=UTF-8";

    private static final Pattern TOKEN = Pattern.compile("Bearer \\S.*");

    private final transient ModelDesk desk;
    private final transient Knobs knobs;
    private final transient SandboxSettings settings;

    public OpenAiServlet(ModelDesk desk, Knobs knobs, SandboxSettings settings) {
        this.desk = desk;
        this.knobs = knobs;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode list = WireJson.object().put("object", "list");
        list.putArray("data").addObject().put("id", "sandbox").put("object", "model");
        HttpExchanges.write(response, 200, list);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        settings.learn(request);
        String authorization = request.getHeader("Authorization");
        JsonNode body = HttpExchanges.json(request);
        if (authorization == null || !TOKEN.matcher(authorization).matches()) {
            HttpExchanges.write(response, 401, error("invalid_api_key", "You did not provide an API key."));
        } else if (body == null) {
            HttpExchanges.write(response, 400, error("invalid_json", "We could not parse the JSON body."));
        } else if ("/chat/completions".equals(request.getPathInfo())) {
            chat(request, response, body);
        } else if ("/embeddings".equals(request.getPathInfo())) {
            embed(request, response, body);
        } else {
            HttpExchanges.write(response, 404, error("unknown_url", "Unknown request URL."));
        }
    }

    private void chat(HttpServletRequest request, HttpServletResponse response, JsonNode body) throws IOException {
        String model = body.path("model").asText("sandbox");
        if (body.path("messages").isEmpty()) {
            HttpExchanges.write(response, 400, error("invalid_request", "messages must not be empty."));
            return;
        }
        ModelPrompt prompt = prompt(body);
        String fault = desk.script().fault(prompt);
        int delay = desk.script().delay(prompt);
        String detail = model + (fault.isEmpty() ? "" : ", " + fault);
        switch (fault) {
            case "429", "500", "503" -> {
                byte[] error = WireJson.bytes(error(
                        fault.equals("429") ? "rate_limit_exceeded" : "server_error",
                        "The request has failed: " + fault));
                desk.answer(request, response, delay, "model_calls", detail, Integer.parseInt(fault), JSON, error);
            }
            case "timeout" -> desk.hold(request, model);
            case "cut" -> desk.cut(response, model);
            default -> {
                boolean stream = body.path("stream").asBoolean();
                byte[] answer = stream ? events(body, prompt, model, fault) : answer(body, prompt, model, fault);
                String type = stream ? "text/event-stream" : JSON;
                desk.answer(request, response, delay, "model_calls", detail, 200, type, answer);
            }
        }
    }

    private String text(JsonNode body, ModelPrompt prompt, String fault) {
        return switch (fault) {
            case "blocked", "safety", "max-tokens" -> "";
            case "malformed" -> "{\"answer\": \"Voici ma réponse, mais le JSON s’arrête ic";
            default ->
                desk.script()
                        .text(
                                prompt,
                                body.path("response_format").path("json_schema").path("schema"));
        };
    }

    private static String finish(String fault) {
        return switch (fault) {
            case "blocked", "safety" -> "content_filter";
            case "max-tokens" -> "length";
            case "function-call" -> "tool_calls";
            default -> "stop";
        };
    }

    private byte[] answer(JsonNode body, ModelPrompt prompt, String model, String fault) {
        String text = text(body, prompt, fault);
        ObjectNode answer = head("chat.completion", model);
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        if (fault.equals("function-call")) {
            message.putNull("content");
            message.putArray("tool_calls")
                    .addObject()
                    .put("id", "call_1")
                    .put("type", "function")
                    .putObject("function")
                    .put("name", "lookup")
                    .put("arguments", "{}");
        } else {
            message.put("content", text);
        }
        choice.put("finish_reason", finish(fault));
        int tokens = text.length() / 4;
        answer.putObject("usage")
                .put("prompt_tokens", prompt.tokens())
                .put("completion_tokens", tokens)
                .put("total_tokens", prompt.tokens() + tokens);
        return WireJson.bytes(answer);
    }

    private byte[] events(JsonNode body, ModelPrompt prompt, String model, String fault) {
        String text = text(body, prompt, fault);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at += 40) {
            ObjectNode chunk = head("chat.completion.chunk", model);
            chunk.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .putObject("delta")
                    .put("role", "assistant")
                    .put("content", text.substring(at, Math.min(text.length(), at + 40)));
            out.append("data: ").append(chunk).append("\n\n");
        }
        ObjectNode last = head("chat.completion.chunk", model);
        ObjectNode choice = last.putArray("choices").addObject().put("index", 0);
        choice.putObject("delta");
        choice.put("finish_reason", finish(fault));
        return out.append("data: ")
                .append(last)
                .append("\n\ndata: [DONE]\n\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode head(String object, String model) {
        return WireJson.object()
                .put("id", "chatcmpl-" + Long.toString(System.nanoTime(), 36))
                .put("object", object)
                .put("created", System.currentTimeMillis() / 1000)
                .put("model", model);
    }

    private static ModelPrompt prompt(JsonNode body) {
        String last = "";
        int length = 0;
        for (JsonNode message : body.path("messages")) {
            StringBuilder text = new StringBuilder();
            JsonNode content = message.path("content");
            if (content.isTextual()) {
                text.append(content.asText());
            } else {
                content.forEach(part -> text.append(part.path("text").asText("")));
            }
            length += text.length();
            if (message.path("role").asText().equals("user")) {
                last = text.toString();
            }
        }
        return ModelPrompt.read(last, length);
    }

    private void embed(HttpServletRequest request, HttpServletResponse response, JsonNode body) throws IOException {
        JsonNode input = body.path("input");
        ArrayNode texts = input.isArray() ? (ArrayNode) input : WireJson.array().add(input.asText(""));
        String model = body.path("model").asText("sandbox");
        int dimension = Math.clamp(body.path("dimensions").asInt(model.contains("large") ? 3072 : 1536), 1, 3072);
        ObjectNode answer = WireJson.object().put("object", "list").put("model", model);
        ArrayNode data = answer.putArray("data");
        int tokens = 0;
        for (JsonNode text : texts) {
            tokens += Math.max(1, text.asText().length() / 4);
            ObjectNode each = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            VertexServlet.values(each, text.asText(), dimension);
            each.set("embedding", each.remove("values"));
        }
        answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        boolean limited = knobs.embeddingFaults && knobs.model429.take();
        byte[] bytes = WireJson.bytes(limited ? error("rate_limit_exceeded", "Rate limit reached.") : answer);
        int delay = knobs.embeddingFaults ? knobs.modelDelayMillis : 0;
        String detail = model + ", " + texts.size();
        desk.answer(request, response, delay, "embedding_calls", detail, limited ? 429 : 200, JSON, bytes);
    }

    private static ObjectNode error(String code, String message) {
        ObjectNode body = WireJson.object();
        body.putObject("error")
                .put("message", message)
                .put("type", code)
                .putNull("param")
                .put("code", code);
        return body;
    }
}
