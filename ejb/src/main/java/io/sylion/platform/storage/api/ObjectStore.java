package io.sylion.platform.storage.api;

import java.io.IOException;
import java.io.InputStream;

/**
 * Files of the tenants: media, documents. Keys look like paths ({@code <tenant id>/<area>/<name>}); the first part is the
 * tenant's id, no part is empty or begins with a dot. Safe for concurrent use; no parameter and no result is null.
 */
public interface ObjectStore {
    /**
     * Stores all of a stream, or nothing: a reader never sees a part. Writing a key again replaces it. Does not close the
     * stream.
     *
     * @throws ObjectTooLarge when there are more bytes than allowed
     * @throws IllegalArgumentException when the key is not well formed
     * @throws IOException when the stream cannot be read or the store cannot be written
     */
    StoredObject put(String key, InputStream in, long maxBytes) throws IOException;

    /**
     * Opens a stored object; the caller closes it.
     *
     * @throws ObjectNotFound when there is none
     */
    InputStream open(String key) throws IOException;

    /**
     * Length in bytes.
     *
     * @throws ObjectNotFound when there is none
     */
    long size(String key) throws IOException;

    /** Removes an object; harmless when there is none. */
    void delete(String key) throws IOException;
}
