package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Where a tenant's assistants search: made when its owner chooses first, changed with each later choice. A store that was named stays
 * while the own index is in use, so that going back is one click.
 */
@Entity
@Table(name = "knowledge_retrieval_choice")
public class RetrievalChoice extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private RetrievalMode mode;

    @Column(name = "store_project")
    private String storeProject;

    @Enumerated(EnumType.STRING)
    @Column(name = "store_location")
    private StoreLocation storeLocation;

    @Enumerated(EnumType.STRING)
    @Column(name = "store_kind")
    private StoreKind storeKind;

    @Column(name = "store_name")
    private String storeName;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected RetrievalChoice() {}

    public RetrievalChoice(Instant now, String by) {
        super(now);
        mode = RetrievalMode.OWN_INDEX;
        changedAt = now;
        changedBy = by;
    }

    public void searchOwnIndex(Instant now, String by) {
        mode = RetrievalMode.OWN_INDEX;
        changedAt = now;
        changedBy = by;
    }

    public void searchStore(ManagedStore store, Instant now, String by) {
        mode = RetrievalMode.VERTEX_SEARCH;
        storeProject = store.project();
        storeLocation = store.location();
        storeKind = store.kind();
        storeName = store.name();
        changedAt = now;
        changedBy = by;
    }

    public RetrievalChoiceDetails details() {
        ManagedStore store =
                storeName == null ? null : new ManagedStore(storeProject, storeLocation, storeKind, storeName);
        return new RetrievalChoiceDetails(mode, store, changedAt, changedBy);
    }
}
