package io.sylion.platform.storage.api;

/** A file is larger than its place allows; nothing was stored. */
public class ObjectTooLarge extends RuntimeException {
    public ObjectTooLarge(long maxBytes) {
        super("larger than " + maxBytes + " bytes");
    }
}
