package io.sylion.platform.storage.api;

/** Nothing is stored under this key. */
public class ObjectNotFound extends RuntimeException {
    public ObjectNotFound(String key) {
        super("no object " + key);
    }
}
