package io.sylion.platform.storage.adapter.file;

import io.sylion.platform.storage.adapter.HeldObject;
import io.sylion.platform.storage.adapter.ObjectKeys;
import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Objects as files below one folder. A file is written beside its place, flushed to disk, then moved there in one step. */
public class FileObjectStore implements ObjectStore {
    private final Path root;
    private final Path unfinished;

    public FileObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.unfinished = this.root.resolve(".unfinished");
    }

    @Override
    public StoredObject put(String key, InputStream in, long maxBytes) throws IOException {
        Path place = place(key);
        Files.createDirectories(unfinished);
        Path part = unfinished.resolve(UUID.randomUUID().toString());
        try {
            StoredObject stored = HeldObject.write(part, in, maxBytes);
            Files.createDirectories(place.getParent());
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return stored;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return Files.newInputStream(place(key));
        } catch (NoSuchFileException e) {
            throw new ObjectNotFound(key);
        }
    }

    @Override
    public long size(String key) throws IOException {
        try {
            return Files.size(place(key));
        } catch (NoSuchFileException e) {
            throw new ObjectNotFound(key);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(place(key));
    }

    private Path place(String key) {
        return root.resolve(ObjectKeys.checked(key));
    }
}
