package io.sylion.platform.storage.adapter.file;

import io.sylion.platform.storage.api.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the object store by configuration: files, the only adapter so far. */
@ApplicationScoped
public class ObjectStoreProducer {
    @Inject
    @ConfigProperty(name = "sylion.storage.root", defaultValue = ".data/objects")
    String root;

    @Produces
    @ApplicationScoped
    ObjectStore objectStore() {
        return new FileObjectStore(Path.of(root));
    }
}
