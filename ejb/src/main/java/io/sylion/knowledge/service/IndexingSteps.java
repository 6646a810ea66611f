package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentProblem;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.DocumentToIndex;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.NewPassage;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.knowledge.domain.PassageText;
import io.sylion.knowledge.domain.ServedBases;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The short transactions of indexing. Each looks whether the revision is still the newest, and leaves an older one alone. */
@Stateless
@Permit(Role.OWNER)
public class IndexingSteps {
    private static final int MOST_ATTEMPTS = 8;

    @Inject
    DocumentRepository documents;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    PassageRepository passages;

    @Inject
    VectorRepository vectors;

    @Inject
    Clock clock;

    /** The text to index; empty when there is nothing to do. */
    public Optional<DocumentToIndex> begin(UUID documentId, int revision) {
        return newest(documentId, revision).map(document -> {
            return new DocumentToIndex(
                    documentId, revision, document.title(), document.mimeType(), document.language(), document.body());
        });
    }

    public void store(UUID documentId, int revision, List<NewPassage> parts) {
        with(documentId, revision, document -> passages.add(document.baseId(), documentId, revision, parts));
    }

    /** The model that serves the document's base meanwhile, if it is another than this. */
    public Optional<VectorModel> former(UUID documentId, int revision, VectorModel target) {
        return newest(documentId, revision)
                .flatMap(document -> bases.served(List.of(document.baseId())).stream()
                        .map(ServedBases::model)
                        .filter(model -> model.id() != target.id())
                        .findFirst());
    }

    public List<PassageText> withoutVector(UUID documentId, int revision, VectorModel model, int most) {
        return newest(documentId, revision)
                .map(document -> {
                    document.alive(clock.instant());
                    return vectors.missing(documentId, revision, model, most);
                })
                .orElse(List.of());
    }

    /**
     * From now on this revision is found, and no other; by meaning too, even if it is the first in its base.
     *
     * @return false when it is gone or no longer the newest
     */
    public boolean publish(UUID documentId, int revision, VectorModel target) {
        newest(documentId, revision).ifPresent(document -> bases.lock(document.baseId()));
        Optional<Document> published = newest(documentId, revision);
        published.ifPresent(document -> {
            passages.publish(document.baseId(), documentId, document.indexedRevision(), revision);
            document.holds(documents.count(documentId, revision));
            document.indexed(clock.instant());
            bases.serveFirst(document.baseId(), target);
        });
        return published.isPresent();
    }

    /** Keeps the reason; the sweep asks again, unless no further attempt would help. */
    public void fail(UUID documentId, int revision, DocumentProblem problem, String reason, boolean forGood) {
        with(
                documentId,
                revision,
                document -> document.failed(
                        problem, reason, forGood || document.attempts() >= MOST_ATTEMPTS, clock.instant()));
    }

    private void with(UUID documentId, int revision, Consumer<Document> work) {
        newest(documentId, revision).ifPresent(work);
    }

    private Optional<Document> newest(UUID documentId, int revision) {
        return documents.lock(documentId).filter(document -> document.awaits(revision));
    }
}
