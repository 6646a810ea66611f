package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * An object that the store is to let go. Written in the transaction after which nothing refers to the object, or before the object is
 * stored, so that no file is left behind by a crash; gone once the store has removed it or a document refers to it.
 */
@Entity
@Table(name = "knowledge_removal")
public class ObjectRemoval extends TenantOwned {
    private static final int LONGEST_PAUSE = 8;

    @Column(name = "object_key", updatable = false)
    private String objectKey;

    @Column(name = "due_at")
    private Instant dueAt;

    private int attempts;

    protected ObjectRemoval() {}

    public ObjectRemoval(Instant now, String objectKey, Instant dueAt) {
        super(now);
        this.objectKey = objectKey;
        this.dueAt = dueAt;
    }

    /** The store did not answer: again later, with pauses from half a minute to about two hours. */
    public void failed(Instant now) {
        attempts++;
        dueAt = now.plus(Duration.ofSeconds(30L << Math.min(attempts, LONGEST_PAUSE) >> 1));
    }

    public String objectKey() {
        return objectKey;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
