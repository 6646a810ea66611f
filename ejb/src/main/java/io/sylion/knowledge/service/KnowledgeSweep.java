package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentQueued;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.KnowledgeSweepRepository;
import io.sylion.platform.ai.ModelInfo;
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

/** Finds, over all tenants, documents that wait too long for their index, or whose vectors are of a former model. */
@Stateless
public class KnowledgeSweep {
    /** Longer than a large document takes between two steps. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    @Inject
    KnowledgeSweepRepository rows;

    @Inject
    DocumentRepository documents;

    @Inject
    ModelInfo models;

    @Inject
    Event<DocumentQueued> events;

    @Inject
    Clock clock;

    @PermitAll
    public List<DocumentQueued> late() {
        return rows.late(clock.instant(), clock.instant().minus(STUCK), KnowledgeSweep::read);
    }

    @PermitAll
    public List<DocumentQueued> outdated() {
        return rows.ofOtherModels(models.embeddingModel(), KnowledgeSweep::read);
    }

    private static DocumentQueued read(ResultSet row) throws SQLException {
        return new DocumentQueued(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
    }

    /** Asks for the index again. */
    @Permit(Role.OWNER)
    public void ask(DocumentQueued found) {
        events.fire(found);
    }

    /** Asks for vectors of the model of today; the document is found by words and by its text of yesterday meanwhile. */
    @Permit(Role.OWNER)
    public void renew(DocumentQueued found) {
        documents
                .lock(found.documentId())
                .filter(document -> document.revision() == found.revision() && document.isFinished())
                .ifPresent(document -> {
                    document.requeue(clock.instant());
                    events.fire(new DocumentQueued(found.tenantId(), document.id(), document.revision()));
                });
    }

    /** Makes the index of the model in use. */
    @PermitAll
    public void indexModel() {
        rows.indexModel(models.embeddingModel(), models.dimension());
    }
}
