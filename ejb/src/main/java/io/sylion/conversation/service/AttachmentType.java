package io.sylion.conversation.service;

import io.sylion.channel.domain.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files that may be sent, known by how they begin; the name only tells kinds of one container apart. What is not listed is
 * refused, so nothing that a browser or a phone would run can be sent under another name. Sizes are WhatsApp's.
 */
enum AttachmentType {
    JPEG(MessageType.IMAGE, "image/jpeg", "jpg", Limit.IMAGE, "FFD8FF"),
    PNG(MessageType.IMAGE, "image/png", "png", Limit.IMAGE, "89504E470D0A1A0A"),
    MP4(
            MessageType.VIDEO,
            "video/mp4",
            "mp4",
            Limit.STREAM,
            Limit.film("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV")),
    THREE_GP(MessageType.VIDEO, "video/3gpp", "3gp", Limit.STREAM, Limit.film("3gp")),
    M4A(MessageType.AUDIO, "audio/mp4", "m4a", Limit.STREAM, Limit.film("M4A ")),
    OGG(MessageType.AUDIO, "audio/ogg", "ogg", Limit.STREAM, "4F676753"),
    MP3(MessageType.AUDIO, "audio/mpeg", "mp3", Limit.STREAM, "494433", "FFFB", "FFF3", "FFF2"),
    AMR(MessageType.AUDIO, "audio/amr", "amr", Limit.STREAM, "2321414D52"),
    AAC(MessageType.AUDIO, "audio/aac", "aac", Limit.STREAM, "FFF1", "FFF9"),
    PDF(MessageType.DOCUMENT, "application/pdf", "pdf", Limit.DOCUMENT, "255044462D"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", Limit.ZIP),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", Limit.ZIP),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", Limit.ZIP),
    DOC("application/msword", "doc", Limit.OLE),
    XLS("application/vnd.ms-excel", "xls", Limit.OLE),
    PPT("application/vnd.ms-powerpoint", "ppt", Limit.OLE),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt");

    /** How much of a file must be seen to know it. */
    static final int HEAD = 4096;

    private static final Set<AttachmentType> BY_NAME = Set.of(DOCX, XLSX, PPTX, DOC, XLS, PPT, CSV, TEXT);

    private final MessageType messageType;
    private final String mimeType;
    private final String extension;
    private final long maxBytes;
    private final List<String> beginnings;

    AttachmentType(MessageType messageType, String mimeType, String extension, long maxBytes, String... beginnings) {
        this.messageType = messageType;
        this.mimeType = mimeType;
        this.extension = extension;
        this.maxBytes = maxBytes;
        this.beginnings = List.of(beginnings);
    }

    /** A document whose beginning, if it has any, it shares with others. */
    AttachmentType(String mimeType, String extension, String... beginnings) {
        this(MessageType.DOCUMENT, mimeType, extension, Limit.DOCUMENT, beginnings);
    }

    /** @param head the first {@link #HEAD} bytes, or all of a shorter file */
    static Optional<AttachmentType> of(byte[] head, String fileName) {
        String extension = extension(fileName);
        return Arrays.stream(values())
                .filter(type -> type.begins(head))
                .filter(type -> !BY_NAME.contains(type) || type.extension.equals(extension))
                .findFirst();
    }

    MessageType messageType() {
        return messageType;
    }

    String mimeType() {
        return mimeType;
    }

    String extension() {
        return extension;
    }

    long maxBytes() {
        return maxBytes;
    }

    private boolean begins(byte[] head) {
        return beginnings.isEmpty() ? isText(head) : beginnings.stream().anyMatch(each -> begins(head, each));
    }

    private static boolean begins(byte[] head, String pattern) {
        if (head.length < pattern.length() / 2) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i += 2) {
            String hex = pattern.substring(i, i + 2);
            if (!hex.equals("..") && Integer.parseInt(hex, 16) != (head[i / 2] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** In UTF-8 or in the one-byte code of an older spreadsheet: no control characters but line ends and tabs. */
    private static boolean isText(byte[] head) {
        for (byte each : head) {
            if (each >= 0 && each < 0x20 && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        return head.length > 0;
    }

    private static String extension(String fileName) {
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** An enum's own constants are not yet there for its constructors. */
    private static final class Limit {
        static final long IMAGE = 5L << 20;
        static final long STREAM = 16L << 20;
        static final long DOCUMENT = 100L << 20;
        static final String ZIP = "504B0304";
        static final String OLE = "D0CF11E0A1B11AE1";

        private Limit() {}

        /** MPEG-4 containers name their brand after a length and "ftyp"; others of the family (HEIC, MOV) are not sent. */
        static String[] film(String... brands) {
            HexFormat hex = HexFormat.of().withUpperCase();
            return Arrays.stream(brands)
                    .map(brand -> "........66747970" + hex.formatHex(brand.getBytes(StandardCharsets.US_ASCII)))
                    .toArray(String[]::new);
        }
    }
}
