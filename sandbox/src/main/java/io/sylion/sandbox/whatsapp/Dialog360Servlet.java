package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.PhoneLines;
import io.sylion.sandbox.state.SandboxSettings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** 360dialog: the Cloud API's bodies without phone number id in the path; the key says which number. */
public final class Dialog360Servlet extends HttpServlet {
    /** Callers keep path and query of a download address and swap the host for the one that they send to. */
    private static final String DOWNLOAD_HOST = "https://lookaside.fbsbx.com";

    private final transient Knobs knobs;
    private final transient SandboxSettings settings;
    private final transient PhoneLines lines;
    private final transient MediaShelf shelf;
    private final transient MessageDesk messages;
    private final transient MediaDesk media;

    public Dialog360Servlet(
            Knobs knobs,
            SandboxSettings settings,
            PhoneLines lines,
            MediaShelf shelf,
            MessageDesk messages,
            MediaDesk media) {
        this.knobs = knobs;
        this.settings = settings;
        this.lines = lines;
        this.shelf = shelf;
        this.messages = messages;
        this.media = media;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        settings.learn(request);
        PhoneLine line = lines.withKey(request.getHeader("D360-API-KEY"));
        if (line == null || knobs.tokenExpired) {
            ObjectNode body = WireJson.object();
            body.putObject("meta")
                    .put("success", false)
                    .put("http_code", 401)
                    .put("developer_message", "Invalid api_key");
            HttpExchanges.write(response, 401, body);
            return;
        }
        String path = String.join("/", HttpExchanges.path(request));
        if (MediaDesk.isDownload(request)) {
            media.download(request, response);
            return;
        }
        switch (request.getMethod() + " " + path) {
            case "POST messages" -> messages.take(line, request, response);
            case "POST media" -> media.upload(line, request, response);
            case "GET v1/configs/webhook" -> HttpExchanges.write(response, 200, webhook(line));
            case "POST v1/configs/webhook" -> configure(line, request, response);
            case "GET v1/configs/templates" -> {
                ObjectNode body = WireJson.object();
                body.set("waba_templates", GraphServlet.templates().path("data"));
                int count = body.path("waba_templates").size();
                HttpExchanges.write(response, 200, body.put("count", count).put("total", count));
            }
            default -> medium(path, request, response);
        }
    }

    private void medium(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MediaShelf.Medium medium = shelf.find(id);
        if (medium == null) {
            GraphError.of(100, "Object with ID '" + id + "' does not exist.").write(response);
        } else if (request.getMethod().equals("DELETE")) {
            shelf.remove(id);
            HttpExchanges.write(response, 200, WireJson.object().put("success", true));
        } else {
            media.lookUp(medium, DOWNLOAD_HOST + request.getContextPath() + request.getServletPath(), response);
        }
    }

    private void configure(PhoneLine line, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JsonNode body = HttpExchanges.json(request);
        if (body == null || body.path("url").asText("").isEmpty()) {
            GraphError.of(100, "url is required.").write(response);
            return;
        }
        Map.Entry<String, JsonNode> header =
                body.path("headers").properties().stream().findFirst().orElse(null);
        PhoneLine changed = line.withWebhook(
                body.path("url").asText(),
                header == null ? null : header.getKey(),
                header == null ? null : header.getValue().asText());
        lines.put(changed);
        HttpExchanges.write(response, 200, webhook(changed));
    }

    private static ObjectNode webhook(PhoneLine line) {
        ObjectNode body = WireJson.object().put("url", line.webhook());
        ObjectNode headers = body.putObject("headers");
        if (line.headerName() != null) {
            headers.put(line.headerName(), line.headerValue());
        }
        return body;
    }
}
