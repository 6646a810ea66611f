package io.sylion.sandbox.page;

import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.state.SandboxSettings;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the phone page from the class path, the same way in the application server and alone. */
public final class PhonePageServlet extends HttpServlet {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=UTF-8",
            "css", "text/css; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "json", "application/json; charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "font-src 'self'; img-src 'self' blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private final transient SandboxSettings settings;

    public PhonePageServlet(SandboxSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        settings.learn(request);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream file = name.matches("[\\w.-]+") && type != null
                ? PhonePageServlet.class.getResourceAsStream("/io/sylion/sandbox/page/" + name)
                : null) {
            if (file == null) {
                response.sendError(404);
                return;
            }
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-cache");
            HttpExchanges.write(response, 200, type, file.readAllBytes());
        }
    }
}
