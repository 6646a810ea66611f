package io.sylion.library.rest;

import io.sylion.governance.api.NotPermitted;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.service.FileIntake;
import io.sylion.platform.api.Json;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;

/**
 * Takes dropped files in, at {@code /library/files?base=…}: the page sends one a request and shows how far it is. A browser without
 * scripts sends the form itself and is led back.
 */
@WebServlet("/library/files")
@MultipartConfig(fileSizeThreshold = 64 * 1024)
public class FilesServlet extends HttpServlet {
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient FileIntake intake;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        UUID base = base(request);
        if (base == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean script = "application/json".equals(request.getHeader("Accept"));
        try {
            for (Part part : request.getParts()) {
                if (part.getName().equals("files") && part.getSubmittedFileName() != null) {
                    store(base, part);
                }
            }
            answer(script, base, null, request, response);
        } catch (DocumentRefused e) {
            answer(script, base, e.reason().name(), request, response);
        } catch (KnowledgeNotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (NotPermitted e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void store(UUID base, Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            intake.store(base, part.getSubmittedFileName(), content);
        }
    }

    private static UUID base(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("base")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void answer(
            boolean script, UUID base, String refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!script) {
            response.sendRedirect(request.getContextPath() + "/library/documents.xhtml?base=" + base);
            return;
        }
        response.setStatus(refused == null ? HttpServletResponse.SC_CREATED : UNPROCESSABLE);
        response.setContentType("application/json");
        response.getWriter().write(Json.write(Map.of("refused", refused == null ? "" : refused)));
    }
}
