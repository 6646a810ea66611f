package io.sylion.platform.storage.adapter.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.platform.storage.StorageSettings;
import io.sylion.platform.storage.adapter.BucketContract;
import io.sylion.platform.storage.adapter.BucketStandIn;
import io.sylion.platform.storage.adapter.StoreCalls;
import io.sylion.platform.storage.api.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3ObjectStoreTest extends BucketContract {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private S3StandIn bucket;

    @Override
    protected ObjectStore store() throws IOException {
        return store("sylion", SECRET);
    }

    private ObjectStore store(String name, String secret) throws IOException {
        StorageSettings settings = new StorageSettings(
                "s3",
                null,
                name,
                bucket().address(),
                "eu-west-3",
                "AKIDEXAMPLE",
                secret,
                "token",
                null,
                Duration.ofSeconds(5));
        return new S3ObjectStore(settings, new StoreCalls(settings.timeLimit()), Clock.systemUTC());
    }

    @Override
    protected BucketStandIn bucket() throws IOException {
        if (bucket == null) {
            bucket = new S3StandIn("sylion", new SignatureV4("AKIDEXAMPLE", SECRET, "eu-west-3"));
        }
        return bucket;
    }

    @AfterEach
    void close() {
        if (bucket != null) {
            bucket.close();
        }
    }

    @Test
    void aWrongSecretIsToldAsSuch() {
        assertThatThrownBy(() -> store("sylion", "another").open(key("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SignatureDoesNotMatch");
    }

    /** An answer without a body has a length all the same: that of the refusal. */
    @Test
    void aRefusalHasNoSize() throws IOException {
        put("a", "text");
        assertThatThrownBy(() -> store("sylion", "another").size(key("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void aMissingBucketIsNoMissingObject() {
        assertThatThrownBy(() -> store("elsewhere", SECRET).open(key("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NoSuchBucket");
    }
}
