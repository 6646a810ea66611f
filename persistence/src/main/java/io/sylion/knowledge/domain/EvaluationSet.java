package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Questions to one base whose right document is known. They do not change, so that runs can be compared; others make another set. */
@Entity
@Table(name = "knowledge_evaluation_set")
public class EvaluationSet extends TenantOwned {
    @Column(name = "base_id", updatable = false)
    private UUID baseId;

    @Column(updatable = false)
    private String name;

    protected EvaluationSet() {}

    public EvaluationSet(Instant now, UUID baseId, String name) {
        super(now);
        this.baseId = baseId;
        this.name = name;
    }

    public UUID baseId() {
        return baseId;
    }

    public String name() {
        return name;
    }
}
