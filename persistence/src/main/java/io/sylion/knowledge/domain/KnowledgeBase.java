package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A collection of documents that assistants may draw on. Once removed nobody sees it, while the sweep takes away what it held. */
@Entity
@Table(name = "knowledge_base")
public class KnowledgeBase extends TenantOwned {
    private String name;

    @Column(name = "removed_at")
    private Instant removedAt;

    /** Which model's vectors serve; changed where they are counted, see {@link KnowledgeBaseRepository#serve}. */
    @Column(name = "model_id", insertable = false, updatable = false)
    private Integer modelId;

    protected KnowledgeBase() {}

    public KnowledgeBase(Instant now, String name) {
        super(now);
        this.name = name;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** It is gone for everybody from now on. */
    public void remove(Instant now) {
        removedAt = now;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    public String name() {
        return name;
    }
}
