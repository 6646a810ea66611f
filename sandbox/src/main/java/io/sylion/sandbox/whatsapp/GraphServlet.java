package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.List;
import java.util.regex.Pattern;

/** The Cloud API under {@code /graph/v26.0}; any version number is served. */
public final class GraphServlet extends HttpServlet {
    private static final Pattern TOKEN = Pattern.compile("(Bearer|OAuth) \\S.*");
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");

    private final transient Knobs knobs;
    private final transient SandboxSettings settings;
    private final transient PhoneLines lines;
    private final transient MediaShelf shelf;
    private final transient MessageDesk messages;
    private final transient MediaDesk media;

    public GraphServlet(
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
        String authorization = request.getHeader("Authorization");
        boolean token = authorization != null && TOKEN.matcher(authorization).matches();
        if (MediaDesk.isDownload(request)) {
            if (token) {
                media.download(request, response);
            } else {
                response.sendError(401);
            }
            return;
        }
        if (!token || knobs.tokenExpired) {
            new GraphError(190, token ? 463 : 0, token ? "Session has expired." : "An access token is required.")
                    .write(response);
            return;
        }
        List<String> path = HttpExchanges.path(request);
        if (path.size() < 2 || !VERSION.matcher(path.get(0)).matches()) {
            unknown(request.getPathInfo(), response);
            return;
        }
        String id = path.get(1);
        String edge = path.size() > 2 ? path.get(2) : "";
        switch (request.getMethod() + " " + edge) {
            case "POST messages", "POST media" -> {
                PhoneLine line = line(id);
                if (line == null || !line.cloud()) {
                    unknown(id, response);
                } else if (edge.equals("media")) {
                    media.upload(line, request, response);
                } else {
                    messages.take(line, request, response);
                }
            }
            case "GET " -> describe(id, request, response);
            case "DELETE " -> {
                if (shelf.remove(id)) {
                    HttpExchanges.write(response, 200, WireJson.object().put("success", true));
                } else {
                    unknown(id, response);
                }
            }
            case "GET message_templates" -> HttpExchanges.write(response, 200, templates());
            case "POST subscribed_apps", "DELETE subscribed_apps" ->
                HttpExchanges.write(response, 200, WireJson.object().put("success", true));
            case "GET subscribed_apps" ->
                HttpExchanges.write(response, 200, WireJson.object().set("data", WireJson.array()));
            default -> unknown(id, response);
        }
    }

    private PhoneLine line(String id) {
        PhoneLine line = lines.find(id);
        if (line == null && knobs.unknownChannels.equals("accept")) {
            line = new PhoneLine(id, "cloud", id, id, null, "/hooks/whatsapp/cloud/unknown", null, null, null, null);
        }
        return line;
    }

    private void describe(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MediaShelf.Medium medium = shelf.find(id);
        PhoneLine line = lines.find(id);
        if (medium != null) {
            String base = request.getRequestURL().toString();
            media.lookUp(medium, base.substring(0, base.indexOf("/graph/") + 6), response);
        } else if (line != null) {
            ObjectNode body = WireJson.object().put("id", id).put("verified_name", line.business());
            body.put("display_phone_number", "+" + line.number()).put("quality_rating", "GREEN");
            body.put("code_verification_status", "VERIFIED").put("platform_type", "CLOUD_API");
            HttpExchanges.write(response, 200, body);
        } else if (lines.ofAccount(id) != null) {
            HttpExchanges.write(
                    response,
                    200,
                    WireJson.object()
                            .put("id", id)
                            .put("name", lines.ofAccount(id).business()));
        } else {
            unknown(id, response);
        }
    }

    static ObjectNode templates() {
        ObjectNode body = WireJson.object();
        ArrayNode data = body.putArray("data");
        MessageCheck.TEMPLATES.forEach((name, template) -> {
            ObjectNode node = data.addObject().put("id", Integer.toString(Math.abs(name.hashCode())));
            node.put("name", name).put("language", template.language()).put("status", "APPROVED");
            node.put("category", template.category()).put("parameter_format", "POSITIONAL");
            node.putArray("components").addObject().put("type", "BODY").put("text", template.body());
        });
        body.putObject("paging").putObject("cursors").put("before", "QVFI").put("after", "QVFI");
        return body;
    }

    private static void unknown(String id, HttpServletResponse response) throws IOException {
        new GraphError(
                        100,
                        33,
                        "Unsupported request. Object with ID '" + id
                                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation.")
                .write(response);
    }
}
