package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentIndexed;
import io.sylion.knowledge.api.PageAway;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import io.sylion.knowledge.domain.DocumentToIndex;
import io.sylion.knowledge.domain.NewPassage;
import io.sylion.knowledge.domain.PassageText;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.service.PassageSplitter.Part;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.text.Language;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes a document's revision findable, in three steps that may each be repeated: cut and weigh, ask for vectors, publish. The
 * model is asked outside any transaction.
 */
@ApplicationScoped
@Permit(Role.OWNER)
public class DocumentIndexer {
    private static final Logger LOG = Logger.getLogger(DocumentIndexer.class.getName());

    @Inject
    IndexingSteps steps;

    @Inject
    VectorSteps vectors;

    @Inject
    VectorMaker maker;

    @Inject
    TargetModel target;

    @Inject
    Event<DocumentIndexed> indexed;

    /** Cuts the text and stores its parts. */
    public void split(UUID documentId, int revision) {
        steps.begin(documentId, revision).ifPresent(document -> steps.store(documentId, revision, passages(document)));
    }

    /** The parts of a document, weighed; the letters of a title or heading belong to the first passage below it. */
    static List<NewPassage> passages(DocumentToIndex document) {
        Language language = Language.ofCode(document.language());
        List<Part> parts = PassageSplitter.split(document.title(), document.mimeType(), language, document.body());
        List<NewPassage> passages = new ArrayList<>();
        String last = null;
        for (Part part : parts) {
            String begins = part.heading().equals(last) ? "" : part.heading();
            passages.add(new NewPassage(
                    passages.size(),
                    part.heading(),
                    part.body(),
                    LexicalWeights.ofPassage(
                            document.title(),
                            part.heading(),
                            part.body(),
                            last == null ? document.title() + "\n" + begins : begins,
                            language)));
            last = part.heading();
        }
        return passages;
    }

    /** Asks for the vectors that are missing. While another model serves the base, those of that model are welcome but not needed. */
    public void embed(UUID documentId, int revision) {
        embed(documentId, revision, target.get());
        steps.former(documentId, revision, target.get()).ifPresent(former -> {
            try {
                embed(documentId, revision, former);
            } catch (ModelFailure e) {
                LOG.info(() ->
                        "document found by words until its base is renewed document=" + documentId + " " + e.kind());
            }
        });
    }

    private void embed(UUID documentId, int revision, VectorModel model) {
        List<PassageText> waiting = steps.withoutVector(documentId, revision, model, VectorMaker.AT_ONCE);
        while (!waiting.isEmpty()) {
            vectors.give(model, target.get(), maker.ofPassages(model, waiting));
            waiting = steps.withoutVector(documentId, revision, model, VectorMaker.AT_ONCE);
        }
    }

    public void publish(UUID documentId, int revision) {
        if (steps.publish(documentId, revision, target.get())) {
            indexed.fire(new DocumentIndexed(TenantScope.current().tenantId(), documentId));
            LOG.info(() -> "document indexed document=" + documentId + " revision=" + revision);
        }
    }

    /** Keeps why it failed; what was found before is still found. */
    public void fail(UUID documentId, int revision, RuntimeException cause) {
        switch (cause) {
            case UnreadableDocument unreadable -> {
                steps.fail(documentId, revision, unreadable.problem(), null, true);
                LOG.info(() -> "document not indexed document=" + documentId + " problem=" + unreadable.problem());
            }
            case ModelFailure failure -> {
                boolean forGood = failure.kind() == ModelFailure.Kind.MISCONFIGURED;
                DocumentProblem problem = forGood ? DocumentProblem.MODEL_MISCONFIGURED : DocumentProblem.MODEL_AWAY;
                fail(documentId, revision, problem, failure.kind() + ": " + failure.getMessage(), forGood, failure);
            }
            case PageAway away -> fail(documentId, revision, DocumentProblem.PAGE_AWAY, away.getMessage(), false, away);
            default ->
                fail(
                        documentId,
                        revision,
                        DocumentProblem.UNEXPECTED,
                        cause.getClass().getSimpleName(),
                        false,
                        cause);
        }
    }

    private void fail(
            UUID documentId,
            int revision,
            DocumentProblem problem,
            String reason,
            boolean forGood,
            RuntimeException cause) {
        steps.fail(documentId, revision, problem, reason, forGood);
        LOG.log(Level.WARNING, "document not indexed document=" + documentId + " revision=" + revision, cause);
    }
}
