package io.sylion.conversation.rest;

import java.util.Locale;
import java.util.Set;

/**
 * How a browser may treat a file.
 *
 * @param isInline shown in place; otherwise saved
 */
record ShownMedia(String contentType, boolean isInline, String policy) {
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    /** Chromium shows no PDF in a sandbox; its viewer runs none of the document's scripts. */
    private static final String PDF_VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/aac",
            "audio/amr",
            "audio/mp4",
            "audio/mpeg",
            "audio/ogg",
            "audio/opus",
            "audio/wav",
            "audio/webm",
            "video/3gpp",
            "video/mp4",
            "video/webm");

    /** @param mimeType as the provider or the upload told it */
    static ShownMedia of(String mimeType) {
        String told = mimeType == null ? "" : mimeType;
        int end = told.indexOf(';');
        String type = (end < 0 ? told : told.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/pdf")) {
            return new ShownMedia(type, true, PDF_VIEWER);
        }
        if (SHOWN.contains(type)) {
            return new ShownMedia(type, true, NOTHING_RUNS);
        }
        return new ShownMedia("application/octet-stream", false, NOTHING_RUNS);
    }
}
