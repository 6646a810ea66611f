package io.sylion.platform.storage.adapter.gcs;

import io.sylion.platform.storage.StorageSettings;
import io.sylion.platform.storage.adapter.BucketContract;
import io.sylion.platform.storage.adapter.BucketStandIn;
import io.sylion.platform.storage.adapter.StoreCalls;
import io.sylion.platform.storage.api.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class GcsObjectStoreTest extends BucketContract {
    private GcsStandIn bucket;

    @Override
    protected ObjectStore store() throws IOException {
        StorageSettings settings = new StorageSettings(
                "gcs", null, "sylion", bucket().address(), null, null, null, null, null, Duration.ofSeconds(5));
        return new GcsObjectStore(settings, new StoreCalls(settings.timeLimit()));
    }

    @Override
    protected BucketStandIn bucket() throws IOException {
        if (bucket == null) {
            bucket = new GcsStandIn("sylion");
        }
        return bucket;
    }

    @AfterEach
    void close() {
        if (bucket != null) {
            bucket.close();
        }
    }
}
