package io.sylion.conversation.rest;

import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.domain.StoredMedia;
import io.sylion.conversation.service.ConversationService;
import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.tenant.domain.TenantScope;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The file of a message, at {@code /media/<id>}, for members of its tenant; to everybody else there is no such file. Customers
 * send what they like: only pictures, sound, film and PDF are shown, all else is saved, and nothing may run.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
    private static final int BUFFER = 32 * 1024;

    @Inject
    transient ConversationService conversations;

    @Inject
    transient ObjectStore objects;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StoredMedia> found = find(request.getPathInfo());
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StoredMedia media = found.get();
        try (InputStream file = objects.open(media.objectKey())) {
            send(media, objects.size(media.objectKey()), file, request, response);
        } catch (ObjectNotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<StoredMedia> find(String path) {
        if (!TenantScope.isBound() || path == null || path.length() != 37) {
            return Optional.empty();
        }
        try {
            return Optional.of(conversations.media(UUID.fromString(path.substring(1))));
        } catch (IllegalArgumentException | ConversationNotFound e) {
            return Optional.empty();
        }
    }

    private static void send(
            StoredMedia media, long size, InputStream file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ShownMedia shown = ShownMedia.of(media.mimeType());
        String version = '"' + media.objectKey().substring(media.objectKey().lastIndexOf('/') + 1) + '"';
        response.setContentType(shown.contentType());
        response.setHeader("Content-Disposition", disposition(shown.isInline(), media.fileName()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", shown.policy());
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // a file never changes; the browser asks again all the same, because a session may have ended
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", version);
        response.setHeader("Accept-Ranges", "bytes");
        if (version.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String wanted = request.getHeader("If-Range") == null || version.equals(request.getHeader("If-Range"))
                ? request.getHeader("Range")
                : null;
        ByteRange range = ByteRange.of(wanted, size);
        if (range == null) {
            response.setHeader("Content-Range", "bytes */" + size);
            response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range.isPart()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + range.first() + '-' + range.last() + '/' + size);
        }
        response.setContentLengthLong(range.length());
        if (!"HEAD".equals(request.getMethod())) {
            file.skipNBytes(range.first());
            copy(file, range.length(), response);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static void copy(InputStream file, long length, HttpServletResponse response) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            response.getOutputStream().write(buffer, 0, read);
            left -= read;
        }
    }

    private static String disposition(boolean inline, String fileName) {
        String kind = inline ? "inline" : "attachment";
        if (fileName == null || fileName.isBlank()) {
            return kind;
        }
        return kind + "; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
