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
    private static final int MOST_ATTEMPTS = 8;

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

    private boolean anew;

    @Enumerated(EnumType.STRING)
    private DocumentOrigin origin;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "file_type")
    private String fileType;

    @Column(name = "file_bytes")
    private Long fileBytes;

    @Column(name = "object_key")
    private String objectKey;

    private int pages;

    private String address;

    @Column(name = "fetch_due_at")
    private Instant fetchDueAt;

    @Column(name = "read_revision")
    private int readRevision;

    private int passages;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Enumerated(EnumType.STRING)
    private DocumentProblem problem;

    protected Document() {}

    public Document(Instant now, UUID baseId, String externalId) {
        super(now);
        this.baseId = baseId;
        this.externalId = externalId;
        this.origin = DocumentOrigin.TEXT;
        this.language = "fr";
        this.mimeType = "text/markdown";
        this.body = "";
        change(now);
    }

    /** Takes a new text, to be indexed. */
    public void rewrite(String newTitle, String newMimeType, String newLanguage, String newBody, Instant now) {
        title = newTitle;
        mimeType = newMimeType;
        language = newLanguage;
        body = newBody;
        origin = DocumentOrigin.TEXT;
        fetchDueAt = null;
        change(now);
        readRevision = revision;
        requeue(now);
    }

    /** Becomes a file, to be read and indexed; what its former version says is found meanwhile. */
    public void replaceFile(String newTitle, String newFileName, String newObjectKey, long newBytes, Instant now) {
        origin = DocumentOrigin.FILE;
        title = newTitle;
        fileName = newFileName;
        fileType = null;
        fileBytes = newBytes;
        objectKey = newObjectKey;
        change(now);
        requeueUnread(now);
    }

    /** Becomes a web page, to be fetched, read and indexed. */
    public void visit(String newTitle, String newAddress, Instant now) {
        origin = DocumentOrigin.PAGE;
        title = newTitle;
        address = newAddress;
        requeueUnread(now);
    }

    /** To be read, if it has a file or page, and indexed from the beginning. */
    public void readAgain(Instant now) {
        if (origin == DocumentOrigin.TEXT) {
            requeue(now);
        } else {
            requeueUnread(now);
            anew = true;
        }
    }

    /** Whether the words just read are those that are found already, and nobody wished for an index anew. */
    public boolean isFound(String newTitle, String newBody) {
        return indexedRevision > 0 && newBody.equals(body) && newTitle.equals(title) && !anew;
    }

    /** What was read is what is found: the revision that was to be indexed is given up. */
    public void unchanged(Instant now) {
        revision = indexedRevision;
        readRevision = revision;
        indexed(now);
    }

    /** Takes what was read of its file or page. */
    public void read(
            String newTitle, String newFileType, int newPages, String newLanguage, String newBody, Instant now) {
        if (!newBody.equals(body)) {
            change(now);
        }
        title = newTitle;
        fileType = newFileType;
        pages = newPages;
        mimeType = newFileType.equals("text/plain") ? "text/plain" : "text/markdown";
        language = newLanguage;
        body = newBody;
        readRevision = revision;
    }

    private void change(Instant now) {
        changedAt = now;
        reviewedAt = now;
    }

    /** A member says that the words still hold. */
    public void review(Instant now) {
        reviewedAt = now;
    }

    /** When the page is to be read again. */
    public void fetchAgain(Instant dueAt) {
        fetchDueAt = dueAt;
    }

    private void requeueUnread(Instant now) {
        requeue(now);
        readRevision = 0;
    }

    /** Whether it holds these words already, so that nothing is to be done. */
    public boolean says(String otherTitle, String otherMimeType, String otherLanguage, String otherBody) {
        return otherBody.equals(body)
                && otherTitle.equals(title)
                && otherMimeType.equals(mimeType)
                && otherLanguage.equals(language);
    }

    /** To be indexed anew, from the beginning. */
    public void requeue(Instant now) {
        if (isRead()) {
            readRevision = revision + 1;
        }
        revision++;
        attempts = 0;
        failure = null;
        problem = null;
        enter(DocumentState.QUEUED, now);
    }

    /**
     * Counts an attempt to index this revision; whoever comes second finds that it is taken. What broke off too often, without a word
     * of why, is left: it may be the document that ends the server.
     */
    public boolean claim(Instant now) {
        if (state != DocumentState.QUEUED) {
            return false;
        }
        if (attempts >= MOST_ATTEMPTS) {
            failed(DocumentProblem.UNEXPECTED, "broke off " + attempts + " times", true, now);
            return false;
        }
        attempts++;
        enter(DocumentState.INDEXING, now);
        return true;
    }

    /** The attempt goes on. */
    public void alive(Instant now) {
        stateAt = now;
    }

    /** Nothing was heard of it: it is asked for again, and may be claimed again. */
    public void asked(Instant now) {
        enter(DocumentState.QUEUED, now);
    }

    public void indexed(Instant now) {
        indexedRevision = revision;
        anew = false;
        failure = null;
        problem = null;
        enter(DocumentState.INDEXED, now);
    }

    /** So many passages of it are found now. */
    public void holds(int newPassages) {
        passages = newPassages;
    }

    /** The attempt failed; what was indexed before is still found. */
    public void failed(DocumentProblem newProblem, String reason, boolean forGood, Instant now) {
        problem = newProblem;
        failure = reason;
        enter(forGood ? DocumentState.FAILED : DocumentState.QUEUED, now);
    }

    private void enter(DocumentState newState, Instant now) {
        state = newState;
        stateAt = now;
    }

    /** Whether the body is the text of the newest revision. */
    public boolean isRead() {
        return readRevision == revision;
    }

    /** Whether this revision is the newest and still to be indexed. */
    public boolean awaits(int wanted) {
        return revision == wanted && !isFinished();
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

    public DocumentOrigin origin() {
        return origin;
    }

    public String fileName() {
        return fileName;
    }

    public String objectKey() {
        return objectKey;
    }

    public String address() {
        return address;
    }

    public DocumentProblem problem() {
        return problem;
    }

    public UnreadSource source() {
        return new UnreadSource(id(), revision, title, origin, fileName, objectKey, address);
    }

    public DocumentDetails details() {
        return new DocumentDetails(
                id(),
                baseId,
                title,
                origin,
                fileName,
                fileType,
                fileBytes,
                pages,
                address,
                state,
                stateAt,
                problem,
                passages,
                revision,
                indexedRevision,
                changedAt,
                reviewedAt);
    }
}
