package io.sylion.platform.storage.adapter;

import io.sylion.platform.storage.api.ObjectTooLarge;
import io.sylion.platform.storage.api.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A stream written down before it is stored: only then are its length and its digest known, and only then can a call be repeated.
 * Closing removes the file, if it was not moved.
 */
public record HeldObject(Path file, StoredObject described) implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    /** Writes a stream to a new file of the machine's temporary folder. */
    public static HeldObject of(InputStream in, long maxBytes) throws IOException {
        Path file = Files.createTempFile("sylion-object-", "");
        try {
            return new HeldObject(file, write(file, in, maxBytes));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Writes a stream to a file and flushes it to disk. */
    public static StoredObject write(Path file, InputStream in, long maxBytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > maxBytes) {
                    throw new ObjectTooLarge(maxBytes);
                }
                digest.update(buffer, 0, n);
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, n);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(false);
        }
        return new StoredObject(size, HexFormat.of().formatHex(digest.digest()));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
