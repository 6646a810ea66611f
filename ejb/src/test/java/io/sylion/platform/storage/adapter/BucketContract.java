package io.sylion.platform.storage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.platform.storage.api.ObjectNotFound;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every store behind HTTP does besides. */
public abstract class BucketContract extends ObjectStoreContract {
    protected abstract BucketStandIn bucket() throws IOException;

    @Test
    void aBusyServiceIsAskedAgain() throws IOException {
        store();
        bucket().answerFirst(503, 429);
        put("a", "text");
        assertThat(bucket().calls()).isEqualTo(3);
        bucket().answerFirst(500);
        assertThat(text("a")).isEqualTo("text");
        bucket().answerFirst(503);
        store().delete(key("a"));
        assertThatThrownBy(() -> store().size(key("a"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void aServiceThatStaysAwayIsAFault() throws IOException {
        put("a", "text");
        bucket().answerFirst(503, 503, 503);
        assertThatThrownBy(() -> store().delete(key("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThat(text("a")).isEqualTo("text");
    }

    @Test
    void aRefusalIsNotRepeated() throws IOException {
        store();
        bucket().answerFirst(403);
        assertThatThrownBy(() -> put("a", "text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
        assertThat(bucket().calls()).isEqualTo(1);
    }
}
