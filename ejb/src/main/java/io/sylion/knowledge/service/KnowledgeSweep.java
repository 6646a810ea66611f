package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.KnowledgeSweepRepository;
import io.sylion.tenant.domain.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Finds, over all tenants, what is owed: indexes, vectors of another model, pages to be read again, objects that are to go. */
@Stateless
public class KnowledgeSweep {
    /** Longer than a large document takes between two steps. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    /** A wish to remove an object, and whose it is. */
    public record OwnedObject(UUID tenantId, UUID removalId) {}

    /** A base that owes something to a change of model, and whose it is. */
    public record OwedBase(UUID tenantId, UUID baseId) {}

    @Inject
    KnowledgeSweepRepository rows;

    @Inject
    DocumentRepository documents;

    @Inject
    TargetModel target;

    @Inject
    Event<DocumentQueued> events;

    @Inject
    Clock clock;

    @PermitAll
    public List<DocumentQueued> late() {
        return rows.late(clock.instant(), clock.instant().minus(STUCK), KnowledgeSweep::read);
    }

    /** All that were at work when the server ended. */
    @PermitAll
    public List<DocumentQueued> interrupted() {
        return rows.late(clock.instant(), clock.instant(), KnowledgeSweep::read);
    }

    /** Pages that are to be read again. */
    @PermitAll
    public List<DocumentQueued> pagesDue() {
        return rows.pagesDue(clock.instant(), KnowledgeSweep::read);
    }

    /** Objects that are to go, with their tenants. */
    @PermitAll
    public List<OwnedObject> removalsDue() {
        return rows.removalsDue(
                clock.instant(), row -> new OwnedObject(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /** Bases that lack vectors of today's model, or still have those of a former one. */
    @PermitAll
    public List<OwedBase> renewalsDue() {
        return rows.renewalsDue(
                target.get().id(),
                clock.instant(),
                row -> new OwedBase(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    private static DocumentQueued read(ResultSet row) throws SQLException {
        return new DocumentQueued(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
    }

    /** Asks for the index again. */
    @Permit(Role.OWNER)
    public void ask(DocumentQueued found) {
        documents
                .lock(found.documentId())
                .filter(document -> document.awaits(found.revision()))
                .ifPresent(document -> {
                    document.asked(clock.instant());
                    events.fire(found);
                });
    }

    /** Has a page read again, and says when the next time is. */
    @Permit(Role.OWNER)
    public void visit(DocumentQueued found) {
        documents.lock(found.documentId()).ifPresent(document -> {
            document.fetchAgain(clock.instant().plus(SourceSteps.AGAIN));
            if (document.isFinished()) {
                document.visit(document.title(), document.address(), clock.instant());
                events.fire(new DocumentQueued(found.tenantId(), document.id(), document.revision()));
            }
        });
    }
}
