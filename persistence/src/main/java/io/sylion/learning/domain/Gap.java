package io.sylion.learning.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What customers ask and the knowledge does not hold. Open until an article answers all its questions, or a member lets it be; a
 * question that comes again after an answer opens it again, and so does the removal of the article; a question after a dismissal is
 * only counted.
 */
@Entity
@Table(name = "learning_gap")
public class Gap extends TenantOwned {
    @Enumerated(EnumType.STRING)
    private GapState state;

    @Column(name = "state_at")
    private Instant stateAt;

    private int asked;

    @Column(name = "last_asked_at")
    private Instant lastAskedAt;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "replayed_at")
    private Instant replayedAt;

    protected Gap() {}

    public Gap(Instant now) {
        super(now);
        lastAskedAt = now;
        enter(GapState.OPEN, now);
    }

    /** One more question that asks the same. */
    public void ask(Instant at, Instant now) {
        asked++;
        if (at.isAfter(lastAskedAt)) {
            lastAskedAt = at;
        }
        if (state == GapState.ANSWERED) {
            enter(GapState.OPEN, now);
        }
    }

    /** A member wrote the answer; it closes the gap once its questions find it. */
    public void write(UUID article, Instant now) {
        documentId = article;
        replayedAt = null;
        enter(GapState.OPEN, now);
    }

    /** The article was removed: an answer that it gave is gone with it. */
    public void lose(Instant now) {
        documentId = null;
        replayedAt = null;
        if (state == GapState.ANSWERED) {
            enter(GapState.OPEN, now);
        }
    }

    /** The questions were asked again. */
    public void replayed(boolean allAnswered, Instant now) {
        replayedAt = now;
        if (allAnswered && state == GapState.OPEN) {
            enter(GapState.ANSWERED, now);
        }
    }

    public void dismiss(Instant now) {
        enter(GapState.DISMISSED, now);
    }

    public void reopen(Instant now) {
        enter(GapState.OPEN, now);
    }

    private void enter(GapState newState, Instant now) {
        state = newState;
        stateAt = now;
    }

    public GapState state() {
        return state;
    }

    public Instant stateAt() {
        return stateAt;
    }

    public int asked() {
        return asked;
    }

    public Instant lastAskedAt() {
        return lastAskedAt;
    }

    public UUID documentId() {
        return documentId;
    }

    public Instant replayedAt() {
        return replayedAt;
    }
}
