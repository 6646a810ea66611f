package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A document of a base. Its text may be found once it is indexed; until a new text is indexed as a whole, the old one is found.
 */
@Entity
@Table(name = "knowledge_document")
public class Document extends TenantOwned {
    @Column(name = "base_id", updatable = false)
    private UUID baseId;

    @Column(name = "external_id", updatable = false)
    private String externalId;

    private String title;

    @Column(name = "mime_type")
    private String mimeType;

    private String language;

    private String body;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    @Column(name = "state_at")
    private Instant stateAt;

    private int attempts;

    private String failure;

    private int revision;

    @Column(name = "indexed_revision")
    private int indexedRevision;

    private String model;

    protected Document() {}

    public Document(Instant now, UUID baseId, String externalId) {
        super(now);
        this.baseId = baseId;
        this.externalId = externalId;
    }

    /** Takes a new text, to be indexed. */
    public void rewrite(String newTitle, String newMimeType, String newLanguage, String newBody, Instant now) {
        title = newTitle;
        mimeType = newMimeType;
        language = newLanguage;
        body = newBody;
        requeue(now);
    }

    /** Whether it holds these words already, so that nothing is to be done. */
    public boolean says(String otherTitle, String otherMimeType, String otherLanguage, String otherBody) {
        return otherBody.equals(body)
                && otherTitle.equals(title)
                && otherMimeType.equals(mimeType)
                && otherLanguage.equals(language);
    }

    /** To be indexed anew, from the beginning: the text or the model has changed. */
    public void requeue(Instant now) {
        revision++;
        attempts = 0;
        failure = null;
        enter(DocumentState.QUEUED, now);
    }

    /** Counts an attempt to index this revision. */
    public void indexing(Instant now) {
        attempts++;
        enter(DocumentState.INDEXING, now);
    }

    public void indexed(String byModel, Instant now) {
        indexedRevision = revision;
        model = byModel;
        failure = null;
        enter(DocumentState.INDEXED, now);
    }

    /** The attempt failed; what was indexed before is still found. */
    public void failed(String reason, boolean forGood, Instant now) {
        failure = reason;
        enter(forGood ? DocumentState.FAILED : DocumentState.QUEUED, now);
    }

    private void enter(DocumentState newState, Instant now) {
        state = newState;
        stateAt = now;
    }

    public boolean isFinished() {
        return state == DocumentState.INDEXED || state == DocumentState.FAILED;
    }

    public UUID baseId() {
        return baseId;
    }

    public String title() {
        return title;
    }

    public String mimeType() {
        return mimeType;
    }

    public String language() {
        return language;
    }

    public String body() {
        return body;
    }

    public DocumentState state() {
        return state;
    }

    public String failure() {
        return failure;
    }

    public int attempts() {
        return attempts;
    }

    public int revision() {
        return revision;
    }

    public int indexedRevision() {
        return indexedRevision;
    }

    public String model() {
        return model;
    }
}
