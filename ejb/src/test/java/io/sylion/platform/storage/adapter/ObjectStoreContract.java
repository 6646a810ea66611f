package io.sylion.platform.storage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.ObjectTooLarge;
import io.sylion.platform.storage.api.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does, however it does it. */
public abstract class ObjectStoreContract {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final String tenant = UUID.randomUUID().toString();

    protected abstract ObjectStore store() throws IOException;

    @Test
    void whatWasStoredIsReadBack() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        StoredObject stored = store().put(key("a"), new ByteArrayInputStream(bytes), bytes.length);
        assertThat(stored.size()).isEqualTo(bytes.length);
        assertThat(stored.sha256()).hasSize(64);
        assertThat(store().size(key("a"))).isEqualTo(bytes.length);
        try (InputStream in = store().open(key("a"))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void anEmptyObjectIsAnObject() throws IOException {
        assertThat(put("empty", "")).isEqualTo(new StoredObject(0, EMPTY));
        assertThat(store().size(key("empty"))).isZero();
        assertThat(text("empty")).isEmpty();
    }

    @Test
    void writingAgainReplaces() throws IOException {
        put("a", "the former text");
        put("a", "new");
        assertThat(text("a")).isEqualTo("new");
        assertThat(store().size(key("a"))).isEqualTo(3);
    }

    @Test
    void whatIsTooLargeIsNotStored() throws IOException {
        put("a", "before");
        assertThatThrownBy(() -> store().put(key("a"), stream("1234567"), 6)).isInstanceOf(ObjectTooLarge.class);
        assertThatThrownBy(() -> store().put(key("b"), stream("1234567"), 6)).isInstanceOf(ObjectTooLarge.class);
        assertThat(text("a")).isEqualTo("before");
        assertThatThrownBy(() -> store().size(key("b"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new SequenceInputStream(stream("x".repeat(20_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        });
        assertThatThrownBy(() -> store().put(key("a"), broken, 1_000_000))
                .isInstanceOf(IOException.class)
                .hasMessage("broken off");
        assertThatThrownBy(() -> store().open(key("a"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> store().open(key("none"))).isInstanceOf(ObjectNotFound.class);
        assertThatThrownBy(() -> store().size(key("none"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void deletingIsHarmlessWhenItIsGone() throws IOException {
        put("a", "text");
        store().delete(key("a"));
        store().delete(key("a"));
        assertThatThrownBy(() -> store().size(key("a"))).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void tenantsKeepNamesApart() throws IOException {
        String other = UUID.randomUUID() + "/documents/same";
        store().put(key("same"), stream("mine"), 100);
        store().put(other, stream("theirs"), 100);
        store().delete(other);
        assertThat(text("same")).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "documents/a", "/etc/passwd", "%s/../x", "%s/.hidden", "%s//a", "%s/a b", "%s/é", "%s"})
    void keysAreWellFormed(String pattern) {
        String key = pattern.formatted(tenant);
        assertThatThrownBy(() -> store().put(key, stream("x"), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().size(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    protected String key(String name) {
        return tenant + "/documents/" + name;
    }

    protected StoredObject put(String name, String text) throws IOException {
        return store().put(key(name), stream(text), 1_000_000);
    }

    protected String text(String name) throws IOException {
        try (InputStream in = store().open(key(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
