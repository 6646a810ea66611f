package io.sylion.platform.storage.adapter.file;

import io.sylion.platform.storage.adapter.ObjectStoreContract;
import io.sylion.platform.storage.api.ObjectStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;

    @Override
    protected ObjectStore store() {
        return new FileObjectStore(folder);
    }
}
