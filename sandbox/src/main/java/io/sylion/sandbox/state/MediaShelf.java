package io.sylion.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Media uploaded by the application or sent by customers, as temporary files; the oldest leave first. */
public final class MediaShelf implements AutoCloseable {
    private static final int CAPACITY = 500;
    private static final long MOST_BYTES = 512L << 20;

    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() * 10);
    private final Map<String, Medium> media = new LinkedHashMap<>();
    private long bytes;
    private Path folder;

    /** Digest in hexadecimal. */
    public record Medium(String id, String mime, String name, long size, String sha256, Path file) {}

    public Medium put(String mime, String name, InputStream content) throws IOException {
        String id = Long.toString(sequence.incrementAndGet());
        Path file = folder().resolve(id);
        MessageDigest digest = sha256();
        try (var in = new DigestInputStream(content, digest);
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        Medium medium =
                new Medium(id, mime, name, Files.size(file), HexFormat.of().formatHex(digest.digest()), file);
        synchronized (media) {
            media.put(id, medium);
            bytes += medium.size();
            while (media.size() > CAPACITY || bytes > MOST_BYTES && media.size() > 1) {
                remove(media.keySet().iterator().next());
            }
        }
        return medium;
    }

    public Medium find(String id) {
        synchronized (media) {
            return media.get(id);
        }
    }

    /** Adds type and size to what a message shown on a phone says about its medium. */
    public void describe(ObjectNode message) {
        if (message.get(message.path("type").asText()) instanceof ObjectNode part) {
            Medium medium = find(part.path("id").asText());
            if (medium != null) {
                part.put("mime_type", medium.mime()).put("shown_size", medium.size());
            }
        }
    }

    public boolean remove(String id) {
        synchronized (media) {
            Medium gone = media.remove(id);
            if (gone != null) {
                bytes -= gone.size();
                try {
                    Files.deleteIfExists(gone.file());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return gone != null;
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("sylion-sandbox");
        }
        return folder;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        synchronized (media) {
            for (Medium medium : media.values()) {
                Files.deleteIfExists(medium.file());
            }
            media.clear();
            bytes = 0;
        }
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
