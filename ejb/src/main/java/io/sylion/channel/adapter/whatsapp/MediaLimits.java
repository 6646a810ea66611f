package io.sylion.channel.adapter.whatsapp;

import java.util.Locale;

/** Largest files that WhatsApp carries, by MIME type. */
final class MediaLimits {
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    private MediaLimits() {}

    static long maxBytes(String mimeType) {
        String type = withoutParameters(mimeType);
        if (type.equals("image/webp")) {
            return 500 * KB;
        }
        return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
            case "image" -> 5 * MB;
            case "video", "audio" -> 16 * MB;
            default -> 100 * MB;
        };
    }

    static String withoutParameters(String mimeType) {
        if (mimeType == null) {
            return "application/octet-stream";
        }
        int end = mimeType.indexOf(';');
        String type = (end < 0 ? mimeType : mimeType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? type : "application/octet-stream";
    }
}
