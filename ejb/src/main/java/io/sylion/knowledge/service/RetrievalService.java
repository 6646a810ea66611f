package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.ContextPassage;
import io.sylion.knowledge.domain.PassageHit;
import io.sylion.knowledge.domain.PassagePlace;
import io.sylion.knowledge.domain.ServedBases;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.text.CleanText;
import io.sylion.platform.text.ShortForms;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Finds what the tenant knows about a question: by words, by letters and by meaning, fused by reciprocal rank. A document that is
 * weak in every way is left out, so that nothing is found rather than anything. Of a tenant that has chosen so, a managed search is
 * asked instead.
 */
@ApplicationScoped
@Permit(Role.VIEWER)
public class RetrievalService {
    private static final Logger LOG = Logger.getLogger(RetrievalService.class.getName());

    /** Longer questions are cut: a customer's message may be a letter. */
    private static final int LONGEST_QUESTION = 2_000;

    /** Documents looked at for each that is returned: some are gone by then, or say what another has said. */
    private static final int SPARE = 2;

    @Inject
    PassageSearch search;

    @Inject
    VectorMaker maker;

    @Inject
    ManagedRetrieval managed;

    /**
     * Passages that may answer, best first; none when nothing does. Never inside a transaction: a model is asked.
     *
     * @throws ModelFailure when the embedding model does not answer and no words help either, or the managed search does not answer
     */
    public List<RetrievedPassage> retrieve(RetrievalRequest asked) {
        if (asked.question().isBlank() || asked.baseIds().isEmpty()) {
            return List.of();
        }
        RetrievalRequest request =
                asked.asking(ShortForms.writtenOut(CleanText.cut(asked.question(), LONGEST_QUESTION)));
        return managed.retrieve(request).orElseGet(() -> ownPassages(request));
    }

    private List<RetrievedPassage> ownPassages(RetrievalRequest request) {
        List<LegHits> legs = new ArrayList<>(search.byTerms(request));
        legs.addAll(byMeaning(request, answer(legs)));
        return passages(Fusion.fuse(legs), request);
    }

    /** One leg for each model that serves some of the bases; without one of them the words and the others must do. */
    private List<LegHits> byMeaning(RetrievalRequest request, boolean dispensable) {
        List<LegHits> legs = new ArrayList<>();
        ModelFailure away = null;
        for (ServedBases served : search.served(request)) {
            try {
                float[] question = maker.ofQuestion(served.model(), request.question());
                legs.add(search.byMeaning(request, served, question));
            } catch (ModelFailure e) {
                away = e;
                LOG.warning(() ->
                        "retrieval without the meaning of " + served.model().name() + ": " + e.kind());
            }
        }
        if (away != null && !dispensable && !answer(legs)) {
            throw away;
        }
        return legs;
    }

    private static boolean answer(List<LegHits> legs) {
        return legs.stream().anyMatch(leg -> leg.hits().stream().anyMatch(hit -> hit.score() >= leg.floor()));
    }

    /** What to read of the documents found, those that say the same left out. */
    private List<RetrievedPassage> passages(List<Fusion.Found> found, RetrievalRequest request) {
        List<Fusion.Found> candidates =
                found.stream().limit(SPARE * (long) request.limit()).toList();
        Surroundings surroundings = new Surroundings(search.around(candidates.stream()
                .flatMap(document -> document.passages().stream().limit(request.perDocument()))
                .map(hit -> new PassagePlace(hit.documentId(), hit.position()))
                .toList()));
        List<RetrievedPassage> passages = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Fusion.Found document : candidates) {
            Set<UUID> read = new HashSet<>();
            for (PassageHit hit :
                    document.passages().stream().limit(request.perDocument()).toList()) {
                List<ContextPassage> around =
                        surroundings.around(hit.documentId(), hit.position()).orElse(List.of());
                if (!around.isEmpty() && !read.contains(hit.id()) && passages.size() < request.limit()) {
                    around.forEach(each -> read.add(each.id()));
                    String text = Surroundings.text(around);
                    if (said.add(text)) {
                        passages.add(passage(document, hit, around.getFirst(), text));
                    }
                }
            }
        }
        return passages;
    }

    private static RetrievedPassage passage(Fusion.Found document, PassageHit hit, ContextPassage named, String text) {
        return new RetrievedPassage(
                hit.id(),
                document.documentId(),
                named.externalId(),
                named.title(),
                text,
                document.score(),
                document.legs());
    }
}
