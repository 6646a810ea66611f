package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.HttpExchanges;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.MediaShelf;
import io.sylion.sandbox.state.PhoneLine;
import io.sylion.sandbox.state.SendLedger;
import io.sylion.sandbox.state.WireJournal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Upload, look-up, download and removal of media; the same for both providers. */
public final class MediaDesk {
    private static final long VALID_SECONDS = 300;
    private static final String DOWNLOAD = "/whatsapp_business/attachments/";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");
    private static final long MEGABYTE = 1 << 20;
    private static final Map<String, Set<String>> TYPES = Map.of(
            "image", Set.of("image/jpeg", "image/png"),
            "video", Set.of("video/mp4", "video/3gpp"),
            "audio", Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
            "sticker", Set.of("image/webp"));

    private final Knobs knobs;
    private final MediaShelf shelf;
    private final WireJournal journal;
    private final SendLedger ledger;
    private final String signature = Long.toString(System.nanoTime(), 36);

    public MediaDesk(Knobs knobs, MediaShelf shelf, WireJournal journal, SendLedger ledger) {
        this.knobs = knobs;
        this.shelf = shelf;
        this.journal = journal;
        this.ledger = ledger;
    }

    void upload(PhoneLine line, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (knobs.mediaError.take()) {
            GraphError.of(131053, "Simulated upload failure.").write(response);
            return;
        }
        String contentType = request.getContentType();
        if (contentType == null || !contentType.startsWith("multipart/form-data")) {
            GraphError.of(100, "The upload must be multipart/form-data.").write(response);
            return;
        }
        Part file = request.getPart("file");
        if (file == null || !"whatsapp".equals(field(request, "messaging_product"))) {
            GraphError.of(100, file == null ? "The parameter file is required." : "messaging_product is required.")
                    .write(response);
            return;
        }
        String type = field(request, "type");
        String mime = type == null || type.isBlank() ? file.getContentType() : type;
        GraphError error = refusal(mime, file.getSize());
        if (error != null) {
            error.write(response);
            journal.add("err", "media-refused", mime, line.id(), error.status(), 0, error.details(), null, null);
            return;
        }
        try (InputStream content = file.getInputStream()) {
            MediaShelf.Medium medium = shelf.put(mime, file.getSubmittedFileName(), content);
            ledger.count("media_uploaded");
            journal.add("in", "media-uploaded", mime + ", " + medium.size() + " B", line.id(), 200, 0);
            HttpExchanges.write(response, 200, WireJson.object().put("id", medium.id()));
        }
    }

    static GraphError refusal(String mime, long size) {
        if (mime == null || !mime.matches("[\\w.+-]+/[\\w.+-]+(;.*)?")) {
            return GraphError.of(100, "The parameter type is not a MIME type.");
        }
        String plain = mime.replaceAll(";.*", "").strip();
        String media = plain.substring(0, plain.indexOf('/'));
        long most = switch (media) {
            case "image" -> plain.equals("image/webp") ? 500 * 1024 : 5 * MEGABYTE;
            case "video", "audio" -> 16 * MEGABYTE;
            default -> 100 * MEGABYTE;
        };
        boolean known = !TYPES.containsKey(media)
                || TYPES.get(media).contains(plain)
                || TYPES.get("sticker").contains(plain);
        if (!known) {
            return GraphError.of(131053, "Media type " + plain + " is not supported.");
        }
        if (size > most) {
            return GraphError.of(131053, "Media of " + size + " bytes is larger than " + most + ".");
        }
        return size == 0 ? GraphError.of(131053, "Media file is empty.") : null;
    }

    private static String field(HttpServletRequest request, String name) throws IOException, ServletException {
        Part part = request.getPart(name);
        if (part == null) {
            return null;
        }
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(1024), StandardCharsets.UTF_8);
        }
    }

    /** Answers where the medium can be fetched for five minutes. */
    void lookUp(MediaShelf.Medium medium, String base, HttpServletResponse response) throws IOException {
        if (knobs.mediaError.take()) {
            GraphError.of(131000, "Simulated look-up failure.").write(response);
            return;
        }
        long expires = System.currentTimeMillis() / 1000 + VALID_SECONDS;
        ObjectNode body = WireJson.object().put("messaging_product", "whatsapp");
        body.put(
                "url",
                base + DOWNLOAD + "?mid=" + medium.id() + "&ext=" + expires + "&hash=" + hash(medium.id(), expires));
        body.put("mime_type", medium.mime()).put("sha256", medium.sha256()).put("file_size", medium.size());
        HttpExchanges.write(response, 200, WireJson.escaped(body.put("id", medium.id())));
    }

    static boolean isDownload(HttpServletRequest request) {
        return request.getPathInfo() != null && (request.getPathInfo() + "/").contains(DOWNLOAD);
    }

    void download(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("mid");
        String expires = request.getParameter("ext");
        MediaShelf.Medium medium = id == null ? null : shelf.find(id);
        String agent = request.getHeader("User-Agent");
        if (agent == null || agent.isBlank()) {
            response.sendError(400, "User-Agent is missing");
            return;
        }
        if (medium == null
                || expires == null
                || !expires.matches("\\d{1,12}")
                || Long.parseLong(expires) < System.currentTimeMillis() / 1000
                || !hash(id, Long.parseLong(expires)).equals(request.getParameter("hash"))) {
            response.sendError(404);
            return;
        }
        ledger.count("media_downloaded");
        journal.add("in", "media-downloaded", medium.mime() + ", " + medium.size() + " B", null, 200, 0);
        stream(medium, request, response);
    }

    /** The whole medium, or the part that a player asks for. */
    public static void stream(MediaShelf.Medium medium, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(medium.mime());
        response.setHeader("Accept-Ranges", "bytes");
        String range = request.getHeader("Range");
        Matcher asked = RANGE.matcher(range == null ? "" : range);
        if (asked.matches()) {
            long from = Long.parseLong(asked.group(1));
            long to = asked.group(2).isEmpty() ? medium.size() - 1 : Long.parseLong(asked.group(2));
            to = Math.min(to, medium.size() - 1);
            if (from > to) {
                response.setHeader("Content-Range", "bytes */" + medium.size());
                response.sendError(416);
                return;
            }
            response.setStatus(206);
            response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + medium.size());
            response.setContentLengthLong(to - from + 1);
            try (InputStream content = Files.newInputStream(medium.file())) {
                content.skipNBytes(from);
                long left = to - from + 1;
                byte[] buffer = new byte[16 << 10];
                for (int n;
                        left > 0 && (n = content.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0;
                        left -= n) {
                    response.getOutputStream().write(buffer, 0, n);
                }
            }
            return;
        }
        response.setContentLengthLong(medium.size());
        Files.copy(medium.file(), response.getOutputStream());
    }

    private String hash(String id, long expires) {
        return Integer.toHexString((signature + id + expires).hashCode());
    }
}
