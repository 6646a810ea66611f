package io.sylion.platform.storage;

import io.sylion.platform.storage.adapter.StoreCalls;
import io.sylion.platform.storage.adapter.file.FileObjectStore;
import io.sylion.platform.storage.adapter.gcs.GcsObjectStore;
import io.sylion.platform.storage.adapter.s3.S3ObjectStore;
import io.sylion.platform.storage.api.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Chooses the object store by configuration; see {@link StorageSettings}. */
@ApplicationScoped
public class ObjectStoreProducer {
    @Inject
    Config config;

    @Inject
    Clock clock;

    @Produces
    @ApplicationScoped
    ObjectStore objectStore() {
        StorageSettings settings = StorageSettings.of(config);
        return switch (settings.kind()) {
            case "file" -> new FileObjectStore(settings.root());
            case "gcs" -> new GcsObjectStore(settings, new StoreCalls(settings.timeLimit()));
            case "s3" -> new S3ObjectStore(settings, new StoreCalls(settings.timeLimit()), clock);
            default -> throw new IllegalStateException("no object store is called " + settings.kind());
        };
    }
}
