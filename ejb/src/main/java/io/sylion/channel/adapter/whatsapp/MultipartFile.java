package io.sylion.channel.adapter.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A file as multipart/form-data, streamed, with its length known. */
final class MultipartFile {
    /** Opens the file; called once for each time that it is sent. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final String boundary = "sylion-" + UUID.randomUUID();
    private final byte[] head;
    private final byte[] tail;
    private final long size;
    private final Source source;

    MultipartFile(String mimeType, String fileName, long size, Source source) {
        this.size = size;
        this.source = source;
        String start = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        head = (start + "\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                        + start + "\"type\"\r\n\r\n" + mimeType + "\r\n"
                        + start + "\"file\"; filename=\"" + plain(fileName) + "\"\r\nContent-Type: " + mimeType
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        BodyPublisher file = BodyPublishers.ofInputStream(() -> {
            try {
                return source.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        BodyPublisher whole =
                BodyPublishers.concat(BodyPublishers.ofByteArray(head), file, BodyPublishers.ofByteArray(tail));
        return BodyPublishers.fromPublisher(whole, head.length + size + tail.length);
    }

    /** Nothing that could end the header line or the quotes. */
    private static String plain(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
        return name.isEmpty() ? "file" : name;
    }
}
